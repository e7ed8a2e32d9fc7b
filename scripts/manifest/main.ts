/** Writes the custom elements manifest of the widget: `npm run manifest`. */
import { writeFileSync } from 'node:fs';
import { makeManifest, manifestFile, written } from './manifest.ts';

writeFileSync(manifestFile, written(makeManifest()));
