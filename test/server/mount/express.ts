import { getRequestListener } from '@hono/node-server';
import type { RenewalServer } from '@leb-renew/server';
import express from 'express';
import { createServer, type Server } from 'node:http';

export function inExpress(renewals: RenewalServer): Server {
  const shop = express();
  shop.all('/renewal/*rest', getRequestListener(renewals.fetch)); // before anything that reads bodies
  shop.use(express.json());
  shop.get('/', (_, response) => void response.send('the shop itself'));
  return createServer(shop);
}
