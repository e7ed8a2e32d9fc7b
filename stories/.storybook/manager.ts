import { createElement, type ChangeEvent, type ReactElement } from 'react';
import { addons, types, useGlobals } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({
    base: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    brandTitle: 'LEB Renew',
    brandUrl: '?path=/docs/introduction--docs',
    brandTarget: '_self',
  }),
  layout: { panelPosition: 'bottom' },
});

/** Shown while a page has none: that of the default theme. */
const ours = '#1f66bd';

/** A colour of one's own, as `--leb-accent` on the page around. */
function BrandColour(): ReactElement {
  const [globals, change] = useGlobals();
  const brand = String(globals['brand'] ?? '');
  const pick = createElement('input', {
    type: 'color',
    value: brand || ours,
    'aria-label': 'Brand colour',
    title: 'Brand colour: --leb-accent on the page around',
    style: { width: 28, height: 28, padding: 2, border: 0, background: 'none', cursor: 'pointer' },
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => change({ brand: target.value }),
  });
  const undo = createElement(
    'button',
    {
      type: 'button',
      style: { border: 0, background: 'none', color: 'inherit', font: 'inherit', cursor: 'pointer' },
      onClick: () => change({ brand: '' }),
    },
    'No brand',
  );
  return createElement(
    'div',
    { style: { display: 'flex', alignItems: 'center', gap: 4 } },
    pick,
    brand === '' ? 'Brand' : undo,
  );
}

addons.register('leb-renew/brand', () => {
  addons.add('leb-renew/brand/tool', {
    type: types.TOOL,
    title: 'Brand colour',
    match: ({ viewMode }) => viewMode === 'story' || viewMode === 'docs',
    render: BrandColour,
  });
});
