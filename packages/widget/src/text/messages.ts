import type { ExpiryState, ProblemCode, RefusalReason, Term } from '@leb-renew/core';

/** Every word the elements can say, one section per element. A language that lacks one does not compile. */
export interface Messages {
  readonly status: StatusWords;
  readonly plans: PlanWords;
  readonly signIn: SignInWords;
  readonly checkout: CheckoutWords;
  readonly receipt: ReceiptWords;
  readonly journey: JourneyWords;
}

/** Dates and counts around a card's end, ready to be put into a sentence. */
export interface StatusFacts {
  /** Local calendar days until the last usable day. */
  readonly days: number;
  /** Whole hours left. */
  readonly hours: number;
  /** Last usable day, in full. */
  readonly date: string;
  /** Last usable minute. */
  readonly time: string;
  /** Whether the card still works in grace. */
  readonly works: boolean;
  /** Last day of grace. */
  readonly graceDate: string;
  /** Last day on which the number can be kept; null when it is never lost. */
  readonly keepDate: string | null;
  readonly startsOn: 'purchase' | 'install' | 'first-use';
}

export type DeviceName = 'phone' | 'tablet' | 'watch' | 'laptop' | 'router' | 'other';

export interface StatusWords {
  /** BCP 47 tag of these words. */
  readonly tag: string;
  readonly loading: string;
  /** Two or three words beside an icon. */
  readonly short: { readonly [state in ExpiryState]: (facts: StatusFacts) => string };
  /** What happens, and what to do. */
  readonly long: { readonly [state in ExpiryState]: (facts: StatusFacts) => string };
  /** For the short form, which has no other place for the date. */
  readonly activeUntil: (date: string) => string;
  /** What is said of the card, with the day of the news behind it. */
  readonly asOf: (said: string, day: string) => string;
  /** In place of a card that makes no sense. */
  readonly unreadable: { readonly short: string; readonly long: string };
  readonly devices: { readonly [device in DeviceName]: string };
  /** Beside a date, before the end and after it. */
  readonly expires: string;
  readonly ended: string;
  /** The exact last minute, with the zone it is in. */
  readonly exact: (moment: string, zone: string) => string;
  /** With the day of the news, once it is old. */
  readonly dataLeft: (left: string, total: string, asOf: string | null) => string;
  readonly underWay: string;
  readonly renew: string;
  readonly resume: string;
  readonly reminder: string;
  /** Read out for the validity bar: what is paid for, the state, and the days on which next periods begin. */
  readonly bar: (start: string, end: string, state: string, next: readonly string[]) => string;
}

export interface PlanWords {
  readonly tag: string;
  readonly title: string;
  readonly loading: string;
  readonly none: string;
  readonly currency: string;
  readonly current: string;
  readonly perMonth: (price: string) => string;
  readonly save: (percent: string) => string;
  readonly comparedWith: (name: string, times: number) => string;
  readonly allowance: (amount: string, per: 'term' | 'month' | 'day') => string;
  readonly unlimited: string;
  readonly newEnd: (date: string) => string;
  readonly startsNow: string;
  readonly losesDays: (days: number) => string;
  readonly refused: { readonly [reason in RefusalReason]: (date: string | null) => string };
  readonly next: (name: string) => string;
  readonly choose: string;
  readonly busy: string;
  /** Marks the plan for what the person said they need. */
  readonly best: string;
  readonly need: string;
  readonly needDays: string;
  readonly needUntil: string;
  /** What is paid for already is enough. */
  readonly needCovered: (date: string) => string;
  readonly needMet: (name: string, date: string) => string;
  /** No plan lasts long enough; this one comes nearest. */
  readonly needTooLong: (name: string, date: string, missingDays: number) => string;
  /** Heads of the comparison table. */
  readonly columns: {
    readonly plan: string;
    readonly data: string;
    readonly included: string;
    readonly end: string;
    readonly price: string;
  };
}

export interface SignInWords {
  readonly tag: string;
  readonly title: string;
  readonly email: string;
  readonly password: string;
  readonly show: string;
  readonly submit: string;
  readonly submitting: string;
  readonly forgot: string;
  readonly needEmail: string;
  readonly needPassword: string;
  readonly codeTitle: string;
  readonly codeSent: (to: string, digits: number) => string;
  readonly codeUntil: (time: string) => string;
  readonly codeOver: string;
  readonly codeOverNext: string;
  /** There is no other way to a new code than the password. */
  readonly codeAgain: string;
  readonly code: string;
  readonly needCode: (digits: number) => string;
  readonly verify: string;
  readonly verifying: string;
  readonly resetTitle: string;
  readonly resetIntro: string;
  readonly resetSubmit: string;
  readonly resetSending: string;
  readonly resetSentTitle: string;
  /** The same whether or not the account exists. */
  readonly resetSent: (email: string) => string;
  /** Instead of a link that has ended. */
  readonly resetAgain: string;
  readonly newTitle: string;
  readonly newPassword: string;
  readonly newRule: string;
  readonly needNew: string;
  readonly newSubmit: string;
  readonly newSetting: string;
  readonly newSet: string;
  readonly newSetNext: string;
  readonly openingLink: string;
  /** Instead of a renewal link that has ended. */
  readonly linkInstead: string;
  /** The way out of a locked account where a new password can be had. */
  readonly unlock: string;
  /** For pages that sign people in themselves. */
  readonly elsewhere: string;
  readonly retry: string;
  /** A time to wait is over. */
  readonly tryNow: string;
  readonly capsLock: string;
  readonly back: string;
  readonly signedIn: (email: string) => string;
  readonly problem: ProblemWords;
}

/** What happened and what to do next, for everything that can go wrong. */
export interface ProblemWords {
  readonly what: { readonly [code in ProblemCode]: string };
  readonly next: {
    readonly [
      step in
        | 'try-again'
        | 'wait'
        | 'fix-input'
        | 'sign-in'
        | 'choose-again'
        | 'resume'
        | 'other-method'
        | 'contact-bank'
        | 'contact-support'
    ]: string;
  };
  /** The next step in other words, where the general ones do not fit. */
  readonly instead: { readonly [code in ProblemCode]?: string };
  readonly retryIn: (seconds: number) => string;
  readonly support: string;
  readonly reference: (reference: string) => string;
}

export interface CheckoutWords {
  readonly tag: string;
  readonly title: string;
  readonly loading: string;
  readonly switched: string;
  readonly now: string;
  readonly until: (date: string) => string;
  readonly added: (term: Term) => string;
  /** What the dates gain and lose, beside them. */
  readonly gain: (term: Term, losesDays: number) => string;
  /** The same where the term is counted from today. */
  readonly fromToday: (term: Term, losesDays: number) => string;
  readonly startsNow: string;
  readonly losesDays: (days: number) => string;
  readonly tax: (label: string, rate: string) => string;
  readonly total: string;
  readonly once: string;
  readonly direct: string;
  readonly soldBy: (seller: string) => string;
  readonly terms: string;
  readonly heldUntil: (time: string) => string;
  readonly testMode: string;
  readonly withdrawal: string;
  readonly consent: string;
  /** Goes on after the consent. Orders nothing. */
  readonly agree: string;
  readonly pay: (amount: string) => string;
  readonly back: string;
  readonly retry: string;
  readonly look: string;
  readonly done: string;
  readonly formLoading: string;
  readonly opening: string;
  readonly confirming: string;
  readonly cancelling: string;
  /** Money, after trouble: what is known about it. */
  readonly charged: { readonly no: string; readonly unknown: string; readonly yes: string };
  /** Service, after trouble: until when the card works anyway, or null when it has ended. */
  readonly service: (date: string | null) => string;
  readonly resumingTitle: string;
  readonly resuming: string;
  readonly checkingTitle: string;
  readonly checking: string;
  readonly checkingSafe: string;
  readonly receivedTitle: string;
  readonly received: string;
  readonly receivedSafe: (amount: string, receiptNumber: string) => string;
  readonly steps: {
    readonly paid: string;
    readonly extending: string;
    readonly active: (date: string) => string;
  };
  readonly heldTitle: { readonly review: string; readonly refunding: string; readonly refunded: string };
  readonly held: {
    readonly [status in 'review' | 'refunding' | 'refunded']: (
      amount: string,
      receiptNumber: string,
    ) => string;
  };
  readonly problem: ProblemWords;
}

export interface ReceiptWords {
  readonly tag: string;
  readonly loading: string;
  readonly renewed: string;
  readonly paid: string;
  readonly activeUntil: (date: string) => string;
  /** Paid, not extended yet. */
  readonly stillExtending: string;
  readonly sentTo: (address: string) => string;
  readonly number: string;
  readonly amount: string;
  readonly card: string;
  readonly plan: string;
  readonly extended: string;
  readonly paidOn: string;
  readonly seller: string;
  readonly taxId: string;
  readonly reference: string;
  readonly total: string;
  readonly nothingToInstall: string;
  readonly save: string;
  readonly print: string;
  /** Opens a page that can be printed. */
  readonly open: string;
  readonly reminder: string;
  /** Fetches a calendar file. */
  readonly calendar: string;
  readonly done: string;
  /** Title of the saved file. */
  readonly document: (number: string) => string;
}

/** Around the steps, in the all-in-one element. */
export interface JourneyWords {
  readonly tag: string;
  /** Names the whole for people who cannot see it. */
  readonly label: string;
  readonly cards: string;
  readonly noCards: string;
  /** Label of the search field, where there are many cards. */
  readonly search: string;
  /** How many of all cards are found. */
  readonly found: (count: number, all: number) => string;
  readonly showAll: string;
  readonly showMore: (count: number) => string;
  readonly signOut: string;
  readonly allCards: string;
  /** Above the one card that a renewal link opens. */
  readonly linkOpened: string;
  readonly everything: string;
  readonly retry: string;
  /** Money, after a choice that did not lead to a renewal. */
  readonly charged: { readonly [known in 'no' | 'unknown' | 'yes']: string };
  /** Title and text of the calendar entry. */
  readonly reminderSummary: (label: string) => string;
  readonly reminderText: (label: string, date: string) => string;
  /** Title of an entry so many days before. */
  readonly reminderNotice: (label: string, days: number) => string;
  readonly problem: ProblemWords;
}
