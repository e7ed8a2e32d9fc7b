import type { Change } from './changed-machine.ts';
import { promises, type Promised } from './promises.ts';
import type { Size } from './settings.ts';
import type { ServerGuard } from './shop.ts';

interface Missed {
  /** The smallest world in which it is missed. */
  readonly where: Size;
  /** The promise that breaks; null where something else covers for it, and then what. */
  readonly breaks: Promised | null;
  readonly coveredBy?: string;
}

const one = { tabs: 1, tries: 2, quotes: 1, troubles: 1, prompt: true } as const satisfies Size;
const naive = { ...one, naiveProvider: true } as const satisfies Size;
/** A payment may take longer than the patience of its page. */
const slow = { tabs: 1, tries: 2, quotes: 1, troubles: 2 } as const satisfies Size;
const two = { ...one, tabs: 2, lessPatience: true } as const satisfies Size;

/** A form goes on behind the word that the other tab is paying. */
const other = {
  ...two,
  tries: 1,
  prompt: false,
  formsGoOn: true,
  kinds: ['blocked', 'lost'],
} as const satisfies Size;

/** The guards of the page, each a piece of the machine's source and what it becomes without it. */
export const pageGuards: Readonly<Record<string, Missed & { readonly change: Change }>> = {
  'an answer to an older question means nothing': {
    change: [`if ('run' in event ? event.run !== state.run : answers.has(event.type)) return [state];`, ''],
    where: { ...naive, troubles: 2, kinds: ['late', 'unknown'] },
    breaks: promises.oneCapture,
  },
  'only a form that stands ready is sent': {
    change: [`return state.form === 'ready'\n        ?`, `return true\n        ?`],
    where: { ...one, troubles: 0 },
    breaks: promises.rightForm,
  },
  'the ticket is put away before the payment is sent': {
    change: [`            { type: 'remember', ticket: ticketOf(renewal, true, state.inDoubt) },\n`, ''],
    where: { ...naive, troubles: 0 },
    breaks: promises.oneCapture,
  },
  'the ticket says that a payment was sent': {
    change: [
      `ticket: ticketOf(renewal, true, state.inDoubt) },\n            { type: 'confirm'`,
      `ticket: ticketOf(renewal, false, state.inDoubt) },\n            { type: 'confirm'`,
    ],
    where: { ...naive, troubles: 0 },
    breaks: promises.oneCapture,
  },
  'patience, while a payment is checked': {
    change: [`(renewal.status === 'awaiting-payment' && state.asks + 1 < patience)`, 'false'],
    where: { ...naive, kinds: ['unknown'] },
    breaks: promises.oneCapture,
  },
  'patience, after a reload': {
    change: ['doubt && state.asks + 1 < patience', 'false'],
    where: { ...naive, troubles: 0 },
    breaks: promises.oneCapture,
  },
  'looking often does not shorten the patience': {
    change: ['asks: Math.max(0, state.asks - 1)', 'asks: state.asks'],
    where: { ...naive, kinds: ['unknown'] },
    breaks: promises.oneCapture,
  },
  'who is led into an open renewal takes it for being paid': {
    change: ['renewalToken: null, confirming: true', 'renewalToken: null, confirming: false'],
    where: { ...naive, quotes: 2, kinds: ['storage'] },
    breaks: promises.oneCapture,
  },
  'news that was overtaken is no news': {
    change: ['news.seq < renewal.seq || ', ''],
    where: { ...naive, kinds: ['lag'] },
    breaks: null,
    coveredBy: 'patience is longer than a reader lags, and what is paid stays paid',
  },
  'what is paid is never unpaid again': {
    change: [` || (status === 'extending' && !('paidAt' in news))`, ''],
    where: one,
    breaks: null,
    coveredBy: 'the numbers of the news say the same',
  },
  'neither numbers nor payment say which news is old': {
    change: [`news.seq < renewal.seq || (status === 'extending' && !('paidAt' in news))`, 'false'],
    where: { ...one, kinds: ['lag'] },
    breaks: promises.noWayBack,
  },
  'only the server says paid': {
    change: [
      `case 'ask-server':\n      return check(true);`,
      `case 'ask-server':\n      return ask({ status: 'extending', run, renewal, asks: 0, problem: null });`,
    ],
    where: { ...one, troubles: 0 },
    breaks: promises.onlyServer,
  },
  'nobody says that nothing was charged while it may be': {
    change: [
      `trouble.charged === 'no' && inFlight ? { ...trouble, charged: 'unknown' } : trouble`,
      'trouble',
    ],
    where: { ...one, kinds: ['lost'] },
    breaks: promises.notCharged,
  },
  'trouble after the payment says that it arrived': {
    change: [`{ ...there(event.problem), charged: 'yes' }`, 'event.problem'],
    where: { ...one, kinds: ['lost'] },
    breaks: promises.notCharged,
  },
  'the pay button comes back with a word': {
    change: ['doubt ? inDoubt(trouble ?? notSeen, true) : trouble', 'trouble'],
    where: { ...one, kinds: ['unknown'] },
    breaks: promises.notSeen,
  },
  'a form that is blocked says so in doubt': {
    change: ['inDoubt(event.problem, doubt)', 'event.problem'],
    where: { ...slow, kinds: ['unknown', 'blocked'] },
    breaks: promises.notCharged,
  },
  'what is said of another tab stays, whatever becomes of the form behind it': {
    change: [
      `event.renewalId !== renewal.renewalId || isElsewhere) return`,
      `event.renewalId !== renewal.renewalId) return`,
    ],
    where: other,
    breaks: null,
    coveredBy: 'the doubt about that tab stays, too',
  },
  'a form that knows of a payment leaves a doubt': {
    change: ['state.inDoubt || mayBeCharged(there(event.problem))', 'state.inDoubt'],
    where: other,
    breaks: promises.notCharged,
  },
  'a form that becomes ready behind that is not offered': {
    change: [' && !isElsewhere ? [{ ...state, form:', ' ? [{ ...state, form:'],
    where: other,
    breaks: null,
    coveredBy: 'the form asks before it sends whether another tab is paying',
  },
  'a payment that another tab keeps from being sent leaves a doubt': {
    change: ['state.inDoubt || mayBeCharged(trouble)', 'state.inDoubt'],
    where: other,
    breaks: promises.notCharged,
  },
  'a reload does not forget what a form knew of': {
    change: ['[blocked, remember]', '[blocked]'],
    where: other,
    breaks: promises.notCharged,
  },
  'a decline of this payment says nothing about the one before': {
    change: ['problem: inDoubt(trouble, doubt)', 'problem: trouble'],
    where: { ...slow, kinds: ['unknown'] },
    breaks: promises.notCharged,
  },
  'news of an earlier decline says nothing about this payment': {
    change: ['(renewal.isBehind ?? state.inDoubt)', 'state.inDoubt'],
    where: { ...one, troubles: 2, kinds: ['lag', 'notice'] },
    breaks: promises.notCharged,
  },
  'a decline says nothing about a payment that may not have arrived': {
    change: ['!hasArrived || ', ''],
    where: { tabs: 2, tries: 2, quotes: 1, troubles: 1, lessPatience: true, kinds: ['unknown'] },
    breaks: promises.notCharged,
  },
  'who is led back after a decline is told at once': {
    change: ['!(ticket.returned && isDecided(event.renewal, since))', 'true'],
    where: { ...one, troubles: 0 },
    breaks: promises.atOnce,
  },
  'a payment on its way is not decided by news of a decline': {
    change: ['ticket.returned && isDecided', 'isDecided'],
    where: { ...two, troubles: 0 },
    breaks: promises.notCharged,
  },
  'what was known before a payment says nothing about it': {
    change: ['news.seq > since &&', ''],
    where: { ...one, kinds: ['lag'] },
    breaks: promises.notCharged,
  },
  'a ticket has no number while an earlier payment is in doubt': {
    change: ['...(!(isBehind || doubt) &&', '...(!isBehind &&'],
    where: { ...slow, kinds: ['unknown'] },
    breaks: promises.notCharged,
  },
  'a ticket has no number after a decline in the form': {
    change: ['...(!(isBehind || doubt) &&', '...(!doubt &&'],
    where: { ...one, kinds: ['lag'] },
    breaks: promises.notCharged,
  },
  'a reload does not forget a decline in the form': {
    change: ['event.renewal.seq < since', 'false'],
    where: { ...one, troubles: 2, kinds: ['lag'] },
    breaks: promises.notCharged,
  },
  'a doubt lasts while a renewal is being given up': {
    change: ['openForm(state.renewal, run, state.inDoubt,', 'openForm(state.renewal, run, false,'],
    where: { ...slow, kinds: ['unknown', 'lost'] },
    breaks: promises.notCharged,
  },
  'the ticket remembers the doubt': {
    change: [
      `  { type: 'remember', ticket: ticketOf(renewal, doubt) },\n  { type: 'open-form', renewal },`,
      `  { type: 'remember', ticket: ticketOf(renewal, false) },\n  { type: 'open-form', renewal },`,
    ],
    where: { ...slow, kinds: ['unknown', 'lost'] },
    breaks: promises.notCharged,
  },
  'the ticket outlives the session': {
    change: [
      `            return refuse(inDoubt(event.problem, state.ticket.confirming), run);\n          default`,
      `            return [...refuse(event.problem, run), { type: 'forget' }];\n          default`,
    ],
    where: { ...one, kinds: ['signed out'] },
    breaks: promises.ticket,
  },
  'the ticket is forgotten only when all is over': {
    change: [
      `return ask({ status: 'extending', run, renewal, asks, problem: null });`,
      `return [...ask({ status: 'extending', run, renewal, asks, problem: null }), { type: 'forget' }];`,
    ],
    where: { ...one, troubles: 0 },
    breaks: promises.ticket,
  },
  'a renewal is given up only when the server says so': {
    change: [
      `return event.renewal.status === 'cancelled'\n          ?`,
      `return event.renewal.status !== 'renewed'\n          ?`,
    ],
    where: { tabs: 1, tries: 1, quotes: 1, troubles: 1, kinds: ['unknown'] },
    breaks: promises.ticket,
  },
  'a renewal whose payment was never made is left': {
    change: [
      `event.problem.code === 'provider-down' && event.problem.renewalId === state.ticket.renewalId`,
      'false',
    ],
    where: { ...one, quotes: 2, kinds: ['provider down'] },
    breaks: promises.restless,
  },
  'a look while the form is open believes no older news': {
    change: [
      ` || event.renewal.seq < renewal.seq\n        ? [state]\n        : follow(event.renewal, run, state.inDoubt)`,
      `\n        ? [state]\n        : follow(event.renewal, run, state.inDoubt)`,
    ],
    where: { ...one, kinds: ['lag'] },
    breaks: null,
    coveredBy: 'wherever it leads, the server is asked again',
  },
  'the ticket is put away when the form opens': {
    change: [
      `  { type: 'remember', ticket: ticketOf(renewal, doubt) },\n  { type: 'open-form', renewal },`,
      `  { type: 'open-form', renewal },`,
    ],
    where: { ...naive, troubles: 1, kinds: ['lost', 'unknown'] },
    breaks: null,
    coveredBy: 'it is put away again before the payment is sent',
  },
};

/** The guards of the server, each taken away in the model of it. */
export const guardsOfServer: Readonly<Record<ServerGuard, Missed>> = {
  'one renewal per quote': {
    where: { ...one, quotes: 2, kinds: ['lost', 'orphan'] },
    breaks: null,
    coveredBy: 'the card has only one open renewal',
  },
  'one open renewal per card': { where: { ...two, quotes: 2, troubles: 0 }, breaks: promises.oneLive },
  'one payment per renewal': {
    where: { ...one, quotes: 2, kinds: ['lost', 'orphan'] },
    breaks: promises.goodEnd,
  },
  'the provider ends a payment that waits for its customer when the next begins': {
    where: { ...two, kinds: ['customer'] },
    breaks: promises.notCharged,
  },
  'the payment is closed before the renewal is given up': {
    where: { ...two, troubles: 0 },
    breaks: promises.closed,
  },
  'the rank never falls': {
    where: { ...one, troubles: 2, kinds: ['notice'] },
    breaks: promises.oneExtension,
  },
  'a fact that was overtaken counts only as money': {
    where: { ...naive, troubles: 2, kinds: ['notice', 'lag'] },
    breaks: promises.noSecondPay,
  },
  'money wins over a cancellation': { where: { ...two, kinds: ['late money'] }, breaks: promises.goodEnd },
  'money for a card that another renewal pays for is looked at': {
    where: { ...one, quotes: 2, troubles: 2, kinds: ['expired', 'late money'] },
    breaks: promises.oneLive,
  },
  'another sum is looked at': { where: { ...one, kinds: ['other sum'] }, breaks: promises.rightSum },
  'the provider is asked about what is unpaid': { where: { ...one, troubles: 0 }, breaks: promises.goodEnd },
  'the provider is asked about what was declined, too': {
    where: { ...one, troubles: 0 },
    breaks: promises.goodEnd,
  },
  'a decline is told only when the provider was asked': {
    where: { ...two, kinds: ['provider down'] },
    breaks: promises.notCharged,
  },
  'the supplier is asked before a retry': {
    where: { ...one, kinds: ['supplier'] },
    breaks: promises.oneExtension,
  },
  'one process at a time extends': { where: { ...one, troubles: 0 }, breaks: promises.oneExtension },
  'a refusal of the supplier is looked at': {
    where: { ...one, kinds: ['supplier'] },
    breaks: promises.goodEnd,
  },
  'what was paid is taken up again after the process ended': {
    where: { ...one, kinds: ['crash'] },
    breaks: promises.goodEnd,
  },
};
