import type { Decorator, Preview } from '@storybook/web-components-vite';
import './preview.css';

/** Puts the choices of the toolbar on the page, where a host page would have them. */
const page: Decorator = (story, { globals }) => {
  const { documentElement } = document;
  documentElement.lang = String(globals['language']);
  documentElement.dir = String(globals['direction']);
  documentElement.dataset['theme'] = String(globals['theme']);
  return story();
};

const preview: Preview = {
  decorators: [page],
  tags: ['autodocs'],
  parameters: { a11y: { test: 'error' }, layout: 'padded', controls: { expanded: true } },
  initialGlobals: { theme: 'light', direction: 'ltr', language: 'en' },
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: { icon: 'mirror', items: ['light', 'dark', 'brand'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of text',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    language: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'en-US', title: 'English (US)' },
          { value: 'zh-CN', title: '简体中文' },
        ],
        dynamicTitle: true,
      },
    },
  },
};
export default preview;
