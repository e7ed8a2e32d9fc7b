import '@leb-renew/widget/status-badge/define';
import type { Card } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { card, cards, day, entitlement, now, stoppedClock } from '../test/widget/fixtures.ts';
import { longCard } from './long-texts.ts';
import { rightToLeft } from './right-to-left.ts';

interface Args {
  card: Card | null;
  variant: 'full' | 'compact';
  lang: string;
}

const meta: Meta<Args> = {
  title: 'Elements/Status badge',
  component: 'leb-status-badge',
  args: { card: cards.dueSoon, variant: 'full', lang: '' },
  render: ({ card, variant, lang }) =>
    html`<leb-status-badge
      .card=${card}
      .clock=${stoppedClock()}
      variant=${variant}
      lang=${lang || nothing}
    ></leb-status-badge>`,
};
export default meta;

type Story = StoryObj<Args>;

export const DueSoon: Story = {};
export const Active: Story = { args: { card: cards.active } };
export const DueNow: Story = { args: { card: cards.dueNow } };
export const GraceStillWorking: Story = { args: { card: cards.grace } };
export const GraceOffline: Story = { args: { card: cards.graceOff } };
export const Expired: Story = { args: { card: cards.expired } };
export const NumberGivenUp: Story = { args: { card: cards.terminated } };
export const Suspended: Story = { args: { card: cards.suspended } };
export const Revoked: Story = { args: { card: cards.revoked } };
export const NotStarted: Story = { args: { card: cards.notStarted } };
export const WithDataLeft: Story = { args: { card: cards.withData } };
export const RenewalUnderWay: Story = { args: { card: cards.underWay } };
/** The supplier has not been heard of for three days: the state is what the dates say, and its age is said. */
export const OldNews: Story = {
  args: { card: card({ entitlement: entitlement({ asOf: new Date(now - 3 * day).toISOString() }) }) },
};
/** Two renewals ahead: the bar shows where one period follows another. */
export const PeriodsInARow: Story = {
  args: {
    card: card({
      entitlement: entitlement({
        periods: ['2025', '2026', '2027'].map((year) => ({
          periodId: year,
          plan: card().currentPlan,
          start: `${year}-12-04T16:00:00Z`,
          end: `${Number(year) + 1}-12-04T16:00:00Z`,
        })),
        expiresAt: '2028-12-04T16:00:00Z',
        graceEndsAt: null,
        recoverableUntil: null,
      }),
    }),
  },
};
/** A card that cannot be read. The console says why, once. */
export const NotConfirmed: Story = {
  args: { card: { ...card(), entitlement: { ...entitlement(), expiresAt: 'soon' } } },
};
export const Loading: Story = { args: { card: null } };

export const LongTexts: Story = { args: { card: longCard } };
export const RightToLeft: Story = { decorators: [rightToLeft] };

export const Compact: Story = { args: { variant: 'compact' } };
/** Pressed, the badge says more. */
export const CompactOpened: Story = {
  args: { variant: 'compact' },
  async play({ canvasElement }) {
    const badge = canvasElement.querySelector('leb-status-badge');
    await badge?.updateComplete;
    badge?.renderRoot.querySelector<HTMLElement>('[part~=badge]')?.click();
    await badge?.updateComplete;
  },
};
export const CompactLoading: Story = { args: { variant: 'compact', card: null } };

export const EveryState: Story = {
  render: () =>
    html`<p>
      ${Object.values(cards).map(
        (card) =>
          html`<leb-status-badge
            .card=${card}
            .clock=${stoppedClock()}
            variant="compact"
          ></leb-status-badge> `,
      )}
    </p>`,
};
