import type { Language } from '../../mail/port.ts';
import { en } from './en.ts';
import type { PaperWords } from './words.ts';
import { zhHans } from './zh-hans.ts';

export const words: Readonly<Record<Language, PaperWords>> = { en, 'zh-Hans': zhHans };
