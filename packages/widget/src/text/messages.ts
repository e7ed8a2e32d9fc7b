import type { ExpiryState, ProblemCode, Quote, Receipt, RefusalReason, Term } from '@leb-renew/core';

/** Every word the elements can say, one section per element. A language that lacks one does not compile. */
export interface Messages {
  readonly status: StatusWords;
  readonly plans: PlanWords;
  readonly signIn: SignInWords;
  readonly checkout: CheckoutWords;
  readonly receipt: ReceiptWords;
  readonly journey: JourneyWords;
}

/** What is said until there is a card to renew. */
export type FirstMessages = Pick<Messages, 'status' | 'signIn' | 'journey'>;

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
  /** In place of plans that make no sense. */
  readonly unreadable: string;
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
  readonly loading: string;
  /** In place of a state that makes no sense. */
  readonly unreadable: string;
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
  /** Said beforehand, since what happens then moves on (WCAG 2.2, 3.2.2). */
  readonly codeRule: string;
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
  readonly term: (term: Term) => string;
  /** The last minute of the card as it is, with the zone it is in: still to come, and past. */
  readonly expires: (moment: string, zone: string) => string;
  readonly ended: (moment: string, zone: string) => string;
  readonly plan: string;
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
  /** Beside a box that is never ticked beforehand: nobody pays before they have accepted the loss. */
  readonly acceptLoss: (days: number) => string;
  readonly tax: (label: string, rate: string) => string;
  readonly total: string;
  readonly once: string;
  readonly direct: string;
  readonly soldBy: (seller: string) => string;
  readonly terms: string;
  readonly heldUntil: (time: string) => string;
  /** In the last minutes. One stands for less than one, too. */
  readonly heldFor: (minutes: number, time: string) => string;
  readonly runOutNext: string;
  /** Asks for the same choice at today's price. */
  readonly seeAgain: string;
  /** What a new price brings that the one before did not. */
  readonly changed: string;
  readonly sameAsBefore: string;
  readonly priceChanged: (was: string, now: string) => string;
  readonly endChanged: (was: string, now: string) => string;
  readonly lossChanged: (was: string, now: string) => string;
  readonly lost: (days: number) => string;
  readonly testMode: string;
  readonly withdrawal: { readonly [rule in Quote['withdrawal']]: string };
  readonly consent: string;
  /** Goes on after the consent. Orders nothing. */
  readonly agree: string;
  /**
   * A legal text, not a caption. Only the words on the button count (EU Consumer Rights Directive, article 8(2); Court of
   * Justice C-249/21): they must say in each language, without the text around them, that pressing orders something and
   * costs `amount`. A verb of paying and the amount; never *Continue*, *Confirm* or *Renew* alone. Otherwise the customer
   * is not bound. Have it read by somebody who knows the law where the language is spoken.
   */
  readonly pay: (amount: string) => string;
  readonly back: string;
  /** The same, where the way back is the way on. */
  readonly chooseAgain: string;
  readonly retry: string;
  readonly reload: string;
  /** Why a payment form may not be there, besides a network that fails. */
  readonly mayBeBlocked: string;
  readonly look: string;
  readonly done: string;
  /** Names the group of the payment form for whoever does not see it. */
  readonly ways: string;
  /** What one pays with, a credit or a debit card: one of several ways. */
  readonly card: string;
  readonly formLoading: string;
  readonly opening: string;
  readonly confirming: string;
  readonly cancelling: string;
  /** Money, after trouble: what is known about it. */
  readonly charged: { readonly no: string; readonly unknown: string; readonly yes: string };
  /** Money, while no payment is seen: true for whoever has paid and for whoever has not. */
  readonly notTwice: string;
  /** Service, after trouble: until when the card works anyway, or null when it has ended. */
  readonly service: (date: string | null) => string;
  /** Without a network: what it means, and that nobody has to do anything. */
  readonly offline: string;
  /** In place of a state that makes no sense. Never a way to pay. */
  readonly unreadable: string;
  readonly resumingTitle: string;
  readonly resuming: string;
  /** After half a minute. Where a payment was sent, nothing else can be begun meanwhile. */
  readonly resumingLong: (wasSent: boolean) => string;
  readonly checkingTitle: string;
  readonly checking: string;
  readonly checkingSafe: string;
  /** After half a minute: what happens next, and that nobody has to wait for it. */
  readonly checkingLong: string;
  readonly receivedTitle: string;
  readonly received: string;
  readonly receivedSafe: (amount: string, receiptNumber: string) => string;
  readonly receivedLong: string;
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
  /** In place of a receipt that makes no sense. */
  readonly unreadable: string;
  /** Nothing has been paid for the card. */
  readonly none: string;
  readonly renewed: string;
  readonly paid: string;
  readonly activeUntil: (date: string) => string;
  /** Of a renewal whose time is over. */
  readonly ranUntil: (date: string) => string;
  /** Paid, not extended yet. */
  readonly stillExtending: string;
  /** Money went back before anything was extended. */
  readonly wasCorrected: string;
  readonly corrected: string;
  /** A paper that takes money back, and the number of the receipt that it belongs to. */
  readonly correction: string;
  readonly correctionOf: (number: string) => string;
  /** Before the numbers of the papers that took money back. */
  readonly correctedBy: string;
  readonly sentTo: (address: string) => string;
  readonly number: string;
  readonly amount: string;
  /** The amount of a correction. */
  readonly returned: string;
  readonly tax: (label: string, rate: string) => string;
  readonly card: string;
  readonly plan: string;
  readonly extended: string;
  readonly paidOn: string;
  readonly seller: string;
  readonly taxId: string;
  readonly reference: string;
  readonly total: string;
  readonly nothingToInstall: string;
  readonly noNetwork: string;
  readonly withdrawal: { readonly [granted in Receipt['withdrawal']]: string };
  readonly save: string;
  readonly print: string;
  /** Opens a page that can be printed. */
  readonly open: string;
  readonly reminder: string;
  /** Fetches a calendar file. */
  readonly calendar: string;
  readonly done: string;
  /** What is true although the receipt could not be read. */
  readonly safe: string;
  readonly retry: string;
  /** Heads the list of a card's receipts. */
  readonly past: string;
  /** Marks the one of them that is shown. */
  readonly shown: string;
  readonly more: (count: number) => string;
  /** Title of the saved file. */
  readonly document: (number: string) => string;
  readonly problem: ProblemWords;
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
  /** Leads to what was paid for a card; in full for whoever does not see beside which card it stands. */
  readonly receipts: string;
  readonly receiptsOf: (label: string) => string;
  readonly signOut: string;
  readonly allCards: string;
  /** Above the one card that a renewal link opens. */
  readonly linkOpened: string;
  readonly everything: string;
  /** Above the sign-in, where a payment is in doubt, e.g. in another browser than it began in. */
  readonly signInToKnow: string;
  /** Read out while a later part of the journey is on its way. */
  readonly loading: string;
  /** It could not be loaded, and what to do. */
  readonly notLoaded: string;
  readonly notLoadedNext: string;
  readonly retry: string;
  /** Closes a dialog or a drawer. */
  readonly close: string;
  /** Why it does not close. */
  readonly sending: string;
  /** Money, after a choice that did not lead to a renewal. */
  readonly charged: { readonly [known in 'no' | 'unknown' | 'yes']: string };
  /** Title and text of the calendar entry. */
  readonly reminderSummary: (label: string) => string;
  readonly reminderText: (label: string, date: string) => string;
  /** Title of an entry so many days before. */
  readonly reminderNotice: (label: string, days: number) => string;
  readonly problem: ProblemWords;
}
