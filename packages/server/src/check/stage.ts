import type { ProviderDouble } from './provider-double.ts';

/** An account of the back end: with a password, or with a bearer token of the seller's own making. */
export type Login = { readonly email: string; readonly password: string } | { readonly token: string };

/**
 * How the supplier behind the back end behaves from now on. `fails-thrice`: its next three calls fail, without effect.
 * `loses-answer`: it acts on its next order, and the answer never arrives. `slow`: an order takes about three seconds.
 */
export type Mood = 'well' | 'fails-thrice' | 'loses-answer' | 'slow';

/** The stand-in for the supplier, as far as it can be controlled from outside. */
export interface SupplierControls {
  set(mood: Mood): Promise<void>;
  /** How many extensions it has made since it was set up, whoever asked for them. */
  extensions(): Promise<number>;
}

/** Everything a tester supplies. What is null was not supplied, and leaves the rules that need it unchecked. */
export interface Stage {
  /** Where the contract is answered, without a slash at the end, e.g. `http://localhost:8080/renewal`. */
  readonly baseUrl: string;
  /** Has cards that can be renewed. They will be. */
  readonly account: Login;
  readonly other: Login | null;
  /** Signs the sandbox provider's notices (Standard Webhooks). */
  readonly noticeSecret: string | null;
  /** The checker's own payment provider, which the back end was set to. */
  readonly provider: ProviderDouble | null;
  readonly supplier: SupplierControls | null;
  /** Kills the back end without warning and starts it again. */
  readonly restart: (() => Promise<void>) | null;
  /** Where another copy of the back end answers, on the same database. */
  readonly second: string | null;
  /** All that the back end has logged during this run. */
  readonly log: (() => Promise<string>) | null;
  readonly settings: Settings;
}

export interface Settings {
  /** How long an extension may take before it counts as lost, ms. */
  readonly patienceMs: number;
  /** How long a wrong effect is waited for, ms: longer than the back end takes to look into a notice. */
  readonly calmMs: number;
  /** How often rule 16 kills the back end. */
  readonly kills: number;
  /** Orders and moments that look like chance follow from it. */
  readonly seed: number;
}

export type Need = 'other' | 'noticeSecret' | 'provider' | 'supplier' | 'restart' | 'second' | 'log';

/** How each need is supplied on the command line. */
export const supplies: Readonly<Record<Need, string>> = {
  other: 'LEB_CHECK_OTHER_ACCOUNT',
  noticeSecret: 'LEB_CHECK_NOTICE_SECRET',
  provider: '--provider',
  supplier: '--supplier',
  restart: '--restart',
  second: '--second',
  log: '--log',
};
