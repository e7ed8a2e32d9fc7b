import { startProcess, type Process } from './processes.ts';
import type { ProviderSettings } from './provider-process.ts';
import type { ServerSettings } from './server-process.ts';
import { paymentPath } from './shop.ts';

export interface Provider extends Process {
  /** For the servers. */
  readonly paymentsUrl: string;
  /** Has notices delivered to these servers, in turn. */
  notify(servers: readonly { readonly url: string }[]): Promise<void>;
}

/** The payment provider. Each of its notices is delivered `copies` times, mixed with those of the same `withinMs`. */
export async function startProvider(settings: ProviderSettings): Promise<Provider> {
  const started = await startProcess('provider-process.ts', settings);
  return {
    ...started,
    paymentsUrl: started.url + paymentPath,
    async notify(servers) {
      const to = servers.map(({ url }) => `${url}/notices/sandbox`);
      await fetch(`${started.url}/post/addresses`, { method: 'POST', body: JSON.stringify(to) });
    },
  };
}

/** One process of the shop; any number may run on one database. */
export const startServer = (settings: ServerSettings): Promise<Process> =>
  startProcess('server-process.ts', settings);
