import '@leb-renew/widget/receipt/define';
import { problem, type Problem, type Receipt, type ReceiptSummary, type RenewalIn } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { pastReceipts, receipt, receiptRow, renewed, stoppedClock, usd } from '../test/widget/fixtures.ts';
import { longReceipt } from './long-texts.ts';
import { rightToLeft } from './right-to-left.ts';

interface Args {
  receipt: Receipt | null;
  renewal: RenewalIn<'renewed'> | null;
  past: readonly ReceiptSummary[] | null;
  problem: Problem | null;
  lang: string;
}

const clock = stoppedClock(Date.parse('2026-11-22T10:03:00Z'));

const meta: Meta<Args> = {
  title: 'Elements/Receipt',
  component: 'leb-receipt',
  args: { receipt: receipt(), renewal: null, past: null, problem: null, lang: '' },
  render: ({ receipt, renewal, past, problem, lang }) =>
    html`<leb-receipt
      .receipt=${receipt}
      .renewal=${renewal}
      .past=${past}
      .problem=${problem}
      .clock=${clock}
      lang=${lang || nothing}
    ></leb-receipt>`,
};
export default meta;

type Story = StoryObj<Args>;

const paper = { page: 'https://shop.example/1', calendar: 'https://shop.example/1.ics' };
const correction = receiptRow({
  number: 'R-2026-00431',
  issuedAt: '2026-11-24T08:00:00Z',
  total: usd(-1_400),
  period: null,
  corrects: 'R-2026-00418',
  links: { ...paper, calendar: null },
});

export const Renewed: Story = {};
export const WithAPage: Story = { args: { receipt: receipt({ links: paper }) } };
export const WithTax: Story = {
  args: {
    receipt: receipt({
      lines: [
        { kind: 'plan', label: '1 year', amount: usd(7_059), rateBasisPoints: null },
        { kind: 'tax', label: 'Tax', amount: usd(1_341), rateBasisPoints: 1_900 },
      ],
    }),
  },
};
export const EarlierReceipts: Story = { args: { past: pastReceipts(3) } };
export const ManyReceipts: Story = { args: { past: pastReceipts(12) } };
export const PartlyRefunded: Story = {
  args: { receipt: receipt({ correctedBy: ['R-2026-00431'] }), past: [correction, ...pastReceipts(2)] },
};
export const LongOver: Story = {
  args: {
    receipt: receipt({
      number: 'R-2024-00418',
      renewalId: 'renewal-3',
      issuedAt: '2024-11-22T10:02:03Z',
      paidAt: '2024-11-22T10:02:00Z',
      previousExpiry: '2024-12-04T16:00:00Z',
      period: { from: '2024-12-04T16:00:00Z', to: '2025-12-04T16:00:00Z' },
    }),
    past: pastReceipts(3),
  },
};
export const ReceiptOnItsWay: Story = { args: { receipt: null, renewal: renewed() } };
export const ReceiptNotLoaded: Story = {
  args: { receipt: null, renewal: renewed(), problem: problem('offline') },
};
export const PaidNotExtended: Story = { args: { receipt: receipt({ period: null }) } };
export const RefundedBeforeExtension: Story = {
  args: { receipt: receipt({ period: null, correctedBy: ['R-2026-00431'] }), past: null },
};
export const NoneYet: Story = { args: { receipt: null, past: [] } };
export const Loading: Story = { args: { receipt: null } };
/** What makes no sense is not shown: the console says why, once. */
export const NotReadable: Story = { args: { receipt: { number: 7 } as unknown as Receipt } };
export const MayBeWithdrawn: Story = { args: { receipt: receipt({ withdrawal: '14-days' }) } };
export const LongTexts: Story = { args: { receipt: longReceipt } };
export const RightToLeft: Story = { args: { past: pastReceipts(3) }, decorators: [rightToLeft] };
