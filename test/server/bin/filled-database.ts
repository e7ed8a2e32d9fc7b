import { createRenewalServer, localSupplier, mailboxMailer } from '@leb-renew/server';
import { sandboxGateway } from '@leb-renew/server/sandbox';
import { emptyDatabase } from '../shop/cluster.ts';
import { seller } from '../shop/open-shop.ts';
import { seed } from '../shop/seed.ts';
import { enough } from './command.ts';

/** A database of its own for the commands, with the demo shop's plans, accounts and cards. */
export async function filledDatabase(): Promise<string> {
  const databaseUrl = await emptyDatabase();
  const filling = createRenewalServer({
    databaseUrl,
    publicUrl: 'http://localhost/renewal',
    allowedOrigins: [],
    payments: sandboxGateway({ baseUrl: 'http://localhost', secretKey: 'none', noticeSecret: 'none' }),
    supplier: localSupplier({ databaseUrl }),
    mailer: mailboxMailer({ databaseUrl }),
    seller,
    secret: enough.SECRET,
  });
  await filling.start();
  await seed(filling.admin, Date.now());
  await filling.stop();
  return databaseUrl;
}
