/**
 * Draws all pictures: the album of the stories that `npm test` compares with, those of the design guide, and those of
 * the README. One of the three with its name: `npm run screenshots -- stories`.
 */
import { buildStorybook } from './check/build-storybook.mjs';
import { drawDesign } from './screenshots/design.ts';
import { drawJourney } from './screenshots/journey.ts';
import { drawStories } from './screenshots/stories.ts';

const drawn: Readonly<Record<string, () => Promise<void>>> = {
  stories: drawStories,
  design: drawDesign,
  journey: drawJourney,
};

const [only] = process.argv.slice(2);
if (only !== 'journey' && (await buildStorybook()) !== 0) throw new Error('Storybook could not be built.');
for (const [name, draw] of Object.entries(drawn)) if (only === undefined || only === name) await draw();
