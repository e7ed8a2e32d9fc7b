import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../**/*.stories.ts', '../**/*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-themes'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: (vite, { configType }) =>
    mergeConfig(vite, {
      root: fileURLToPath(new URL('..', import.meta.url)),
      resolve: {
        conditions: [
          '@leb-renew/source',
          'module',
          'browser',
          configType === 'PRODUCTION' ? 'production' : 'development',
        ],
      },
      build: { chunkSizeWarningLimit: 2000 },
    }),
};
export default config;
