import { firstRenewal, renewalStep, type RenewalState, type SignInState } from '@leb-renew/core';
import { firstSignIn, signInStep } from '@leb-renew/core/sign-in';
import * as renewal from '../../test/core/examples/renewal-steps.ts';
import * as signIn from '../../test/core/examples/sign-in-steps.ts';
import { guardsOfServer, pageGuards } from '../../test/core/model/guards.ts';
import { promises } from '../../test/core/model/promises.ts';
import { largeWorlds, worlds, type Size } from '../../test/core/model/settings.ts';
import { drawn, tabled } from './draw.ts';

type Meaning = readonly [meaning: string, movedOnBy: string];

const renewalStates: Readonly<Record<RenewalState['status'], Meaning>> = {
  choosing: ['Plans are on offer.', 'the person, or a ticket that is found'],
  quoting: ['The server is asked for a price and dates.', 'the server; the person may go back'],
  agreeing: ['The price stands; the person has to agree to lose the right to withdraw.', 'the person'],
  opening: ['The price stands; its payment is being opened.', 'the server'],
  reviewing: [
    'The payment could not be opened, or the price has run out.',
    'the person, or a connection that is back',
  ],
  paying: ['The payment form is open.', 'the person; news from another tab'],
  confirming: ['A payment was sent.', 'the payment form; the server, asked when the page is looked at'],
  checking: ['Money may be on its way.', 'the server, asked again and again'],
  cancelling: ['The server is asked to give the renewal up.', 'the server'],
  resuming: [
    'A ticket was found; what became of it is not known yet.',
    'the server, asked again and again; the person, if nothing was sent',
  ],
  extending: ['Paid; the card is being extended.', 'the server, asked again and again'],
  renewed: ['Paid and extended.', 'the person'],
  held: [
    'Paid; a person is needed, or the money goes back.',
    'the person; the server, asked when the page is looked at',
  ],
};

const signInStates: Readonly<Record<SignInState['status'], Meaning>> = {
  'signed-out': ['The form is shown, with what went wrong last.', 'the person, or the host page'],
  'signing-in': ['E-mail and password are being checked.', 'the server'],
  code: ['A one-time code is asked for.', 'the person'],
  verifying: ['The code is being checked.', 'the server'],
  waiting: ['Too many tries: there is a time to wait.', 'the clock'],
  locked: ['Only a new password or support opens the account.', 'the person'],
  'opening-link': ['A renewal link is being exchanged for a session.', 'the server; the person may go back'],
  resetting: ['The address for a new password is asked for.', 'the person'],
  'sending-reset': ['The mail with a new password is being asked for.', 'the server'],
  'reset-sent': ['The mail is on its way.', 'the person'],
  'new-password': ['A link of such a mail was opened; the new password is asked for.', 'the person'],
  'setting-password': ['The new password is being set.', 'the server'],
  'password-set': ['The form is shown again: nobody is signed in by a link.', 'the person'],
  'signed-in': ['There is a session.', 'the person, or a session that ends'],
};

const meanings = (states: Readonly<Record<string, Meaning>>): string =>
  tabled([
    ['state', 'what it means', 'who moves on'],
    ...Object.entries(states).map(([status, [meaning, by]]) => [`\`${status}\``, meaning, by]),
  ]);

const sizes = (all: Readonly<Record<string, Size>>): string[][] =>
  Object.entries(all).map(([name, { tabs, tries, quotes, troubles }]) =>
    [name, tabs, tries, quotes, troubles].map(String),
  );

const missed = (
  side: string,
  guards: Readonly<Record<string, { readonly breaks: string | null; readonly coveredBy?: string }>>,
): string[][] =>
  Object.entries(guards).map(([name, { breaks, coveredBy = '' }]) => [
    side,
    name,
    breaks ?? `– (${coveredBy})`,
  ]);

/** News that was overtaken says nothing that the diagram does not show. */
const renewalEvents = Object.fromEntries(
  Object.entries(renewal.events).filter(([name]) => name !== 'news: old'),
);

/** What `docs/machines.md` has from the code, by the name of the place where it stands. */
export const parts: Readonly<Record<string, string>> = {
  'renewal diagram': drawn({
    states: renewal.states,
    events: renewalEvents,
    step: renewalStep,
    first: firstRenewal,
  }),
  'renewal states': meanings(renewalStates),
  'sign-in diagram': drawn({ ...signIn, step: signInStep, first: firstSignIn }),
  'sign-in states': meanings(signInStates),
  promises: Object.values(promises)
    .map((promise) => `- ${promise}`)
    .join('\n'),
  worlds: tabled([
    ['world', 'pages', 'payments', 'quotes', 'troubles at once'],
    ...sizes(worlds),
    ...sizes(largeWorlds),
  ]),
  guards: tabled([
    ['side', 'guard', 'without it, this no longer holds'],
    ...missed('page', pageGuards),
    ...missed('server', guardsOfServer),
  ]),
};

/** The paper with its generated parts as the code has them now. */
export function withParts(paper: string): string {
  let written = paper;
  for (const [name, text] of Object.entries(parts)) {
    const [begin, end] = [`<!-- from the code: ${name} -->`, `<!-- end: ${name} -->`];
    const from = written.indexOf(begin);
    const to = written.indexOf(end);
    if (from < 0 || to < from) throw new Error(`docs/machines.md has no place for: ${name}`);
    written = `${written.slice(0, from + begin.length)}\n\n${text}\n\n${written.slice(to)}`;
  }
  return written;
}
