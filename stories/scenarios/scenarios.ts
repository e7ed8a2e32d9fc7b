import { trouble, type Clock, type RenewalApi } from '@leb-renew/core';
import type { LebRenewalElement, Ports } from '@leb-renew/widget';
import { sandboxPorts } from '../sandbox-ports.ts';

type State = LebRenewalElement['state'];

export type ScenarioName = 'approve' | 'decline' | '3d-secure' | 'lost-network' | 'slow' | 'never-loads';

/** One way that a renewal can go. */
export interface Scenario {
  readonly label: string;
  /** What happens, for who looks on. */
  readonly told: string;
  /** A new world in which it goes this way. */
  readonly world: () => Ports;
  /** The state that is to be seen: until then the story goes on for the person. */
  readonly isThere: (state: State) => boolean;
}

const isDone = ({ step }: State): boolean => step === 'receipt';

/** The network is gone for so long after a payment was sent, ms. */
const gapMs = 12_000;

/** No answer about the renewal for a while: what became of the payment is not known. */
function withGap(api: RenewalApi): Partial<RenewalApi> {
  const from = performance.now();
  return {
    renewal: (ticket, options) =>
      performance.now() - from < gapMs ? Promise.resolve(trouble('offline')) : api.renewal(ticket, options),
  };
}

/** The form has half a minute to be there. Three seconds are enough to see it. */
const hasty = (clock: Clock): Clock => ({
  now: () => clock.now(),
  after: (ms, call) => clock.after(ms === 30_000 ? 3_000 : ms, call),
});

export const hastyPorts = (ports: Ports): Ports => ({ ...ports, clock: hasty(ports.clock) });

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  approve: {
    label: 'Approve',
    told: 'The bank says yes, and the card is extended. The receipt is shown.',
    world: () => sandboxPorts({ first: 'approve', supplierDelayMs: 0 }),
    isThere: isDone,
  },
  decline: {
    label: 'Decline',
    told: 'The bank says no: not enough funds. Nothing was charged; another card or way to pay may be tried.',
    world: () => sandboxPorts({ first: 'insufficient-funds' }),
    isThere: ({ problem }) => problem === 'insufficient-funds',
  },
  '3d-secure': {
    label: '3-D Secure',
    told: 'The bank asks in a window of its own, over the page. Approve or refuse there.',
    world: () => sandboxPorts({ first: '3d-secure', supplierDelayMs: 0 }),
    isThere: ({ charged }) => charged === 'unknown',
  },
  'lost-network': {
    label: 'Lost network',
    told: 'The payment was sent, and the answer is lost for twelve seconds. Nobody is offered to pay again; then the shop tells.',
    world: () => sandboxPorts({ first: 'lost-answer', instead: withGap, supplierDelayMs: 0 }),
    isThere: ({ charged }) => charged === 'unknown',
  },
  slow: {
    label: 'Slow',
    told: 'Every answer takes two seconds, and the network behind the card half a minute: each placeholder and each wait can be seen.',
    world: () => sandboxPorts({ first: 'slow', answerDelayMs: 2_000, supplierDelayMs: 30_000 }),
    isThere: isDone,
  },
  'never-loads': {
    label: 'Never loads',
    told: 'The payment form does not come. After half a minute (three seconds here) that is said, and it can be tried again.',
    world: () => hastyPorts(sandboxPorts({ first: 'never-loads' })),
    isThere: ({ problem }) => problem === 'payment-form-blocked',
  },
};

export const scenarioNames = Object.keys(scenarios) as ScenarioName[];
