import './theme-editor/theme-editor.ts';
import { themeNames, type ThemeName } from '@leb-renew/themes';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { moments, paid } from './moments.ts';

interface Args {
  /** That of the toolbar, if none is said; so for the scheme. */
  theme?: ThemeName;
  scheme?: 'light' | 'dark';
}

/** Changes tokens over a whole journey. */
const meta: Meta<Args> = {
  title: 'Theme editor',
  tags: ['!autodocs'],
  argTypes: {
    theme: { control: 'select', options: [...themeNames] },
    scheme: { control: 'inline-radio', options: ['light', 'dark'] },
  },
  parameters: { layout: 'padded' },
  render: ({ theme, scheme }, { globals }) =>
    html`<theme-editor
      class="wide"
      theme=${theme ?? String(globals['theme'])}
      scheme=${scheme ?? (globals['scheme'] === 'dark' ? 'dark' : 'light')}
      >${moments()} ${paid()}</theme-editor
    >`,
};
export default meta;

export const ThemeEditor: StoryObj<Args> = {};
