import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { everywhere } from './attributes.ts';
import { cssProperties } from './css-properties.ts';
import { readElement } from './read-element.ts';
import type { Manifest, Module } from './schema.ts';

const widget = fileURLToPath(new URL('../../packages/widget/', import.meta.url));

export const manifestFile = `${widget}custom-elements.json`;

/** The custom elements manifest of the widget as it should be: one module per element. */
export function makeManifest(): Manifest {
  const files = globSync('src/elements/*/*.ts', { cwd: widget }).toSorted();
  return { schemaVersion: '2.1.0', modules: files.flatMap(moduleOf) };
}

/** As it is kept, to be compared to the letter. */
export const written = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

function moduleOf(file: string): readonly Module[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(`${widget}${file}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const declarations = source.statements
    .filter(ts.isClassDeclaration)
    .flatMap((node) => readElement(node) ?? [])
    .map((declaration) => ({
      ...declaration,
      attributes: [...declaration.attributes, ...everywhere],
      cssProperties,
    }));
  if (declarations.length === 0) return [];
  const path = file.replaceAll('\\', '/').replace(/^src/, 'dist').replace(/ts$/, 'js');
  const exports = declarations.flatMap(({ name, tagName }) => {
    const declaration = { name, module: path };
    return [
      { kind: 'js', name, declaration } as const,
      { kind: 'custom-element-definition', name: tagName, declaration } as const,
    ];
  });
  return [{ kind: 'javascript-module', path, declarations, exports }];
}
