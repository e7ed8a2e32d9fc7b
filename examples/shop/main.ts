import '@leb-renew/widget/renewal/define';
import { languageTags } from '@leb-renew/widget/text';

declare global {
  interface Window {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
    };
  }
}

// Stripe's loader gives the browser an address as plain text: the page itself has to allow it, before the pay step.
if (document.documentElement.hasAttribute('data-with-stripe'))
  window.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (address.startsWith('https://js.stripe.com/') ? address : null),
  });

const languages = document.querySelector<HTMLSelectElement>('#language');
for (const tag of languageTags) {
  const option = new Option(new Intl.DisplayNames(tag, { type: 'language' }).of(tag), tag);
  option.lang = tag;
  languages?.add(option);
}

function speak(tag: string): void {
  document.documentElement.lang = tag;
  document.documentElement.dir = tag === 'ar' ? 'rtl' : 'ltr';
}

/** The page is in one language, and its own words stay English. */
if (languages !== null) {
  languages.value = sessionStorage.getItem('language') ?? 'en';
  speak(languages.value);
  languages.addEventListener('change', () => {
    sessionStorage.setItem('language', languages.value);
    speak(languages.value);
  });
}

document.querySelector<HTMLSelectElement>('#supplier')?.addEventListener('change', ({ currentTarget }) => {
  void fetch('/supplier', { method: 'POST', body: (currentTarget as HTMLSelectElement).value });
});
