import { createHmac, randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { fakeServer, rateOf, strangeIn, type Answered, type Asked, type FakeServer } from './fake-server.ts';

const dayMs = 24 * 3600_000;

interface FakeAssignment {
  readonly id: string;
  readonly bundle: string;
  readonly reference: string;
  readonly at: number;
  readonly durationMs: number;
  readonly bytes: number;
  used: number;
  /** Epoch ms; null until it is used first. */
  startsAt: number | null;
  revoked: boolean;
}

export interface FakeCard {
  readonly iccid: string;
  readonly network: string;
  profileStatus: string;
  readonly assignments: FakeAssignment[];
}

export interface FakeBundle {
  readonly name: string;
  readonly days: number;
  readonly network: string;
  readonly price: number;
  /** A year is twelve. */
  readonly assignments: number;
  autostart: boolean;
}

export interface EsimGoFake extends FakeServer {
  readonly apiKey: string;
  readonly bundles: FakeBundle[];
  /** Of the organisation, in its currency. */
  balance: number;
  /** Epoch ms. */
  now: number;
  /** How long an assignment is `processing`, ms. */
  processingMs: number;
  /** How long an assignment is on its way to the card after its order was answered, ms. */
  showsAfterMs: number;
  /** The words that the next orders are refused with, whatever they are; null for none. */
  refusesWith: string | null;
  addCard(network?: string): FakeCard;
  /** The seller adds a bundle in the portal. */
  assign(card: FakeCard, bundle: string): void;
  /** The next bundle that waits begins now. */
  use(card: FakeCard): void;
  /** Bundles that a card has got, by whomever. */
  bundlesOn(iccid: string): number;
  sign(body: string): { base64: string; hex: string };
}

/**
 * eSIM Go as https://docs.esim-go.com/esim_go_schema_v2_5.yaml describes it. It knows no key of an order: the same order
 * twice is two orders.
 */
export async function esimGoFake(t: TestContext, { perSecond = 1e9 } = {}): Promise<EsimGoFake> {
  const cards = new Map<string, FakeCard>();
  const withinRate = rateOf(perSecond);
  let made = 0;

  const server = await fakeServer(t, {
    isOrder: ({ path, body }) =>
      path === '/v2.5/orders' && (body as { type?: string } | undefined)?.type === 'transaction',
    answer(asked) {
      if (!withinRate())
        return { status: 429, headers: { 'retry-after': '1' }, body: { message: 'Rate limit exceeded' } };
      if (asked.headers.get('x-api-key') !== fake.apiKey) return no(403, 'access denied');
      const [, , first, second, third, fourth] = asked.path.split('/').map(decodeURIComponent);
      if (asked.method === 'POST' && first === 'orders' && second === undefined) return ordered(asked);
      if (asked.method !== 'GET') return no(404, 'not found');
      if (first === 'catalogue' && second === 'bundle') return catalogued(third ?? '');
      if (first !== 'esims') return no(404, 'not found');
      const card = cards.get(second ?? '');
      if (card === undefined) return no(403, `${second} is not accessible by the user`);
      if (third === undefined)
        return yes({ iccid: card.iccid, profileStatus: card.profileStatus, pin: '0000' });
      if (third === 'bundles' && fourth === undefined) return listed(card, asked.query);
      if (third === 'compatible') return compatible(card, fourth ?? '');
      return no(404, 'not found');
    },
  });

  const parts: Omit<EsimGoFake, keyof FakeServer> = {
    apiKey: 'the-api-key',
    balance: 1e9,
    now: Date.parse('2026-03-01T00:00:00.125Z'),
    processingMs: 0,
    showsAfterMs: 0,
    refusesWith: null,
    bundles: [
      { name: 'esim_10GB_30D_GB_V2', days: 30, network: 'one', price: 9.5, assignments: 1, autostart: true },
      {
        name: 'esim_50GB_365D_GB_V2',
        days: 365,
        network: 'one',
        price: 90,
        assignments: 12,
        autostart: true,
      },
      { name: 'esim_1GB_7D_NL_V2', days: 7, network: 'two', price: 1.5, assignments: 1, autostart: true },
    ],
    addCard(network = 'one') {
      const iccid = `894412345678${String(++made).padStart(8, '0')}`;
      const card: FakeCard = { iccid, network, profileStatus: 'Installed', assignments: [] };
      cards.set(iccid, card);
      return card;
    },
    assign(card, bundle) {
      const chosen = fake.bundles.find(({ name }) => name === bundle);
      if (chosen === undefined) throw new Error(`no bundle ${bundle}`);
      assign(card, chosen);
    },
    use(card) {
      const next = card.assignments.find(({ startsAt }) => startsAt === null);
      let at = fake.now;
      for (const each of card.assignments.filter(({ reference }) => reference === next?.reference)) {
        each.startsAt = at;
        at += each.durationMs;
      }
    },
    bundlesOn: (iccid) => referencesOf(cards.get(iccid)?.assignments ?? []).size,
    sign(body) {
      const signature = createHmac('sha256', fake.apiKey).update(body).digest();
      return { base64: signature.toString('base64'), hex: signature.toString('hex') };
    },
  };
  const fake: EsimGoFake = Object.assign(server, parts);

  /** Each of a year's assignments is used for a twelfth of it. */
  function assign(card: FakeCard, { name, days, assignments }: FakeBundle): void {
    const reference = `${randomUUID()}-0`;
    for (let part = 0; part < assignments; part += 1)
      card.assignments.push({
        id: String(215_000_000 + ++made),
        bundle: name,
        reference,
        at: fake.now + fake.showsAfterMs,
        durationMs: (days * dayMs) / assignments,
        bytes: 10e9,
        used: 0,
        startsAt: null,
        revoked: false,
      });
  }

  function ordered({ body }: Asked): Answered {
    if (strangeIn(body, ['type', 'assign', 'order']) !== null) return no(400, 'unknown member');
    const { type, assign: assigns, order } = body as Readonly<Record<string, unknown>>;
    if (type !== 'validate' && type !== 'transaction') return no(400, 'type must be validate or transaction');
    if (typeof assigns !== 'boolean' || !Array.isArray(order) || order.length !== 1)
      return no(400, 'bad request');
    const line = order[0] as Readonly<Record<string, unknown>>;
    if (strangeIn(line, ['type', 'quantity', 'item', 'iccids', 'allowReassign']) !== null)
      return no(400, 'unknown member');
    const { quantity, item, iccids, allowReassign } = line;
    if (line['type'] !== 'bundle' || !Number.isInteger(quantity) || !Array.isArray(iccids))
      return no(400, 'bad request');
    if (!assigns) return no(400, 'ICCIDs can only be specified if assign is set to true');
    if (iccids.length !== quantity) return no(400, 'quantity is required to match the number of ICCIDs');
    const card = cards.get(String(iccids[0]));
    if (card === undefined) return no(400, `${String(iccids[0])} is not accessible`);
    const bundle = fake.bundles.find(({ name }) => name === item);
    if (bundle === undefined) return no(400, 'bundle not found');
    if (bundle.network !== card.network && allowReassign !== true) return no(400, 'bundle is not compatible');
    if (fake.refusesWith !== null) return no(400, fake.refusesWith);
    if (referencesOf(card.assignments.filter(waits)).size >= 30) return no(400, 'too many queued bundles');
    if (fake.balance < bundle.price) return no(400, 'Insufficient funds');
    const answer = {
      order: [{ type: 'bundle', item, quantity, subTotal: bundle.price, pricePerUnit: bundle.price }],
      total: bundle.price,
      valid: true,
      currency: 'USD',
      createdDate: stamp(fake.now),
      assigned: type === 'transaction',
    };
    if (type === 'validate') return yes(answer);
    fake.balance -= bundle.price;
    assign(card, bundle);
    return yes({
      ...answer,
      status: 'completed',
      statusMessage: 'Order completed: 1 eSIMs assigned',
      orderReference: randomUUID(),
    });
  }

  /** The latest first; by default 15, and nothing that is used up or over. */
  function listed(card: FakeCard, query: URLSearchParams): Answered {
    if ([...query.keys()].some((name) => !['includeUsed', 'limit'].includes(name)))
      return no(400, 'bad request');
    const limit = Number(query.get('limit') ?? 15);
    if (!(limit >= 1 && limit <= 200)) return no(400, 'limit must be between 1 and 200');
    const all = query.get('includeUsed') === 'true';
    const shown = card.assignments
      .filter(({ at }) => at <= fake.now)
      .filter((each) => all || ['processing', 'queued', 'active'].includes(stateOf(each)))
      .toReversed()
      .slice(0, limit);
    const names = [...new Set(shown.map(({ bundle }) => bundle))];
    return yes({
      bundles: names.map((name) => ({
        name,
        description: name,
        assignments: turned(shown.filter(({ bundle }) => bundle === name)).map(viewOf),
      })),
    });
  }

  function catalogued(name: string): Answered {
    const bundle = fake.bundles.find((each) => each.name === name);
    if (bundle === undefined) return no(400, 'bundle not found');
    const { days, autostart, price } = bundle;
    return yes({
      name,
      description: name,
      dataAmount: 10_000,
      duration: days,
      autostart,
      unlimited: false,
      price,
    });
  }

  function compatible(card: FakeCard, name: string): Answered {
    const bundle = fake.bundles.find((each) => each.name === name);
    return bundle === undefined
      ? no(400, 'bundle not found')
      : yes({ compatible: bundle.network === card.network });
  }

  const waits = (each: FakeAssignment): boolean => ['processing', 'queued'].includes(stateOf(each));

  function stateOf({ at, startsAt, durationMs, used, bytes, revoked }: FakeAssignment): string {
    if (revoked) return 'revoked';
    if (startsAt === null || startsAt > fake.now) {
      if (at + fake.processingMs > fake.now) return 'processing';
      return at + 365 * dayMs <= fake.now ? 'lapsed' : 'queued';
    }
    if (startsAt + durationMs <= fake.now) return 'expired';
    return used >= bytes ? 'depleted' : 'active';
  }

  /** Dates “will not be displayed in response if bundle has not been started”. */
  const viewOf = (each: FakeAssignment) => ({
    id: each.id,
    callTypeGroup: 'data',
    initialQuantity: each.bytes,
    remainingQuantity: each.bytes - each.used,
    ...(each.startsAt === null
      ? {}
      : { startTime: stamp(each.startsAt), endTime: stamp(each.startsAt + each.durationMs) }),
    assignmentDateTime: stamp(each.at),
    assignmentReference: each.reference,
    bundleState: stateOf(each),
    unlimited: false,
  });
  return fake;
}

const referencesOf = (assignments: readonly FakeAssignment[]): Set<string> =>
  new Set(assignments.map(({ reference }) => reference));
/** In no order that anybody could rely on. */
const turned = <T>(list: readonly T[]): T[] => [...list.slice(1), ...list.slice(0, 1)];
const yes = (body: unknown): Answered => ({ status: 200, body });
const no = (status: number, message: string): Answered => ({ status, body: { message } });
const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '45Z');
