import { themeNames } from '@leb-renew/themes';
import { languageTags } from '@leb-renew/widget/text';
import type { Preview } from '@storybook/web-components-vite';

/** Of each its own name; the last is for designers, and looks foreign without being so. */
const languages = [
  ...languageTags.map((tag) => ({
    value: tag,
    title: new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag,
  })),
  { value: 'en-US', title: 'English (US)' },
  { value: 'ar-EG', title: 'العربية (مصر)' },
  { value: 'en-XA', title: '[Þšéûûdöö]' },
];

export const initialGlobals: NonNullable<Preview['initialGlobals']> = {
  theme: 'default',
  scheme: 'light',
  language: 'en',
  direction: 'as the language',
  motion: 'as the system',
  colours: 'as the system',
  brand: '',
};

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Theme',
    toolbar: { icon: 'paintbrush', items: [...themeNames], dynamicTitle: true },
  },
  scheme: {
    description: 'Light or dark. Automatic follows your device',
    toolbar: { icon: 'mirror', items: ['light', 'dark', 'automatic'], dynamicTitle: true },
  },
  language: {
    description: 'Language',
    toolbar: { icon: 'globe', items: languages, dynamicTitle: true },
  },
  direction: {
    description: 'Direction of text',
    toolbar: { icon: 'transfer', items: ['as the language', 'ltr', 'rtl'], dynamicTitle: true },
  },
  motion: {
    description: 'Reduced motion, played: the elements’ own rules for it apply',
    toolbar: {
      icon: 'play',
      items: [
        { value: 'as the system', title: 'Motion' },
        { value: 'reduced', title: 'Reduced motion' },
      ],
      dynamicTitle: true,
    },
  },
  colours: {
    description:
      'Forced colours, played: system colours, and the elements’ own rules for them. What the browser does besides, only the browser shows',
    toolbar: {
      icon: 'contrast',
      items: [
        { value: 'as the system', title: 'Colours' },
        { value: 'forced', title: 'Forced colours' },
      ],
      dynamicTitle: true,
    },
  },
};
