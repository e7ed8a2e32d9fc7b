/** Builds Storybook into storybook-static. */
import { buildStorybook } from './check/build-storybook.mjs';

process.exitCode = await buildStorybook();
