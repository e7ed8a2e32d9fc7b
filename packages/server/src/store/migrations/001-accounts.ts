import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What better-auth 1.7 asks for with e-mail and password; a test compares it with better-auth's own wish. */
const statements = [
  'create schema leb_renew_accounts',
  `create table leb_renew_accounts."user" (
     "id" text primary key,
     "name" text not null,
     "email" text not null unique,
     "emailVerified" boolean not null,
     "image" text,
     "createdAt" timestamptz not null default current_timestamp,
     "updatedAt" timestamptz not null default current_timestamp
   )`,
  `create table leb_renew_accounts."session" (
     "id" text primary key,
     "expiresAt" timestamptz not null,
     "token" text not null unique,
     "createdAt" timestamptz not null default current_timestamp,
     "updatedAt" timestamptz not null,
     "ipAddress" text,
     "userAgent" text,
     "userId" text not null references leb_renew_accounts."user" ("id") on delete cascade
   )`,
  `create table leb_renew_accounts."account" (
     "id" text primary key,
     "accountId" text not null,
     "providerId" text not null,
     "userId" text not null references leb_renew_accounts."user" ("id") on delete cascade,
     "accessToken" text,
     "refreshToken" text,
     "idToken" text,
     "accessTokenExpiresAt" timestamptz,
     "refreshTokenExpiresAt" timestamptz,
     "scope" text,
     "password" text,
     "createdAt" timestamptz not null default current_timestamp,
     "updatedAt" timestamptz not null
   )`,
  `create table leb_renew_accounts."verification" (
     "id" text primary key,
     "identifier" text not null,
     "value" text not null,
     "expiresAt" timestamptz not null,
     "createdAt" timestamptz not null default current_timestamp,
     "updatedAt" timestamptz not null default current_timestamp
   )`,
  'create index "session_userId_idx" on leb_renew_accounts."session" ("userId")',
  'create index "account_userId_idx" on leb_renew_accounts."account" ("userId")',
  'create index "verification_identifier_idx" on leb_renew_accounts."verification" ("identifier")',
];

export const accounts: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
