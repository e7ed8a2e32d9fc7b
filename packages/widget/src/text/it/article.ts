/** «8», «11» and «80» to «89» begin with a vowel: «il 7», «l’8»; «al 7», «all’8». */
const article = (short: string, word: string) => (number: string) =>
  /^(8|11\b)/.test(number) ? `${short}’${number}` : `${word}\u00a0${number}`;

export const il: (number: string) => string = article('l', 'il');
export const al: (number: string) => string = article('all', 'al');
export const dal: (number: string) => string = article('dall', 'dal');
