import { formatMoney, type Answer, type Card, type Problem, type Quote } from '@leb-renew/core';
import type { RenewalApi, RenewalState, SignInState, Store } from '@leb-renew/core';
import { problemKinds } from '@leb-renew/core/contract';
import { createJourney, type Journey, type JourneyPorts } from '@leb-renew/core/journey';
import { createElement as h, useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
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

const words = (state: SignInState | RenewalState | { readonly problem: Problem }): string | undefined =>
  'problem' in state && state.problem ? problemKinds[state.problem.code].title : undefined;

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
  const submit = (data: FormData) => {
    const [email, password] = [data.get('email'), data.get('password')].map(String) as [string, string];
    signIn.send({ type: 'sign-in', email, password });
  };
  return h(
    'form',
    { action: submit },
    h('h2', null, 'Sign in'),
    h('label', null, 'E-mail', h('input', { name: 'email', type: 'email', autoComplete: 'username' })),
    h('label', null, 'Password', h('input', { name: 'password', type: 'password' })),
    h('button', null, 'Sign in'),
    h('p', { role: 'status' }, words(state)),
  );
}

function Cards({ journey: { renewal }, api }: Props): ReactElement {
  const state = useStore(renewal);
  const answer = useAnswer(api.cards);
  const renew = ({ cardRef, currentPlan: { planId } }: Card) =>
    renewal.send({ type: 'choose', choice: { cardRef, planId, currency: 'USD' } });
  return h(
    'div',
    null,
    h('h2', null, 'Your cards'),
    h('p', { role: 'status' }, answer === null ? 'Loading…' : words(answer.ok ? state : answer)),
    answer?.ok &&
      answer.value.cards.map((card) =>
        h('button', { key: card.cardRef, onClick: () => renew(card) }, `Renew ${card.label}`),
      ),
  );
}

const consent = 'Start at once. I understand that I then can no longer withdraw from this purchase.';

function Checkout({ journey: { renewal }, payment }: Props): ReactElement {
  const state = useStore(renewal);
  const button = (name: string, type: 'pay' | 'back' | 'retry' | 'done') =>
    h('button', { key: type, onClick: () => renewal.send({ type }) }, name);
  const quote = 'renewal' in state ? state.renewal.quote : null;
  const total = quote && formatMoney(quote.total, 'en');
  return h(
    'div',
    null,
    h('h2', null, state.status === 'renewed' ? 'Renewed' : 'Review and pay'),
    h('p', { role: 'status' }, words(state) ?? state.status),
    quote && h('p', null, `${quote.plan.name}, until ${lastDay(quote)}: ${total ?? ''}`),
    h('div', { ref: (place) => place?.append(payment), hidden: state.status !== 'paying' }),
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
  return () => {
    app.unmount();
    journey.dispose();
  };
}
