import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { writtenCss, type Changes } from '../../stories/theme-editor/written-css.ts';
import { viteMade } from './vite-made.ts';

describe('the CSS that the theme editor writes', () => {
  test('has what follows another token go with it', () => {
    const changes: Changes = new Map([
      ['text', { dark: '#fafafa' }],
      ['focus', { light: '#b00000' }],
    ]);
    assert.match(writtenCss('default', changes), /--leb-focus: light-dark\(#b00000, #fafafa\);/);
  });

  test('keeps its light and its dark in Vite as it comes', async () => {
    const changes: Changes = new Map([
      ['surface', { light: '#fff3b0' }],
      ['radius', { light: '4px', dark: '4px' }],
    ]);
    const made = await viteMade(writtenCss('soft', changes));
    assert.match(made, /--leb-theme-name:\s*soft/);
    assert.match(made, /--leb-surface:\s*light-dark\(#fff3b0,\s*#221d2d\)/);
    assert.match(made, /--leb-radius:\s*4px/);
  });
});
