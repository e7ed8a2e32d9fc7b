import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Card, Clock } from '@leb-renew/core';
import type { StatusBadge } from '@leb-renew/widget';
import '@leb-renew/widget/status-badge/define';
import { emulate, needs } from './engine.ts';
import { card, cards, day, entitlement, expiresAt, now, stoppedClock } from './fixtures.ts';
import { pageIs, textOf } from './page.ts';
import { heardBy } from './warnings.ts';

/** A badge on the page, its clock, and what the person has asked of it. */
async function setup(
  shown: Card | null = card(),
  variant: 'full' | 'compact' = 'full',
  { width = 400, at = now }: { width?: number; at?: number } = {},
) {
  pageIs('visible');
  const clock = stoppedClock(at);
  const asked: string[] = [];
  const page = document.createElement('div');
  page.style.inlineSize = `${width}px`;
  const el = await fixture<StatusBadge>(
    html`
      <leb-status-badge
        lang="en"
        variant=${variant}
        .card=${shown}
        .clock=${clock}
        @leb-renew=${({ type, cardRef }: HTMLElementEventMap['leb-renew']) =>
          asked.push(`${type} ${cardRef}`)}
        @leb-reminder=${({ type, cardRef }: HTMLElementEventMap['leb-reminder']) =>
          asked.push(`${type} ${cardRef}`)}
      ></leb-status-badge>
    `,
    { parentNode: page },
  );
  const root = el.shadowRoot!;
  return {
    el,
    clock,
    asked,
    badge: () => textOf(root.querySelector('[part=badge]')),
    words: () => textOf(root),
    bar: () => root.querySelector('[part=bar]'),
    readOut: () => (root.querySelector('[part=bar]')?.ariaLabel ?? '').replace(/\s+/g, ' '),
    /** Everything it says, to the eye and to the ear. */
    says: () => `${textOf(root)} | ${root.querySelector('[part=bar]')?.ariaLabel}`,
    page,
    buttons: () => [...root.querySelectorAll('button')],
  };
}

/** A card of a year with grace that ends in the middle of a day, is asked about once, and is lost in the end. */
const wholeLife = card({
  entitlement: entitlement({
    periods: [
      {
        periodId: 'p1',
        plan: card().currentPlan,
        start: '2026-11-01T16:00:00Z',
        end: '2027-01-01T04:00:00Z',
      },
      {
        periodId: 'p2',
        plan: card().currentPlan,
        start: '2027-01-01T04:00:00Z',
        end: '2027-02-10T07:30:00Z',
      },
    ],
    expiresAt: '2027-02-10T07:30:00Z',
    graceEndsAt: '2027-02-17T07:30:00Z',
    recoverableUntil: '2027-03-01T01:00:00Z',
  }),
  data: { remainingBytes: 1e9, totalBytes: 2e9, asOf: '2026-11-22T03:00:00Z' },
});

/** What a page may hand over by mistake, and what the developer is told. */
const nonsense: readonly (readonly [name: string, given: unknown, told: string])[] = [
  ['a word', 'card-1', 'card is "card-1", must be an object'],
  ['an empty object', {}, 'card.cardRef is undefined, must be text'],
  ['no label', { ...card(), label: undefined }, 'card.label is undefined, must be text'],
  ['no list of devices', { ...card(), devices: 'phone' }, 'card.devices is "phone", must be a list'],
  [
    'no plan',
    { ...card(), currentPlan: null },
    'card.currentPlan.term is undefined, must be a count of months or days',
  ],
  [
    'no term',
    { ...card(), currentPlan: { planId: 'year', name: '1 year', term: {} } },
    'card.currentPlan.term is an object, must be',
  ],
  [
    'no dates',
    { ...card(), entitlement: undefined },
    'card.entitlement.asOf is undefined, must be an ISO 8601 instant',
  ],
  [
    'an unknown zone',
    { ...card(), entitlement: { ...entitlement(), zone: 'Mars/Base' } },
    'card.entitlement.zone is "Mars/Base", must be an IANA time zone',
  ],
  [
    'no date',
    { ...card(), entitlement: { ...entitlement(), expiresAt: 'soon' } },
    'card.entitlement.expiresAt is "soon", must be',
  ],
  [
    'a period without an end',
    { ...card(), entitlement: { ...entitlement(), periods: [{ start: expiresAt }] } },
    'card.entitlement.periods.0.end is undefined, must be',
  ],
  [
    'data without amounts',
    { ...card(), data: { asOf: expiresAt } },
    'card.data.remainingBytes is undefined, must be a number',
  ],
];

/** Clocks that tell no time. */
const brokenClocks: readonly (readonly [name: string, clock: unknown, told: string])[] = [
  [
    'throws',
    {
      now() {
        throw new Error('out of order');
      },
    },
    'out of order',
  ],
  ['is none', 12, 'clock.now is not a function'],
  [
    'tells nonsense',
    { now: () => Number.NaN, after: () => () => undefined },
    'clock.now() is NaN, must be epoch ms',
  ],
];

describe('<leb-status-badge>', () => {
  for (const variant of ['full', 'compact'] as const)
    it(`changes its words at the very moment they stop being true, through a whole life: ${variant}`, async () => {
      const { el, clock, says } = await setup(wholeLife, variant);
      const at = async (moment: number) => {
        const other = await setup(wholeLife, variant, { at: moment });
        const said = other.says();
        other.el.remove();
        return said;
      };
      const heard = new Set<string>();
      for (let [next] = clock.timers; next !== undefined; [next] = clock.timers) {
        expect(says(), new Date(next - 1).toISOString()).to.equal(await at(next - 1));
        clock.moveTo(next);
        await el.updateComplete;
        expect(says(), new Date(next).toISOString()).to.equal(await at(next));
        heard.add(textOf(el.shadowRoot!.querySelector('[part=badge] bdi')));
        if (next > now + 150 * day) break;
      }
      for (const words of [
        'Less than an hour left',
        '1 hour left',
        '23 hours left',
        '1 day left',
        '7 days left',
      ])
        expect([...heard].filter((said) => said.startsWith(words))).to.have.length(1);
      for (const words of ['Ended, still works', 'Expired', 'Number given up'])
        expect(
          [...heard].some((said) => said.startsWith(words)),
          words,
        ).to.equal(true);
    });

  it('says when a paused card has ended, too, in the middle of a day', async () => {
    const paused = card({ entitlement: { ...wholeLife.entitlement, periods: [], suspended: true } });
    const end = Date.parse(paused.entitlement.expiresAt!);
    const { el, clock, words } = await setup(paused, 'full', { at: end - 60_000 });
    expect(words()).to.contain('Expires 10 Feb 2027');
    clock.moveTo(end);
    await el.updateComplete;
    expect(words()).to.contain('Ended 10 Feb 2027');
  });

  it('says how old the news is once it is a day old, and goes on saying what the dates say', async () => {
    const { el, clock, badge } = await setup();
    expect(badge()).to.equal('12 days left');
    clock.moveTo(Date.parse('2026-11-23T09:58:00Z'));
    await el.updateComplete;
    expect(badge()).to.equal('11 days left, as of 22 Nov 2026');
  });

  it('says how old the news of the data is', async () => {
    const { words } = await setup(cards.withData, 'full', { at: now + day });
    expect(words()).to.contain('3.2 GB of 15 GB data left, as of 22 Nov 2026.');
  });

  it('never says that no day is left while more than a day of hours is', async () => {
    const { badge } = await setup(
      card({
        entitlement: entitlement({
          zone: 'Europe/Berlin',
          periods: [],
          expiresAt: '2026-10-25T23:00:00Z',
          asOf: '2026-10-24T20:00:00Z',
          graceEndsAt: null,
        }),
      }),
      'full',
      { at: Date.parse('2026-10-24T22:10:00Z') },
    );
    expect(badge()).to.equal('Ends today');
  });

  it('says in words how many days are left, until when, and what to do', async () => {
    const { badge, words } = await setup();
    expect(badge()).to.equal('12 days left');
    expect(words()).to.contain('Expires 4 Dec 2026');
    expect(words()).to.contain('Your service stops on 4 December 2026. Renew before then to stay connected.');
  });

  it('shows the last usable day in the zone of the card, not of the device', async () => {
    const end = '2026-12-04T08:00:00Z';
    const { words } = await setup(
      card({
        entitlement: entitlement({
          zone: 'America/Los_Angeles',
          periods: [],
          expiresAt: end,
          graceEndsAt: null,
        }),
      }),
    );
    expect(words()).to.contain('Expires 3 Dec 2026');
  });

  it('tells the exact last minute and its zone on demand', async () => {
    const { el } = await setup();
    const details = el.shadowRoot!.querySelector('details')!;
    expect(details.open).to.equal(false);
    details.querySelector('summary')!.click();
    expect(details.open).to.equal(true);
    expect(textOf(details)).to.contain('4 December 2026 at 23:59').and.to.contain('Asia/Shanghai');
  });

  it('tells the same of the compact form when it is pressed, and hides it again', async () => {
    const { el } = await setup(card(), 'compact');
    const button = el.shadowRoot!.querySelector('button')!;
    const more = el.shadowRoot!.querySelector<HTMLElement>('[part=more]')!;
    expect(more.checkVisibility()).to.equal(false);
    button.click();
    expect(more.checkVisibility()).to.equal(true);
    expect(textOf(more)).to.contain('Your service stops on 4 December 2026.').and.to.contain('Asia/Shanghai');
    expect(textOf(more)).to.contain('4 December 2026 at 23:59');
    button.click();
    expect(more.checkVisibility()).to.equal(false);
  });

  it('opens and closes the compact form with the keyboard', async () => {
    const { el } = await setup(card(), 'compact');
    const more = el.shadowRoot!.querySelector<HTMLElement>('[part=more]')!;
    el.shadowRoot!.querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(more.checkVisibility()).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(more.checkVisibility()).to.equal(false);
  });

  it('takes a finger: what can be pressed is 44 pixels high', async () => {
    for (const variant of ['full', 'compact'] as const) {
      const { el } = await setup(card(), variant);
      for (const each of el.shadowRoot!.querySelectorAll('button, summary')) {
        const { height } = each.getBoundingClientRect();
        const around = parseFloat(getComputedStyle(each, '::after').height) || 0;
        expect(Math.max(height, around), textOf(each)).to.be.at.least(
          variant === 'full' && each.matches('summary') ? 38 : 44,
        );
      }
    }
  });

  it('draws the time from start to end, and reads it out', async () => {
    const { bar, readOut } = await setup();
    expect(readOut()).to.equal('Valid from 5 Dec 2025 to 4 Dec 2026: 12 days left');
    const share = (name: string) => parseFloat(bar()!.querySelector(`.${name}`)!.getAttribute('x2')!);
    expect(share('past')).to.be.closeTo((353 / 365) * 100, 0.2);
    expect(share('today')).to.equal(share('past'));
  });

  it('draws where one period follows another', async () => {
    const { bar, readOut } = await setup(wholeLife);
    expect(bar()!.querySelectorAll('.turn')).to.have.length(1);
    expect(readOut()).to.contain('next period from 1 Jan 2027');
  });

  it('draws the days of grace while a card is in them, with today among them', async () => {
    const { bar, readOut } = await setup(cards.grace);
    const [grace, today] = ['.grace', '.today'].map((name) => bar()!.querySelector(name)!);
    const from = parseFloat(grace!.getAttribute('x1')!);
    const moment = parseFloat(today!.getAttribute('x1')!);
    expect(from).to.equal(90);
    expect(moment).to.be.greaterThan(from).and.lessThan(100);
    expect(readOut()).to.contain('Ended, still works');
    expect((await setup(cards.expired)).bar()!.querySelectorAll('.grace, .today')).to.have.length(0);
  });

  it('draws no bar for a card whose time has not started', async () => {
    expect((await setup(cards.notStarted)).bar() === null).to.equal(true);
  });

  it('draws a bar of many years', async () => {
    const { bar } = await setup(
      card({
        entitlement: entitlement({
          periods: [
            {
              periodId: 'p',
              plan: card().currentPlan,
              start: '2026-11-21T16:00:00Z',
              end: '2046-11-21T16:00:00Z',
            },
          ],
          expiresAt: '2046-11-21T16:00:00Z',
          graceEndsAt: null,
          recoverableUntil: null,
        }),
      }),
    );
    expect(bar()!.querySelector('.past')!.getAttribute('x2')).to.equal('2%');
  });

  it('runs from right to left where the page does', async () => {
    const { page, el, bar } = await setup();
    page.dir = 'rtl';
    await el.updateComplete;
    expect(getComputedStyle(bar()!).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it(
    'keeps past, rest and today apart in forced colours',
    needs('forced colours', async () => {
      const { bar } = await setup();
      await emulate({ 'forced-colors': 'active' });
      try {
        const strokes = ['past', 'track', 'today'].map(
          (name) => getComputedStyle(bar()!.querySelector(`.${name}`)!).stroke,
        );
        expect(new Set(strokes).size, strokes.join()).to.equal(3);
      } finally {
        await emulate({ 'forced-colors': 'none' });
      }
    }),
  );

  it('has an icon beside the words of every state', async () => {
    for (const each of Object.values(cards)) {
      const { el, badge } = await setup(each);
      expect(el.shadowRoot!.querySelector('[part=badge] svg')).to.exist;
      expect(badge()).to.not.equal('');
    }
  });

  it('never shows more of the card number than its last four digits', async () => {
    const { words } = await setup();
    expect(words()).to.contain('•••• 4821').and.not.to.contain('8985');
  });

  it('tells a card from another with the same name', async () => {
    const { el, words } = await setup();
    expect(words()).to.contain('•••• 4821 · 60 countries').and.to.contain('Phone · Tablet · Watch');
    const described = el.shadowRoot!.querySelector('[part=renew]')!.getAttribute('aria-describedby')!;
    const said = described.split(' ').map((id) => textOf(el.shadowRoot!.getElementById(id)));
    expect(said.join(' ')).to.contain('LEB Global card •••• 4821 · 60 countries');
  });

  it('changes its words by itself when midnight passes in the zone of the card', async () => {
    const { el, clock, badge } = await setup();
    clock.moveTo(Date.parse('2026-11-22T16:00:00Z'));
    await el.updateComplete;
    expect(badge()).to.equal('11 days left');
  });

  it('sets one timer only', async () => {
    const { el, clock } = await setup();
    el.requestUpdate();
    await el.updateComplete;
    expect(clock.timers).to.have.length(1);
  });

  it('stops its timer when it leaves the page', async () => {
    const { el, clock } = await setup();
    el.remove();
    await el.updateComplete;
    expect(clock.timers).to.be.empty;
  });

  it('sleeps while the page is hidden, and is right at once when it comes back', async () => {
    const { el, clock, badge } = await setup();
    pageIs('hidden');
    expect(clock.timers).to.be.empty;
    clock.moveTo(now + 3 * day);
    pageIs('visible');
    await el.updateComplete;
    expect(badge()).to.equal('9 days left, as of 22 Nov 2026');
    expect(clock.timers).to.have.length(1);
  });

  it('reminds nobody of an end that has come already', async () => {
    const buttons = async (each: Card) => (await setup(each)).buttons().map(textOf);
    expect(await buttons(cards.dueNow)).to.deep.equal(['Renew', 'Remind me']);
    expect(await buttons(cards.grace)).to.deep.equal(['Renew']);
    expect(await buttons(cards.expired)).to.deep.equal(['Renew']);
  });

  it('asks for a renewal and for a reminder of this card', async () => {
    const { asked, buttons } = await setup();
    for (const button of buttons()) button.click();
    expect(asked).to.deep.equal(['leb-renew card-1', 'leb-reminder card-1']);
  });

  it('offers no renewal of a card that cannot be renewed', async () => {
    for (const each of [cards.terminated, cards.suspended, cards.revoked])
      expect((await setup(each)).buttons(), each.label).to.be.empty;
  });

  it('leads on to a renewal that is under way', async () => {
    const { words } = await setup(cards.underWay);
    expect(words()).to.contain('A renewal of this card has been started. Continue to see where it stands.');
    expect(words()).to.contain('Continue renewal');
  });

  for (const width of [272, 288, 320, 358, 390, 900])
    it(`keeps the place of a card that is still looked up, ${width} px wide`, async () => {
      const { el, words } = await setup(null, 'full', { width });
      const height = () => el.getBoundingClientRect().height;
      const before = height();
      expect(words()).to.equal('Looking up your card');
      for (const each of [cards.active, cards.dueSoon, cards.dueNow]) {
        el.card = each;
        await el.updateComplete;
        expect(height()).to.equal(before);
      }
    });

  it('keeps the height of its line in the compact form', async () => {
    const { el, words } = await setup(null, 'compact');
    const height = () => el.getBoundingClientRect().height;
    const before = height();
    expect(words()).to.equal('Looking up your card');
    for (const each of Object.values(cards)) {
      el.card = each;
      await el.updateComplete;
      expect(height(), each.label).to.equal(before);
    }
  });

  it('fits 288 px in every state, however long the names are', async () => {
    const long = card({
      label: 'Reisekarte-für-Asien-und-Ozeanien-2026-Firmenwagen',
      region: 'Donaudampfschifffahrt '.repeat(4),
    });
    for (const variant of ['full', 'compact'] as const)
      for (const each of [...Object.values(cards), long]) {
        const { page } = await setup(each, variant, { width: 288 });
        expect(page.scrollWidth, each.label).to.be.at.most(288);
      }
  });

  for (const [name, given, told] of nonsense)
    it(`says that it is not confirmed when it is given ${name}, tells why, and recovers`, async () => {
      const heard = heardBy(console);
      try {
        const { el, badge, bar, buttons, clock } = await setup(given as Card);
        expect(badge()).to.equal('Not confirmed');
        expect(bar() === null).to.equal(true);
        expect(buttons()).to.be.empty;
        expect(clock.timers).to.be.empty;
        el.variant = 'compact';
        await el.updateComplete;
        expect(badge()).to.equal('Not confirmed');
        expect(heard.warnings).to.have.length(1);
        expect(heard.warnings[0]).to.contain('<leb-status-badge>').and.to.contain(told);
        el.card = card();
        await el.updateComplete;
        expect(badge()).to.equal('12 days left');
      } finally {
        heard.stop();
      }
    });

  for (const [name, clock, told] of brokenClocks)
    it(`says that it is not confirmed by a clock that ${name}, and recovers`, async () => {
      const heard = heardBy(console);
      try {
        const { el, badge } = await setup();
        el.clock = clock as Clock;
        await el.updateComplete;
        expect(badge()).to.equal('Not confirmed');
        expect(heard.warnings.join()).to.contain(told);
        el.clock = stoppedClock();
        await el.updateComplete;
        expect(badge()).to.equal('12 days left');
      } finally {
        heard.stop();
      }
    });

  it('shows what it knows with a clock that cannot call back', async () => {
    const heard = heardBy(console);
    try {
      const { el, badge } = await setup();
      el.clock = { now: () => now + day } as Clock;
      await el.updateComplete;
      expect(badge()).to.equal('11 days left, as of 22 Nov 2026');
      expect(heard.warnings.join()).to.contain('clock.after() must call back');
    } finally {
      heard.stop();
    }
  });

  it('shows the end without a bar when the dates before it cannot be true', async () => {
    const heard = heardBy(console);
    try {
      const { words, bar } = await setup(
        card({ entitlement: entitlement({ graceEndsAt: '2026-12-01T16:00:00Z' }) }),
      );
      expect(words()).to.contain('Expires 4 Dec 2026');
      expect(bar() === null).to.equal(true);
      expect(heard.warnings).to.deep.equal([
        '<leb-status-badge>: card.entitlement.graceEndsAt must not be before expiresAt',
      ]);
    } finally {
      heard.stop();
    }
  });

  it('takes a form that there is none of for the full one, and says so once', async () => {
    const heard = heardBy(console);
    try {
      for (let each = 0; each < 2; each++) {
        const { words } = await setup(card(), 'huge' as 'full');
        expect(words()).to.contain('Expires 4 Dec 2026');
      }
      expect(heard.warnings).to.deep.equal([
        '<leb-status-badge>: variant is "huge", must be full or compact',
      ]);
    } finally {
      heard.stop();
    }
  });
});
