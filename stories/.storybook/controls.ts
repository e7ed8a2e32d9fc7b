import type { ArgTypesEnhancer, StrictInputType } from 'storybook/internal/types';
import { elements } from './manifest.ts';

/** Made of functions: only a page can give it. */
const isOfCode = /Clock|Port/;

/** By tag, the properties that a page can only read. */
const readOnly = new Map(
  elements.map(({ tagName, members }) => [
    tagName,
    new Set(members.filter((each) => 'readonly' in each).map(({ name }) => name)),
  ]),
);

/**
 * A control for every property that one can set, by the type that the manifest names: `'list' | 'table'` becomes a choice.
 * What only tells (events, slots, parts) is left to the table.
 */
export const controlsByType: ArgTypesEnhancer = ({ argTypes, component }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [
      name,
      readOnly.get(String(component))?.has(name) ? { ...argType, control: false } : withControl(argType),
    ]),
  );

function withControl(argType: StrictInputType): StrictInputType {
  const { category, type } = argType.table ?? {};
  const text = type?.summary ?? '';
  if (category === undefined) return argType;
  if (!/attributes|properties$/.test(category) || isOfCode.test(text)) return { ...argType, control: false };
  const choices = [...text.matchAll(/'([^']*)'/g)].map(([, choice]) => choice);
  if (choices.length > 0) return { control: { type: 'inline-radio' }, options: choices, ...argType };
  if (text === 'boolean') return { ...argType, control: { type: 'boolean' } };
  if (text.startsWith('string')) return { ...argType, control: { type: 'text' } };
  return argType;
}
