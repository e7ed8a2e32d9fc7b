import { misuse } from './misuse.ts';

type Given = Readonly<Record<string, unknown>> | null | undefined;

/** Throws a `Misuse` unless a machine knows the event, and the event carries what it must. */
export function demandEvent(
  machine: string,
  carries: Readonly<Record<string, readonly string[]>>,
  event: unknown,
): void {
  const type = (event as Given)?.['type'];
  const members = typeof type === 'string' && Object.hasOwn(carries, type) ? carries[type] : undefined;
  if (members === undefined)
    throw misuse(`${machine}: type of the event`, type, 'one that this machine knows');
  for (const member of members)
    if (((event as Given)?.[member] ?? null) === null)
      throw misuse(`${machine}: ${member} of ${type as string}`, (event as Given)?.[member], 'there');
}

/** The number of the next question to the outside. */
export function nextRun(machine: string, state: unknown): number {
  const run = (state as Given)?.['run'];
  if (!Number.isSafeInteger(run)) throw misuse(`${machine}: run of the state`, run, 'a whole number');
  return (run as number) + 1;
}
