import { trouble, type Answer, type RenewalApi, type SignInAnswer } from '@leb-renew/core';

/**
 * Whoever signs out stays out, also where the server did not hear of it: without a connection it cannot take its cookie
 * back, and the next person at this browser would be signed in by a reload. Until it has heard, this browser remembers;
 * a session that it still finds is ended and not gone on with.
 */
export function lastingSignOut<Api extends RenewalApi>(api: Api, name: string): Api {
  const key = `leb-renew:out:${name}`;

  async function signOut(): Promise<Answer<null>> {
    remember(key);
    const answer = await api.signOut();
    if (answer.ok) forget(key);
    return answer;
  }

  /** Once somebody is in, what the browser had kept of the one before is replaced. */
  async function entered(answer: Promise<Answer<SignInAnswer>>): Promise<Answer<SignInAnswer>> {
    const said = await answer;
    if (said.ok && said.value.kind === 'session') forget(key);
    return said;
  }

  return {
    ...api,
    signOut,
    signIn: (request) => entered(api.signIn(request)),
    verifyCode: (request) => entered(api.verifyCode(request)),
    async refreshSession() {
      if (!isKnown(key)) return api.refreshSession();
      const session = await api.refreshSession();
      if (session.ok) await signOut();
      else if (session.problem.code === 'not-signed-in') forget(key);
      return trouble('not-signed-in');
    },
  };
}

/** A browser that blocks storage remembers nothing. */
const quietly = <Found>(look: () => Found): Found | null => {
  try {
    return look();
  } catch {
    return null;
  }
};
const remember = (key: string) => quietly(() => localStorage.setItem(key, ''));
const forget = (key: string) => quietly(() => localStorage.removeItem(key));
const isKnown = (key: string) => quietly(() => localStorage.getItem(key)) !== null;
