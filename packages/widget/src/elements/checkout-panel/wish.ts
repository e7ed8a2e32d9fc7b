/** Lets the pressed button say what the person wishes. */
export const wish =
  (make: () => Event) =>
  ({ currentTarget }: Event): void => {
    currentTarget?.dispatchEvent(make());
  };
