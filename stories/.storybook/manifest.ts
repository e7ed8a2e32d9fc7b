import json from '@leb-renew/widget/custom-elements.json' with { type: 'json' };
import type { Declaration, Manifest } from '../../scripts/manifest/schema.ts';

export const manifest = json as unknown as Manifest;

export const elements: readonly Declaration[] = manifest.modules.flatMap(({ declarations }) => declarations);
