import { createAdaptorServer } from '@hono/node-server';
import type { RenewalServer } from '@leb-renew/server';
import type { Server } from 'node:http';

export function underNode(renewals: RenewalServer): Server {
  const server = createAdaptorServer({ fetch: renewals.fetch });
  return server as Server;
}
