import type { ExtensionOrder, Supplier } from '@leb-renew/server';
import assert from 'node:assert/strict';
import type { FakeServer } from './fake-server.ts';

type Settled = Extract<Awaited<ReturnType<Supplier['apply']>>, { outcome: 'applied' }>;

/**
 * Has an order fulfilled as the server does it: a mark before the first try, a look before each repetition, and no try
 * before the supplier wants to be asked. `pause` is called between two tries. Waits no longer where the fake is silent.
 */
export async function fulfil(
  supplier: Supplier,
  order: ExtensionOrder,
  pause: (seconds: number) => void,
  fake: Pick<FakeServer, 'onSilence'> = { onSilence: () => undefined },
): Promise<Settled> {
  const seen = await supplier.preview(order, new AbortController().signal);
  assert.ok(seen.outcome === 'possible', JSON.stringify(seen));
  const { mark } = seen;
  for (let tries = 0; tries < 60; tries += 1) {
    const found = tries === 0 ? null : await supplier.find(order, mark, patience(fake));
    if (found?.outcome === 'applied') return found;
    const done = found?.outcome === 'unknown' ? found : await supplier.apply(order, mark, patience(fake));
    if (done.outcome === 'applied') return done;
    assert.ok(done.outcome === 'unknown' || !done.isFinal, done.detail);
    pause(done.retryAfterSeconds ?? 1);
  }
  return assert.fail('It was never fulfilled.');
}

function patience(fake: Pick<FakeServer, 'onSilence'>): AbortSignal {
  const patience = new AbortController();
  fake.onSilence = () => patience.abort();
  return patience.signal;
}
