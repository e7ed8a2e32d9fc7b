/** A renewal server in a process of its own, as `startServer` wants it. */
import { listen } from './listen.ts';
import { answersAt, settings } from './processes.ts';
import { shopOn } from './shop-server.ts';
import { renewalPath } from './shop.ts';

export interface ServerSettings {
  readonly databaseUrl: string;
  /** Of the provider, as `startProvider` says it. */
  readonly paymentsUrl: string;
  /** The share of orders to the supplier that are lost, or their answers. @default 0 */
  readonly mishaps?: number;
}

const { databaseUrl, paymentsUrl, mishaps } = settings() as ServerSettings;
const server = shopOn(databaseUrl, paymentsUrl, mishaps);
await server.start();
const { url, close } = await listen((request) => server.fetch(request));
answersAt(url + renewalPath, async () => {
  close();
  await server.stop();
});
