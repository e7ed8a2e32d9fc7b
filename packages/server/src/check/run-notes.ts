/** What the whole run keeps in mind: how much was asked, and what nobody may read anywhere else. */
export interface RunNotes {
  requests: number;
  /** Never in a report, and never in the back end's log (rule 21): the secret, and what it is. */
  readonly secrets: Map<string, string>;
}

export const newNotes = (): RunNotes => ({ requests: 0, secrets: new Map() });

/** Shorter than this, a text is found by chance. */
const shortest = 6;

export function keepSecret({ secrets }: RunNotes, secret: string, what: string): void {
  if (secret.length >= shortest) secrets.set(secret, what);
}

/** One line without secrets. */
export function withoutSecrets({ secrets }: RunNotes, text: string): string {
  let hidden = text.replaceAll(/\s+/g, ' ');
  for (const [secret, what] of secrets) hidden = hidden.replaceAll(secret, `<${what}>`);
  return hidden;
}
