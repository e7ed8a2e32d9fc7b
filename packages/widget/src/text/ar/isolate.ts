/**
 * Keeps what may be Latin or begin with a number in one piece within a sentence that runs from right to left. Names of plans
 * come so: they need it in sentences of any language.
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
