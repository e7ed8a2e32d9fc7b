import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('../../.cache/theme-editor', import.meta.url));

/** A sheet of a page, as Vite makes it by default. */
export async function viteMade(css: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/shop.css`, css);
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, rolldownOptions: { input: `${folder}/shop.css` } },
  });
  const files = [built].flat().flatMap((made) => ('output' in made ? made.output : []));
  return files.map((file) => (file.type === 'asset' ? String(file.source) : '')).join('\n');
}
