import './scenarios/journey-scenarios.ts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { scenarioNames, type ScenarioName } from './scenarios/scenarios.ts';

interface Args {
  scenario: ScenarioName;
}

/** Press a button, and see the journey go that way, on a shop that lives in this page. */
const meta: Meta<Args> = {
  title: 'Journeys/Scenarios',
  args: { scenario: 'approve' },
  argTypes: { scenario: { control: 'select', options: scenarioNames } },
  render: ({ scenario }) => html`<journey-scenarios scenario=${scenario}></journey-scenarios>`,
  play: ({ canvasElement }) => canvasElement.querySelector('journey-scenarios')?.arrival,
};
export default meta;

type Story = StoryObj<Args>;

export const Scenarios: Story = {};
