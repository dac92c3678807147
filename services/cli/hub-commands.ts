import type { Command } from 'commander';
import { ConfigError, readConfig, roles, secretKeys } from '../bin/config.ts';
import { limitsHelp } from '../bin/limit-settings.ts';
import { EmbeddedError } from '../embedded/embedded-error.ts';
import { resolveHome } from '../embedded/home.ts';
import { ImportError } from '../library/standards/import-error.ts';
import { LoginError } from '../store/logins.ts';
import type { SetUpOptions } from './set-up.ts';

const known = [ConfigError, EmbeddedError, ImportError, LoginError];

/** Says a known reason in one sentence and sets the exit code; anything else is a fault of ours and shows its trace. */
async function saying(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!known.some((kind) => error instanceof kind)) throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}

/** `start`, `migrate`, `setup` and `demo`. Each loads its parts when it runs, so that `crossdock inspect` need not wait for a web server. */
export function addHubCommands(program: Command): void {
  program
    .command('start')
    .description('Start the hub: database and queue unless yours are configured, API, portal and workers')
    .option('--role <list>', `comma separated roles of this process: ${roles.join(', ')}`, roles.join(','))
    .addHelpText(
      'after',
      `
Environment:
  PORT                  port of API and portal (8080)
  HOST                  address to listen on (0.0.0.0)
  CROSSDOCK_HOME        where data lives (/var/lib/crossdock for root, else the XDG data folder)
  DATABASE_URL          your PostgreSQL 15 or newer instead of the embedded one. With a user in it that is the owner of the tables, who
                        makes the schema and the hub's own logins; without one, \`crossdock migrate\` must have made them
  DATABASE_OWNER_URL    the owner's login where DATABASE_URL names none
  REDIS_URL             your Redis for the queue instead of PostgreSQL
  NATS_URL              your NATS with JetStream, which gets every canonical event as a CloudEvent (none)
  CROSSDOCK_KEYS        base64 keys for secrets at rest, newest first (made in the home when unset)
  CROSSDOCK_DEMO        1 or 0: make the demo company in an empty database (1 with the embedded database)
  CROSSDOCK_URL         address under which people and workers reach the hub: links in mails begin with it, passkeys belong to its host
  CROSSDOCK_REGISTRATION  who may register a company: off, invite or open (open in the demo, else invite)
  CROSSDOCK_REMIND_DAYS    days after which whoever has the turn with a partner is reminded by mail (7; 0: never, as in the demo)
  CROSSDOCK_OPEN_VALIDATOR  1 or 0: people without an account may have a document looked at, at /validate; nothing of it is kept (0; 1 in the demo)
  CROSSDOCK_REQUIRE_SECOND_FACTOR  1: admins of the team need an authenticator app or a passkey
  SMTP_URL, MAIL_FROM   mail server, such as smtps://user:password@mail.example:465, and who mails are from; without them mails stay in
                        the hub, on the page Mails
  OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_DOMAINS  single sign-on of the team (OpenID Connect; back to CROSSDOCK_URL/sign-in/done);
                        accounts are linked for verified addresses of these mail domains
  OIDC_ROLES_CLAIM, OIDC_ROLE_MAP, OIDC_LABEL  claim with the groups (groups), group=role with commas, and what the button says
  CROSSDOCK_TRUST_PROXY number of proxies in front that are trusted to say who calls, and whether by https (0)
  CROSSDOCK_SECURE_COOKIES  1 or 0: cookies over https only (1 when CROSSDOCK_URL is https; else as the browser came)
  CROSSDOCK_TWIN_REMOTE 1: the Odoo twin answers workers on other machines too
  AS2_PORT              a port for AS2 alone, besides /as2 on the hub's own; it reads the folded header fields of old programs, and
                        a message may take an hour to arrive (none)
  CROSSDOCK_FOLDERS     folders of this machine below which endpoints of the channel \`folder\` may be, with : between them (none)
  SFTP_PORT             port of the hub's SFTP server; off without one (in the demo 2222, or the next that is free; \`off\` for none)
  CROSSDOCK_PRIVATE_NETWORKS  networks besides the public ones that endpoints of partners may be in, such as 10.1.0.0/16, with commas (none;
                        this machine itself in the demo)
  CROSSDOCK_APPROVALS (people who approve a go-live and are not its authors: 2 unless given; 1 for small teams; 0: releases need none),
  CROSSDOCK_FEED_SECONDS, CROSSDOCK_CONNECTIONS, LOG_LEVEL

Limits of one process:
${limitsHelp()}`,
    )
    .action((options: { role: string }) =>
      saying(async () => {
        const { start } = await import('../bin/start.ts');
        return start(
          process.env,
          options.role.split(',').map((role) => role.trim()),
        );
      }),
    );
  program
    .command('migrate')
    .description(
      "Bring the database to the newest schema and make the hub's logins, as its owner (DATABASE_OWNER_URL or DATABASE_URL)",
    )
    .option('--json', 'print the names of the migrations as JSON')
    .action((options: { json?: boolean }) =>
      saying(async () => {
        const { databaseUrl, ownerUrl } = readConfig(process.env);
        if (!databaseUrl)
          throw new ConfigError('Set DATABASE_URL. The embedded database is migrated by `crossdock start`.');
        if (!ownerUrl) throw new ConfigError("Set DATABASE_OWNER_URL to the database with its owner's login.");
        const { ownDatabase } = await import('../bin/database.ts');
        const keys = secretKeys(process.env, resolveHome(process.env));
        const { migrated: names } = await ownDatabase({ databaseUrl, ownerUrl }, keys);
        if (options.json) console.log(JSON.stringify({ migrated: names }));
        else console.log(names.length > 0 ? `Migrated: ${names.join(', ')}` : 'The schema is the newest already.');
        return 0;
      }),
    );
  program
    .command('setup')
    .description('Make the company and its first user in an empty database, and print the password once')
    .requiredOption('--company <name>', 'name of your company')
    .requiredOption('--email <address>', 'e-mail of the first user, who signs in with it')
    .option('--name <name>', 'name of the first user', 'Administrator')
    .option(
      '--qualifier <code>',
      'qualifier of your id in ISA, such as ZZ, 02 or 12; `crossdock company id` says it later',
    )
    .option('--id <id>', 'your id in ISA, in sandbox and production')
    .option('--json', 'print the login as JSON')
    .addHelpText(
      'after',
      '\nOn the database of DATABASE_URL, else that of the hub that runs in CROSSDOCK_HOME, started with CROSSDOCK_DEMO=0.',
    )
    .action((options: SetUpOptions) => saying(async () => (await import('./set-up.ts')).setUp(process.env, options)));
  program
    .command('demo')
    .description(
      'Send the sample traffic of both demo partners to the running hub and tell what became of each document',
    )
    .option('--environment <name>', 'production or sandbox', 'production')
    .option(
      '--journey',
      'instead lead a new carrier (AS2) and a new warehouse (SFTP) from their invites to their first document in Odoo',
    )
    .option('--json', 'print one JSON object per document, or per step of the journey')
    .action((options: { environment: string; journey?: boolean; json?: boolean }) =>
      saying(async () =>
        options.journey
          ? (await import('./demo-journey/journey.ts')).runJourney(process.env, options)
          : (await import('./demo.ts')).runDemo(process.env, options),
      ),
    );
}
