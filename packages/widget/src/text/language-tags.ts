/** BCP 47 of every language that the elements speak, by its own name where a person chooses. */
export const languageTags: readonly string[] = [
  'id',
  'de',
  'en',
  'es',
  'fr',
  'it',
  'pt-BR',
  'vi',
  'tr',
  'ru',
  'ar',
  'th',
  'ko',
  'ja',
  'zh-Hans',
  'zh-Hant',
];
