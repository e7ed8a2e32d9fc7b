import type { SignInEvent } from '@leb-renew/core';

/** The session of a token that the page has handed over. Whose it is, and for how long, only the server knows. */
export const handedOver = (token: string | null): SignInEvent | null =>
  typeof token === 'string' && token !== ''
    ? {
        type: 'adopt',
        session: {
          token,
          expiresAt: '9999-12-31T23:59:59Z',
          account: { emailMasked: '', name: null },
        },
      }
    : null;
