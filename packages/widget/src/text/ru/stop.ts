/** Ends a sentence: a date that ends in «г.» brings its full stop along. */
export const stop = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);
