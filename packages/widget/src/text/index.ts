export { loadLanguage } from './load-messages.ts';
export { overrideTexts } from './override-texts.ts';
export { languageTags } from './language-tags.ts';
export type { TextOverrides } from './check-overrides.ts';
export type { Messages } from './messages.ts';
