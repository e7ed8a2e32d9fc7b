import './problems/every-problem.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** Trouble says what happened, what it means for money, and what to do next. */
const meta: Meta = {
  title: 'Parts/Problems',
  tags: ['!autodocs'],
  render: () => html`<every-problem></every-problem>`,
};
export default meta;

export const EveryProblem: StoryObj = {};
