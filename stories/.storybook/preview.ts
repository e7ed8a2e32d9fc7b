import type { Preview } from '@storybook/web-components-vite';
import { showApiTables } from './api-tables.ts';
import { controlsByType } from './controls.ts';
import { page } from './page.ts';
import { watchSheets } from './played-media.ts';
import './preview.css';
import { globalTypes, initialGlobals } from './toolbar.ts';
import { viewports } from './viewports.ts';

watchSheets();
showApiTables();

const preview: Preview = {
  decorators: [page],
  tags: ['autodocs'],
  argTypesEnhancers: [controlsByType],
  parameters: {
    a11y: { test: 'error' },
    layout: 'padded',
    controls: { expanded: true },
    backgrounds: { disable: true },
    docs: { toc: true },
    viewport: { options: viewports },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Theme editor',
          'Themes',
          'Journeys',
          ['Scenarios', '*'],
          'Elements',
          'Parts',
        ],
      },
    },
  },
  initialGlobals,
  globalTypes,
};
export default preview;
