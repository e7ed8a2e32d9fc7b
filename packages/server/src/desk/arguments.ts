import { parseArgs } from 'node:util';

export type Asked =
  | { readonly act: 'list'; readonly minutes: number | undefined }
  | { readonly act: 'show'; readonly name: string }
  | { readonly act: 'fulfil' | 'retry'; readonly name: string; readonly by: string; readonly why: string }
  | {
      readonly act: 'refund';
      readonly name: string;
      readonly by: string;
      readonly why: string;
      readonly althoughExtended: boolean;
    }
  | { readonly act: 'note'; readonly name: string; readonly by: string; readonly text: string };

export const usage = `leb-renew-desk <act> [options]

What waits for a person, and what a person decides about it. Settings are those of leb-renew-server.

  list                                           everything that waits, the oldest first
  show <renewal>                                 all that is known about a renewal
  fulfil <renewal> --by <person> --why <text>    extend the card of a renewal in review
  refund <renewal> --by <person> --why <text>    give the money back
  note <renewal> --by <person> --text <text>     write something down
  retry <job> --by <person> --why <text>         queue a dead letter anew

A renewal is named by its reference or its id.

  --minutes <number>     list: how long paid cards, notices and mails may take (10)
  --although-extended    refund: also where the supplier extended the card, or cannot tell
  --json                 print JSON

Exit code: 0 done, 1 refused with the reason, 2 it could not be asked.
`;

const needs = {
  list: [],
  show: [],
  fulfil: ['by', 'why'],
  refund: ['by', 'why'],
  note: ['by', 'text'],
  retry: ['by', 'why'],
} as const satisfies Record<Asked['act'], readonly ('by' | 'why' | 'text')[]>;

/** Throws one line that names what is wrong. */
export function readArguments(args: readonly string[]): { readonly asked: Asked; readonly json: boolean } {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      by: text,
      why: text,
      text,
      minutes: text,
      'although-extended': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [act, name, extra] = positionals;
  if (!isAct(act)) fail(`One of ${Object.keys(needs).join(', ')} is needed.`);
  if ((act === 'list') !== (name === undefined) || extra !== undefined)
    fail(act === 'list' ? 'list takes no name.' : `${act} takes one ${act === 'retry' ? 'job' : 'renewal'}.`);
  for (const option of ['by', 'why', 'text'] as const) {
    const isNeeded = needs[act].some((need) => need === option);
    if (isNeeded && !values[option]?.trim()) fail(`${act} needs --${option}.`);
    if (!isNeeded && values[option] !== undefined) fail(`${act} takes no --${option}.`);
  }
  if (act !== 'list' && values.minutes !== undefined) fail(`${act} takes no --minutes.`);
  if (act !== 'refund' && values['although-extended'] === true) fail(`${act} takes no --although-extended.`);
  const { by = '', why = '', text: words = '', json = false } = values;
  const named = { name: name ?? '', by };
  const asked = (): Asked => {
    switch (act) {
      case 'list':
        return { act, minutes: minutesIn(values.minutes) };
      case 'show':
        return { act, name: named.name };
      case 'note':
        return { act, ...named, text: words };
      case 'refund':
        return { act, ...named, why, althoughExtended: values['although-extended'] ?? false };
      case 'fulfil':
      case 'retry':
        return { act, ...named, why };
    }
  };
  return { asked: asked(), json };
}

const isAct = (text: string | undefined): text is Asked['act'] =>
  text !== undefined && Object.hasOwn(needs, text);

function minutesIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text)) fail('--minutes must be a whole number from 0.');
  return Number(text);
}

function fail(line: string): never {
  throw new Error(line);
}
