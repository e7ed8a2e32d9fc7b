import type { Language } from './port.ts';

/** The first language of an `Accept-Language` header (RFC 9110 §12.5.4) that mails are written in. @default `en` */
export function languageOf(accepted: string | null): Language {
  const wishes = (accepted ?? '')
    .slice(0, 200)
    .split(',')
    .map((wish) => {
      const [tag = '', weight] = wish.split(';');
      return {
        tag: tag.trim().toLowerCase(),
        weight: Number(/^\s*q=([\d.]+)\s*$/.exec(weight ?? 'q=1')?.[1]),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of wishes) {
    if (/^en(-|$)/.test(tag)) return 'en';
    if (/^zh(-|$)/.test(tag) && !/-(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hans';
  }
  return 'en';
}
