/** What a form or a query says: everything is text. */
export type Param = string | readonly Param[] | { readonly [name: string]: Param };
export type Params = Readonly<Record<string, Param>>;

type Branch = { [name: string]: string | Branch };

/** Reads `a[b][0]=c` as Stripe does. */
export function readForm(text: string): Params {
  const tree: Branch = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.replaceAll(']', '').split('[');
    const last = path.pop() ?? '';
    let branch = tree;
    for (const step of path) {
      const next = branch[step];
      branch = branch[step] = typeof next === 'object' ? next : {};
    }
    branch[last === '' ? String(Object.keys(branch).length) : last] = value;
  }
  return grown(tree) as Params;
}

/** Lists are what is named by numbers. */
function grown(branch: Branch): Param {
  const entries = Object.entries(branch).map(
    ([name, value]) => [name, typeof value === 'string' ? value : grown(value)] as const,
  );
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
