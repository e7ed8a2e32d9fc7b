/** What becomes of a promise, or null where it takes longer. */
export const within = <Value>(ms: number, promise: Promise<Value>): Promise<Value | null> =>
  Promise.race([promise, new Promise<null>((resolve) => setTimeout(resolve, ms, null))]);
