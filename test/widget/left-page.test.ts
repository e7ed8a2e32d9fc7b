import { expect } from '@open-wc/testing';
import { demoAccount } from '@leb-renew/core/sandbox';
import { soon } from './soon.ts';

/** A page that this tab was at before, and that still has the right to pay for a renewal. */
function leftPage() {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { locks } = frame.contentWindow!.navigator;
  return {
    has: (right: string) =>
      new Promise<void>((taken) => {
        void locks.request(right, () => (taken(), new Promise<void>(() => {}))).catch(() => {});
      }),
    async name() {
      const { held = [] } = await locks.query();
      return held.find(({ name }) => name === 'its own')!.clientId!;
    },
    isGone: () => frame.remove(),
  };
}

const page = leftPage();
await page.has('its own');
sessionStorage.setItem('leb-renew:holder', await page.name());
// Only now, as a page that is loaded after another was left.
const { openSandbox, visit } = await import('./visit.ts');

/** A renewal that waits for its payment, at the form of which the other page was. */
async function setup(name: string) {
  const ports = openSandbox().ports(name);
  const { api, tickets } = ports;
  await api.signIn(demoAccount);
  const quote = await api.quote({ cardRef: 'card-global', planId: 'global-12m', currency: 'USD' });
  const renewal = quote.ok ? await api.begin({ quoteId: quote.value.quoteId }) : quote;
  if (!renewal.ok) throw new Error(renewal.problem.title);
  const { renewalId, renewalToken } = renewal.value;
  await page.has(`leb-renew:pay:${name}:${renewalId}`);
  tickets.save({ renewalId, renewalToken, confirming: false });
  return { ...(await visit(ports)), tickets };
}

describe('a page that has just been left', () => {
  const { setTimeout } = window;
  let patience: (() => void) | null = null;
  beforeEach(() => {
    patience = null;
    const hold = (call: (...given: unknown[]) => void, ms: number, ...given: unknown[]) =>
      ms === 3_000 ? void (patience = () => call(...given)) : setTimeout(call, ms, ...given);
    Object.assign(window, { setTimeout: hold });
  });
  afterEach(() => {
    window.setTimeout = setTimeout;
    document.querySelectorAll('leb-renewal').forEach((each) => each.remove());
  });
  after(() => sessionStorage.clear());

  it('is taken for another tab where it does not let go', async () => {
    const { sees, shown } = await setup('https://shop.example/stays');
    await soon(() => patience !== null);
    expect(shown()).to.include('Loading the payment form').and.not.include('another tab');
    patience!();
    await sees('This payment is open in another tab.');
  });

  it('is waited for, and leaves no doubt behind', async () => {
    const { shown, button, tickets } = await setup('https://shop.example/goes');
    await soon(() => patience !== null);
    page.isGone();
    await soon(() => button('Pay US$84.00') !== undefined);
    expect(shown()).not.to.match(/another tab|whether you were charged/);
    expect(tickets.load()?.confirming).to.equal(false);
  });
});
