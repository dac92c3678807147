import type { Knex } from 'knex';

/** How companies and people come in by themselves: mails, invites, registrations, second factors, passkeys, single sign-on. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
-- Numbers by which a company is known in the trade; one company each.
alter table organization add column scac text, add column duns text, add column gln text;
create unique index organization_scac on organization (scac) where scac is not null;
create unique index organization_duns on organization (duns) where duns is not null;
create unique index organization_gln on organization (gln) where gln is not null;

-- Whoever signs in by single sign-on alone has no password that anybody knows.
alter table app_user add column has_password boolean not null default true;
alter table session add column method text not null default 'password' check (method in ('password', 'code', 'passkey', 'sign-on'));

-- Every mail, queued with what it tells of. What it says is sealed, since links open accounts, and gone once an SMTP server has it.
create table mail (
  id uuid primary key,
  at timestamptz not null,
  purpose text not null,
  recipient text not null,
  subject text not null,
  sealed_text text,
  -- kept: no SMTP server is configured, the mailbox page shows it. unknown: given to the server, and nobody knows whether it took it.
  state text not null default 'queued' check (state in ('queued', 'kept', 'sending', 'sent', 'failed', 'unknown')),
  attempts integer not null default 0,
  due_at timestamptz not null,
  sent_at timestamptz,
  last_error text
);
create index mail_due on mail (due_at) where state in ('queued', 'sending');
create index mail_newest on mail (id desc);

-- An invite to join an organisation; one with a company leads to an organisation of its own, and is the inviter's until then.
create table invite (
  id uuid primary key,
  org_id uuid not null references organization on delete cascade,
  email text not null,
  name text not null default '',
  roles text[] not null,
  company jsonb,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index invite_of_org on invite (org_id, id desc);
alter table invite enable row level security;
alter table invite force row level security;
create policy own_rows on invite using ((select app_everything()) or org_id = (select app_org()));

-- Links in mails that prove an address or replace a password.
create table mail_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('registration', 'password-reset', 'email-change')),
  email text not null,
  user_id uuid references app_user on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_link_of_user on mail_link (user_id) where user_id is not null;
create index mail_link_over on mail_link (expires_at);

-- A form of registration, under the address that was proven.
create table registration (
  email text primary key check (email = lower(email)),
  form jsonb not null default '{}',
  revision integer not null default 0,
  updated_at timestamptz not null,
  expires_at timestamptz not null
);

create table totp (
  user_id uuid primary key references app_user on delete cascade,
  sealed_secret text not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- The newest time step whose code was taken: no code is good twice.
  last_step bigint not null default 0
);
create table recovery_code (
  user_id uuid not null references app_user on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
create table passkey (
  id uuid primary key,
  credential_id text not null unique,
  user_id uuid not null references app_user on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of_user on passkey (user_id);

-- What was asked of a browser and may be answered once.
create table challenge (
  id_hash bytea primary key,
  purpose text not null check (purpose in ('passkey-add', 'passkey-sign-in', 'sign-on')),
  user_id uuid references app_user on delete cascade,
  data jsonb not null,
  expires_at timestamptz not null
);
create index challenge_over on challenge (expires_at);
create table sign_on_link (
  issuer text not null,
  subject text not null,
  user_id uuid not null references app_user on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
`);
  for (const table of tables)
    await knex.raw(`alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy team_only on ${table} using ((select app_everything()));`);
}

/** Of the hub alone. */
const tables = [
  ...['mail', 'mail_link', 'registration', 'totp', 'recovery_code', 'passkey', 'challenge', 'sign_on_link'],
];

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
delete from exception_case where fingerprint like 'mail.failed%';
drop table ${tables.join(', ')}, invite;
alter table session drop column method;
alter table app_user drop column has_password;
alter table organization drop column scac, drop column duns, drop column gln;
`);
}
