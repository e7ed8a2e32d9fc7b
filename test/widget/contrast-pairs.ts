/** What is painted on what somewhere in the elements, and how it must stand out (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface Pair {
  readonly ink: string;
  readonly ground: string;
  readonly least: 4.5 | 3;
  /** Where it is seen. */
  readonly told: string;
}

const text = (ink: string, ground: string, told: string): Pair => ({ ink, ground, told, least: 4.5 });
const shape = (ink: string, ground: string, told: string): Pair => ({ ink, ground, told, least: 3 });

/** What any text may lie on. */
const grounds = {
  surface: 'on the surface',
  over: 'on what lies over other things',
  'text-tint': 'of a notice, and under the pointer',
  'accent-tint': 'of the chosen plan',
  'ok-tint': 'on the tint of “Renewed”',
  'warn-tint': 'on the tint of “12 days left”',
  'bad-tint': 'on the tint of “Expired”',
  sheet: 'in the dialog',
};

export const pairs: readonly Pair[] = [
  ...Object.entries(grounds).flatMap(([ground, told]) => [
    text('text', ground, `Text ${told}`),
    text('text-quiet', ground, `Quiet text ${told}`),
  ]),
  text('ok', 'surface', 'What went well, on the surface'),
  text('ok', 'ok-tint', '“Renewed”'),
  text('warn', 'surface', 'What is soon, on the surface'),
  text('warn', 'warn-tint', '“12 days left”'),
  text('warn', 'sheet', 'Test mode, in the dialog'),
  text('bad', 'surface', 'What is missing in a field'),
  text('bad', 'bad-tint', '“Expired”, and what went wrong'),
  text('accent-ink', 'surface', 'Links'),
  text('on-accent', 'accent-fill', 'Text on the button'),
  text('on-accent', 'accent-hover', 'Text on the button under the pointer'),
  shape('edge', 'surface', 'Outlines of fields and quiet buttons'),
  shape('edge', 'over', 'Outlines on what lies over other things'),
  shape('accent-ink', 'accent-tint', 'Outline of the chosen plan'),
  shape('over', 'accent-ink', 'Dot of the chosen plan'),
  shape('focus', 'surface', 'Ring of the keyboard'),
  shape('focus', 'over', 'Ring of the keyboard on what lies over other things'),
  shape('focus', 'text-tint', 'Ring of the keyboard in a notice'),
  shape('focus', 'sheet', 'Ring of the keyboard in the dialog'),
];

/** The colour of one of them inside an element. */
export const paintOf = (name: string): string =>
  name === 'sheet' ? 'color-mix(in oklab, var(--_text) 6%, var(--_over))' : `var(--_${name})`;
