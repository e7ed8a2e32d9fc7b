import { expect, fixture, html } from '@open-wc/testing';
import type { Card } from '@leb-renew/core';
import type { StatusBadge } from '@leb-renew/widget';
import '@leb-renew/widget/status-badge/define';
import { card, cards, day, entitlement, now, stoppedClock } from './fixtures.ts';
import { inDark, pageIs, textOf } from './page.ts';

/** A badge on the page, its clock, and what the person has asked of it. */
async function setup(shown: Card | null = card(), variant: 'full' | 'compact' = 'full') {
  pageIs('visible');
  const clock = stoppedClock();
  const asked: string[] = [];
  const el = await fixture<StatusBadge>(html`
    <leb-status-badge
      lang="en"
      variant=${variant}
      .card=${shown}
      .clock=${clock}
      @leb-renew=${({ type, cardRef }: HTMLElementEventMap['leb-renew']) => asked.push(`${type} ${cardRef}`)}
      @leb-reminder=${({ type, cardRef }: HTMLElementEventMap['leb-reminder']) =>
        asked.push(`${type} ${cardRef}`)}
    ></leb-status-badge>
  `);
  const root = el.shadowRoot!;
  return {
    el,
    clock,
    asked,
    badge: () => textOf(root.querySelector('[part=badge]')),
    words: () => textOf(root),
    buttons: () => [...root.querySelectorAll('button')],
  };
}

describe('<leb-status-badge>', () => {
  for (const [name, each] of Object.entries(cards)) {
    it(`passes the accessibility audit: ${name}, full and compact, light and dark`, async () => {
      for (const variant of ['full', 'compact'] as const) {
        const { el } = await setup(each, variant);
        await expect(el).to.be.accessible();
        await inDark(el, async () => {
          await expect(el).to.be.accessible();
        });
      }
    });
  }

  it('says in words how many days are left, until when, and what to do', async () => {
    const { badge, words } = await setup();
    expect(badge()).to.equal('12 days left');
    expect(words()).to.contain('Expires 4 Dec 2026');
    expect(words()).to.contain('Your service stops on 4 December 2026. Renew before then to stay connected.');
  });

  it('shows the last usable day in the zone of the card, not of the device', async () => {
    const end = '2026-12-04T08:00:00Z';
    const { words } = await setup(
      card({ entitlement: entitlement({ zone: 'America/Los_Angeles', expiresAt: end, graceEndsAt: null }) }),
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
    expect(badge()).to.equal('9 days left');
    expect(clock.timers).to.have.length(1);
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
    expect(words()).to.contain('Continue renewal');
  });

  it('keeps the place of a card that is still looked up', async () => {
    const { el, words } = await setup(null);
    const height = () => el.getBoundingClientRect().height;
    const before = height();
    expect(words()).to.equal('Looking up your card');
    el.card = card();
    await el.updateComplete;
    expect(height()).to.equal(before);
  });
});
