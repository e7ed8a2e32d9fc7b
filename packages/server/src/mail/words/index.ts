import type { Language } from '../port.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhHans } from './zh-hans.ts';

export const words: Readonly<Record<Language, Words>> = { en, 'zh-Hans': zhHans };
