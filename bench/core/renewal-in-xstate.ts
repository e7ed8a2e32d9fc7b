/**
 * The way of a renewal as an XState 5 machine, written as its documentation writes machines: the same states, events,
 * guards, data and commands as `renewalStep`. What the bench does not walk through is left out, which only makes it
 * faster.
 */
import type { Choice, Quote, Renewal, RenewalCommand, RenewalEvent, RenewalIn } from '@leb-renew/core';
import { assign, setup } from 'xstate';

interface Context {
  readonly run: number;
  readonly choice?: Choice;
  readonly quote?: Quote;
  readonly renewal?: Renewal;
}

/** `perform` is told every command, in order. */
export const renewalInXState = (perform: (command: RenewalCommand) => void) => {
  const ticket = ({ renewal }: Context, confirming: boolean) => {
    const { renewalId, renewalToken } = renewal as Renewal;
    return { renewalId, renewalToken, confirming };
  };
  const kept = (context: Context, confirming: boolean) => ({
    ...ticket(context, confirming),
    since: (context.renewal as Renewal).seq,
  });
  const isAnswer = ({ context, event }: { context: Context; event: { run: number } }) =>
    event.run === context.run;
  const ask = ({ context }: { context: Context }) =>
    perform({ type: 'ask', run: context.run, ticket: ticket(context, true), delayMs: 0 });
  const forget = () => perform({ type: 'forget' });
  const count = assign<Context, RenewalEvent, undefined, RenewalEvent, never>({
    run: ({ context }) => context.run + 1,
  });

  return setup({ types: { context: {} as Context, events: {} as RenewalEvent } }).createMachine({
    id: 'renewal',
    initial: 'choosing',
    context: { run: 0 },
    states: {
      choosing: {
        on: {
          choose: {
            target: 'quoting',
            actions: [
              count,
              assign({ choice: ({ event }) => event.choice }),
              ({ context, event }) => perform({ type: 'quote', run: context.run, choice: event.choice }),
            ],
          },
        },
      },
      quoting: {
        on: {
          quoted: {
            target: 'opening',
            guard: isAnswer,
            actions: [
              count,
              assign({ quote: ({ event }) => event.quote }),
              ({ context, event }) =>
                perform({ type: 'begin', run: context.run, quoteId: event.quote.quoteId }),
            ],
          },
        },
      },
      opening: {
        on: {
          news: {
            target: 'paying',
            guard: ({ context, event }) =>
              event.run === context.run && event.renewal.status === 'awaiting-payment',
            actions: [
              count,
              assign({ renewal: ({ event }) => event.renewal }),
              ({ context, event }) => {
                perform({
                  type: 'remember',
                  ticket: kept(context, false),
                });
                perform({ type: 'open-form', renewal: event.renewal as RenewalIn<'awaiting-payment'> });
              },
            ],
          },
        },
      },
      paying: {
        initial: 'loading',
        states: {
          loading: {
            on: {
              'form-ready': {
                target: 'ready',
                guard: ({ context, event }) => event.renewalId === context.renewal?.renewalId,
              },
            },
          },
          ready: {
            on: {
              pay: {
                target: '#renewal.confirming',
                actions: [
                  count,
                  ({ context }) => {
                    perform({
                      type: 'remember',
                      ticket: kept(context, true),
                    });
                    perform({ type: 'confirm', run: context.run });
                  },
                ],
              },
            },
          },
        },
      },
      confirming: {
        on: {
          outcome: {
            target: 'checking',
            guard: ({ context, event }) => event.run === context.run && event.outcome.kind === 'ask-server',
            actions: [count, ask],
          },
        },
      },
      checking: {
        on: {
          news: {
            target: 'extending',
            guard: ({ context, event }) =>
              event.run === context.run &&
              event.renewal.seq >= (context.renewal?.seq ?? 0) &&
              event.renewal.status === 'extending',
            actions: [count, assign({ renewal: ({ event }) => event.renewal }), ask],
          },
        },
      },
      extending: {
        on: {
          news: {
            target: 'renewed',
            guard: ({ context, event }) =>
              event.run === context.run &&
              event.renewal.seq >= (context.renewal?.seq ?? 0) &&
              event.renewal.status === 'renewed',
            actions: [count, assign({ renewal: ({ event }) => event.renewal }), forget],
          },
        },
      },
      renewed: { on: { done: { target: 'choosing', actions: [count, forget] } } },
    },
  });
};
