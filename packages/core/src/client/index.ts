export { createClient, type Client, type ClientOptions } from './create-client.ts';
export type { Fetch, TransportOptions } from './transport.ts';
