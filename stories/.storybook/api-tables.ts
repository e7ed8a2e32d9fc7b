import { setCustomElementsManifest } from '@storybook/web-components-vite';
import { manifest } from './manifest.ts';

/** The tables of attributes, properties, events, slots, parts and custom properties, from the elements' doc comments. */
export function showApiTables(): void {
  const { modules, ...rest } = manifest;
  setCustomElementsManifest({
    ...rest,
    modules: modules.map(({ declarations, ...module }) => ({
      ...module,
      declarations: declarations.map(({ slots, ...declaration }) => ({
        ...declaration,
        // Storybook leaves out what has no name.
        slots: slots.map(({ name, ...slot }) => ({ name: name || '(without a name)', ...slot })),
      })),
    })),
  });
}
