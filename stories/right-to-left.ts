import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';

/** As on a page in Arabic. */
export const rightToLeft: Decorator = (story) => html`<div lang="ar" dir="rtl">${story()}</div>`;
