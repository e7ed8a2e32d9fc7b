import { expiryOf, formatMoney, noticeFor } from '@leb-renew/core';
import type { Answer, Card, Choice, Problem, RenewalEvent, SignInEvent } from '@leb-renew/core';
import { problemKinds } from '@leb-renew/core/contract';
import { createJourney, type JourneyPorts } from '@leb-renew/core/journey';

const charged = { no: '', unknown: 'You may have been charged.', yes: 'You have been charged.' };
const say = ({ code, charged: money, next }: Problem): string =>
  `${problemKinds[code].title} ${charged[money]} What to do: ${next.replaceAll('-', ' ')}.`;

/** Service ends at `end`, an ISO instant: the moment before it belongs to the last day. */
const lastDay = (end: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone }).format(Date.parse(end) - 1);

function lifeOf({ entitlement, currentPlan }: Card, now: number): string {
  const { expiresAt, zone } = entitlement;
  const { state, daysLeft } = expiryOf({ entitlement }, noticeFor(currentPlan.term), now);
  const left = daysLeft !== null && daysLeft >= 0 ? `${daysLeft} days left, ` : '';
  if (expiresAt === null) return state;
  return `${state.replace('-', ' ')}: ${left}last day ${lastDay(expiresAt, zone)}`;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  members: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), members);
  element.append(...children);
  return element;
}

const facts = (all: Record<string, string>): Node[] =>
  Object.entries(all).flatMap(([term, fact]) => [make('dt', {}, term), make('dd', {}, fact)]);

/** A whole renewal: fills the screens of index.html, each with its statuses; what a person does becomes an event. */
export function showRenewal(root: HTMLElement, ports: JourneyPorts<HTMLElement>): () => void {
  const find = (selector: string) => root.querySelector(selector) as HTMLElement;
  const { api, clock } = ports;
  const { signIn, renewal, resume, dispose } = createJourney(ports, {
    container: () => find('.payment'),
    view: () => ({ locale: 'en', tokens: new Map(), returnUrl: location.href }),
  });
  let card: Card | null = null;
  let screen: HTMLElement | null = null;
  let visits = 0;
  let failed: Problem | null = null;

  /** Fills the screen with what the server answers, unless the person has gone on meanwhile. */
  async function load<T>(asked: Promise<Answer<T>>, fill: (value: T) => void): Promise<void> {
    const visit = visits;
    const answer = await asked;
    if (visit !== visits) return;
    if (answer.ok) fill(answer.value);
    else if (answer.problem.next === 'sign-in') signIn.send({ type: 'expired', problem: answer.problem });
    else failed = answer.problem;
    draw();
  }

  /** What a screen needs when the person comes to it. */
  function enter(at: string): void {
    const { state } = renewal;
    if (at === 'cards')
      void load(api.cards(), ({ cards }) => {
        const rows = cards.map((each) => {
          const renew = make('button', { onclick: () => choose(each) }, `Renew ${each.label}`);
          return make('li', {}, make('h3', {}, each.label), make('p', {}, lifeOf(each, clock.now())), renew);
        });
        find('.cards').replaceChildren(...rows);
      });
    if (at === 'plans' && card) {
      const { cardRef, entitlement } = card;
      void load(api.plans({ cardRef }), ({ plans, currency }) => {
        const rows = plans.map(({ planId, name, price, current, offer }) => {
          const radio = { type: 'radio', name: 'planId', value: planId, required: true, disabled: !offer.ok };
          const end = offer.ok ? `until ${lastDay(offer.effect.to, entitlement.zone)}` : offer.reason;
          const input = make('input', { ...radio, checked: current && offer.ok });
          return make('label', {}, input, make('b', {}, name), `${formatMoney(price.total, 'en')}, ${end}`);
        });
        const unit = make('input', { type: 'hidden', name: 'currency', value: currency });
        find('.plans').replaceChildren(unit, ...rows);
      });
    }
    if (state.status === 'paying') {
      const { card, plan, total, effect } = state.renewal.quote;
      const loss = effect.losesDays > 0 ? `; you lose ${effect.losesDays} days` : '';
      const until = lastDay(effect.to, card.zone) + loss;
      const bill = { Card: card.label, Plan: plan.name, 'Last day': until, Total: formatMoney(total, 'en') };
      find('.bill').replaceChildren(...facts(bill));
    }
    if (state.status === 'renewed')
      void load(api.receipt(state.renewal), ({ number, total, paidWith, period, zone }) => {
        const until = period ? lastDay(period.to, zone) : '';
        const proof = { 'Last day': until, Paid: formatMoney(total, 'en'), With: paidWith, Receipt: number };
        find('.receipt').replaceChildren(...facts(proof));
      });
  }

  function draw(): void {
    const isHome = renewal.state.status === 'choosing';
    const { state } = isHome && signIn.state.status !== 'signed-in' ? signIn : renewal;
    const at = state.status !== 'choosing' ? state.status : card ? 'plans' : 'cards';
    for (const each of root.querySelectorAll<HTMLElement>('[data-on]'))
      each.hidden = !each.dataset['on']?.split(' ').includes(at);
    const next = find('section:not([hidden])');
    if (next !== screen) {
      screen = next;
      visits += 1;
      failed = null;
      for (const form of root.querySelectorAll('form')) form.reset(); // A password is not left lying about.
      enter(at);
      if (root.contains(document.activeElement)) next.querySelector('h2')?.focus();
    }
    const trouble = failed ?? ('problem' in state ? state.problem : null);
    find('.problem').textContent = trouble ? say(trouble) : '';
    find('.again').hidden = failed === null;
  }

  /** Goes to the plans of a card, or to all cards. */
  function choose(next: Card | null): void {
    card = next;
    screen = null;
    renewal.send({ type: 'dismiss' });
    draw();
  }

  root.onsubmit = (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const typed = Object.fromEntries(new FormData(form));
    if (form.name === 'agree') renewal.send({ type: 'agree', text: find('.consent').innerText });
    else if (form.name !== 'choose') signIn.send({ type: form.name, ...typed } as SignInEvent);
    else renewal.send({ type: 'choose', choice: { cardRef: card?.cardRef, ...typed } as Choice });
  };
  root.onclick = ({ target }) => {
    const { sign, renew, go } = (target as HTMLElement).dataset;
    if (sign) signIn.send({ type: sign } as SignInEvent);
    if (renew) renewal.send({ type: renew } as RenewalEvent);
    if (go) choose(go === 'cards' ? null : card);
  };
  const left = new AbortController();
  for (const back of ['online', 'focus', 'pageshow'])
    addEventListener(back, () => renewal.send({ type: 'look' }), { signal: left.signal });
  signIn.subscribe(draw);
  renewal.subscribe(draw);
  resume();
  draw();
  left.signal.addEventListener('abort', dispose);
  return () => left.abort();
}
