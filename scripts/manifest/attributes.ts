import { themes } from '../../packages/themes/src/list.ts';
import type { Attribute } from './schema.ts';

/** What every element reads that is no property of it: its look. */
export const everywhere: readonly Attribute[] = [
  {
    name: 'theme',
    description:
      `One of ${Object.keys(themes).join(', ')}; \`light\` or \`dark\` to force a scheme; or both, e.g. \`paper dark\`. ` +
      'Without it, the theme of whatever is around. See docs/tokens.md.',
    type: { text: 'string' },
  },
];
