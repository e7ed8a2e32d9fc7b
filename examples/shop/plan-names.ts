import type { PlanOffer } from '@leb-renew/server';

/** What the shop's plans include, in every language of the elements but English. */
const words: Readonly<Record<string, { readonly countries: string; readonly hotspot: string }>> = {
  'zh-Hans': { countries: '# 个国家和地区', hotspot: '热点共享' },
  'zh-Hant': { countries: '# 個國家和地區', hotspot: '熱點分享' },
  ja: { countries: '#か国・地域', hotspot: 'テザリング' },
  ko: { countries: '#개국', hotspot: '핫스팟' },
  es: { countries: '# países', hotspot: 'Punto de acceso' },
  fr: { countries: '# pays', hotspot: 'Partage de connexion' },
  de: { countries: '# Länder', hotspot: 'Hotspot' },
  'pt-BR': { countries: '# países', hotspot: 'Ponto de acesso' },
  it: { countries: '# Paesi', hotspot: 'Hotspot' },
  ar: { countries: '# دولة', hotspot: 'نقطة اتصال' },
  ru: { countries: '# стран', hotspot: 'Точка доступа' },
  tr: { countries: '# ülke', hotspot: 'Kişisel erişim noktası' },
  id: { countries: '# negara', hotspot: 'Hotspot' },
  vi: { countries: '# quốc gia', hotspot: 'Điểm truy cập cá nhân' },
  th: { countries: '# ประเทศ', hotspot: 'ฮอตสปอต' },
};

/** A plan named by its term, `3 months` or `1 year`, and what is in it, in every language. */
export function inEveryLanguage(
  months: number,
  countries: number,
  hasHotspot: boolean,
): Pick<PlanOffer, 'name' | 'nameIn' | 'includes' | 'includesIn'> {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  const name = (language: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
  const languages = Object.entries(words);
  return {
    name: name('en'),
    nameIn: Object.fromEntries(languages.map(([language]) => [language, name(language)])),
    includes: [`${countries} countries`, ...(hasHotspot ? ['Hotspot'] : [])],
    includesIn: Object.fromEntries(
      languages.map(([language, said]) => [
        language,
        [said.countries.replace('#', String(countries)), ...(hasHotspot ? [said.hotspot] : [])],
      ]),
    ),
  };
}
