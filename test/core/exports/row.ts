import type fc from '../../chance.ts';
import type { Arguments } from './anything.ts';

/** What a function takes and what it promises. */
export interface Row {
  /** Right arguments. */
  readonly takes: fc.Arbitrary<Arguments>;
  /** Whether this is what it promises to give, whatever it is given. */
  readonly gives: (answer: never) => unknown;
  /** Hands on what it was given as it is. */
  readonly handsOn?: true;
  /** Amounts below zero are credits, and right. */
  readonly credits?: true;
  /** A refusal says nothing of the value, which may be a secret. */
  readonly keepsSecret?: true;
  /** With what its promise is rejected, as a connection is that breaks. */
  readonly loses?: RegExp;
  readonly makes?: Maker;
}

/** The functions of an object that a function makes, by path. */
export interface Maker {
  readonly parts: Readonly<Record<string, Row>>;
  /** What must have happened before all of them have something to do. */
  readonly prepare?: (made: never) => Promise<unknown>;
}
