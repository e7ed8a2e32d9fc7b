import { themeNames, themes, type ThemeName } from '@leb-renew/themes';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { moments } from './moments.ts';

interface Args {
  theme: ThemeName;
}

/** A journey in each of the characters. The toolbar has light, dark and your brand colour for all of them. */
const meta: Meta<Args> = {
  title: 'Themes',
  tags: ['!autodocs'],
  argTypes: { theme: { control: 'select', options: [...themeNames] } },
  render: ({ theme }) => html`
    <p class="wide" lang="en" dir="ltr">${themes[theme].description}</p>
    <div class=${`wide moments leb-theme-${theme}`}>${moments()}</div>
  `,
};
export default meta;

type Story = StoryObj<Args>;

export const Default: Story = { args: { theme: 'default' } };
export const Contrast: Story = { args: { theme: 'contrast' } };
export const Plain: Story = { args: { theme: 'plain' } };
export const Soft: Story = { args: { theme: 'soft' } };
export const Sharp: Story = { args: { theme: 'sharp' } };
export const Midnight: Story = { args: { theme: 'midnight' } };
export const Paper: Story = { args: { theme: 'paper' } };
