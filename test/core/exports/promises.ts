export const isText = (answer: unknown) => typeof answer === 'string';
export const isFunction = (answer: unknown) => typeof answer === 'function';
export const isYesOrNo = (answer: unknown) => typeof answer === 'boolean';
export const isNothing = (answer: unknown) => answer === undefined;
export const isInstant = (answer: unknown) => typeof answer === 'string' && !Number.isNaN(Date.parse(answer));
export const isMoney = (answer: unknown) => {
  const { minor, currency, exponent } = answer as Record<string, unknown>;
  return Number.isSafeInteger(minor) && isText(currency) && Number.isInteger(exponent);
};
export const isProblem = (answer: unknown) => {
  const { code, charged, next } = answer as Record<string, unknown>;
  return isText(code) && isText(charged) && isText(next);
};
export const isAnswer = (answer: unknown) => {
  const { ok, problem } = answer as { ok?: unknown; problem?: unknown };
  return ok === true ? 'value' in (answer as object) : ok === false && isProblem(problem);
};
/** `[state, ...commands]`. */
export const isStep = (answer: unknown) => {
  const [state, ...commands] = answer as [{ status?: unknown; run?: unknown }, ...{ type?: unknown }[]];
  return isText(state.status) && Number.isInteger(state.run) && commands.every(({ type }) => isText(type));
};
export const isReading = (answer: { ok?: unknown; code?: unknown }) =>
  answer.ok === true || isText(answer.code);

/** Whether a member is what it should be. */
export const has = (name: string, is: (member: unknown) => boolean) => (answer: object) =>
  is((answer as Record<string, unknown>)[name]);
