import { createHmac } from 'node:crypto';
import type { TestContext } from 'node:test';
import { fakeServer, rateOf, strangeIn, type Answered, type Asked, type FakeServer } from './fake-server.ts';

const dayMs = 24 * 3600_000;
const GB = 1024 ** 3;

export interface FakeCard {
  readonly iccid: string;
  readonly esimTranNo: string;
  status: string;
  smdpStatus: string;
  /** Epoch ms; null before the first use. */
  activatedAt: number | null;
  expiresAt: number;
  volume: number;
  used: number;
  days: number;
  dataType: number;
  /** Its state does not know yet that it has ended. */
  readonly lags: boolean;
  readonly packages: Readonly<Record<string, unknown>>[];
}

export interface FakePackage {
  readonly packageCode: string;
  readonly slug: string;
  price: number;
  readonly days: number;
  readonly volume: number;
}

export interface EsimAccessFake extends FakeServer {
  readonly accessCode: string;
  readonly secretKey: string;
  readonly packages: FakePackage[];
  /** 1/10 000 USD. */
  balance: number;
  /** Epoch ms. */
  now: number;
  addCard(card?: Partial<FakeCard>): FakeCard;
  /** The code that the next orders are refused with, whatever they are; null for none. */
  refusesWith: string | null;
  /** Top-ups that were made for a card, by whomever. */
  topUps(iccid: string): number;
  /** The seller tops up by hand, in the console. */
  byHand(iccid: string, transactionId?: string): void;
}

interface Options {
  /** Some answers name the transaction of each package, others do not. */
  readonly namesTransactions?: boolean;
  readonly requiresSignature?: boolean;
  readonly perSecond?: number;
}

type Body = Readonly<Record<string, unknown>>;

const errors: Readonly<Record<string, string>> = {
  '000101': 'Request header (mandatory) is null',
  '000103': 'This https request method (get/post ) is not supported',
  '000104': 'Request in invalid JSON format',
  '000105': 'Request parameters (mandatory) are not contained',
  '000107': 'The length of the request parameter does not meet the requirement.',
  '101001': 'The timestamp of the request has expired.',
  '101003': 'Request signature mismatch.',
  '200002': 'This operation is not allowed due to the order status.',
  '200005': 'Package price error. Check price.',
  '200007': 'Insufficient account balance',
  '200008': 'Order parameters error, please contact customer service.',
  '310241': 'The packageCode does not exist.',
  '310403': 'The ICCID does not exist in the order.',
};

/** eSIM Access as https://docs.esimaccess.com describes it, and nothing that is not described there. */
export async function esimAccessFake(
  t: TestContext,
  { namesTransactions = true, requiresSignature = false, perSecond = 1e9 }: Options = {},
): Promise<EsimAccessFake> {
  const cards = new Map<string, FakeCard>();
  const done = new Map<string, unknown>();
  const withinRate = rateOf(perSecond);
  let made = 0;

  const server = await fakeServer(t, {
    isOrder: ({ path }) => path === '/api/v1/open/esim/topup',
    answer(asked) {
      if (!withinRate()) return { status: 429, body: { success: false } };
      const refused = refusedAtTheDoor(asked);
      if (refused !== null) return refused;
      const answer = answers[asked.path.replace('/api/v1/open/', '')];
      return answer === undefined ? { status: 404, body: {} } : answer(asked.body as Body);
    },
  });

  const parts: Omit<EsimAccessFake, keyof FakeServer> = {
    accessCode: 'the-access-code',
    secretKey: 'the-secret-key',
    balance: 1e9,
    refusesWith: null,
    now: Date.parse('2026-03-01T00:00:00Z'),
    packages: [
      { packageCode: 'TOPUP_JC016', slug: 'AS_1_30', price: 15_000, days: 30, volume: GB },
      { packageCode: 'TOPUP_JC007', slug: 'AS_1_7', price: 5_000, days: 7, volume: GB },
    ],
    addCard(card = {}) {
      const number = String(++made).padStart(6, '0');
      const added: FakeCard = {
        iccid: `89852245280001${number}`,
        esimTranNo: `2603010000${number}`,
        status: 'IN_USE',
        smdpStatus: 'ENABLED',
        activatedAt: fake.now - 5 * dayMs,
        expiresAt: fake.now + 25 * dayMs,
        volume: 5 * GB,
        used: 2 * GB,
        days: 30,
        dataType: 1,
        lags: false,
        packages: [],
        ...card,
      };
      added.packages.push(packageOf(added.days, `bought-${number}`, added.esimTranNo));
      cards.set(added.esimTranNo, added);
      return added;
    },
    topUps: (iccid) => numbered(iccid).reduce((sum, { packages }) => sum + packages.length - 1, 0),
    byHand(iccid, transactionId = `by-hand-${++made}`) {
      const [card] = numbered(iccid);
      const [first] = fake.packages;
      if (card !== undefined && first !== undefined) extend(card, first, transactionId);
    },
  };
  const fake: EsimAccessFake = Object.assign(server, parts);

  const answers: Readonly<Record<string, (body: Body) => Answered>> = {
    'esim/query'(body) {
      if (strangeIn(body, ['orderNo', 'iccid', 'esimTranNo', 'startTime', 'endTime', 'pager']))
        return no('200008');
      const { pageNum, pageSize } = (body['pager'] ?? {}) as { pageNum?: number; pageSize?: number };
      if (pageNum === undefined || pageSize === undefined) return no('000105');
      if (!(pageSize >= 5 && pageSize <= 500 && pageNum >= 1)) return no('000107');
      const found = [...cards.values()].filter((card) => isMeant(card, body));
      const pager = { pageSize, pageNum, total: found.length };
      return found.length === 0 ? no('310403') : yes({ esimList: found.map(viewOf), pager });
    },
    'package/list'(body) {
      if (strangeIn(body, ['locationCode', 'type', 'packageCode', 'slug', 'iccid', 'dataType']))
        return no('200008');
      if (body['type'] === 'TOPUP' && cardOf(body) === null) return no('310403');
      return yes({
        packageList: fake.packages.map(({ packageCode, slug, price, days, volume }) => ({
          packageCode,
          slug,
          name: `Asia 1GB ${days}Days`,
          price,
          currencyCode: 'USD',
          volume,
          duration: days,
          durationUnit: 'DAY',
        })),
      });
    },
    'balance/query': () => yes({ balance: fake.balance }),
    'esim/usage/query'(body) {
      const asked = body['esimTranNoList'];
      if (!Array.isArray(asked)) return no('000105');
      if (asked.length < 1 || asked.length > 10) return no('000107');
      const found = [...cards.values()].filter(({ esimTranNo }) => asked.includes(esimTranNo));
      return yes({
        esimUsageList: found.map(({ esimTranNo, used, volume }) => ({
          esimTranNo,
          dataUsage: used,
          totalData: volume,
          lastUpdateTime: time(fake.now - 2 * 3600_000),
        })),
      });
    },
    'esim/topup'(body) {
      const known = ['iccid', 'esimTranNo', 'packageCode', 'transactionId', 'amount', 'periodNum'];
      if (strangeIn(body, known)) return no('200008');
      if (Object.values(body).some((value) => typeof value !== 'string')) return no('200008');
      if (fake.refusesWith !== null) return no(fake.refusesWith);
      const { packageCode = '', transactionId = '', amount } = body as Readonly<Record<string, string>>;
      if (packageCode === '' || transactionId === '') return no('000105');
      if (transactionId.length > 50) return no('000107');
      // “Duplicate transactionId will be identified as the same request.”
      const before = done.get(transactionId);
      if (before !== undefined) return yes(before);
      const card = cardOf(body);
      if (card === null) return no('310403');
      const bought = fake.packages.find((each) => [each.packageCode, each.slug].includes(packageCode));
      if (bought === undefined) return no('310241');
      const state = stateOf(card);
      if (!['GOT_RESOURCE', 'IN_USE', 'USED_UP'].includes(state)) return no('200002');
      if (card.packages.length > 10) return no('200002');
      if (amount !== undefined && Number(amount) !== bought.price) return no('200005');
      if (fake.balance < bought.price) return no('200007');
      fake.balance -= bought.price;
      extend(card, bought, transactionId);
      const answer = {
        transactionId,
        iccid: card.iccid,
        expiredTime: time(card.expiresAt),
        totalVolume: card.volume,
        totalDuration: card.days,
        orderUsage: card.used,
        topUpEsimTranNo: `2603020000${String(++made).padStart(6, '0')}`,
      };
      done.set(transactionId, answer);
      return yes(answer);
    },
  };

  function refusedAtTheDoor({ method, headers, text, body }: Asked): Answered | null {
    if (method !== 'POST') return no('000103');
    const [code, sent, id, signature] = ['code', 'Timestamp', 'RequestID', 'Signature'].map((name) =>
      headers.get(name === 'code' ? 'RT-AccessCode' : `RT-${name}`),
    );
    if ((code ?? '') === '') return no('000101');
    if (code !== fake.accessCode) return no('101003');
    if ((signature ?? null) !== null || requiresSignature) {
      if ((sent ?? '') === '' || (id ?? '') === '' || (signature ?? '') === '') return no('000101');
      if (Math.abs(Number(sent) - Date.now()) > 300_000) return no('101001');
      const expected = createHmac('sha256', fake.secretKey)
        .update(`${sent}${id}${code}${text}`)
        .digest('hex');
      if (signature !== expected) return no('101003');
    }
    return typeof body === 'object' && body !== null ? null : no('000104');
  }

  const isMeant = (card: FakeCard, { iccid, esimTranNo }: Body): boolean =>
    card.esimTranNo === esimTranNo || card.iccid === iccid;
  const cardOf = (body: Body): FakeCard | null =>
    [...cards.values()].find((card) => isMeant(card, body)) ?? null;
  const numbered = (iccid: string): FakeCard[] => [...cards.values()].filter((card) => card.iccid === iccid);

  function stateOf({ status, expiresAt, activatedAt, lags }: FakeCard): string {
    const live = ['GOT_RESOURCE', 'IN_USE', 'USED_UP'].includes(status);
    if (!live || lags || expiresAt > fake.now) return status;
    return activatedAt === null ? 'UNUSED_EXPIRED' : 'USED_EXPIRED';
  }

  /** Days and data add. Before the first use, there is only the last day to download. */
  function extend(card: FakeCard, bought: FakePackage, transactionId: string): void {
    card.days += bought.days;
    card.volume += bought.volume;
    if (card.activatedAt !== null) card.expiresAt += bought.days * dayMs;
    if (card.status === 'USED_UP') card.status = 'IN_USE';
    card.packages.push(packageOf(bought.days, transactionId, card.esimTranNo));
  }

  const packageOf = (duration: number, transactionId: string, esimTranNo: string) => ({
    packageCode: 'JC016',
    slug: 'AS_1_30',
    duration,
    volume: GB,
    locationCode: 'JP',
    createTime: time(fake.now),
    ...(namesTransactions ? { esimTranNo, transactionId } : {}),
  });

  const viewOf = (card: FakeCard) => ({
    esimTranNo: card.esimTranNo,
    orderNo: `B${card.esimTranNo}`,
    iccid: card.iccid,
    ac: 'LPA:1$rsp.example.com$SECRET',
    smdpStatus: card.smdpStatus,
    eid: '',
    activeType: 1,
    dataType: card.dataType,
    activateTime: card.activatedAt === null ? null : time(card.activatedAt),
    expiredTime: time(card.expiresAt),
    totalVolume: card.volume,
    totalDuration: card.days,
    durationUnit: 'DAY',
    orderUsage: card.used,
    esimStatus: stateOf(card),
    packageList: card.packages,
  });
  return fake;
}

const yes = (obj: unknown): Answered => ({
  status: 200,
  body: { success: true, errorCode: '0', errorMsg: null, obj },
});
const no = (errorCode: string): Answered => ({
  status: 200,
  body: {
    success: false,
    errorCode,
    errorMsg: errors[errorCode] ?? 'The ICCID 89852245280001000001 …',
    obj: null,
  },
});

/** “Time codes are presented in UTC”: `2023-08-17T17:01:37+0000`. */
const time = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, '+0000');
