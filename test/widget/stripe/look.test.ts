/** Held against Stripe's own types, of the version that is installed. */
import { readFile } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { languageTags } from '@leb-renew/widget/text';
import { stripeAppearance } from '../../../packages/widget/src/payments/stripe/appearance.ts';
import { stripeLocale } from '../../../packages/widget/src/payments/stripe/locale.ts';

const types = async (): Promise<string> =>
  (await readFile({
    path: '../../../node_modules/@stripe/stripe-js/dist/stripe-js/elements-group.d.ts',
  })) ?? '';

/** Every token that a page reads of its elements. */
const tokens = new Map([
  ...['over', 'text', 'text-quiet', 'line', 'edge', 'accent-ink', 'focus', 'ok', 'warn', 'bad'].map(
    (name, i) => [name, `rgb(${i}, ${i}, ${i})`] as const,
  ),
  ['font', 'Inter, sans-serif'],
  ['text-size', '15px'],
  ['small', '13px'],
  ['radius', '12px'],
  ['radius-small', '10px'],
  ['padding', '20px'],
  ['scheme', 'dark'],
  ['motion', 'reduced'],
]);

describe('the look of Stripe’s form', () => {
  it('case 34: is made of variables that Stripe has, and of none that it has given up', async () => {
    const [, block = ''] = /\n  variables\?: \{\n([^]*?)\n  \};/.exec(await types()) ?? [];
    const all = [...block.matchAll(/^    (\w+)\?: string;/gm)].map(([, name]) => name!);
    const deprecated = [...block.matchAll(/@deprecated[^]*?\*\/\s*(\w+)\?:/g)].map(([, name]) => name!);
    expect(all).to.have.lengthOf.above(80);
    expect(deprecated).to.include('colorPrimaryText').and.have.lengthOf(27);
    const used = Object.keys(stripeAppearance(tokens).variables!);
    expect(used).to.have.lengthOf.above(15);
    for (const name of used) {
      expect(all).to.include(name);
      expect(deprecated).not.to.include(name);
    }
  });

  it('case 34: is that of the elements around it, at night and without motion', () => {
    const { variables, ...rest } = stripeAppearance(tokens);
    expect(rest).to.deep.equal({ theme: 'night', labels: 'above', disableAnimations: true });
    expect(variables).to.include({
      colorBackground: 'rgb(0, 0, 0)',
      colorPrimary: 'rgb(5, 5, 5)',
      accessibleColorOnColorPrimary: 'rgb(0, 0, 0)',
      inputColorBorder: 'rgb(4, 4, 4)',
      inputFocusColorBorder: 'rgb(6, 6, 6)',
      borderRadius: '10px',
      fontFamily: 'Inter, sans-serif',
    });
  });

  it('case 34: has text that no telephone zooms into, and as large as the page’s', () => {
    const size = (text: string) => stripeAppearance(new Map([['text-size', text]])).variables!.fontSizeBase;
    expect([size('15px'), size('22.5px')]).to.deep.equal(['16px', '22.5px']);
  });

  it('case 34: is Stripe’s own where a page has said nothing', () => {
    expect(stripeAppearance(new Map())).to.deep.equal({
      theme: 'stripe',
      labels: 'above',
      disableAnimations: false,
      variables: { fontSizeBase: '16px' },
    });
  });
});

describe('the language of Stripe’s form', () => {
  const stripes = async (): Promise<string[]> => {
    const [, union = ''] = /type StripeElementLocale =([^;]*);/.exec(await types()) ?? [];
    return [...union.matchAll(/'([\w-]+)'/g)].map(([, tag]) => tag!);
  };

  it('case 35: is one of Stripe’s for every language of the elements, in every country', async () => {
    const known = await stripes();
    expect(known).to.have.lengthOf.above(48);
    for (const tag of languageTags)
      for (const country of ['', '-US', '-GB', '-MX', '-CH', '-HK', '-TW', '-CN', '-BR', '-419']) {
        const language = tag.replace(/-BR$/, '');
        const locale = stripeLocale(`${language}${country}`);
        expect(known).to.include(locale);
        expect(locale.slice(0, 2)).to.equal(language.slice(0, 2));
      }
  });

  for (const [tag, locale] of [
    ['zh-Hans', 'zh'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hans-HK', 'zh'],
    ['zh-Hant', 'zh-TW'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-HK'],
    ['zh-MO', 'zh-HK'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt'],
    ['es', 'es-ES'],
    ['es-MX', 'es-419'],
    ['fr-CA', 'fr-CA'],
    ['de-AT', 'de'],
    ['en-GB', 'en-GB'],
    ['EN-us', 'en'],
    ['nl', 'en'],
    ['uk', 'en'],
    ['not a tag', 'en'],
    ['', 'en'],
  ])
    it(`case 35: is ${locale} for “${tag}”`, async () => {
      expect(stripeLocale(tag!)).to.equal(locale);
      expect(await stripes()).to.include(locale!);
    });
});
