import type { Page, SerializedAXNode } from 'puppeteer-core';

/** What is said of a node besides its name. */
const told = [
  'level',
  'checked',
  'disabled',
  'expanded',
  'pressed',
  'invalid',
  'required',
  'description',
] as const;

/** A scene as the browser tells it to a screen reader: role, name and states, one node in a line, texts left out. */
export async function treeOf(page: Page, scene: string): Promise<string[]> {
  const root = await page.$(`#${scene}`);
  if (root === null) throw new Error(`there is no scene ${scene}`);
  await root.evaluate((section) => Object.assign(section, { role: 'group', tabIndex: -1 })); // Else it is left out itself.
  const tree = await page.accessibility.snapshot({ root });
  return tree?.children?.flatMap((node) => linesOf(node)) ?? [];
}

function linesOf(node: SerializedAXNode, depth = 0): string[] {
  if (node.role === 'StaticText' || node.role === 'LineBreak') return [];
  const states = told.flatMap((state) => {
    const value = node[state];
    return value === undefined || value === false || value === 'false'
      ? []
      : [value === true ? state : `${state}: ${String(value)}`];
  });
  const line = [`${' '.repeat(depth)}${node.role}`, ...(node.name ? [`“${node.name}”`] : []), ...states].join(
    ', ',
  );
  return [
    line.replaceAll('\u00a0', ' '),
    ...(node.children ?? []).flatMap((child) => linesOf(child, depth + 1)),
  ];
}
