import type { RenewalLetter } from '../port.ts';

/** Everything that mails say in one language. */
export interface Words {
  hello(name: string): string;
  /** Whom to write to when somebody else did it. */
  notYou(contact: string): string;
  readonly renewed: {
    readonly title: string;
    subject(label: string, until: string): string;
    lead(card: string, until: string): string;
    readonly bought: string;
    readonly card: string;
    readonly plan: string;
    readonly until: string;
    readonly untilNow: string;
    readonly nothingToInstall: string;
    readonly howPaid: string;
    readonly total: string;
    readonly paidWith: string;
    readonly receipt: string;
    readonly openReceipt: string;
    readonly reference: string;
    readonly oneOff: string;
    readonly trouble: string;
    readonly noNetwork: string;
    stuck(contact: string): string;
    terms(url: string): string;
    ends(label: string): string;
    endsIn(label: string, days: number): string;
    endNote(plan: string, card: string): string;
  };
  readonly reset: Message & { readonly action: string };
  readonly code: Message;
  readonly passwordChanged: Omit<Message, 'notes'>;
  readonly reminder: {
    readonly title: string;
    subject(label: string, until: string): string;
    lead(card: string, until: string): string;
    readonly action: string;
    readonly scope: string;
    /** How many there will be, of cards that get one so many days before their end. */
    stop(days: readonly number[]): string;
    questions(contact: string): string;
  };
  readonly renewal: Readonly<Record<RenewalLetter, RenewalWords>> & {
    readonly action: string;
    contact(contact: string): string;
  };
}

/** A letter about a renewal that did not go the short way. None of them calls the card renewed. */
interface RenewalWords {
  readonly title: string;
  subject(label: string): string;
  lead(card: string): string;
  readonly notes: readonly string[];
}

interface Message {
  readonly title: string;
  readonly lead: string;
  readonly notes: readonly string[];
}
