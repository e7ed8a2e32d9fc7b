
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA leb_local_supplier;

CREATE SCHEMA leb_renew;

CREATE SCHEMA leb_renew_accounts;

CREATE SCHEMA leb_renew_jobs;

CREATE SCHEMA sandbox_provider;

CREATE TYPE leb_renew_jobs.job_state AS ENUM (
    'created',
    'retry',
    'active',
    'completed',
    'cancelled',
    'failed'
);

CREATE FUNCTION leb_renew.only_forward() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
   begin
     if new.rank < old.rank or new.seq <= old.seq then
       raise exception 'renewal % cannot go from rank % seq % to rank % seq %',
         old.renewal_id, old.rank, old.seq, new.rank, new.seq;
     end if;
     return new;
   end $$;

CREATE FUNCTION leb_renew_jobs.create_queue(queue_name text, options jsonb) RETURNS void
    LANGUAGE plpgsql
    AS $_$
    DECLARE
      tablename varchar := CASE WHEN options->>'partition' = 'true'
                            THEN 'j' || encode(sha224(queue_name::bytea), 'hex')
                            ELSE 'job_common'
                            END;
      queue_created_on timestamptz;
    BEGIN

      WITH q as (
        INSERT INTO leb_renew_jobs.queue (
          name,
          policy,
          retry_limit,
          retry_delay,
          retry_backoff,
          retry_delay_max,
          expire_seconds,
          retention_seconds,
          deletion_seconds,
          warning_queued,
          dead_letter,
          partition,
          table_name,
          heartbeat_seconds
        )
        VALUES (
          queue_name,
          options->>'policy',
          COALESCE((options->>'retryLimit')::int, 2),
          COALESCE((options->>'retryDelay')::int, 0),
          COALESCE((options->>'retryBackoff')::bool, false),
          (options->>'retryDelayMax')::int,
          COALESCE((options->>'expireInSeconds')::int, 900),
          COALESCE((options->>'retentionSeconds')::int, 1209600),
          COALESCE((options->>'deleteAfterSeconds')::int, 604800),
          COALESCE((options->>'warningQueueSize')::int, 0),
          options->>'deadLetter',
          COALESCE((options->>'partition')::bool, false),
          tablename,
          (options->>'heartbeatSeconds')::int
        )
        ON CONFLICT DO NOTHING
        RETURNING created_on
      )
      SELECT created_on into queue_created_on from q;

      IF queue_created_on IS NULL OR options->>'partition' IS DISTINCT FROM 'true' THEN
        RETURN;
      END IF;

      EXECUTE format('CREATE TABLE leb_renew_jobs.%I (LIKE leb_renew_jobs.job INCLUDING DEFAULTS)', tablename);

      EXECUTE leb_renew_jobs.job_table_format($cmd$ALTER TABLE leb_renew_jobs.job ADD PRIMARY KEY (name, id)$cmd$, tablename);
      EXECUTE leb_renew_jobs.job_table_format($cmd$ALTER TABLE leb_renew_jobs.job ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES leb_renew_jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);
      EXECUTE leb_renew_jobs.job_table_format($cmd$ALTER TABLE leb_renew_jobs.job ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES leb_renew_jobs.queue (name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED$cmd$, tablename);

      EXECUTE leb_renew_jobs.job_table_format($cmd$CREATE INDEX job_i5 ON leb_renew_jobs.job (name, start_after) INCLUDE (priority, created_on, id) WHERE state < 'active' AND NOT blocked$cmd$, tablename);
      EXECUTE leb_renew_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i4 ON leb_renew_jobs.job (name, singleton_on, COALESCE(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL$cmd$, tablename);
      EXECUTE leb_renew_jobs.job_table_format($cmd$CREATE INDEX job_i7 ON leb_renew_jobs.job (name, group_id) WHERE state = 'active' AND group_id IS NOT NULL$cmd$, tablename);

      IF options->>'policy' = 'short' THEN
        EXECUTE leb_renew_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i1 ON leb_renew_jobs.job (name, COALESCE(singleton_key, '')) WHERE state = 'created' AND policy = 'short'$cmd$, tablename);
      ELSIF options->>'policy' = 'singleton' THEN
        EXECUTE leb_renew_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i2 ON leb_renew_jobs.job (name, COALESCE(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton'$cmd$, tablename);
      ELSIF options->>'policy' = 'stately' THEN
        EXECUTE leb_renew_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i3 ON leb_renew_jobs.job (name, state, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately'$cmd$, tablename);
      ELSIF options->>'policy' = 'exclusive' THEN
        EXECUTE leb_renew_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i6 ON leb_renew_jobs.job (name, COALESCE(singleton_key, '')) WHERE state <= 'active' AND policy = 'exclusive'$cmd$, tablename);
      ELSIF options->>'policy' = 'key_strict_fifo' THEN
        EXECUTE leb_renew_jobs.job_table_format($cmd$CREATE UNIQUE INDEX job_i8 ON leb_renew_jobs.job (name, singleton_key) WHERE state IN ('active', 'retry', 'failed') AND policy = 'key_strict_fifo'$cmd$, tablename);
        EXECUTE leb_renew_jobs.job_table_format($cmd$ALTER TABLE leb_renew_jobs.job ADD CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK (NOT (policy = 'key_strict_fifo' AND singleton_key IS NULL))$cmd$, tablename);
      END IF;

      EXECUTE format('ALTER TABLE leb_renew_jobs.%I ADD CONSTRAINT cjc CHECK (name=%L)', tablename, queue_name);
      EXECUTE format('ALTER TABLE leb_renew_jobs.job ATTACH PARTITION leb_renew_jobs.%I FOR VALUES IN (%L)', tablename, queue_name);
    END;
    $_$;

CREATE FUNCTION leb_renew_jobs.delete_queue(queue_name text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      v_table varchar;
      v_partition bool;
    BEGIN
      
      SELECT table_name, partition
      FROM leb_renew_jobs.queue
      WHERE name = queue_name
      INTO v_table, v_partition;

      IF v_partition THEN
        EXECUTE format('DROP TABLE IF EXISTS leb_renew_jobs.%I', v_table);
      ELSE
        EXECUTE format('DELETE FROM leb_renew_jobs.%I WHERE name = %L', v_table, queue_name);
      END IF;
    
      DELETE FROM leb_renew_jobs.queue WHERE name = queue_name;
    END;
    $$;

CREATE FUNCTION leb_renew_jobs.job_table_format(command text, table_name text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$
      SELECT format(
        replace(
          replace(command, '.job', '.%1$I'),
          'job_i', '%1$s_i'
        ),
        table_name
      );
    $_$;

CREATE FUNCTION leb_renew_jobs.job_table_run(command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    DECLARE
      tbl RECORD;
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM leb_renew_jobs.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        EXECUTE leb_renew_jobs.job_table_format(command, tbl_name);
        RETURN;
      END IF;

      EXECUTE leb_renew_jobs.job_table_format(command, 'job_common');

      FOR tbl IN SELECT table_name FROM leb_renew_jobs.queue WHERE partition = true
      LOOP
        EXECUTE leb_renew_jobs.job_table_format(command, tbl.table_name);
      END LOOP;
    END;
    $$;

CREATE FUNCTION leb_renew_jobs.job_table_run_async(command_name text, version integer, command text, tbl_name text DEFAULT NULL::text, queue_name text DEFAULT NULL::text) RETURNS void
    LANGUAGE plpgsql
    AS $$
    BEGIN
      IF queue_name IS NOT NULL THEN
        SELECT table_name INTO tbl_name FROM leb_renew_jobs.queue WHERE name = queue_name;
      END IF;

      IF tbl_name IS NOT NULL THEN
        INSERT INTO leb_renew_jobs.bam (name, version, status, queue, table_name, command)
        VALUES (
          command_name,
          version,
          'pending',
          queue_name,
          tbl_name,
          leb_renew_jobs.job_table_format(command, tbl_name)
        );
        RETURN;
      END IF;

      INSERT INTO leb_renew_jobs.bam (name, version, status, queue, table_name, command)
      SELECT
        command_name,
        version,
        'pending',
        NULL,
        'job_common',
        leb_renew_jobs.job_table_format(command, 'job_common')
      UNION ALL
      SELECT
        command_name,
        version,
        'pending',
        queue.name,
        queue.table_name,
        leb_renew_jobs.job_table_format(command, queue.table_name)
      FROM leb_renew_jobs.queue
      WHERE partition = true;
    END;
    $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE leb_local_supplier.extensions (
    order_key text NOT NULL,
    iccid text NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE leb_renew.cards (
    card_ref text NOT NULL,
    account_id text NOT NULL,
    iccid text NOT NULL,
    label text NOT NULL,
    region text NOT NULL,
    devices jsonb NOT NULL,
    plan_id text NOT NULL,
    zone text NOT NULL,
    anchor_day integer NOT NULL,
    anchor_time text NOT NULL,
    starts_on text NOT NULL,
    expires_at timestamp with time zone,
    grace_days integer NOT NULL,
    grace_service_on boolean NOT NULL,
    recover_days integer,
    suspended boolean DEFAULT false NOT NULL,
    revoked boolean DEFAULT false NOT NULL,
    profile text NOT NULL,
    data jsonb,
    as_of timestamp with time zone NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT cards_anchor_day_check CHECK (((anchor_day >= 1) AND (anchor_day <= 31))),
    CONSTRAINT cards_check CHECK ((recover_days >= grace_days)),
    CONSTRAINT cards_grace_days_check CHECK ((grace_days >= 0))
);

CREATE TABLE leb_renew.customers (
    account_id text NOT NULL,
    language text NOT NULL,
    email text,
    name text
);

CREATE TABLE leb_renew.fulfilments (
    renewal_id text NOT NULL,
    target jsonb,
    tries integer DEFAULT 0 NOT NULL,
    done_at timestamp with time zone
);

CREATE TABLE leb_renew.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);

CREATE TABLE leb_renew.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);

CREATE TABLE leb_renew.mails (
    mail_key text NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    attachments jsonb NOT NULL
);

CREATE TABLE leb_renew.notices (
    provider text NOT NULL,
    notice_id text NOT NULL,
    kind text NOT NULL,
    ref text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone
);

CREATE TABLE leb_renew.plan_prices (
    plan_id text NOT NULL,
    currency text NOT NULL,
    minor bigint NOT NULL,
    exponent integer NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT plan_prices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
    CONSTRAINT plan_prices_exponent_check CHECK ((exponent = ANY (ARRAY[0, 2, 3, 4]))),
    CONSTRAINT plan_prices_minor_check CHECK ((minor > 0))
);

CREATE TABLE leb_renew.plans (
    plan_id text NOT NULL,
    family text NOT NULL,
    name text NOT NULL,
    term jsonb NOT NULL,
    allowance jsonb NOT NULL,
    includes jsonb NOT NULL,
    policy jsonb NOT NULL,
    tax_rate_basis_points integer NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT plans_tax_rate_basis_points_check CHECK ((tax_rate_basis_points >= 0))
);

CREATE TABLE leb_renew.quotes (
    quote_id text NOT NULL,
    account_id text NOT NULL,
    card_ref text NOT NULL,
    plan_id text NOT NULL,
    valid_until timestamp with time zone NOT NULL,
    quote jsonb NOT NULL
);

CREATE TABLE leb_renew.receipt_years (
    year integer NOT NULL,
    last integer NOT NULL
);

CREATE TABLE leb_renew.receipts (
    number text NOT NULL,
    renewal_id text NOT NULL,
    receipt jsonb NOT NULL
);

CREATE TABLE leb_renew.renewals (
    renewal_id text NOT NULL,
    quote_id text NOT NULL,
    account_id text NOT NULL,
    card_ref text NOT NULL,
    status text NOT NULL,
    rank integer NOT NULL,
    seq integer NOT NULL,
    holds_card boolean NOT NULL,
    reference text NOT NULL,
    provider text NOT NULL,
    payment_ref text,
    handoff jsonb,
    handoff_expires_at timestamp with time zone,
    last_problem jsonb,
    paid_at timestamp with time zone,
    paid_with text,
    receipt_number text,
    review text,
    renewed_at timestamp with time zone,
    sent_to text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    unsendable text,
    looked_at timestamp with time zone,
    CONSTRAINT renewals_check CHECK (((rank = 0) = (paid_at IS NULL))),
    CONSTRAINT renewals_check1 CHECK (((rank = 0) = (receipt_number IS NULL))),
    CONSTRAINT renewals_rank_check CHECK (((rank >= 0) AND (rank <= 4)))
);

CREATE TABLE leb_renew.service_periods (
    period_id text NOT NULL,
    card_ref text NOT NULL,
    plan jsonb NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    renewal_id text,
    dropped_at timestamp with time zone,
    CONSTRAINT service_periods_check CHECK ((starts_at < ends_at))
);

CREATE UNLOGGED TABLE leb_renew.throttles (
    key text NOT NULL,
    tries double precision NOT NULL,
    free_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL
);

CREATE TABLE leb_renew_accounts.account (
    id text NOT NULL,
    "accountId" text NOT NULL,
    "providerId" text NOT NULL,
    "userId" text NOT NULL,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamp with time zone,
    "refreshTokenExpiresAt" timestamp with time zone,
    scope text,
    password text,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone NOT NULL
);

CREATE TABLE leb_renew_accounts.session (
    id text NOT NULL,
    "expiresAt" timestamp with time zone NOT NULL,
    token text NOT NULL,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone NOT NULL,
    "ipAddress" text,
    "userAgent" text,
    "userId" text NOT NULL
);

CREATE TABLE leb_renew_accounts."twoFactor" (
    id text NOT NULL,
    secret text NOT NULL,
    "backupCodes" text NOT NULL,
    "userId" text NOT NULL,
    verified boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamp with time zone
);

CREATE TABLE leb_renew_accounts."user" (
    id text NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    "emailVerified" boolean NOT NULL,
    image text,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "twoFactorEnabled" boolean
);

CREATE TABLE leb_renew_accounts.verification (
    id text NOT NULL,
    identifier text NOT NULL,
    value text NOT NULL,
    "expiresAt" timestamp with time zone NOT NULL,
    "createdAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "updatedAt" timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE leb_renew_jobs.bam (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    status text DEFAULT 'pending'::text NOT NULL,
    queue text,
    table_name text NOT NULL,
    command text NOT NULL,
    error text,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone
);

CREATE TABLE leb_renew_jobs.job (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state leb_renew_jobs.job_state DEFAULT 'created'::leb_renew_jobs.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL
)
PARTITION BY LIST (name);

CREATE TABLE leb_renew_jobs.job_common (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    name text NOT NULL,
    priority integer DEFAULT 0 NOT NULL,
    data jsonb,
    state leb_renew_jobs.job_state DEFAULT 'created'::leb_renew_jobs.job_state NOT NULL,
    retry_limit integer DEFAULT 2 NOT NULL,
    retry_count integer DEFAULT 0 NOT NULL,
    retry_delay integer DEFAULT 0 NOT NULL,
    retry_backoff boolean DEFAULT false NOT NULL,
    retry_delay_max integer,
    expire_seconds integer DEFAULT 900 NOT NULL,
    deletion_seconds integer DEFAULT 604800 NOT NULL,
    singleton_key text,
    singleton_on timestamp without time zone,
    group_id text,
    group_tier text,
    start_after timestamp with time zone DEFAULT now() NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    started_on timestamp with time zone,
    completed_on timestamp with time zone,
    keep_until timestamp with time zone DEFAULT (now() + '336:00:00'::interval) NOT NULL,
    output jsonb,
    dead_letter text,
    policy text,
    heartbeat_on timestamp with time zone,
    heartbeat_seconds integer,
    blocked boolean DEFAULT false NOT NULL,
    blocking boolean DEFAULT false NOT NULL,
    pending_dependencies integer DEFAULT 0 NOT NULL,
    CONSTRAINT job_key_strict_fifo_singleton_key_check CHECK ((NOT ((policy = 'key_strict_fifo'::text) AND (singleton_key IS NULL))))
);

CREATE TABLE leb_renew_jobs.job_dependency (
    child_name text NOT NULL,
    child_id uuid NOT NULL,
    parent_name text NOT NULL,
    parent_id uuid NOT NULL
);

CREATE TABLE leb_renew_jobs.queue (
    name text NOT NULL,
    policy text NOT NULL,
    retry_limit integer NOT NULL,
    retry_delay integer NOT NULL,
    retry_backoff boolean NOT NULL,
    retry_delay_max integer,
    expire_seconds integer NOT NULL,
    retention_seconds integer NOT NULL,
    deletion_seconds integer NOT NULL,
    dead_letter text,
    partition boolean NOT NULL,
    table_name text NOT NULL,
    deferred_count integer DEFAULT 0 NOT NULL,
    queued_count integer DEFAULT 0 NOT NULL,
    warning_queued integer DEFAULT 0 NOT NULL,
    active_count integer DEFAULT 0 NOT NULL,
    total_count integer DEFAULT 0 NOT NULL,
    heartbeat_seconds integer,
    singletons_active text[],
    monitor_on timestamp with time zone,
    maintain_on timestamp with time zone,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT queue_check CHECK ((dead_letter IS DISTINCT FROM name))
);

CREATE TABLE leb_renew_jobs.schedule (
    name text NOT NULL,
    key text DEFAULT ''::text NOT NULL,
    cron text NOT NULL,
    timezone text,
    data jsonb,
    options jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE leb_renew_jobs.subscription (
    event text NOT NULL,
    name text NOT NULL,
    created_on timestamp with time zone DEFAULT now() NOT NULL,
    updated_on timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE leb_renew_jobs.version (
    version integer NOT NULL,
    cron_on timestamp with time zone,
    bam_on timestamp with time zone
);

CREATE TABLE leb_renew_jobs.warning (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    type text NOT NULL,
    message text NOT NULL,
    data jsonb,
    created_on timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE sandbox_provider.notices (
    notice_id text NOT NULL,
    body text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone DEFAULT now() NOT NULL,
    delivered_at timestamp with time zone
);

CREATE TABLE sandbox_provider.payments (
    payment_id text NOT NULL,
    client_secret text NOT NULL,
    idempotency_key text NOT NULL,
    minor bigint NOT NULL,
    currency text NOT NULL,
    exponent integer NOT NULL,
    renewal_id text,
    describe text NOT NULL,
    methods jsonb NOT NULL,
    status text DEFAULT 'requires_payment_method'::text NOT NULL,
    received bigint DEFAULT 0 NOT NULL,
    refunded bigint DEFAULT 0 NOT NULL,
    problem_code text,
    paid_with text,
    paid_at timestamp with time zone,
    settles_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY leb_renew_jobs.job ATTACH PARTITION leb_renew_jobs.job_common DEFAULT;

INSERT INTO leb_local_supplier.extensions VALUES
	('renewal:r_amhSA7QDDdbI3LScZgEMBw:extend', '8985990000000004821', '2026-12-05 16:00:00+00', '2027-12-05 16:00:00+00', '2026-11-22 17:01:21.71732+00');

INSERT INTO leb_renew.cards VALUES
	('c_23sWRAc57aAPUvYZTZ50Lw', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', '8985990000000007734', 'Lena’s tablet', 'Global', '["tablet"]', 'global-12m', 'Europe/Berlin', 12, '00:00:00', 'purchase', '2027-07-11 22:00:00+00', 7, true, 90, false, false, 'enabled', NULL, '2026-11-22 17:01:21.118+00', 1),
	('c_7hi6_OiePXmd48u47oqnOQ', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', '8985990000000001908', 'Travel phone', 'Global', '["phone"]', 'global-1m', 'America/New_York', 23, '00:00:00', 'purchase', '2026-11-23 05:00:00+00', 7, true, 90, false, false, 'enabled', NULL, '2026-11-22 17:01:21.122+00', 1),
	('c_EAADFomcTCsr39DEDcECIw', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', '8985990000000005546', 'Spare watch', 'Global', '["watch"]', 'global-1m', 'Europe/Berlin', 20, '00:00:00', 'purchase', '2026-11-19 23:00:00+00', 7, true, 90, false, false, 'installed', NULL, '2026-11-22 17:01:21.125+00', 1),
	('c_XrGDauvpXii6tTfREO0_3Q', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', '8985990000000003319', 'LEB Asia card', 'Asia', '["phone", "router"]', 'asia-3m', 'Asia/Shanghai', 3, '00:00:00', 'purchase', '2027-01-02 16:00:00+00', 0, true, 90, false, false, 'enabled', NULL, '2026-11-22 17:01:21.129+00', 1),
	('c_zqPXXwjXGMpBnrkjCKgK9g', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', '8985990000000000088', 'Old laptop', 'Global', '["laptop"]', 'global-3m', 'America/New_York', 2, '00:00:00', 'purchase', '2026-11-02 05:00:00+00', 7, true, 90, false, false, 'disabled', NULL, '2026-11-22 17:01:21.132+00', 1),
	('c_i4RMXaQSdejjTcD919NFVg', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', '8985990000000004821', 'LEB Global card', 'Global', '["phone", "tablet", "watch"]', 'global-12m', 'Asia/Shanghai', 6, '00:00:00', 'purchase', '2027-12-05 16:00:00+00', 7, true, 90, false, false, 'enabled', '{"asOf": "2026-11-22T17:01:20.771Z", "totalBytes": 15000000000, "remainingBytes": 6200000000}', '2026-11-22 17:01:21.72+00', 2);

INSERT INTO leb_renew.customers VALUES
	('286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'en', NULL, NULL),
	('rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', 'en', NULL, NULL);

INSERT INTO leb_renew.fulfilments VALUES
	('r_amhSA7QDDdbI3LScZgEMBw', '{"to": "2027-12-05T16:00:00Z", "from": "2026-12-05T16:00:00Z", "basis": "expiry", "anchorDay": 6, "losesDays": 0}', 1, '2026-11-22 17:01:21.72+00'),
	('r_2cIwndBAI6b4OJORqJ3msA', '{"to": "2028-07-11T22:00:00Z", "from": "2027-07-11T22:00:00Z", "basis": "expiry", "anchorDay": 12, "losesDays": 0}', 1, NULL);

INSERT INTO leb_renew.kysely_migration VALUES
	('001-accounts', '2026-11-22T17:01:20.612Z'),
	('002-renewals', '2026-11-22T17:01:20.636Z'),
	('003-nothing-forgotten', '2026-11-22T17:01:20.642Z'),
	('004-sign-in', '2026-11-22T17:01:20.650Z');

INSERT INTO leb_renew.kysely_migration_lock VALUES
	('migration_lock', 0);

INSERT INTO leb_renew.mails VALUES
	('renewal:r_amhSA7QDDdbI3LScZgEMBw:confirmation', '2026-11-22 17:01:21.743+00', 'mira@example.com', 'Renewed: LEB Global card until 5 December 2027, 23:59 (Shanghai time)', 'Your card is renewed

Hello Mira Lindqvist,

LEB Global card (8985 •••• •••• 4821) is paid and extended. It now works through 5 December 2027, 23:59 (Shanghai time).

WHAT YOU BOUGHT
Card               LEB Global card, 8985 •••• •••• 4821
Plan               1 year
Worked through     5 December 2026, 23:59 (Shanghai time)
Now works through  5 December 2027, 23:59 (Shanghai time)
There is nothing to install: the same eSIM goes on working.

HOW YOU PAID
1 year · LEB Global card •••• 4821  USD 84.00
Tax (0 %)                           USD 0.00
Total                               USD 84.00
Paid with                           Visa •• 4242
Receipt                             R-2026-00001
Reference                           WTJD-46
This was a one-off purchase. It does not renew by itself.

IF IT DOES NOT WORK
No network 15 minutes from now? Switch flight mode on and off once, and check that data roaming is on.
Still stuck? Write to help@shop.example and give the reference above.

LEB Test Shop, 1 Test Street, Testville', '<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Your card is renewed</title></head>
<body style="margin:0;padding:24px;background:#f4f5f7;color:#1d2430;font-family:system-ui,-apple-system,''Segoe UI'',Roboto,sans-serif;font-size:16px;line-height:1.5">
<main style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">Your card is renewed</h1>
<p style="margin:0 0 8px">Hello Mira Lindqvist,</p>
<p style="margin:0 0 24px">LEB Global card (8985 •••• •••• 4821) is paid and extended. It now works through 5 December 2027, 23:59 (Shanghai time).</p>
<h2 style="margin:24px 0 8px;font-size:16px">What you bought</h2><table style="width:100%;border-collapse:collapse"><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Card</th><td style="padding:6px 0;text-align:right">LEB Global card, 8985 •••• •••• 4821</td></tr><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Plan</th><td style="padding:6px 0;text-align:right">1 year</td></tr><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Worked through</th><td style="padding:6px 0;text-align:right">5 December 2026, 23:59 (Shanghai time)</td></tr><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Now works through</th><td style="padding:6px 0;text-align:right">5 December 2027, 23:59 (Shanghai time)</td></tr></table><p style="margin:8px 0 0">There is nothing to install: the same eSIM goes on working.</p>
<h2 style="margin:24px 0 8px;font-size:16px">How you paid</h2><table style="width:100%;border-collapse:collapse"><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">1 year · LEB Global card •••• 4821</th><td style="padding:6px 0;text-align:right">USD 84.00</td></tr><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Tax (0 %)</th><td style="padding:6px 0;text-align:right">USD 0.00</td></tr><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Total</th><td style="padding:6px 0;text-align:right">USD 84.00</td></tr><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Paid with</th><td style="padding:6px 0;text-align:right">Visa •• 4242</td></tr><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Receipt</th><td style="padding:6px 0;text-align:right">R-2026-00001</td></tr><tr><th scope="row" style="padding:6px 16px 6px 0;text-align:left;font-weight:400;color:#5b6472;vertical-align:top">Reference</th><td style="padding:6px 0;text-align:right">WTJD-46</td></tr></table><p style="margin:8px 0 0">This was a one-off purchase. It does not renew by itself.</p>
<h2 style="margin:24px 0 8px;font-size:16px">If it does not work</h2><p style="margin:8px 0 0">No network 15 minutes from now? Switch flight mode on and off once, and check that data roaming is on.</p><p style="margin:8px 0 0">Still stuck? Write to help@shop.example and give the reference above.</p>
<p style="margin:24px 0 0;color:#5b6472;font-size:13px">LEB Test Shop, 1 Test Street, Testville</p>
</main></body></html>', '[{"type": "text/calendar; charset=utf-8", "content": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//LEB Renew//Reminder//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\nUID:c_i4RMXaQSdejjTcD919NFVg@leb-renew\r\nSEQUENCE:2\r\nDTSTAMP:20261122T170121Z\r\nDTSTART:20271205T160000Z\r\nSUMMARY:LEB Global card ends\r\nDESCRIPTION:1 year on LEB Global card (8985 •••• •••• 4821)\r\n  ends. Renew it before this moment.\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:LEB Global card ends in 7 days\r\nTRIGGER:-PT10980M\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:c_i4RMXaQSdejjTcD919NFVg.30@leb-renew\r\nSEQUENCE:2\r\nDTSTAMP:20261122T170121Z\r\nDTSTART:20271105T010000Z\r\nSUMMARY:LEB Global card ends in 30 days\r\nDESCRIPTION:1 year on LEB Global card (8985 •••• •••• 4821)\r\n  ends. Renew it before this moment.\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:LEB Global card ends in 30 days\r\nTRIGGER:-PT0M\r\nEND:VALARM\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:c_i4RMXaQSdejjTcD919NFVg.1@leb-renew\r\nSEQUENCE:2\r\nDTSTAMP:20261122T170121Z\r\nDTSTART:20271204T010000Z\r\nSUMMARY:LEB Global card ends in 1 day\r\nDESCRIPTION:1 year on LEB Global card (8985 •••• •••• 4821)\r\n  ends. Renew it before this moment.\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:LEB Global card ends in 1 day\r\nTRIGGER:-PT0M\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "filename": "renewal-reminder.ics"}]');

INSERT INTO leb_renew.notices VALUES
	('sandbox', 'msg_IIo9G7cydPFH_cuX', 'payment.succeeded', 'pay_sQs3OWcJTqxB-dDb', '2026-11-22 17:01:21.678+00', '2026-11-22 17:01:21.7+00'),
	('sandbox', 'msg_8gRakmU0B361Hj0V', 'payment.canceled', 'pay_MGXBdDunTY0LBtSD', '2026-11-22 17:01:21.845+00', '2026-11-22 17:01:21.86+00'),
	('sandbox', 'msg_5w-1S4c5RIafLl40', 'payment.succeeded', 'pay_6fWEpMcJ3fXuncQL', '2026-11-22 17:01:22.017+00', '2026-11-22 17:01:22.031+00'),
	('sandbox', 'msg_-nf2sL0Z95gjuhR3', 'payment.succeeded', 'pay_QBxd28C2eO00d4Iv', '2026-11-22 17:01:22.183+00', '2026-11-22 17:01:22.198+00');

INSERT INTO leb_renew.plan_prices VALUES
	('global-1m', 'USD', 900, 2, 0),
	('global-1m', 'EUR', 850, 2, 1),
	('global-1m', 'CNY', 6500, 2, 2),
	('global-3m', 'USD', 2400, 2, 0),
	('global-3m', 'EUR', 2250, 2, 1),
	('global-3m', 'CNY', 17500, 2, 2),
	('global-12m', 'USD', 8400, 2, 0),
	('global-12m', 'EUR', 7900, 2, 1),
	('global-12m', 'CNY', 61000, 2, 2),
	('global-24m', 'USD', 14900, 2, 0),
	('global-24m', 'EUR', 13900, 2, 1),
	('global-24m', 'CNY', 108000, 2, 2),
	('asia-1m', 'USD', 700, 2, 0),
	('asia-1m', 'EUR', 650, 2, 1),
	('asia-1m', 'CNY', 5000, 2, 2),
	('asia-3m', 'USD', 1900, 2, 0),
	('asia-3m', 'EUR', 1750, 2, 1),
	('asia-3m', 'CNY', 13500, 2, 2),
	('asia-12m', 'USD', 6600, 2, 0),
	('asia-12m', 'EUR', 6200, 2, 1),
	('asia-12m', 'CNY', 48000, 2, 2),
	('asia-24m', 'USD', 11900, 2, 0),
	('asia-24m', 'EUR', 11200, 2, 1),
	('asia-24m', 'CNY', 86000, 2, 2);

INSERT INTO leb_renew.plans VALUES
	('global-1m', 'global', '1 month', '{"months": 1}', '{"per": "month", "bytes": 10000000000}', '["40 countries"]', '{"graceDays": 7, "recoverDays": 90}', 0, 0),
	('global-3m', 'global', '3 months', '{"months": 3}', '{"per": "month", "bytes": 10000000000}', '["40 countries"]', '{"graceDays": 7, "recoverDays": 90}', 0, 1),
	('global-12m', 'global', '1 year', '{"months": 12}', '{"per": "month", "bytes": 15000000000}', '["60 countries", "Hotspot"]', '{"graceDays": 7, "recoverDays": 90}', 0, 2),
	('global-24m', 'global', '2 years', '{"months": 24}', '{"per": "month", "bytes": 15000000000}', '["60 countries", "Hotspot"]', '{"graceDays": 7, "recoverDays": 90}', 0, 3),
	('asia-1m', 'asia', '1 month', '{"months": 1}', '{"per": "month", "bytes": 8000000000}', '["12 countries"]', '{"active": "restart", "recoverDays": 90}', 0, 4),
	('asia-3m', 'asia', '3 months', '{"months": 3}', '{"per": "month", "bytes": 8000000000}', '["12 countries"]', '{"active": "restart", "recoverDays": 90}', 0, 5),
	('asia-12m', 'asia', '1 year', '{"months": 12}', '{"per": "month", "bytes": 10000000000}', '["12 countries", "Hotspot"]', '{"active": "restart", "recoverDays": 90}', 0, 6),
	('asia-24m', 'asia', '2 years', '{"months": 24}', '{"per": "month", "bytes": 10000000000}', '["12 countries", "Hotspot"]', '{"active": "restart", "recoverDays": 90}', 0, 7);

INSERT INTO leb_renew.quotes VALUES
	('q_oWcX0C_Cqm6BD5QqlHxcPQ', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'c_i4RMXaQSdejjTcD919NFVg', 'global-12m', '2026-11-22 17:16:21.595+00', '{"card": {"zone": "Asia/Shanghai", "label": "LEB Global card", "iccidMasked": "8985 •••• •••• 4821"}, "plan": {"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}, "lines": [{"kind": "plan", "label": "1 year · LEB Global card •••• 4821", "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 8400, "currency": "USD", "exponent": 2}, "effect": {"to": "2027-12-05T16:00:00Z", "from": "2026-12-05T16:00:00Z", "basis": "expiry", "losesDays": 0, "previousExpiry": "2026-12-05T16:00:00Z"}, "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "cardRef": "c_i4RMXaQSdejjTcD919NFVg", "methods": ["card", "paypal", "alipay", "wechat_pay"], "quoteId": "q_oWcX0C_Cqm6BD5QqlHxcPQ", "issuedAt": "2026-11-22T17:01:21.595Z", "autoRenews": null, "validUntil": "2026-11-22T17:16:21.595Z", "withdrawal": "none", "switchesPlan": false, "entitlementVersion": "1"}'),
	('q_smK9gX0qO9CJIRttJO2j4g', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', 'c_XrGDauvpXii6tTfREO0_3Q', 'asia-3m', '2026-11-22 17:16:21.784+00', '{"card": {"zone": "Asia/Shanghai", "label": "LEB Asia card", "iccidMasked": "8985 •••• •••• 3319"}, "plan": {"name": "3 months", "term": {"months": 3}, "planId": "asia-3m"}, "lines": [{"kind": "plan", "label": "3 months · LEB Asia card •••• 3319", "amount": {"minor": 1900, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 1900, "currency": "USD", "exponent": 2}, "effect": {"to": "2027-02-22T17:01:21.782Z", "from": "2026-11-22T17:01:21.782Z", "basis": "now", "losesDays": 40.957386782407404, "previousExpiry": "2027-01-02T16:00:00Z"}, "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "cardRef": "c_XrGDauvpXii6tTfREO0_3Q", "methods": ["card", "paypal", "alipay", "wechat_pay"], "quoteId": "q_smK9gX0qO9CJIRttJO2j4g", "issuedAt": "2026-11-22T17:01:21.784Z", "autoRenews": null, "validUntil": "2026-11-22T17:16:21.784Z", "withdrawal": "none", "switchesPlan": false, "entitlementVersion": "1"}'),
	('q_N9j1wmzSW4yPNnfK8RVEUA', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', 'c_zqPXXwjXGMpBnrkjCKgK9g', 'global-12m', '2026-11-22 17:16:21.851+00', '{"card": {"zone": "America/New_York", "label": "Old laptop", "iccidMasked": "8985 •••• •••• 0088"}, "plan": {"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}, "lines": [{"kind": "plan", "label": "1 year · Old laptop •••• 0088", "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 8400, "currency": "USD", "exponent": 2}, "effect": {"to": "2027-11-22T17:01:21.851Z", "from": "2026-11-22T17:01:21.851Z", "basis": "now", "losesDays": 0, "previousExpiry": "2026-11-02T05:00:00Z"}, "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "cardRef": "c_zqPXXwjXGMpBnrkjCKgK9g", "methods": ["card", "paypal", "alipay", "wechat_pay"], "quoteId": "q_N9j1wmzSW4yPNnfK8RVEUA", "issuedAt": "2026-11-22T17:01:21.851Z", "autoRenews": null, "validUntil": "2026-11-22T17:16:21.851Z", "withdrawal": "none", "switchesPlan": true, "entitlementVersion": "1"}'),
	('q_NvOPcYUX8xH6MU5DgDXvpw', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'c_23sWRAc57aAPUvYZTZ50Lw', 'global-12m', '2026-11-22 17:16:22.1+00', '{"card": {"zone": "Europe/Berlin", "label": "Lena’s tablet", "iccidMasked": "8985 •••• •••• 7734"}, "plan": {"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}, "lines": [{"kind": "plan", "label": "1 year · Lena’s tablet •••• 7734", "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 8400, "currency": "USD", "exponent": 2}, "effect": {"to": "2028-07-11T22:00:00Z", "from": "2027-07-11T22:00:00Z", "basis": "expiry", "losesDays": 0, "previousExpiry": "2027-07-11T22:00:00Z"}, "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "cardRef": "c_23sWRAc57aAPUvYZTZ50Lw", "methods": ["card", "paypal", "alipay", "wechat_pay"], "quoteId": "q_NvOPcYUX8xH6MU5DgDXvpw", "issuedAt": "2026-11-22T17:01:22.100Z", "autoRenews": null, "validUntil": "2026-11-22T17:16:22.100Z", "withdrawal": "none", "switchesPlan": false, "entitlementVersion": "1"}'),
	('q_g3zU52XkeCxXxGWVqiitdg', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'c_7hi6_OiePXmd48u47oqnOQ', 'global-12m', '2026-11-22 17:16:22.271+00', '{"card": {"zone": "America/New_York", "label": "Travel phone", "iccidMasked": "8985 •••• •••• 1908"}, "plan": {"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}, "lines": [{"kind": "plan", "label": "1 year · Travel phone •••• 1908", "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 8400, "currency": "USD", "exponent": 2}, "effect": {"to": "2027-11-23T05:00:00Z", "from": "2026-11-23T05:00:00Z", "basis": "expiry", "losesDays": 0, "previousExpiry": "2026-11-23T05:00:00Z"}, "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "cardRef": "c_7hi6_OiePXmd48u47oqnOQ", "methods": ["card", "paypal", "alipay", "wechat_pay"], "quoteId": "q_g3zU52XkeCxXxGWVqiitdg", "issuedAt": "2026-11-22T17:01:22.271Z", "autoRenews": null, "validUntil": "2026-11-22T17:16:22.271Z", "withdrawal": "none", "switchesPlan": true, "entitlementVersion": "1"}'),
	('q_M2En0YykmvddEIxmz9sQPg', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'c_EAADFomcTCsr39DEDcECIw', 'global-12m', '2026-11-22 17:16:22.326+00', '{"card": {"zone": "Europe/Berlin", "label": "Spare watch", "iccidMasked": "8985 •••• •••• 5546"}, "plan": {"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}, "lines": [{"kind": "plan", "label": "1 year · Spare watch •••• 5546", "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 8400, "currency": "USD", "exponent": 2}, "effect": {"to": "2027-11-19T23:00:00Z", "from": "2026-11-19T23:00:00Z", "basis": "expiry", "losesDays": 0, "previousExpiry": "2026-11-19T23:00:00Z"}, "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "cardRef": "c_EAADFomcTCsr39DEDcECIw", "methods": ["card", "paypal", "alipay", "wechat_pay"], "quoteId": "q_M2En0YykmvddEIxmz9sQPg", "issuedAt": "2026-11-22T17:01:22.326Z", "autoRenews": null, "validUntil": "2026-11-22T17:16:22.326Z", "withdrawal": "none", "switchesPlan": true, "entitlementVersion": "1"}');

INSERT INTO leb_renew.receipt_years VALUES
	(2026, 3);

INSERT INTO leb_renew.receipts VALUES
	('R-2026-00001', 'r_amhSA7QDDdbI3LScZgEMBw', '{"card": {"label": "LEB Global card", "cardRef": "c_i4RMXaQSdejjTcD919NFVg", "iccidMasked": "8985 •••• •••• 4821"}, "plan": {"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}, "zone": "Asia/Shanghai", "lines": [{"kind": "plan", "label": "1 year · LEB Global card •••• 4821", "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 8400, "currency": "USD", "exponent": 2}, "number": "R-2026-00001", "paidAt": "2026-11-22T17:01:21.649Z", "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "issuedAt": "2026-11-22T17:01:21.694Z", "paidWith": "Visa •• 4242", "reference": "WTJD-46", "renewalId": "r_amhSA7QDDdbI3LScZgEMBw", "previousExpiry": "2026-12-05T16:00:00Z"}'),
	('R-2026-00002', 'r_PlUmQoY3f-SvM2a-u4tITg', '{"card": {"label": "Old laptop", "cardRef": "c_zqPXXwjXGMpBnrkjCKgK9g", "iccidMasked": "8985 •••• •••• 0088"}, "plan": {"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}, "zone": "America/New_York", "lines": [{"kind": "plan", "label": "1 year · Old laptop •••• 0088", "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 8400, "currency": "USD", "exponent": 2}, "number": "R-2026-00002", "paidAt": "2026-11-22T17:01:21.875Z", "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "issuedAt": "2026-11-22T17:01:22.028Z", "paidWith": "Visa •• 4242", "reference": "C33D-HM", "renewalId": "r_PlUmQoY3f-SvM2a-u4tITg", "previousExpiry": "2026-11-02T05:00:00Z"}'),
	('R-2026-00003', 'r_2cIwndBAI6b4OJORqJ3msA', '{"card": {"label": "Lena’s tablet", "cardRef": "c_23sWRAc57aAPUvYZTZ50Lw", "iccidMasked": "8985 •••• •••• 7734"}, "plan": {"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}, "zone": "Europe/Berlin", "lines": [{"kind": "plan", "label": "1 year · Lena’s tablet •••• 7734", "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "rateBasisPoints": null}, {"kind": "tax", "label": "Tax", "amount": {"minor": 0, "currency": "USD", "exponent": 2}, "rateBasisPoints": 0}], "total": {"minor": 8400, "currency": "USD", "exponent": 2}, "number": "R-2026-00003", "paidAt": "2026-11-22T17:01:22.127Z", "seller": {"name": "LEB Test Shop", "taxId": null, "address": "1 Test Street, Testville", "support": "mailto:help@shop.example", "termsUrl": null}, "issuedAt": "2026-11-22T17:01:22.192Z", "paidWith": "Visa •• 4242", "reference": "6DJ5-QY", "renewalId": "r_2cIwndBAI6b4OJORqJ3msA", "previousExpiry": "2027-07-11T22:00:00Z"}');

INSERT INTO leb_renew.renewals VALUES
	('r_amhSA7QDDdbI3LScZgEMBw', 'q_oWcX0C_Cqm6BD5QqlHxcPQ', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'c_i4RMXaQSdejjTcD919NFVg', 'renewed', 4, 5, false, 'WTJD-46', 'sandbox', 'pay_sQs3OWcJTqxB-dDb', '{"data": {"methods": ["card", "paypal", "alipay", "wechat_pay"], "paymentId": "pay_sQs3OWcJTqxB-dDb", "confirmUrl": "http://127.0.0.1:39071/sandbox-pay/payments/pay_sQs3OWcJTqxB-dDb/confirm", "clientSecret": "cs_Vy4_23Atiwkwq_OotbPD_SodCK8Lwmda"}, "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "livemode": false, "provider": "sandbox", "expiresAt": "2026-11-22T17:31:21.624Z"}', '2026-11-22 17:31:21.624+00', NULL, '2026-11-22 17:01:21.649+00', 'Visa •• 4242', 'R-2026-00001', NULL, '2026-11-22 17:01:21.72+00', 'm•••@example.com', '2026-11-22 17:01:21.624+00', '2026-11-22 17:01:21.723+00', NULL, NULL),
	('r_MP1HZg6kp0WXLKdklyTtiA', 'q_smK9gX0qO9CJIRttJO2j4g', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', 'c_XrGDauvpXii6tTfREO0_3Q', 'cancelled', 0, 3, false, 'GJYC-RC', 'sandbox', 'pay_MGXBdDunTY0LBtSD', '{"data": {"methods": ["card", "paypal", "alipay", "wechat_pay"], "paymentId": "pay_MGXBdDunTY0LBtSD", "confirmUrl": "http://127.0.0.1:39071/sandbox-pay/payments/pay_MGXBdDunTY0LBtSD/confirm", "clientSecret": "cs_4qaPAJS33sdekfhcIUSH9549PpARdwT_"}, "amount": {"minor": 1900, "currency": "USD", "exponent": 2}, "livemode": false, "provider": "sandbox", "expiresAt": "2026-11-22T17:31:21.796Z"}', '2026-11-22 17:31:21.796+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 17:01:21.796+00', '2026-11-22 17:01:21.82+00', NULL, NULL),
	('r_PlUmQoY3f-SvM2a-u4tITg', 'q_N9j1wmzSW4yPNnfK8RVEUA', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', 'c_zqPXXwjXGMpBnrkjCKgK9g', 'review', 2, 3, true, 'C33D-HM', 'sandbox', 'pay_6fWEpMcJ3fXuncQL', '{"data": {"methods": ["card", "paypal", "alipay", "wechat_pay"], "paymentId": "pay_6fWEpMcJ3fXuncQL", "confirmUrl": "http://127.0.0.1:39071/sandbox-pay/payments/pay_6fWEpMcJ3fXuncQL/confirm", "clientSecret": "cs_B0ulcbO5J57g7SQXZEEpsfwk4cQ3hyRV"}, "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "livemode": false, "provider": "sandbox", "expiresAt": "2026-11-22T17:31:21.862Z"}', '2026-11-22 17:31:21.862+00', NULL, '2026-11-22 17:01:21.875+00', 'Visa •• 4242', 'R-2026-00002', 'other-amount', NULL, NULL, '2026-11-22 17:01:21.862+00', '2026-11-22 17:01:22.03+00', NULL, NULL),
	('r_2cIwndBAI6b4OJORqJ3msA', 'q_NvOPcYUX8xH6MU5DgDXvpw', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'c_23sWRAc57aAPUvYZTZ50Lw', 'extending', 2, 4, true, '6DJ5-QY', 'sandbox', 'pay_QBxd28C2eO00d4Iv', '{"data": {"methods": ["card", "paypal", "alipay", "wechat_pay"], "paymentId": "pay_QBxd28C2eO00d4Iv", "confirmUrl": "http://127.0.0.1:39071/sandbox-pay/payments/pay_QBxd28C2eO00d4Iv/confirm", "clientSecret": "cs_mZg4f4FJU1vV1B3zjfxl6WhB8XNNJhRQ"}, "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "livemode": false, "provider": "sandbox", "expiresAt": "2026-11-22T17:31:22.110Z"}', '2026-11-22 17:31:22.11+00', NULL, '2026-11-22 17:01:22.127+00', 'Visa •• 4242', 'R-2026-00003', NULL, NULL, NULL, '2026-11-22 17:01:22.11+00', '2026-11-22 17:01:22.206+00', NULL, NULL),
	('r_1PA0R5ZWoyhAMSYhrH1psQ', 'q_g3zU52XkeCxXxGWVqiitdg', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'c_7hi6_OiePXmd48u47oqnOQ', 'awaiting-payment', 0, 2, true, 'X26W-XA', 'sandbox', 'pay_oMTES-xLHqg8q91_', '{"data": {"methods": ["card", "paypal", "alipay", "wechat_pay"], "paymentId": "pay_oMTES-xLHqg8q91_", "confirmUrl": "http://127.0.0.1:39071/sandbox-pay/payments/pay_oMTES-xLHqg8q91_/confirm", "clientSecret": "cs_BX2c_ID6jdTQzBVTBBD9zCLPCcOTDS8A"}, "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "livemode": false, "provider": "sandbox", "expiresAt": "2026-11-22T17:31:22.284Z"}', '2026-11-22 17:31:22.284+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 17:01:22.284+00', '2026-11-22 17:01:22.295+00', NULL, NULL),
	('r_AtB0hPr8e2hpI3L6jibj4A', 'q_M2En0YykmvddEIxmz9sQPg', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'c_EAADFomcTCsr39DEDcECIw', 'awaiting-payment', 0, 2, true, '8TZ9-YZ', 'sandbox', 'pay_QmUJYqYcpWsRwnXp', '{"data": {"methods": ["card", "paypal", "alipay", "wechat_pay"], "paymentId": "pay_QmUJYqYcpWsRwnXp", "confirmUrl": "http://127.0.0.1:39071/sandbox-pay/payments/pay_QmUJYqYcpWsRwnXp/confirm", "clientSecret": "cs_JukwdqJjj2B2bIHeHsM0ToB0NS16XUy7"}, "amount": {"minor": 8400, "currency": "USD", "exponent": 2}, "livemode": false, "provider": "sandbox", "expiresAt": "2026-11-22T17:31:22.337Z"}', '2026-11-22 17:31:22.337+00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-22 17:01:22.337+00', '2026-11-22 17:01:22.35+00', NULL, NULL);

INSERT INTO leb_renew.service_periods VALUES
	('p_Kjx6QA-6VoEhyIMeNoFSWA', 'c_i4RMXaQSdejjTcD919NFVg', '{"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}', '2025-12-05 16:00:00+00', '2026-12-05 16:00:00+00', NULL, NULL),
	('p_csqQ40IIp83pnIgaomyh8w', 'c_23sWRAc57aAPUvYZTZ50Lw', '{"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}', '2026-07-11 22:00:00+00', '2027-07-11 22:00:00+00', NULL, NULL),
	('p_ApVHlTN4iXc2L69OiAU_Bw', 'c_7hi6_OiePXmd48u47oqnOQ', '{"name": "1 month", "term": {"months": 1}, "planId": "global-1m"}', '2026-10-24 04:00:00+00', '2026-11-23 05:00:00+00', NULL, NULL),
	('p_l_sHjCaz7OBWdHnYExpZLQ', 'c_EAADFomcTCsr39DEDcECIw', '{"name": "1 month", "term": {"months": 1}, "planId": "global-1m"}', '2026-10-20 22:00:00+00', '2026-11-19 23:00:00+00', NULL, NULL),
	('p_7lMjX-Av3jQyfLe30Nr0SA', 'c_XrGDauvpXii6tTfREO0_3Q', '{"name": "3 months", "term": {"months": 3}, "planId": "asia-3m"}', '2026-10-03 16:00:00+00', '2027-01-02 16:00:00+00', NULL, NULL),
	('p_rSM-uNN6YJT6mIm6VEZAnw', 'c_zqPXXwjXGMpBnrkjCKgK9g', '{"name": "3 months", "term": {"months": 3}, "planId": "global-3m"}', '2026-08-03 04:00:00+00', '2026-11-02 05:00:00+00', NULL, NULL),
	('p_AX5NlqJzwRnbkRp-LLZQdg', 'c_i4RMXaQSdejjTcD919NFVg', '{"name": "1 year", "term": {"months": 12}, "planId": "global-12m"}', '2026-12-05 16:00:00+00', '2027-12-05 16:00:00+00', 'r_amhSA7QDDdbI3LScZgEMBw', NULL);

INSERT INTO leb_renew.throttles VALUES
	('KJcEh9vJIro0kRbAUC5MBIoERYvx3dprM0xc7B_zBMw', 1, '2026-11-22 17:00:21.585+00', '2026-11-22 17:01:21.584+00'),
	('8urmkxtYwOpQl_A_mYrt2Sqt5IVqdKEpBlI6VGmB4Mg', 1, '2026-11-22 17:00:21.774+00', '2026-11-22 17:01:21.774+00'),
	('UEfCdbf7d1dlU8kVb04OTK1RgbdWYgpnHC8lVKFGHk4', 1, '2026-11-22 17:00:21.841+00', '2026-11-22 17:01:21.841+00'),
	('K-Ia9GJ6jDCfHSH-0iRB14N23h98LeGawL8BvOD6_7w', 1, '2026-11-22 17:00:22.091+00', '2026-11-22 17:01:22.091+00'),
	('-4WGZg7Is1dtw7msjv9UHdyWMj5WeJAiIUgG7D7nm30', 1, '2026-11-22 17:00:22.263+00', '2026-11-22 17:01:22.263+00'),
	('vjqWtS9Na1z6Vx-F1I1pBMjGy5qBIjnGp1MKUlNjAoE', 1, '2026-11-22 17:00:22.32+00', '2026-11-22 17:01:22.32+00');

INSERT INTO leb_renew_accounts.account VALUES
	('hHM2JHQi0poOx74FnC9nOtuqE8lxLZI4', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'credential', '286yFVCdaZEeHvHMcB57lTRUGYilutWn', NULL, NULL, NULL, NULL, NULL, NULL, '992c178729159d8333f449c0f3e17844:2a3e66334c5b437e322e91c6be9f8781740cf4f0e6e47ec5c8382211ea169221017beff2268f7d3b8b8cbbb71200ecceaffadee8fbe161912612fd4db9b189f0', '2026-11-22 17:01:20.938+00', '2026-11-22 17:01:20.938+00'),
	('SzQNGuc1CJ6Kz1UVd35yNHEywF3KEh35', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', 'credential', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', NULL, NULL, NULL, NULL, NULL, NULL, '715a28f4624f6d4f9e4e911e090e7b6d:076ff68c4e134d4eed6e6c68d94feb8221a4be41038d042cdc110486284cb4b1420feaf73dd3959d8cca6a0deb7ad1ce3cc96473bbf58473d46faa57a5a32ee4', '2026-11-22 17:01:21.053+00', '2026-11-22 17:01:21.053+00');

INSERT INTO leb_renew_accounts.session VALUES
	('U58XuzL9dXYjc0HAGFt0S4620Sq9CJuk', '2026-11-22 19:01:21.413+00', '2vtYHUVQOXoH5fieu8l5CcVK68xT8N8P', '2026-11-22 17:01:21.413+00', '2026-11-22 17:01:21.413+00', '', '', '286yFVCdaZEeHvHMcB57lTRUGYilutWn'),
	('dGjj1Cd95m9LlFXsdMmSoWMA5boPKICf', '2026-11-22 19:01:21.533+00', 'HuaT1TD8vG0y1Q2IfxS1mLcGhm8NnKkm', '2026-11-22 17:01:21.533+00', '2026-11-22 17:01:21.533+00', '', '', 'rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg');

INSERT INTO leb_renew_accounts."user" VALUES
	('286yFVCdaZEeHvHMcB57lTRUGYilutWn', 'Mira Lindqvist', 'mira@example.com', false, NULL, '2026-11-22 17:01:20.933+00', '2026-11-22 17:01:20.933+00', false),
	('rIJsJMY6P2LYWHCFBtLRNfpP89pZPhvg', 'Tom Okafor', 'tom@example.com', false, NULL, '2026-11-22 17:01:21.05+00', '2026-11-22 17:01:21.05+00', false);

INSERT INTO leb_renew_jobs.job_common VALUES
	('adbc2c71-caf3-4094-8d4f-53a3f096b7fa', 'settle', 0, '{"ref": "pay_sQs3OWcJTqxB-dDb"}', 'completed', 20, 0, 1, true, 60, 300, 86400, NULL, NULL, NULL, NULL, '2026-11-22 17:01:21.677981+00', '2026-11-22 17:01:21.677981+00', '2026-11-22 17:01:21.685091+00', '2026-11-22 17:01:21.702522+00', '2026-12-06 17:01:21.677981+00', NULL, NULL, 'standard', '2026-11-22 17:01:21.685091+00', NULL, false, false, 0),
	('1e7e01a7-72e4-4bbf-abfe-d195678ec512', 'fulfil', 0, '{"renewalId": "r_amhSA7QDDdbI3LScZgEMBw"}', 'completed', 20, 0, 1, true, 60, 300, 86400, 'r_amhSA7QDDdbI3LScZgEMBw', NULL, NULL, NULL, '2026-11-22 17:01:21.692463+00', '2026-11-22 17:01:21.692463+00', '2026-11-22 17:01:21.700527+00', '2026-11-22 17:01:21.727126+00', '2026-12-06 17:01:21.692463+00', NULL, NULL, 'short', '2026-11-22 17:01:21.700527+00', NULL, false, false, 0),
	('5aa464a2-d2a0-4582-b1ab-d01a5698a02e', 'send-confirmation', 0, '{"renewalId": "r_amhSA7QDDdbI3LScZgEMBw"}', 'completed', 20, 0, 1, true, 60, 300, 86400, 'r_amhSA7QDDdbI3LScZgEMBw', NULL, NULL, NULL, '2026-11-22 17:01:21.714308+00', '2026-11-22 17:01:21.714308+00', '2026-11-22 17:01:21.728561+00', '2026-11-22 17:01:21.751664+00', '2026-12-06 17:01:21.714308+00', NULL, NULL, 'short', '2026-11-22 17:01:21.728561+00', NULL, false, false, 0),
	('8172105a-06a4-4311-9fc0-387e6b795d3a', 'settle', 0, '{"ref": "pay_MGXBdDunTY0LBtSD"}', 'completed', 20, 0, 1, true, 60, 300, 86400, NULL, NULL, NULL, NULL, '2026-11-22 17:01:21.844833+00', '2026-11-22 17:01:21.844833+00', '2026-11-22 17:01:21.847652+00', '2026-11-22 17:01:21.861131+00', '2026-12-06 17:01:21.844833+00', NULL, NULL, 'standard', '2026-11-22 17:01:21.847652+00', NULL, false, false, 0),
	('87480a7e-795a-4b75-967c-537e55fb7929', 'settle', 0, '{"ref": "pay_6fWEpMcJ3fXuncQL"}', 'completed', 20, 0, 1, true, 60, 300, 86400, NULL, NULL, NULL, NULL, '2026-11-22 17:01:22.014056+00', '2026-11-22 17:01:22.014056+00', '2026-11-22 17:01:22.021795+00', '2026-11-22 17:01:22.032762+00', '2026-12-06 17:01:22.014056+00', NULL, NULL, 'standard', '2026-11-22 17:01:22.021795+00', NULL, false, false, 0),
	('988b750e-9ee7-43e9-bd7a-d2159580fa39', 'settle', 0, '{"ref": "pay_QBxd28C2eO00d4Iv"}', 'completed', 20, 0, 1, true, 60, 300, 86400, NULL, NULL, NULL, NULL, '2026-11-22 17:01:22.183142+00', '2026-11-22 17:01:22.183142+00', '2026-11-22 17:01:22.186323+00', '2026-11-22 17:01:22.199495+00', '2026-12-06 17:01:22.183142+00', NULL, NULL, 'standard', '2026-11-22 17:01:22.186323+00', NULL, false, false, 0),
	('fa5cdab1-0f68-49c9-9e31-3e0129bb0f75', 'fulfil', 0, '{"renewalId": "r_2cIwndBAI6b4OJORqJ3msA"}', 'retry', 20, 0, 1, true, 60, 300, 86400, 'r_2cIwndBAI6b4OJORqJ3msA', NULL, NULL, NULL, '2026-11-22 17:01:24.085905+00', '2026-11-22 17:01:22.190821+00', '2026-11-22 17:01:22.198793+00', NULL, '2026-12-06 17:01:22.190821+00', '{"name": "Error", "stack": "Error: The supplier did not answer about renewal:r_2cIwndBAI6b4OJORqJ3msA:extend: the line is down\n    at ask (file:///shop/packages/server/src/renewals/fulfil.ts:110:9)\n    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)\n    at async file:///shop/packages/server/src/renewals/fulfil.ts:21:21\n    at async file:///shop/node_modules/.pnpm/kysely@0.29.9/node_modules/kysely/dist/kysely.js:741:32\n    at async DefaultConnectionProvider.provideConnection (file:///shop/node_modules/.pnpm/kysely@0.29.9/node_modules/kysely/dist/driver/default-connection-provider.js:10:20)\n    at async fulfil (file:///shop/packages/server/src/renewals/fulfil.ts:19:19)\n    at async file:///shop/packages/server/src/jobs.ts:121:11\n    at async resolveWithinSeconds (file:///shop/node_modules/.pnpm/pg-boss@12.20.0/node_modules/pg-boss/dist/tools.js:38:18)\n    at async #processJobs (file:///shop/node_modules/.pnpm/pg-boss@12.20.0/node_modules/pg-boss/dist/manager.js:250:28)\n    at async Worker.onFetch (file:///shop/node_modules/.pnpm/pg-boss@12.20.0/node_modules/pg-boss/dist/manager.js:355:21)", "message": "The supplier did not answer about renewal:r_2cIwndBAI6b4OJORqJ3msA:extend: the line is down"}', NULL, 'short', NULL, NULL, false, false, 0);

INSERT INTO leb_renew_jobs.queue VALUES
	('__pgboss__send-it', 'standard', 2, 0, false, NULL, 900, 1209600, 604800, NULL, false, 'job_common', 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, '2026-11-22 17:01:20.687275+00', '2026-11-22 17:01:20.687275+00'),
	('settle', 'standard', 20, 1, true, 60, 300, 1209600, 86400, NULL, false, 'job_common', 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, '2026-11-22 17:01:20.698861+00', '2026-11-22 17:01:20.698861+00'),
	('fulfil', 'short', 20, 1, true, 60, 300, 1209600, 86400, NULL, false, 'job_common', 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, '2026-11-22 17:01:20.712229+00', '2026-11-22 17:01:20.712229+00'),
	('send-confirmation', 'short', 20, 1, true, 60, 300, 1209600, 86400, NULL, false, 'job_common', 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, '2026-11-22 17:01:20.723493+00', '2026-11-22 17:01:20.723493+00'),
	('send-letter', 'standard', 1440, 1, true, 60, 300, 1209600, 86400, NULL, false, 'job_common', 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, '2026-11-22 17:01:20.725356+00', '2026-11-22 17:01:20.725356+00'),
	('sweep', 'short', 20, 1, true, 60, 300, 1209600, 86400, NULL, false, 'job_common', 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, '2026-11-22 17:01:20.738949+00', '2026-11-22 17:01:20.738949+00');

INSERT INTO leb_renew_jobs.schedule VALUES
	('sweep', '', '* * * * *', 'UTC', NULL, '{}', '2026-11-22 17:01:20.767326+00', '2026-11-22 17:01:21.289567+00');

INSERT INTO leb_renew_jobs.version VALUES
	(31, '2026-11-22 17:01:20.705738+00', '2026-11-22 17:01:20.701007+00');

INSERT INTO sandbox_provider.notices VALUES
	('msg_IIo9G7cydPFH_cuX', '{"type":"payment.succeeded","paymentId":"pay_sQs3OWcJTqxB-dDb"}', 0, '2026-11-22 17:01:21.649363+00', '2026-11-22 17:01:21.670768+00'),
	('msg_8gRakmU0B361Hj0V', '{"type":"payment.canceled","paymentId":"pay_MGXBdDunTY0LBtSD"}', 0, '2026-11-22 17:01:21.817224+00', '2026-11-22 17:01:21.839818+00'),
	('msg_5w-1S4c5RIafLl40', '{"type":"payment.succeeded","paymentId":"pay_6fWEpMcJ3fXuncQL"}', 0, '2026-11-22 17:01:21.875641+00', '2026-11-22 17:01:22.002368+00'),
	('msg_-nf2sL0Z95gjuhR3', '{"type":"payment.succeeded","paymentId":"pay_QBxd28C2eO00d4Iv"}', 0, '2026-11-22 17:01:22.127137+00', '2026-11-22 17:01:22.178747+00'),
	('msg_epBgiFt_ABWSsEjH', '{"type":"payment.succeeded","paymentId":"pay_QmUJYqYcpWsRwnXp"}', 0, '2026-11-22 17:01:22.37303+00', NULL);

INSERT INTO sandbox_provider.payments VALUES
	('pay_sQs3OWcJTqxB-dDb', 'cs_Vy4_23Atiwkwq_OotbPD_SodCK8Lwmda', 'renewal:r_amhSA7QDDdbI3LScZgEMBw:create', 8400, 'USD', 2, 'r_amhSA7QDDdbI3LScZgEMBw', '1 year · LEB Global card', '["card", "paypal", "alipay", "wechat_pay"]', 'succeeded', 8400, 0, NULL, 'Visa •• 4242', '2026-11-22 17:01:21.649363+00', NULL, '2026-11-22 17:31:21.624+00'),
	('pay_MGXBdDunTY0LBtSD', 'cs_4qaPAJS33sdekfhcIUSH9549PpARdwT_', 'renewal:r_MP1HZg6kp0WXLKdklyTtiA:create', 1900, 'USD', 2, 'r_MP1HZg6kp0WXLKdklyTtiA', '3 months · LEB Asia card', '["card", "paypal", "alipay", "wechat_pay"]', 'canceled', 0, 0, NULL, NULL, NULL, NULL, '2026-11-22 17:31:21.796+00'),
	('pay_6fWEpMcJ3fXuncQL', 'cs_B0ulcbO5J57g7SQXZEEpsfwk4cQ3hyRV', 'renewal:r_PlUmQoY3f-SvM2a-u4tITg:create', 8400, 'USD', 2, 'r_PlUmQoY3f-SvM2a-u4tITg', '1 year · Old laptop', '["card", "paypal", "alipay", "wechat_pay"]', 'succeeded', 8400, 0, NULL, 'Visa •• 4242', '2026-11-22 17:01:21.875641+00', NULL, '2026-11-22 17:31:21.862+00'),
	('pay_QBxd28C2eO00d4Iv', 'cs_mZg4f4FJU1vV1B3zjfxl6WhB8XNNJhRQ', 'renewal:r_2cIwndBAI6b4OJORqJ3msA:create', 8400, 'USD', 2, 'r_2cIwndBAI6b4OJORqJ3msA', '1 year · Lena’s tablet', '["card", "paypal", "alipay", "wechat_pay"]', 'succeeded', 8400, 0, NULL, 'Visa •• 4242', '2026-11-22 17:01:22.127137+00', NULL, '2026-11-22 17:31:22.11+00'),
	('pay_oMTES-xLHqg8q91_', 'cs_BX2c_ID6jdTQzBVTBBD9zCLPCcOTDS8A', 'renewal:r_1PA0R5ZWoyhAMSYhrH1psQ:create', 8400, 'USD', 2, 'r_1PA0R5ZWoyhAMSYhrH1psQ', '1 year · Travel phone', '["card", "paypal", "alipay", "wechat_pay"]', 'requires_payment_method', 0, 0, NULL, NULL, NULL, NULL, '2026-11-22 17:31:22.284+00'),
	('pay_QmUJYqYcpWsRwnXp', 'cs_JukwdqJjj2B2bIHeHsM0ToB0NS16XUy7', 'renewal:r_AtB0hPr8e2hpI3L6jibj4A:create', 8400, 'USD', 2, 'r_AtB0hPr8e2hpI3L6jibj4A', '1 year · Spare watch', '["card", "paypal", "alipay", "wechat_pay"]', 'succeeded', 8400, 0, NULL, 'Visa •• 4242', '2026-11-22 17:01:22.37303+00', NULL, '2026-11-22 17:31:22.337+00');

ALTER TABLE ONLY leb_local_supplier.extensions
    ADD CONSTRAINT extensions_pkey PRIMARY KEY (order_key);

ALTER TABLE ONLY leb_renew.cards
    ADD CONSTRAINT cards_iccid_key UNIQUE (iccid);

ALTER TABLE ONLY leb_renew.cards
    ADD CONSTRAINT cards_pkey PRIMARY KEY (card_ref);

ALTER TABLE ONLY leb_renew.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY leb_renew.fulfilments
    ADD CONSTRAINT fulfilments_pkey PRIMARY KEY (renewal_id);

ALTER TABLE ONLY leb_renew.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);

ALTER TABLE ONLY leb_renew.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);

ALTER TABLE ONLY leb_renew.mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (mail_key);

ALTER TABLE ONLY leb_renew.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (provider, notice_id);

ALTER TABLE ONLY leb_renew.plan_prices
    ADD CONSTRAINT plan_prices_pkey PRIMARY KEY (plan_id, currency);

ALTER TABLE ONLY leb_renew.plans
    ADD CONSTRAINT plans_pkey PRIMARY KEY (plan_id);

ALTER TABLE ONLY leb_renew.quotes
    ADD CONSTRAINT quotes_pkey PRIMARY KEY (quote_id);

ALTER TABLE ONLY leb_renew.receipt_years
    ADD CONSTRAINT receipt_years_pkey PRIMARY KEY (year);

ALTER TABLE ONLY leb_renew.receipts
    ADD CONSTRAINT receipts_pkey PRIMARY KEY (number);

ALTER TABLE ONLY leb_renew.receipts
    ADD CONSTRAINT receipts_renewal_id_key UNIQUE (renewal_id);

ALTER TABLE ONLY leb_renew.renewals
    ADD CONSTRAINT renewals_pkey PRIMARY KEY (renewal_id);

ALTER TABLE ONLY leb_renew.renewals
    ADD CONSTRAINT renewals_provider_payment_ref_key UNIQUE (provider, payment_ref);

ALTER TABLE ONLY leb_renew.renewals
    ADD CONSTRAINT renewals_quote_id_key UNIQUE (quote_id);

ALTER TABLE ONLY leb_renew.renewals
    ADD CONSTRAINT renewals_receipt_number_key UNIQUE (receipt_number);

ALTER TABLE ONLY leb_renew.renewals
    ADD CONSTRAINT renewals_reference_key UNIQUE (reference);

ALTER TABLE ONLY leb_renew.service_periods
    ADD CONSTRAINT service_periods_pkey PRIMARY KEY (period_id);

ALTER TABLE ONLY leb_renew.service_periods
    ADD CONSTRAINT service_periods_renewal_id_key UNIQUE (renewal_id);

ALTER TABLE ONLY leb_renew.throttles
    ADD CONSTRAINT throttles_pkey PRIMARY KEY (key);

ALTER TABLE ONLY leb_renew_accounts.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY leb_renew_accounts.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY leb_renew_accounts.session
    ADD CONSTRAINT session_token_key UNIQUE (token);

ALTER TABLE ONLY leb_renew_accounts."twoFactor"
    ADD CONSTRAINT "twoFactor_pkey" PRIMARY KEY (id);

ALTER TABLE ONLY leb_renew_accounts."user"
    ADD CONSTRAINT user_email_key UNIQUE (email);

ALTER TABLE ONLY leb_renew_accounts."user"
    ADD CONSTRAINT user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY leb_renew_accounts.verification
    ADD CONSTRAINT verification_pkey PRIMARY KEY (id);

ALTER TABLE ONLY leb_renew_jobs.bam
    ADD CONSTRAINT bam_pkey PRIMARY KEY (id);

ALTER TABLE ONLY leb_renew_jobs.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (name, id);

ALTER TABLE ONLY leb_renew_jobs.job_common
    ADD CONSTRAINT job_common_pkey PRIMARY KEY (name, id);

ALTER TABLE ONLY leb_renew_jobs.job_dependency
    ADD CONSTRAINT job_dependency_pkey PRIMARY KEY (child_name, child_id, parent_name, parent_id);

ALTER TABLE ONLY leb_renew_jobs.queue
    ADD CONSTRAINT queue_pkey PRIMARY KEY (name);

ALTER TABLE ONLY leb_renew_jobs.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (name, key);

ALTER TABLE ONLY leb_renew_jobs.subscription
    ADD CONSTRAINT subscription_pkey PRIMARY KEY (event, name);

ALTER TABLE ONLY leb_renew_jobs.version
    ADD CONSTRAINT version_pkey PRIMARY KEY (version);

ALTER TABLE ONLY leb_renew_jobs.warning
    ADD CONSTRAINT warning_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sandbox_provider.notices
    ADD CONSTRAINT notices_pkey PRIMARY KEY (notice_id);

ALTER TABLE ONLY sandbox_provider.payments
    ADD CONSTRAINT payments_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY sandbox_provider.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (payment_id);

CREATE INDEX cards_by_account ON leb_renew.cards USING btree (account_id);

CREATE INDEX notices_unsettled ON leb_renew.notices USING btree (received_at) WHERE (settled_at IS NULL);

CREATE INDEX renewals_by_card ON leb_renew.renewals USING btree (card_ref);

CREATE INDEX renewals_in_review ON leb_renew.renewals USING btree (looked_at NULLS FIRST) WHERE (status = 'review'::text);

CREATE UNIQUE INDEX renewals_one_open_per_card ON leb_renew.renewals USING btree (card_ref) WHERE holds_card;

CREATE INDEX renewals_to_confirm ON leb_renew.renewals USING btree (renewed_at) WHERE ((status = 'renewed'::text) AND (sent_to IS NULL) AND (unsendable IS NULL));

CREATE INDEX renewals_to_extend ON leb_renew.renewals USING btree (updated_at) WHERE (status = ANY (ARRAY['paid'::text, 'extending'::text]));

CREATE INDEX renewals_unsettled ON leb_renew.renewals USING btree (updated_at) WHERE holds_card;

CREATE INDEX service_periods_by_card ON leb_renew.service_periods USING btree (card_ref, starts_at);

CREATE INDEX throttles_by_age ON leb_renew.throttles USING btree (seen_at);

CREATE INDEX "account_userId_idx" ON leb_renew_accounts.account USING btree ("userId");

CREATE INDEX "session_userId_idx" ON leb_renew_accounts.session USING btree ("userId");

CREATE INDEX "twoFactor_secret_idx" ON leb_renew_accounts."twoFactor" USING btree (secret);

CREATE INDEX "twoFactor_userId_idx" ON leb_renew_accounts."twoFactor" USING btree ("userId");

CREATE INDEX verification_identifier_idx ON leb_renew_accounts.verification USING btree (identifier);

CREATE UNIQUE INDEX job_common_i1 ON leb_renew_jobs.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'created'::leb_renew_jobs.job_state) AND (policy = 'short'::text));

CREATE UNIQUE INDEX job_common_i2 ON leb_renew_jobs.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state = 'active'::leb_renew_jobs.job_state) AND (policy = 'singleton'::text));

CREATE UNIQUE INDEX job_common_i3 ON leb_renew_jobs.job_common USING btree (name, state, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::leb_renew_jobs.job_state) AND (policy = 'stately'::text));

CREATE UNIQUE INDEX job_common_i4 ON leb_renew_jobs.job_common USING btree (name, singleton_on, COALESCE(singleton_key, ''::text)) WHERE ((state <> 'cancelled'::leb_renew_jobs.job_state) AND (singleton_on IS NOT NULL));

CREATE INDEX job_common_i5 ON leb_renew_jobs.job_common USING btree (name, start_after) INCLUDE (priority, created_on, id) WHERE ((state < 'active'::leb_renew_jobs.job_state) AND (NOT blocked));

CREATE UNIQUE INDEX job_common_i6 ON leb_renew_jobs.job_common USING btree (name, COALESCE(singleton_key, ''::text)) WHERE ((state <= 'active'::leb_renew_jobs.job_state) AND (policy = 'exclusive'::text));

CREATE INDEX job_common_i7 ON leb_renew_jobs.job_common USING btree (name, group_id) WHERE ((state = 'active'::leb_renew_jobs.job_state) AND (group_id IS NOT NULL));

CREATE UNIQUE INDEX job_common_i8 ON leb_renew_jobs.job_common USING btree (name, singleton_key) WHERE ((state = ANY (ARRAY['active'::leb_renew_jobs.job_state, 'retry'::leb_renew_jobs.job_state, 'failed'::leb_renew_jobs.job_state])) AND (policy = 'key_strict_fifo'::text));

CREATE INDEX job_dep_parent_idx ON leb_renew_jobs.job_dependency USING btree (parent_name, parent_id);

CREATE INDEX warning_i1 ON leb_renew_jobs.warning USING btree (created_on DESC);

ALTER INDEX leb_renew_jobs.job_pkey ATTACH PARTITION leb_renew_jobs.job_common_pkey;

CREATE TRIGGER renewals_only_forward BEFORE UPDATE OF status, rank, seq ON leb_renew.renewals FOR EACH ROW EXECUTE FUNCTION leb_renew.only_forward();

ALTER TABLE ONLY leb_renew.cards
    ADD CONSTRAINT cards_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES leb_renew.plans(plan_id);

ALTER TABLE ONLY leb_renew.fulfilments
    ADD CONSTRAINT fulfilments_renewal_id_fkey FOREIGN KEY (renewal_id) REFERENCES leb_renew.renewals(renewal_id);

ALTER TABLE ONLY leb_renew.plan_prices
    ADD CONSTRAINT plan_prices_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES leb_renew.plans(plan_id);

ALTER TABLE ONLY leb_renew.quotes
    ADD CONSTRAINT quotes_card_ref_fkey FOREIGN KEY (card_ref) REFERENCES leb_renew.cards(card_ref);

ALTER TABLE ONLY leb_renew.quotes
    ADD CONSTRAINT quotes_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES leb_renew.plans(plan_id);

ALTER TABLE ONLY leb_renew.receipts
    ADD CONSTRAINT receipts_renewal_id_fkey FOREIGN KEY (renewal_id) REFERENCES leb_renew.renewals(renewal_id);

ALTER TABLE ONLY leb_renew.renewals
    ADD CONSTRAINT renewals_card_ref_fkey FOREIGN KEY (card_ref) REFERENCES leb_renew.cards(card_ref);

ALTER TABLE ONLY leb_renew.renewals
    ADD CONSTRAINT renewals_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES leb_renew.quotes(quote_id);

ALTER TABLE ONLY leb_renew.service_periods
    ADD CONSTRAINT service_periods_card_ref_fkey FOREIGN KEY (card_ref) REFERENCES leb_renew.cards(card_ref);

ALTER TABLE ONLY leb_renew.service_periods
    ADD CONSTRAINT service_periods_renewal_id_fkey FOREIGN KEY (renewal_id) REFERENCES leb_renew.renewals(renewal_id);

ALTER TABLE ONLY leb_renew_accounts.account
    ADD CONSTRAINT "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES leb_renew_accounts."user"(id) ON DELETE CASCADE;

ALTER TABLE ONLY leb_renew_accounts.session
    ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES leb_renew_accounts."user"(id) ON DELETE CASCADE;

ALTER TABLE ONLY leb_renew_accounts."twoFactor"
    ADD CONSTRAINT "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES leb_renew_accounts."user"(id) ON DELETE CASCADE;

ALTER TABLE ONLY leb_renew_jobs.job_common
    ADD CONSTRAINT dlq_fkey FOREIGN KEY (dead_letter) REFERENCES leb_renew_jobs.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY leb_renew_jobs.job_common
    ADD CONSTRAINT q_fkey FOREIGN KEY (name) REFERENCES leb_renew_jobs.queue(name) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY leb_renew_jobs.queue
    ADD CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES leb_renew_jobs.queue(name);

ALTER TABLE ONLY leb_renew_jobs.schedule
    ADD CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES leb_renew_jobs.queue(name) ON DELETE CASCADE;

ALTER TABLE ONLY leb_renew_jobs.subscription
    ADD CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES leb_renew_jobs.queue(name) ON DELETE CASCADE;

