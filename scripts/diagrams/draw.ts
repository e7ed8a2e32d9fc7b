interface Machine<State extends { readonly status: string }, Event> {
  readonly step: (state: State, event: Event) => readonly [State, ...unknown[]];
  readonly first: State;
  readonly states: Readonly<Record<string, State>>;
  readonly events: Readonly<Record<string, Event>>;
}

/** Steps from every state on every event, as a Mermaid state diagram. What leads nowhere else is left out. */
export function drawn<State extends { readonly status: string }, Event>({
  step,
  first,
  states,
  events,
}: Machine<State, Event>): string {
  const all = Object.keys(events).map(plain);
  const arrows = new Map<string, Set<string>>();
  for (const state of Object.values(states))
    for (const [name, event] of Object.entries(events)) {
      const [after] = step(state, event);
      if (after.status === state.status) continue;
      const arrow = `${idOf(state.status)} --> ${idOf(after.status)}`;
      arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(plain(name)));
    }
  const statuses = [...new Set(Object.values(states).map(({ status }) => status))];
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...statuses.map((status) => `  state "${status}" as ${idOf(status)}`),
    `  [*] --> ${idOf(first.status)}`,
    ...[...arrows].map(([arrow, names]) => `  ${arrow}: ${grouped([...names], all)}`),
    '```',
  ].join('\n');
}

/** Mermaid takes a dash in a name for a part of an arrow. */
const idOf = (status: string): string => status.replaceAll('-', '_');

/** A colon would begin a second label. */
const plain = (name: string): string => name.replace(':', '');

/** `news paid, news extending, look` → `news paid / extending, look`; the group alone when it is there with all its kinds. */
function grouped(names: readonly string[], all: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const [, group = name, kind] = groupAndKind.exec(name) ?? [];
    groups.set(group, [...(groups.get(group) ?? []), ...(kind === undefined ? [] : [kind])]);
  }
  return [...groups]
    .map(([group, kinds]) => {
      const isWhole = kinds.length === all.filter((name) => name.startsWith(`${group} `)).length;
      return kinds.length === 0 || isWhole ? group : `${group} ${kinds.join(' / ')}`;
    })
    .join(', ');
}
const groupAndKind = /^(news|refused|outcome) (.+)$/;

/** A table in Markdown, its columns aligned. */
export function tabled(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[], filler = ' '): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, filler)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...body.map((row) => line(row)),
  ].join('\n');
}
