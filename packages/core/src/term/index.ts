export { addTerm, type TermStart } from './add-term.ts';
export { anchorOf, type Anchor } from './anchor.ts';
export { extend, type Extension, type ExtensionRequest, type Refusal } from './extend.ts';
export { gainsADay } from './gains-a-day.ts';
export type { ExtensionPolicy } from './policy.ts';
