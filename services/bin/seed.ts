import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { factsOf as factsOfCertificates } from '../channels/as2/settings.ts';
import { factsOf as factsOfKeys } from '../channels/sftp-server/settings.ts';
import { changeDocument, type DocumentKey } from '../domain/configuration/edit-documents.ts';
import type { Role } from '../domain/roles.ts';
import { giveUsualEndpoint } from '../flows/endpoints.ts';
import { hashPassword } from '../flows/password.ts';
import { makeRelease, saveDraft } from '../flows/releases.ts';
import type { Catalog } from '../library/catalog.ts';
import { partnerFromTemplates } from '../library/templates.ts';
import { advisoryLocks } from '../store/advisory-locks.ts';
import { issueApiKey, scopes, usualKeyLifeMs } from '../store/api-keys.ts';
import { bytesOf, type ConfigurationFiles, textsOf } from '../store/configurations.ts';
import { insertEndpoint } from '../store/endpoints.ts';
import { saveCarrier } from '../store/odoo-connections.ts';
import { saveOdooPartner } from '../store/odoo-partners.ts';
import type { SecretBox } from '../store/secret-box.ts';
import { addUser } from '../store/users.ts';
import { addTwinKey, seedTwin } from '../twins/odoo/seed.ts';
import { as2Ids, type DemoPartners, demoEndpoints, sftpUser, stationUrl } from './demo-partners.ts';
import { seedJourney } from './seed-journey.ts';

/** Logins and keys of the demo company; made at random at the first start and kept in the home, readable by its owner only. */
export interface DemoAccess {
  readonly logins: readonly { readonly who: string; readonly email: string; readonly password: string }[];
  /** API keys by template of the partner and environment, such as `standard-3pl/production`. */
  readonly apiKeys: Readonly<Record<string, string>>;
  /** The company's own desk in the production twin: somebody who books there by hand, beside the hub. */
  readonly odoo?: { readonly database: string; readonly login: string; readonly apiKey: string };
}

interface SeedContext {
  readonly db: Knex;
  /** Sees schema `odoo_twin`. */
  readonly twin: Knex;
  readonly catalog: Catalog;
  readonly secrets: SecretBox;
  readonly newId: () => string;
  readonly now: () => Date;
  /** How long the API keys live; a year unless given. */
  readonly keyLifeMs?: number;
  /** What the partners have on their side, where they exchange by AS2 and SFTP; else all goes over HTTPS. */
  readonly partners?: DemoPartners | undefined;
  /** Ready transfers in each twin; as many as the samples of the templates speak of unless given. */
  readonly transfers?: number;
}

const environments = ['production', 'sandbox'] as const;

const company = { name: 'Northgate Outfitters', isaId: 'NORTHGATE' };
const partners = [
  {
    name: 'Quayside Logistics',
    kind: '3pl',
    template: 'standard-3pl',
    qualifier: 'ZZ',
    id: 'QUAYSIDE',
    zone: 'America/Chicago',
    user: { name: 'Tomas Reyk', email: 'edi@quayside.example' },
  },
  {
    name: 'Blue Heron Freight',
    kind: 'carrier',
    template: 'standard-carrier',
    qualifier: '02',
    id: 'BHFT',
    zone: 'America/Chicago',
    user: { name: 'Mara Voss', email: 'edi@blueheron.example' },
  },
] as const;

const accessFile = (home: string) => join(home, 'demo.json');

/** The file with the logins and keys of the demo, for its user alone; undefined where this home has none. */
export const demoFile = (home: string): string | undefined =>
  existsSync(accessFile(home)) ? accessFile(home) : undefined;

/** What `seedDemo` made, or undefined where this home has no demo. */
export function readDemoAccess(home: string): DemoAccess | undefined {
  return existsSync(accessFile(home)) ? (JSON.parse(readFileSync(accessFile(home), 'utf8')) as DemoAccess) : undefined;
}

/** Keeps the login of somebody who came to the demo later. */
export function keepDemoLogin(home: string, login: DemoAccess['logins'][number]): void {
  const access = readDemoAccess(home)!;
  const kept = { ...access, logins: [...access.logins, login] };
  writeFileSync(accessFile(home), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}

const DEMO_TRANSFERS = 24;

/**
 * Makes the demo company with its two partners, its users and its Odoo twin, unless there is an organisation already.
 * @returns the access data, or undefined when the database was not empty.
 */
export async function seedDemo(context: SeedContext, home: string): Promise<DemoAccess | undefined> {
  return context.db.transaction(async (tx) => {
    await tx.raw('select pg_advisory_xact_lock(?)', [advisoryLocks.setUp]);
    if (await tx('organization').first('id')) return undefined;
    const logins: DemoAccess['logins'][number][] = [];
    const apiKeys: Record<string, string> = {};
    const owner = await organization(tx, context, {
      name: company.name,
      kind: 'owner',
      zone: 'America/New_York',
    });
    for (const environment of environments) await identityRow(tx, context, owner, environment, 'ZZ', company.isaId);
    logins.push(
      await user(tx, context, owner, 'Integration team', {
        ...{ name: 'Ines Calder', email: 'team@northgate.example' },
        role: 'team-admin',
      }),
    );
    for (const partner of partners) {
      const orgId = await organization(tx, context, partner);
      if (context.partners) await endpoints(tx, context, context.partners, { orgId, ...partner });
      await release(tx, context, orgId, partner);
      logins.push(await user(tx, context, orgId, partner.name, { ...partner.user, role: 'partner-admin' }));
      const { catalog, newId, now } = context;
      await seedJourney({ standards: catalog.standards, newId, now }, tx, { orgId, ...partner });
      for (const environment of environments) {
        const { key } = await issueApiKey(tx, {
          id: context.newId(),
          orgId,
          environment,
          name: `${partner.name} ${environment}`,
          scopes,
          createdAt: context.now(),
          expiresAt: new Date(context.now().getTime() + (context.keyLifeMs ?? usualKeyLifeMs)),
        });
        apiKeys[`${partner.template}/${environment}`] = key;
      }
    }
    const odoo = await twins(tx, context);
    const access = { logins, apiKeys, odoo };
    // Before the commit: a start that is killed between the two begins anew, and must not end with a company that nobody can sign in to.
    writeFileSync(accessFile(home), `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
    return access;
  });
}

async function organization(
  tx: Knex.Transaction,
  context: SeedContext,
  of: { name: string; kind: string; zone: string },
): Promise<string> {
  const id = context.newId();
  await tx('organization').insert({
    id,
    name: of.name,
    kind: of.kind,
    ...(of.kind === 'owner' && { stage: 'live' }),
    time_zone: of.zone,
    created_at: context.now(),
  });
  if (of.kind !== 'owner') await giveUsualEndpoint(context, tx, id);
  return id;
}

async function identityRow(
  tx: Knex.Transaction,
  context: SeedContext,
  orgId: string,
  environment: string,
  qualifier: string,
  id: string,
): Promise<void> {
  await tx('trading_identity').insert({
    id: context.newId(),
    org_id: orgId,
    environment,
    qualifier,
    isa_id: id,
    gs_id: id,
  });
}

async function user(
  tx: Knex.Transaction,
  context: SeedContext,
  orgId: string,
  who: string,
  of: { name: string; email: string; role: Role },
) {
  const password = randomBytes(9).toString('base64url');
  await addUser(tx, {
    id: context.newId(),
    orgId,
    email: of.email,
    name: of.name,
    roles: [of.role],
    passwordHash: await hashPassword(password),
  });
  return { who, email: of.email, password };
}

const endpointNames = { carrier: demoEndpoints.as2, '3pl': demoEndpoints.sftp } as const;

/** The carrier exchanges by AS2 and the warehouse by the hub's SFTP server, in both environments; HTTPS stays open to both. */
async function endpoints(
  tx: Knex.Transaction,
  { newId, now }: SeedContext,
  theirs: DemoPartners,
  { orgId, kind }: { readonly orgId: string; readonly kind: keyof typeof endpointNames },
): Promise<void> {
  for (const environment of environments) {
    const { hub: ourId, carrier: partnerId } = as2Ids(environment);
    const certificates = theirs.carrier.certificate;
    const as2Facts = factsOfCertificates({ certificates }).map(({ value }) => value);
    const as2 = {
      channel: 'as2',
      settings: { ourId, partnerId, url: stationUrl(theirs), certificates },
      facts: as2Facts,
    };
    const keys = theirs.warehouse.publicKey;
    const facts = factsOfKeys({ keys }).map(({ value }) => value);
    const sftp = { channel: 'sftp-server', settings: { user: sftpUser(environment), keys }, facts };
    const one = { ...(kind === 'carrier' ? as2 : sftp), name: endpointNames[kind], secrets: {} };
    await insertEndpoint(tx, { ...one, id: newId(), orgId, environment, at: now() });
  }
}

/** The same files, with every document exchanged at this endpoint. */
function exchangedAt(files: ConfigurationFiles, endpoint: string): ConfigurationFiles {
  const texts = new Map(textsOf(files));
  let head = texts.get('partner.yaml') ?? '';
  for (const [, set = '', direction] of head.matchAll(/set: "(\w+)", direction: (inbound|outbound)/g))
    head = changeDocument(head, { set, direction: direction as DocumentKey['direction'] }, { endpoint });
  return bytesOf(texts.set('partner.yaml', head));
}

/** The partner as its template has it: as draft for the sandbox, and as first release for production. */
async function release(
  tx: Knex.Transaction,
  { catalog, newId, now, partners: theirs }: SeedContext,
  orgId: string,
  { name, kind, zone, template, qualifier, id }: (typeof partners)[number],
): Promise<void> {
  const identity = [{ qualifier, isaId: id, gsId: id }];
  const identities = { production: identity, sandbox: identity };
  const made = partnerFromTemplates([template], { name, kind, zone, identities });
  const files = theirs ? exchangedAt(made, endpointNames[kind]) : made;
  const tools = { standards: catalog.standards, newId, now };
  await saveDraft(tools, tx, { orgId, actor: 'demo', files });
  await makeRelease(tools, tx, {
    orgId,
    actor: 'demo',
    note: `From the template ${template}.`,
    source: { draft: true },
  });
}

/** One Odoo twin for each environment, with the same company in it. The twin commits by itself: what a start that was cut off has left is made anew. */
async function twins(tx: Knex.Transaction, context: SeedContext): Promise<NonNullable<DemoAccess['odoo']>> {
  const bySet = (kind: string) => tx('organization').where({ kind }).first<{ id: string }>('id');
  const [warehouse, carrier] = [await bySet('3pl'), await bySet('carrier')];
  const desk = { database: 'northgate-production', login: 'desk@northgate.example', apiKey: '' };
  for (const environment of environments) {
    const database = `northgate-${environment}`;
    await context.twin('odoo_twin.database').where({ name: database }).delete();
    const seeded = await seedTwin(context.twin, {
      database,
      version: 19,
      company: company.name,
      now: context.now(),
      transfers: context.transfers ?? DEMO_TRANSFERS,
    });
    const id = context.newId();
    await tx('odoo_connection').insert({
      id,
      environment,
      name: `Northgate Odoo twin (${environment})`,
      kind: 'twin',
      version: '19',
      url: 'twin',
      database,
      login: seeded.login,
      secret: context.secrets.seal(seeded.apiKey),
      created_at: context.now(),
      settings: JSON.stringify({
        pickingTypeIds: seeded.outgoingTypeIds,
        routes: [
          { event: 'warehouse-order.released.v1', orgId: warehouse.id },
          { event: 'shipment.tendered.v1', orgId: carrier.id },
        ],
      }),
    });
    const sites = { pickingTypeIds: [...seeded.outgoingTypeIds, ...seeded.incomingTypeIds] };
    const { contactIds: contacts } = seeded;
    const books = { vendorId: contacts.warehouse, customerId: contacts.buyer };
    await saveOdooPartner(tx, id, warehouse.id, { ...sites, trade: books });
    await saveOdooPartner(tx, id, carrier.id, { ...sites, trade: { vendorId: contacts.carrier } });
    for (const one of seeded.carriers) await saveCarrier(tx, id, one);
    if (database === desk.database)
      desk.apiKey = await addTwinKey(context.twin, {
        ...{ database, login: desk.login, uid: seeded.uid, rights: 'integration' as const },
      });
  }
  return desk;
}
