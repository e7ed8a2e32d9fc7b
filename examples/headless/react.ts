import { formatMoney, type Answer, type Card, type Problem, type Quote } from '@leb-renew/core';
import type { RenewalApi, RenewalState, SignInEvent, SignInState, Store } from '@leb-renew/core';
import { problemKinds } from '@leb-renew/core/contract';
import { createJourney, type Journey, type JourneyPorts } from '@leb-renew/core/journey';
import { createElement as h, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactElement, SubmitEvent } from 'react';
import { createRoot } from 'react-dom/client';

/** The state of a store. A component that uses it is drawn again when it changes. */
const useStore = <State, Event>(store: Store<State, Event>): State =>
  useSyncExternalStore(store.subscribe, () => store.state);

/** What the server answers; null until it has. */
function useAnswer<T>(ask: () => Promise<Answer<T>>): Answer<T> | null {
  const [answer, setAnswer] = useState<Answer<T> | null>(null);
  useEffect(() => {
    let isHere = true;
    void ask().then((settled) => isHere && setAnswer(settled));
    return () => void (isHere = false);
  }, [ask]);
  return answer;
}

/** What is going on, where the screen itself does not say it. */
const doing: Partial<Record<SignInState['status'] | RenewalState['status'], string>> = {
  'signing-in': 'Signing you in…',
  verifying: 'Checking your code…',
  quoting: 'Getting your price…',
  opening: 'Preparing your payment…',
  confirming: 'Paying…',
  checking: 'Checking your payment. Please do not pay again.',
  cancelling: 'Going back…',
  resuming: 'Looking for your renewal…',
  extending: 'Paid. Your card is being extended…',
  held: 'Paid. A person is looking at your renewal and will write to you.',
};
const charged = { no: '', unknown: 'You may have been charged.', yes: 'You have been charged.' };
const say = ({ code, charged: money }: Problem): string => `${problemKinds[code].title} ${charged[money]}`;
const words = (state: SignInState | RenewalState): string | undefined =>
  'problem' in state && state.problem ? say(state.problem) : doing[state.status];

/** Service ends at an instant: the moment before it belongs to the last day. */
const lastDay = ({ effect, card }: Quote): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: card.zone }).format(Date.parse(effect.to) - 1);

interface Props {
  readonly journey: Journey;
  readonly api: RenewalApi;
  /** Belongs to the payment provider: React only gives it a place. */
  readonly payment: HTMLElement;
}

function Renewal(props: Props): ReactElement {
  const signIn = useStore(props.journey.signIn);
  const renewal = useStore(props.journey.renewal);
  if (renewal.status !== 'choosing' && renewal.status !== 'quoting') return h(Checkout, props);
  return h(signIn.status === 'signed-in' ? Cards : SignIn, props);
}

function SignIn({ journey: { signIn } }: Props): ReactElement {
  const state = useStore(signIn);
  const isCode = state.status === 'code' || state.status === 'verifying';
  const field = (label: string, name: string, type: string, autoComplete: string) =>
    h('label', { key: name }, label, h('input', { name, type, autoComplete, required: true }));
  // What is typed stays typed when it is refused: a form with an `action` would be emptied by React.
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(event.currentTarget));
    signIn.send({ type: isCode ? 'verify' : 'sign-in', ...typed } as SignInEvent);
  };
  return h(
    'form',
    { onSubmit },
    h('h2', null, 'Sign in'),
    isCode
      ? field('The code that we have sent you', 'code', 'text', 'one-time-code')
      : [
          field('E-mail', 'email', 'email', 'username'),
          field('Password', 'password', 'password', 'current-password'),
        ],
    h('button', null, isCode ? 'Continue' : 'Sign in'),
    h('p', { role: 'status' }, words(state)),
  );
}

function Cards({ journey: { signIn, renewal }, api }: Props): ReactElement {
  const state = useStore(renewal);
  const answer = useAnswer(api.cards);
  const [failed, setFailed] = useState<Problem | null>(null);
  const trouble = answer?.ok === false ? answer.problem : failed;
  useEffect(() => {
    if (trouble?.next === 'sign-in') signIn.send({ type: 'expired', problem: trouble });
  }, [signIn, trouble]);
  /** The plan that the card has, in the currency that the server proposes. */
  const renew = async ({ cardRef, currentPlan: { planId } }: Card) => {
    const plans = await api.plans({ cardRef });
    setFailed(plans.ok ? null : plans.problem);
    if (plans.ok)
      renewal.send({ type: 'choose', choice: { cardRef, planId, currency: plans.value.currency } });
  };
  return h(
    'div',
    null,
    h('h2', null, 'Your cards'),
    h('p', { role: 'status' }, trouble ? say(trouble) : answer ? words(state) : 'Loading…'),
    answer?.ok &&
      answer.value.cards.map((card) =>
        h('button', { key: card.cardRef, onClick: () => void renew(card) }, `Renew ${card.label}`),
      ),
  );
}

const consent = 'Start at once. I understand that I then can no longer withdraw from this purchase.';

function Checkout({ journey: { renewal }, payment }: Props): ReactElement {
  const state = useStore(renewal);
  const button = (name: string, type: 'pay' | 'back' | 'retry' | 'done') =>
    h('button', { key: type, onClick: () => renewal.send({ type }) }, name);
  const putInto = useCallback((place: HTMLElement | null) => place?.append(payment), [payment]);
  const quote = 'renewal' in state ? state.renewal.quote : null;
  const total = quote && formatMoney(quote.total, 'en');
  return h(
    'div',
    null,
    h('h2', null, state.status === 'renewed' ? 'Renewed' : 'Review and pay'),
    h('p', { role: 'status' }, words(state)),
    quote && h('p', null, `${quote.plan.name}, until ${lastDay(quote)}: ${total ?? ''}`),
    h('div', { ref: putInto, hidden: state.status !== 'paying' }),
    state.status === 'paying' && [button(`Pay ${total ?? ''}`, 'pay'), button('Back', 'back')],
    state.status === 'agreeing' && [
      h('p', null, consent),
      h('button', { key: 'agree', onClick: () => renewal.send({ type: 'agree', text: consent }) }, 'I agree'),
      button('Back', 'back'),
    ],
    state.status === 'reviewing' && [button('Try again', 'retry'), button('Back', 'back')],
    (state.status === 'renewed' || state.status === 'held') && button('Done', 'done'),
  );
}

/** The same stores as in plain.ts, drawn by React. */
export function showRenewal(root: HTMLElement, ports: JourneyPorts<HTMLElement>): () => void {
  const payment = document.createElement('div');
  payment.className = 'payment';
  const journey = createJourney(ports, {
    container: () => payment,
    view: () => ({ locale: 'en', tokens: new Map(), returnUrl: location.href }),
  });
  const app = createRoot(root);
  app.render(h(Renewal, { journey, api: ports.api, payment }));
  journey.resume();
  const left = new AbortController();
  for (const back of ['online', 'focus', 'pageshow'])
    addEventListener(back, () => journey.renewal.send({ type: 'look' }), { signal: left.signal });
  return () => {
    left.abort();
    app.unmount();
    journey.dispose();
  };
}
