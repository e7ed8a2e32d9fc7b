import { localSupplier, type ExtensionOrder, type Mishap } from '@leb-renew/server';
import { randomUUID } from 'node:crypto';
import { emptyDatabase, query } from '../shop/cluster.ts';
import { portSuite, type Behaviour } from './port-suite.ts';

const mishaps: Partial<Record<Behaviour, Mishap>> = {
  refuses: 'refuse',
  'loses-orders': 'lost-order',
  'loses-answers': 'lost-answer',
};

portSuite('The shop’s own database', async (t) => {
  const databaseUrl = await emptyDatabase();
  let behaviour: Behaviour = 'well';
  const log = () => undefined;
  const mishap = () => mishaps[behaviour] ?? 'none';
  const operator = localSupplier({ databaseUrl, mishap, log });
  const silent = localSupplier({ databaseUrl, delayMs: 60_000, log });
  const away = localSupplier({ databaseUrl: 'postgres://127.0.0.1:1/nowhere', log });
  await operator.start?.();
  t.after(() => operator.stop?.());
  const current = () => (behaviour === 'silent' ? silent : behaviour === 'away' ? away : operator);

  let cards = 0;
  return {
    supplier: {
      ...operator,
      readCard: (...asked) => current().readCard(...asked),
      listPlans: (...asked) => current().listPlans(...asked),
      preview: (...asked) => current().preview(...asked),
      apply: (...asked) => current().apply(...asked),
      find: (...asked) => current().find(...asked),
    },
    order: (): ExtensionOrder => ({
      key: randomUUID(),
      iccid: `893108931828440900${String(cards++).padStart(2, '0')}`,
      plan: { planId: 'global-1m', name: '1 month', term: { months: 1 } },
      zone: 'UTC',
      from: '2026-03-15T00:00:00Z',
      to: '2026-04-15T00:00:00Z',
    }),
    behave: (as) => void (behaviour = as),
    async extensions(iccid) {
      const [row] = await query<{ made: number }>(
        databaseUrl,
        'select count(*)::int as made from leb_local_supplier.extensions where iccid = $1',
        [iccid],
      );
      return row?.made ?? 0;
    },
  };
});
