import '@leb-renew/widget/renewal/define';
import type { Card } from '@leb-renew/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { card, cards, stoppedClock } from '../test/widget/fixtures.ts';
import { longCard } from './long-texts.ts';
import { rightToLeft } from './right-to-left.ts';

interface Args {
  cards: readonly Card[] | null;
}

/** The part of `<leb-renewal>` in which a card is chosen. */
const meta: Meta<Args> = {
  title: 'Parts/Card list',
  args: { cards: Object.values(cards).slice(0, 6) },
  render: (args) => html`<leb-card-list .cards=${args.cards} .clock=${stoppedClock()}></leb-card-list>`,
};
export default meta;

type Story = StoryObj<Args>;

export const OneCard: Story = { args: { cards: [card()] } };
export const AtAGlance: Story = {};
export const WithSearch: Story = { args: { cards: Object.values(cards).slice(0, 8) } };
export const NothingFound: Story = {
  args: { cards: Object.values(cards) },
  play: ({ canvasElement }) => {
    const field = canvasElement.querySelector('leb-card-list')?.renderRoot.querySelector('input');
    if (!field) throw new Error('there is no search');
    field.value = 'moon';
    field.dispatchEvent(new InputEvent('input'));
  },
};
export const LongTexts: Story = { args: { cards: [longCard, card()] } };
export const RightToLeft: Story = { decorators: [rightToLeft] };
export const Loading: Story = { args: { cards: null } };
export const NoCards: Story = { args: { cards: [] } };
/** One makes no sense: the others can be renewed all the same, and the console says why, once. */
export const OneNotReadable: Story = { args: { cards: [card(), { cardRef: 'odd' } as Card] } };
