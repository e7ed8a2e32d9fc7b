import { expect } from '@open-wc/testing';
import { RenewedEvent } from '@leb-renew/widget';
import '@leb-renew/widget/renewal/define';
import { colourOf } from './colour.ts';
import { soon } from './soon.ts';

/** The samples of a README as they are printed there. */
async function samples(name = '/README.md'): Promise<Record<'html' | 'css' | 'js', string>> {
  const readme = await (await fetch(name)).text();
  const [html, css, js] = ['html', 'css', 'js'].map(
    (language) => new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 's').exec(readme)?.[1] ?? '',
  );
  return { html: html!, css: css!, js: js! };
}

for (const readme of ['/README.md', '/packages/widget/README.md'])
  describe(`the samples of ${readme}`, () => {
    it('embed the journey, which begins with the sign-in', async () => {
      const { html } = await samples(readme);
      expect(html).to.contain("import '@leb-renew/widget/renewal/define';");
      const page = document.createElement('div');
      page.innerHTML = html;
      document.body.append(page);
      await soon(() => page.querySelector('leb-renewal form [autocomplete=username]')?.checkVisibility());
      page.remove();
    });

    it('hear of a renewal', async () => {
      const { js } = await samples(readme);
      const said: unknown[] = [];
      const { log } = console;
      console.log = (...words: unknown[]) => said.push(...words);
      const page = document.body.appendChild(document.createElement('div'));
      page.id = 'shop';
      const script = document.createElement('script');
      script.text = `((document) => {${js}})(shop)`;
      document.head.append(script);
      page.dispatchEvent(new RenewedEvent('r-1', 'c-1', '2027-12-04T16:00:00Z'));
      console.log = log;
      page.remove();
      expect(said).to.deep.equal(['c-1', '2027-12-04T16:00:00Z']);
    });
  });

describe('the samples of the README', () => {
  it('set the brand colour in one line', async () => {
    const { html, css } = await samples();
    const page = document.createElement('div');
    page.innerHTML = `${html}<style>${css}</style>`;
    document.body.append(page);
    await soon(() => page.querySelector('leb-renewal form button.primary') !== null);
    const button = page.querySelector('leb-renewal form button.primary')!;
    const painted = getComputedStyle(button).backgroundColor;
    expect(colourOf(page.querySelector('leb-renewal')!.shadowRoot!, painted)).to.deep.equal([122, 31, 162]);
    page.remove();
  });
});
