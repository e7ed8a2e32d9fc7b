/** Names the engine that the element tests run in: `chromium`, `firefox` or `webkit`. */
export const engineVariable = 'ENGINE';
