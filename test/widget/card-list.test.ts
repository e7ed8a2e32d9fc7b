import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Card } from '@leb-renew/core';
import '@leb-renew/widget/renewal/define';
import { card, cards, day, entitlement, now, stoppedClock } from './fixtures.ts';
import { pageIs, textOf } from './page.ts';
import { heardBy } from './warnings.ts';

/** So many cards with numbers and regions of their own; the later one ends, the earlier it comes. */
const many = (count: number): Card[] =>
  Array.from({ length: count }, (_, place) =>
    card({
      cardRef: `card-${place}`,
      label: place % 2 === 0 ? 'LEB Global card' : `Trip ${place}`,
      region: place % 10 === 0 ? 'Réunion' : '60 countries',
      iccidMasked: `8985 •••• •••• ${1000 + place}`,
      entitlement: entitlement({
        periods: [],
        expiresAt: new Date(now + (60 + count - place) * day).toISOString(),
        graceEndsAt: null,
        recoverableUntil: null,
      }),
    }),
  );

/** The cards on the page, and a person who looks for one. */
async function setup(shown: readonly Card[] | null, width = 760) {
  pageIs('visible');
  const renewed: string[] = [];
  const page = document.createElement('div');
  page.style.inlineSize = `${width}px`;
  const el = await fixture<HTMLElementTagNameMap['leb-card-list']>(
    html`<leb-card-list
      lang="en"
      .cards=${shown}
      .clock=${stoppedClock()}
      @leb-renew=${({ cardRef }: HTMLElementEventMap['leb-renew']) => renewed.push(cardRef)}
    ></leb-card-list>`,
    { parentNode: page },
  );
  const root = el.shadowRoot!;
  const badges = () => [...root.querySelectorAll('leb-status-badge')];
  const settled = async () => {
    await el.updateComplete;
    await Promise.all(badges().map(async (badge) => badge.updateComplete));
  };
  await settled();
  const field = () => root.querySelector('input');
  return {
    el,
    page,
    renewed,
    field,
    settled,
    /** The last four digits, from top to bottom. */
    digits: () => badges().map((badge) => badge.card!.iccidMasked.slice(-4)),
    texts: () => badges().map((badge) => textOf(badge.shadowRoot)),
    says: () => textOf(root.querySelector('[role=status]')),
    badges,
    async look(query: string) {
      const input = field()!;
      input.value = query;
      input.dispatchEvent(new InputEvent('input'));
      await settled();
    },
    async press(name: string) {
      [...root.querySelectorAll('button')].find((each) => textOf(each) === name)!.click();
      await settled();
    },
  };
}

const named = (names: readonly (keyof typeof cards)[]): Card[] =>
  names.map((name, place) => ({
    ...cards[name],
    cardRef: name,
    iccidMasked: `8985 •••• •••• ${1000 + place}`,
  }));

describe('the choice of a card', () => {
  it('puts what needs something on top, what ends first before the rest, and what cannot be renewed last', async () => {
    const { badges } = await setup(
      named(['revoked', 'active', 'notStarted', 'dueSoon', 'grace', 'dueNow', 'terminated', 'expired']),
    );
    expect(badges().map(({ card: shown }) => shown!.cardRef)).to.deep.equal([
      'expired',
      'grace',
      'dueNow',
      'dueSoon',
      'active',
      'notStarted',
      'terminated',
      'revoked',
    ]);
  });

  it('puts a renewal that is under way on top', async () => {
    const { digits } = await setup([
      ...many(3),
      card({ ...cards.active, cardRef: 'x', openRenewal: 'renewal-1' }),
    ]);
    expect(digits()[0]).to.equal('4821');
  });

  it('keeps the order while a card changes its words, so that none jumps away under a finger', async () => {
    const { el, digits } = await setup(named(['dueSoon', 'expired']));
    expect(digits()).to.deep.equal(['1001', '1000']);
    el.clock = stoppedClock(now + 26 * day);
    await el.updateComplete;
    expect(digits()).to.deep.equal(['1001', '1000']);
  });

  it('chooses none by itself, a single one neither', async () => {
    for (const count of [1, 2]) expect((await setup(many(count))).renewed).to.be.empty;
  });

  it('shows two cards of one name apart', async () => {
    const [one, other] = (await setup(many(3).filter((_, place) => place !== 1))).texts();
    expect(one).to.contain('LEB Global card').and.to.contain('•••• 1002 · 60 countries');
    expect(other).to.contain('LEB Global card').and.to.contain('•••• 1000 · Réunion');
  });

  it('says of a card that cannot be renewed what can be done instead', async () => {
    const { texts } = await setup(named(['terminated', 'suspended']));
    expect(texts().join()).to.contain('you need a new one').and.to.contain('Support can tell you why');
  });

  it('has no search where six cards are seen at a glance, and one where there are more', async () => {
    expect((await setup(many(6))).field() === null).to.equal(true);
    expect((await setup(many(7))).field() === null).to.equal(false);
  });

  for (const [query, found] of [
    ['1003', '1 of 30 cards'],
    ['trip', '15 of 30 cards'],
    ['REUNION', '3 of 30 cards'],
    ['  global   reunion ', '3 of 30 cards'],
    ['8985 0000 1234 1007', '1 of 30 cards'],
    ['', '30 of 30 cards'],
  ] as const)
    it(`finds by label, region and last four digits: “${query}”`, async () => {
      const { look, says } = await setup(many(30));
      await look(query);
      expect(says()).to.equal(found);
    });

  it('says when nothing is found, and leads back to all with the focus in the field', async () => {
    const { look, says, press, digits, field, el } = await setup(many(8));
    await look('moon');
    expect(says()).to.equal('None of your 8 cards is called that.');
    expect(digits()).to.be.empty;
    await press('Show all cards');
    expect(digits()).to.have.length(8);
    expect(field()!.value).to.equal('');
    expect(el.shadowRoot!.activeElement === field()).to.equal(true);
  });

  it('can be used with the keyboard alone', async () => {
    const { field, settled, says, renewed, el } = await setup(many(8));
    field()!.focus();
    await sendKeys({ type: '1003' });
    await settled();
    expect(says()).to.equal('1 of 8 cards');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    expect(el.shadowRoot!.activeElement?.localName).to.equal('leb-status-badge');
    await sendKeys({ press: 'Enter' });
    expect(renewed).to.deep.equal(['card-3']);
  });

  it('draws 24 of 200, finds any of them, and shows more on demand with the focus on the next', async () => {
    const { digits, look, press, says, el } = await setup(many(200));
    expect(digits()).to.have.length(24);
    expect(says()).to.equal('200 of 200 cards');
    await look('1000');
    expect(digits()).to.deep.equal(['1000']);
    await look('');
    await press('Show 176 more cards');
    expect(digits()).to.have.length(48);
    expect(
      el.shadowRoot!.activeElement?.querySelector('leb-status-badge')?.card?.iccidMasked.slice(-4),
    ).to.equal(digits()[24]);
  });

  it('opens no details of another card when the list changes', async () => {
    const { badges, look } = await setup(many(8));
    badges()[0]!.shadowRoot!.querySelector('details')!.open = true;
    await look('1001');
    expect(badges()[0]!.shadowRoot!.querySelector('details')!.open).to.equal(false);
  });

  it('holds the place of a card until the cards are here', async () => {
    const { el, settled } = await setup(null);
    const before = el.getBoundingClientRect().height;
    el.cards = [card()];
    await settled();
    expect(el.getBoundingClientRect().height).to.equal(before);
  });

  it('draws one frame around a card and the way to its receipts', async () => {
    const { el, badges, settled } = await setup([card()]);
    el.receipts = () => undefined;
    await settled();
    const edgeOf = (each: Element) => getComputedStyle(each).borderBlockEndWidth;
    const link = [...el.shadowRoot!.querySelectorAll('button')].find((each) => textOf(each) === 'Receipts')!;
    const frame = link.closest('li')!;
    expect(frame.contains(badges()[0]!)).to.equal(true);
    expect(edgeOf(frame)).to.equal('1px');
    expect(edgeOf(badges()[0]!.shadowRoot!.querySelector('.panel')!)).to.equal('0px');
    expect(link.getBoundingClientRect().left).to.be.closeTo(
      badges()[0]!.shadowRoot!.querySelector('h2')!.getBoundingClientRect().left,
      0.5,
    );
  });

  it('shows the others when one card makes no sense', async () => {
    const heard = heardBy(console);
    try {
      const { badges } = await setup([{ cardRef: 'odd' } as Card, card()]);
      expect(badges().map(({ card: shown }) => shown!.cardRef)).to.deep.equal(['card-1', 'odd']);
      expect(heard.warnings).to.deep.equal(['<leb-status-badge>: card.label is undefined, must be text']);
    } finally {
      heard.stop();
    }
  });

  for (const width of [288, 390, 900])
    it(`fits ${width} px`, async () => {
      const { page } = await setup(many(8), width);
      expect(page.scrollWidth).to.be.at.most(width);
    });
});
