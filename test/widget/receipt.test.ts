import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { Receipt, RenewalIn } from '@leb-renew/core';
import type { ReceiptPanel } from '@leb-renew/widget';
import '@leb-renew/widget/receipt/define';
import { receipt, renewed } from './fixtures.ts';
import { inDark, textOf } from './page.ts';

/** A receipt on the page and everything it has reported. */
async function setup(shown: Receipt | null = receipt(), renewal: RenewalIn<'renewed'> | null = null) {
  const said: string[] = [];
  const el = await fixture<ReceiptPanel>(html`
    <leb-receipt
      lang="en"
      .receipt=${shown}
      .renewal=${renewal}
      @leb-done=${({ type }: Event) => said.push(type)}
      @leb-reminder=${({ type, cardRef }: HTMLElementEventMap['leb-reminder']) =>
        said.push(`${type} ${cardRef}`)}
    ></leb-receipt>
  `);
  const root = el.shadowRoot!;
  return {
    el,
    said,
    words: () => textOf(root),
    button: (name: string) => [...root.querySelectorAll('button')].find((each) => textOf(each) === name)!,
  };
}

/** What a click saves: the name and the text of the file. */
async function savedBy(click: () => void): Promise<{ name: string; text: string }> {
  const caught = new Promise<HTMLAnchorElement>((resolve) => {
    const original = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = original;
      resolve(this);
    };
  });
  click();
  const link = await caught;
  return { name: link.download, text: await (await fetch(link.href)).text() };
}

describe('<leb-receipt>', () => {
  const states = {
    'a receipt': [receipt(), null],
    'a receipt on its way': [null, renewed()],
    'paid, not extended': [receipt({ period: null }), null],
    'a receipt with a page': [
      receipt({ links: { page: 'https://shop.example/1', calendar: 'https://shop.example/1.ics' } }),
      null,
    ],
    loading: [null, null],
  } as const;
  for (const [name, [shown, renewal]] of Object.entries(states)) {
    it(`passes the accessibility audit: ${name}, light and dark`, async () => {
      const { el } = await setup(shown, renewal);
      await expect(el).to.be.accessible();
      await inDark(el, async () => {
        await expect(el).to.be.accessible();
      });
    });
  }

  it('says until when the card is active, what was paid and how, and where the mail went', async () => {
    const { words } = await setup();
    for (const text of [
      'Renewed',
      'Active until 4 December 2027',
      'We sent the confirmation to m•••@example.com',
      'Receipt R-2026-00418',
      'Paid US$84.00 · Visa •• 4242',
      '4 Dec 2026 → 4 Dec 2027',
      'Seller LEB Shop',
    ])
      expect(words()).to.contain(text);
  });

  it('shows what the renewal tells until the receipt is here', async () => {
    const { el, words } = await setup(null, renewed());
    expect(words()).to.contain('Active until 4 December 2027').and.to.contain('R-2026-00418');
    el.receipt = receipt();
    await el.updateComplete;
    expect(words()).to.contain('Visa •• 4242');
  });

  it('does not say renewed or active when the card is not extended yet', async () => {
    const { words } = await setup(receipt({ period: null }));
    expect(words()).to.contain('Paid. Your card is still being extended.');
    expect(words()).not.to.contain('Renewed');
    expect(words()).not.to.contain('Active until');
  });

  it('saves a file that stands alone and cannot be made to run anything', async () => {
    const { button } = await setup(
      receipt({ card: { cardRef: 'c', label: '<script>x</script>', iccidMasked: '8985 •••• 4821' } }),
    );
    const { name, text } = await savedBy(() => button('Save').click());
    expect(name).to.equal('R-2026-00418.html');
    const saved = new DOMParser().parseFromString(text, 'text/html');
    expect(saved.querySelector('script, link, img')).to.equal(null);
    expect(textOf(saved.body))
      .to.contain('R-2026-00418')
      .and.to.contain('USD 84.00')
      .and.to.contain('HK-1234567');
    expect(textOf(saved.body)).to.contain('<script>x</script>');
  });

  it('leads to the server’s own page and calendar file where there are any', async () => {
    const links = {
      page: 'https://shop.example/papers/1',
      calendar: 'https://shop.example/papers/1/reminder.ics',
    };
    const { el, words, button } = await setup(receipt({ links }));
    const seen = [...el.shadowRoot!.querySelectorAll('a')].map((each) => [textOf(each), each.href, each.rel]);
    expect(seen).to.deep.equal([
      ['Open or print', links.page, 'noopener noreferrer'],
      ['Add to calendar', links.calendar, 'noreferrer'],
    ]);
    for (const name of ['Save', 'Print', 'Remind me']) expect(button(name), name).to.equal(undefined);
    expect(words()).to.contain('Done');
  });

  it('offers no calendar file before the card is extended', async () => {
    const links = { page: 'https://shop.example/papers/1', calendar: null };
    const { el } = await setup(receipt({ links, period: null }));
    expect(el.shadowRoot!.querySelectorAll('a, button')).to.have.length(2);
  });

  it('saves nothing before the receipt is here', async () => {
    const { button } = await setup(null, renewed());
    expect(button('Save').getAttribute('aria-disabled')).to.equal('true');
  });

  it('asks for a reminder of the new end, and says when the person is done', async () => {
    const { button, said } = await setup();
    button('Remind me').click();
    button('Done').click();
    expect(said).to.deep.equal(['leb-reminder card-1', 'leb-done']);
  });

  it('is heard outside the shadow roots', async () => {
    const { button } = await setup();
    setTimeout(() => button('Done').click());
    const { composed } = await oneEvent(document.body, 'leb-done');
    expect(composed).to.equal(true);
  });
});
