import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { problem, type Problem, type Receipt, type ReceiptSummary, type RenewalIn } from '@leb-renew/core';
import type { ReceiptPanel } from '@leb-renew/widget';
import '@leb-renew/widget/receipt/define';
import { pastReceipts, receipt, receiptRow, renewed, stoppedClock, usd } from './fixtures.ts';
import { textOf } from './page.ts';
import { soon } from './soon.ts';
import { heardBy } from './warnings.ts';

/** Taken one minute after the payment of every fixture. */
const clock = stoppedClock(Date.parse('2026-11-22T10:03:00Z'));

interface Shown {
  readonly receipt?: Receipt | null;
  readonly renewal?: RenewalIn<'renewed'> | null;
  readonly past?: readonly ReceiptSummary[] | null;
  readonly problem?: Problem | null;
  readonly now?: string;
}

/** A receipt on the page and everything it has reported. */
async function setup({
  receipt: shown = receipt(),
  renewal = null,
  past = null,
  problem = null,
  now,
}: Shown = {}) {
  const said: string[] = [];
  const el = await fixture<ReceiptPanel>(html`
    <leb-receipt
      lang="en"
      .receipt=${shown}
      .renewal=${renewal}
      .past=${past}
      .problem=${problem}
      .clock=${now === undefined ? clock : stoppedClock(Date.parse(now))}
      @leb-done=${({ type }: Event) => said.push(type)}
      @leb-retry=${({ type }: Event) => said.push(type)}
      @leb-reminder=${({ type, cardRef }: HTMLElementEventMap['leb-reminder']) =>
        said.push(`${type} ${cardRef}`)}
      @leb-receipt-pick=${({ type, renewalId }: HTMLElementEventMap['leb-receipt-pick']) =>
        said.push(`${type} ${renewalId}`)}
    ></leb-receipt>
  `);
  const root = el.shadowRoot!;
  return {
    el,
    said,
    words: () => textOf(root),
    title: () => textOf(root.querySelector('h2')),
    focused: () => textOf(root.activeElement),
    row: (name: string) =>
      textOf(
        [...root.querySelectorAll('dl > div')].find((each) => textOf(each.querySelector('dt')) === name) ??
          null,
      ),
    button: (name: string) => [...root.querySelectorAll('button')].find((each) => textOf(each) === name)!,
    papers: () => [...root.querySelectorAll<HTMLElement>('.paper')],
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

/** Its letters from left to right, as they are drawn. */
function inOrder(element: Element): string {
  const range = document.createRange();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const drawn: { readonly letter: string; readonly left: number }[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    for (const { index, 0: letter } of text.data.matchAll(/[^\s\u200e\u200f\u061c]/g)) {
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      drawn.push({ letter, left: range.getBoundingClientRect().left });
    }
  }
  return drawn
    .sort((one, other) => one.left - other.left)
    .map(({ letter }) => letter)
    .join('');
}

/** Where numbers of receipts and references are read. */
function numbersIn(root: Node): Range[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Range[] = [];
  while (texts.nextNode())
    for (const { index, 0: number } of (texts.currentNode as Text).data.matchAll(/[A-Z\d]+(-[A-Z\d]+)+/g)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + number.length);
      found.push(range);
    }
  return found;
}

const linesOf = (range: Range): number =>
  new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;

/** Sent two days after the newest receipt, over a part of it. */
const correction = receiptRow({
  number: 'R-2026-00431',
  issuedAt: '2026-11-24T08:00:00Z',
  total: usd(-1_400),
  period: null,
  corrects: 'R-2026-00418',
  links: { page: 'https://shop.example/papers/431', calendar: null },
});

describe('<leb-receipt>', () => {
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
    const { el, words } = await setup({ receipt: null, renewal: renewed() });
    expect(words()).to.contain('Active until 4 December 2027').and.to.contain('R-2026-00418');
    el.receipt = receipt();
    await el.updateComplete;
    expect(words()).to.contain('Visa •• 4242');
  });

  it('does not say renewed or active when the card is not extended yet', async () => {
    const { words } = await setup({ receipt: receipt({ period: null }) });
    expect(words()).to.contain('Paid. Your card is still being extended.');
    expect(words()).not.to.contain('Renewed');
    expect(words()).not.to.contain('Active until');
  });

  it('saves a file that stands alone and cannot be made to run anything', async () => {
    const { button } = await setup({
      receipt: receipt({
        card: { cardRef: 'c', label: '<script>x</script>', iccidMasked: '8985 •••• 4821' },
      }),
    });
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
    const { el, words, button } = await setup({ receipt: receipt({ links }) });
    const seen = [...el.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.actions a')].map((each) => [
      textOf(each),
      each.href,
      each.rel,
    ]);
    expect(seen).to.deep.equal([
      ['Open or print', links.page, 'noopener noreferrer'],
      ['Add to calendar', links.calendar, 'noreferrer'],
    ]);
    for (const name of ['Save', 'Print', 'Remind me']) expect(button(name), name).to.equal(undefined);
    expect(words()).to.contain('Done');
  });

  it('offers no calendar file before the card is extended', async () => {
    const links = { page: 'https://shop.example/papers/1', calendar: null };
    const { el } = await setup({ receipt: receipt({ links, period: null }) });
    expect([...el.shadowRoot!.querySelectorAll('.actions > *')].map(textOf)).to.deep.equal(['Open or print']);
  });

  it('holds the place of the ways to keep it until the receipt is here, and no button changes its name', async () => {
    const { el } = await setup({ receipt: null, renewal: renewed() });
    const before = el.getBoundingClientRect().height;
    expect([...el.shadowRoot!.querySelectorAll('a, button')].map(textOf)).to.deep.equal([
      'Done',
      'Contact support · ref 7F3K-Q2',
    ]);
    el.receipt = receipt({
      links: { page: 'https://shop.example/papers/418', calendar: 'https://shop.example/418.ics' },
    });
    await el.updateComplete;
    expect(el.getBoundingClientRect().height).to.equal(before);
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

  it('says when the payment was made, and in which zone', async () => {
    const { row } = await setup();
    expect(row('Date')).to.equal('Date 22 Nov 2026, 18:02 (Asia/Shanghai)');
  });

  it('says what the total is made of where there is more than one amount', async () => {
    const plain = await setup();
    expect(plain.row('Tax (0%)')).to.equal('');
    const { row } = await setup({
      receipt: receipt({
        lines: [
          { kind: 'plan', label: '1 year', amount: usd(7_059), rateBasisPoints: null },
          { kind: 'tax', label: 'VAT', amount: usd(1_341), rateBasisPoints: 1_900 },
        ],
      }),
    });
    expect([row('1 year'), row('VAT (19%)'), row('Paid')]).to.deep.equal([
      '1 year US$70.59',
      'VAT (19%) US$13.41',
      'Paid US$84.00 · Visa •• 4242',
    ]);
  });

  it('says what helps a card that finds no network, in the first hour only', async () => {
    expect((await setup()).words())
      .to.contain('Nothing to install')
      .and.to.contain('flight mode');
    const later = await setup({ now: '2026-11-22T11:02:00Z' });
    expect(later.words()).not.to.contain('flight mode');
  });

  it('says no longer active, once the time is over', async () => {
    const lastMinute = await setup({ now: '2027-12-04T15:59:59Z' });
    expect(lastMinute.title()).to.equal('Active until 4 December 2027');
    const { title, words, button } = await setup({ now: '2027-12-04T16:00:00Z' });
    expect(title()).to.equal('This renewal ran until 4 December 2027');
    expect(words()).not.to.contain('Active');
    expect(button('Remind me')).to.equal(undefined);
  });

  it('says what the right to withdraw is, and where to ask about this payment', async () => {
    const { words, el } = await setup({ receipt: receipt({ withdrawal: '14-days' }) });
    expect(words()).to.contain('You can withdraw from this purchase within 14 days.');
    const help = el.shadowRoot!.querySelector<HTMLAnchorElement>('.help')!;
    expect([textOf(help), help.href]).to.deep.equal([
      'Contact support · ref 7F3K-Q2',
      'mailto:help@shop.example?subject=7F3K-Q2',
    ]);
    const waived = await setup({ receipt: receipt({ withdrawal: 'waived-with-consent' }) });
    expect(waived.words()).to.contain('You asked for a start at once');
  });

  it('names the papers that took money back, and leads to them where they are known', async () => {
    const shown = receipt({ correctedBy: ['R-2026-00431', 'R-2026-00440'] });
    const { el } = await setup({ receipt: shown, past: [correction, receiptRow()] });
    const notice = el.shadowRoot!.querySelector('.notice')!;
    expect(textOf(notice)).to.equal(
      'Money went back. This receipt was corrected by R-2026-00431 -US$14.00 R-2026-00440',
    );
    const [link, ...others] = notice.querySelectorAll('a');
    expect([link?.href, others.length]).to.deep.equal([correction.links.page, 0]);
  });

  it('does not say that the card is being extended when the money went back', async () => {
    const { title, words } = await setup({
      receipt: receipt({ period: null, correctedBy: ['R-2026-00431'] }),
    });
    expect(title()).to.equal('This receipt was corrected');
    expect(words()).not.to.contain('extended');
  });

  it('shows a correction as one', async () => {
    const { title, row, words } = await setup({
      receipt: receipt({
        number: 'R-2026-00431',
        corrects: 'R-2026-00418',
        period: null,
        total: usd(-1_400),
        lines: [{ kind: 'plan', label: '1 year', amount: usd(-1_400), rateBasisPoints: null }],
      }),
    });
    expect(title()).to.equal('Correction of receipt R-2026-00418');
    expect(row('Paid back')).to.equal('Paid back -US$14.00 · Visa •• 4242');
    expect(words()).not.to.contain('Renewed');
  });

  it('keeps the minus with the number and the currency on its side in Arabic', async () => {
    const { el } = await setup({ receipt: receipt({ correctedBy: ['R-2026-00431'] }), past: [correction] });
    el.lang = 'ar-AE'; // In Arabic alone, browsers differ in their digits.
    await soon(() => el.shadowRoot!.querySelector('[dir=rtl] .notice') !== null);
    const amounts = [...el.shadowRoot!.querySelectorAll('bdi')].filter((each) =>
      textOf(each).includes('US$'),
    );
    expect(amounts.map((each) => inOrder(each))).to.include.members(['US$84.00', 'US$-14.00']);
  });

  it('breaks a number only where no line can take it', async () => {
    const { el } = await setup({
      receipt: receipt({
        corrects: 'R-2026-00418',
        correctedBy: ['R-2026-00431', 'R-2026-00440'],
        total: usd(-1_400),
      }),
      past: [correction, receiptRow()],
    });
    const root = el.shadowRoot!;
    const numbers = numbersIn(root);
    expect(numbers.map(String)).to.include.members([
      'R-2026-00418',
      'R-2026-00431',
      'R-2026-00440',
      '7F3K-Q2',
    ]);
    for (let width = 220; width < 420; width += 3) {
      el.style.inlineSize = `${width}px`;
      for (const each of numbers) expect(linesOf(each), `${String(each)} at ${width} px`).to.equal(1);
    }
    el.receipt = receipt({ number: 'RECHNUNG-HAUPTSITZ-2026-0000000000418' });
    el.style.inlineSize = '180px';
    await el.updateComplete;
    expect(root.querySelector('section')!.scrollWidth).to.be.at.most(180);
  });

  it('prints the receipt alone, without what a strict policy forbids', async () => {
    const { button } = await setup({ receipt: receipt({ correctedBy: ['R-2026-00431'] }) });
    const printed = new Promise<string[]>((resolve) => {
      new MutationObserver((records, watch) => {
        const frame = records
          .flatMap(({ addedNodes }) => [...addedNodes])
          .find((each) => each.nodeName === 'IFRAME');
        if (!(frame instanceof HTMLIFrameElement)) return;
        watch.disconnect();
        const { contentDocument: page } = frame;
        resolve([
          textOf(page?.body ?? null),
          String(page?.querySelector('style, [style], script')),
          String(page?.adoptedStyleSheets.length),
          frame.srcdoc,
        ]);
        frame.remove();
      }).observe(document.body, { childList: true });
    });
    button('Print').click();
    const [text, forbidden, sheets, srcdoc] = await printed;
    for (const fact of ['Receipt R-2026-00418', 'USD 84.00', 'corrected by R-2026-00431', '(Asia/Shanghai)'])
      expect(text).to.contain(fact);
    expect([forbidden, sheets, srcdoc]).to.deep.equal(['null', '1', '']);
  });

  it('lists the card’s receipts, and marks the one that is shown', async () => {
    const { papers } = await setup({ past: [correction, ...pastReceipts(2)] });
    expect(
      papers().map((each) => [each.localName, textOf(each), each.getAttribute('aria-current')]),
    ).to.deep.equal([
      ['a', '24 Nov 2026 Correction · R-2026-00431 -US$14.00', null],
      ['button', '22 Nov 2026 1 year · R-2026-00418 · shown above US$84.00', 'true'],
      ['button', '22 Nov 2025 1 year · R-2025-00418 US$84.00', null],
    ]);
  });

  it('asks for the receipt that is picked, and takes the person to it once it is here', async () => {
    const { el, said, papers, title, focused } = await setup({ past: pastReceipts(2) });
    const row = papers()[1]!;
    row.focus();
    row.click();
    await el.updateComplete;
    expect(said).to.deep.equal(['leb-receipt-pick renewal-2']);
    expect(focused()).to.contain('R-2025-00418');
    el.receipt = receipt({
      renewalId: 'renewal-2',
      number: 'R-2025-00418',
      period: { from: '2025-12-04T16:00:00Z', to: '2026-12-04T16:00:00Z' },
    });
    await el.updateComplete;
    expect(title()).to.equal('Active until 4 December 2026');
    expect(focused()).to.equal(title());
    expect(papers()[1]!.getAttribute('aria-current')).to.equal('true');
  });

  it('leads from a correction without a page to the receipt that it corrects', async () => {
    const { said, papers } = await setup({
      receipt: null,
      past: [{ ...correction, links: { page: null, calendar: null } }, ...pastReceipts(2)],
    });
    papers()[0]!.click();
    expect(said).to.deep.equal(['leb-receipt-pick renewal-1']);
  });

  it('lists five at first, and five more with every wish, moving nothing above', async () => {
    const { el, papers, button, focused } = await setup({ past: pastReceipts(12) });
    const below = () => button('Done').getBoundingClientRect().top - el.getBoundingClientRect().top;
    const before = below();
    expect(papers()).to.have.length(5);
    button('Show 7 more receipts').click();
    await el.updateComplete;
    expect(papers()).to.have.length(10);
    expect(focused()).to.contain('R-2021-00418');
    button('Show 2 more receipts').click();
    await el.updateComplete;
    expect(papers()).to.have.length(12);
    expect(below()).to.be.closeTo(before, 0.01);
  });

  it('shows no list that has nothing else to show', async () => {
    const { papers } = await setup({ past: [receiptRow()] });
    expect(papers()).to.have.length(0);
  });

  it('says so when there are no receipts', async () => {
    const { title, button } = await setup({ receipt: null, past: [] });
    expect(title()).to.equal('There are no receipts for this card yet.');
    expect(textOf(button('Done'))).to.equal('Done');
  });

  it('says what happened when the receipt could not be read, what is true all the same, and asks again', async () => {
    const { el, title, words, said, button, focused } = await setup({
      receipt: null,
      renewal: renewed(),
      problem: problem('unavailable'),
    });
    expect(title()).to.equal('Active until 4 December 2027');
    expect(words()).to.contain('Your payment is safe, and the receipt is kept for you.');
    expect(button('Save')).to.equal(undefined);
    button('Try again').click();
    expect(said).to.deep.equal(['leb-retry']);
    expect(focused()).to.equal(title());
    el.problem = null;
    el.receipt = receipt();
    await el.updateComplete;
    expect(words()).to.contain('Visa •• 4242');
    expect(button('Try again')).to.equal(undefined);
  });

  it('says no word about a payment where it knows of none', async () => {
    const { title, words, button } = await setup({ receipt: null, problem: problem('offline') });
    expect(title()).to.equal('Receipt');
    expect(words()).to.contain('You are offline.').and.not.to.contain('safe');
    expect(textOf(button('Try again'))).to.equal('Try again');
  });

  const nonsense: Readonly<Record<string, readonly [Partial<ReceiptPanel>, RegExp]>> = {
    'a receipt that is a number': [{ receipt: 7 as never }, /receipt.links is undefined/],
    'a receipt without a total': [
      { receipt: { ...receipt(), total: null as never } },
      /receipt.total is null/,
    ],
    'a receipt of no day': [{ receipt: { ...receipt(), paidAt: 'noon' } }, /receipt.paidAt is "noon"/],
    'a receipt of no place': [
      { receipt: { ...receipt(), zone: 'Mars/Base' } },
      /receipt.zone is "Mars\/Base"/,
    ],
    'a renewal that is text': [{ receipt: null, renewal: 'done' as never }, /renewal is "done"/],
  };
  for (const [what, [given, said]] of Object.entries(nonsense))
    it(`shows a clear state for ${what}, tells the developer, and recovers`, async () => {
      const ear = heardBy(console);
      const { el, words } = await setup();
      Object.assign(el, given);
      await el.updateComplete;
      expect(words()).to.contain('This receipt cannot be shown right now.');
      el.requestUpdate();
      await el.updateComplete;
      ear.stop();
      expect(ear.warnings.filter((each) => said.test(each))).to.have.length(1);
      el.receipt = receipt();
      await el.updateComplete;
      expect(words()).to.contain('Active until 4 December 2027');
    });

  it('leaves out of the list what cannot be shown, and tells the developer', async () => {
    const ear = heardBy(console);
    const { el, papers } = await setup({ past: [receiptRow(), { number: 7 } as never, ...pastReceipts(1)] });
    expect(papers()).to.have.length(2);
    el.past = 'all' as never;
    await el.updateComplete;
    ear.stop();
    expect(papers()).to.have.length(0);
    expect(ear.warnings.map((each) => each.replace(/, must.*/, ''))).to.deep.equal([
      '<leb-receipt>: past.1.plan is undefined',
      '<leb-receipt>: past is "all"',
    ]);
  });
});
