import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { type Role, roles, sideOf } from '../../services/domain/roles.ts';
import { hashPassword } from '../../services/flows/password.ts';
import type { Operation } from '../../services/http/contract.ts';
import { contractFile, type OperationObject } from '../../services/http/contract-file.ts';
import { hashToken } from '../../services/http/cookies.ts';
import { issueApiKey } from '../../services/store/api-keys.ts';
import { startSession } from '../../services/store/sessions.ts';
import { addUser } from '../../services/store/users.ts';
import { insertTraffic, insertWaiting } from '../store/traffic.ts';
import { type HttpRig, httpRig, isa, orgs } from './rig.ts';

export const environments = ['production', 'sandbox'] as const;
export type Environment = (typeof environments)[number];
export type OrgName = 'quayside' | 'heron';
export type Place = `${OrgName} ${Environment}`;
export type Caller = Role | 'key of production' | 'key of sandbox' | 'nobody';
export const callers: readonly Caller[] = [...roles, 'key of production', 'key of sandbox', 'nobody'];
/** The organisation of a caller who is a partner. */
export const home: OrgName = 'quayside';

/** What the contract says of an operation, read anew and not through the server's eyes. */
export const described = (id: string) =>
  Object.values(contractFile.paths)
    .flatMap((item) => Object.values(item))
    .find(({ operationId }) => operationId === id) as OperationObject & {
    'x-caller': string;
    'x-roles'?: readonly string[];
    'x-environment': string;
  };

/** Ids that a path can name, by organisation and environment. An operation with another one needs its record here. */
type Records = Readonly<Record<string, string>>;

export interface AccessRig {
  readonly rig: HttpRig;
  /** Ids of documents that nobody but their organisation sees, in one environment only. */
  readonly documents: ReadonlyMap<Place, readonly string[]>;
  call(
    operation: Operation,
    caller: Caller,
    of: { org: OrgName; environment: Environment },
  ): Promise<{ status: number; text: string }>;
  close(): Promise<void>;
}

/** An app in which two partners have one of everything in both environments, and a person for each role. */
export async function accessRig(): Promise<AccessRig> {
  const rig = await httpRig({ entry: { openValidator: true } });
  const connections = await insertConnections(rig);
  const people = await insertPeople(rig);
  const records: Record<string, Records> = {};
  const documents = new Map<Place, readonly string[]>();
  for (const org of ['quayside', 'heron'] as const)
    for (const environment of environments) {
      const found = await insertRecords(rig, org, environment);
      records[`${org} ${environment}`] = {
        ...found,
        connectionId: connections[environment],
        ...(await insertReconciliation(rig, connections[environment], orgs[org])),
        partnerId: orgs[org],
        lookup: 'ship-to',
        mapping: '945-in.yaml',
        chaos: 'lost-997',
        commentId: rig.context.newId(),
      };
      documents.set(`${org} ${environment}`, [found.documentId, found.waitingId, found.workId]);
    }
  const call: AccessRig['call'] = async (operation, caller, of) => {
    const session = await openSession(rig, people, caller);
    const path = address(operation, { ...records[`${of.org} ${of.environment}`], ...session.records });
    // A stream has no end; its head says whether it would begin.
    const method = operation.id === 'streamChanges' ? 'head' : operation.method;
    let asked = request(rig.app)[method](path);
    if (described(operation.id).parameters?.some(({ name }) => name === 'environment'))
      asked = asked.query({ environment: of.environment });
    if (described(operation.id).parameters?.some(({ name, required }) => name === 'document' && required))
      asked = asked.query({ document: 'inbound/945/004010' });
    for (const [name, value] of Object.entries(session.headers)) asked = asked.set(name, value);
    const body = bodyOf(operation, of);
    const answer = ['submitDocument', 'tryDocument', 'validateDocument'].includes(operation.id)
      ? await asked.type('application/edi-x12').send(isa())
      : await (body ? asked.send(body) : asked);
    return { status: answer.status, text: answer.text ?? '' };
  };
  return { rig, documents, call, close: () => rig.close() };
}

/** The contract's own example of a body, in the environment that is asked for. */
function bodyOf({ id }: Operation, { environment }: { environment: Environment }): object | undefined {
  const media = described(id).requestBody?.content['application/json'] as
    | { examples?: Record<string, { value: object }>; schema: { properties?: object } }
    | undefined;
  if (!media) return undefined;
  const [example] = Object.values(media.examples ?? {});
  const named = 'environment' in (media.schema.properties ?? {});
  return { ...example!.value, ...(named && { environment }) };
}

function address({ path, id }: Operation, records: Readonly<Record<string, string | undefined>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const waits = path.startsWith('/v1/outbox') ? 'waitingId' : path.startsWith('/v1/work') ? 'workId' : name;
    const record = records[name === 'documentId' ? waits : name];
    if (record === undefined) throw new Error(`${id}: the matrix has no record for ${name}; add one to access-rig.ts.`);
    return record;
  });
}

async function insertConnections({ context }: HttpRig): Promise<Record<Environment, string>> {
  const ids = { production: context.newId(), sandbox: context.newId() };
  for (const environment of environments)
    await context.db.system('odoo_connection').insert({
      ...{ id: ids[environment], environment, name: `Odoo ${environment}`, kind: 'twin', version: '19', url: 'twin' },
      ...{ database: 'd', login: 'l', secret: context.secrets.seal('key'), created_at: context.now() },
    });
  return ids;
}

/** One that is over, with what it has found. */
async function insertReconciliation({ context: { db, newId, now } }: HttpRig, connectionId: string, orgId: string) {
  const [id, at] = [newId(), now()];
  await db.system('odoo_reconciliation').insert({
    ...{ id, connection_id: connectionId, asked_at: at, started_at: at, finished_at: at, state: 'done', to_write: 0 },
  });
  const [found] = await db
    .system('odoo_difference')
    .insert({
      ...{ reconciliation_id: id, cause: 'undocumented', org_id: orgId, model: 'stock.picking', record_id: 1 },
      ...{ record_name: 'WH/OUT/00001', holds: JSON.stringify('shipped') },
    })
    .returning<{ id: number }[]>('id');
  return { reconciliationId: id, differenceId: String(found!.id) };
}

async function insertPeople({ context: { db, newId } }: HttpRig): Promise<Record<Role, string>> {
  const passwordHash = await hashPassword('correct horse battery');
  const ids = Object.fromEntries(roles.map((role) => [role, newId()])) as Record<Role, string>;
  for (const role of roles)
    await addUser(db.system, {
      ...{ id: ids[role], orgId: sideOf(role) === 'team' ? orgs.owner : orgs[home], roles: [role], name: role },
      ...{ email: `${role}@roles.example`, passwordHash },
    });
  return ids;
}

const emptyBundle = {
  ...{ format: 1, partner: 'x', configuration: 'x', agreement: { hash: 'x', text: '' }, documents: [], guides: [] },
  ...{ mappings: [], tables: [], endpoints: [], certificates: [], crossReferences: [] },
};

/** A request for a go-live that somebody asks for, again and again. */
async function insertGoLive(
  db: HttpRig['context']['db']['system'],
  orgId: string,
  id: string,
  at: Date,
): Promise<string> {
  const of = { org_id: orgId, created_at: at };
  await db('configuration')
    .insert({ ...of, hash: 'x', files: '{}', created_by: 'x' })
    .onConflict()
    .ignore();
  await db('go_live_request').insert({
    ...{ ...of, id, direction: 'inbound', set_code: '945', version: '004010', approvals_needed: 2 },
  });
  const decided = { request_id: id, org_id: orgId, version: 1, at };
  await db('go_live_version').insert({
    ...{
      ...decided,
      asked_by: 'x',
      bundle: JSON.stringify(emptyBundle),
      bundle_hash: 'x',
      draft_hash: 'x',
      configuration_hash: 'x',
    },
    ...{ from_release: 0, covers: ['inbound/945/004010'], checks: '[]' },
  });
  await db('go_live_decision').insert({ ...decided, kind: 'asked', by_name: 'x', bundle_hash: 'x' });
  return id;
}

async function insertRecords(
  { context: { db, newId, now, secrets } }: HttpRig,
  org: OrgName,
  environment: Environment,
) {
  const orgId = orgs[org];
  const control = `${org === 'heron' ? 2 : 1}${environment === 'sandbox' ? 1 : 0}`.padStart(9, '0');
  const { documentId, deliveryId } = await insertTraffic(db.system, { orgId, environment, control });
  const waitingId = await insertWaiting(db.system, { orgId, environment });
  const workId = await insertWaiting(db.system, { orgId, environment, form: 'events', content: workEvent });
  const retryId = newId();
  await db.system('bulk_retry').insert({
    ...{ id: retryId, environment, cause: `${org} ${environment}`, actor: 'x', total: 0, created_at: now() },
    finished_at: now(),
  });
  const [userId, keyId] = [newId(), newId()];
  await addUser(db.system, {
    ...{ id: userId, orgId, email: `${userId}@roles.example`, name: 'Somebody', roles: ['partner-editor'] },
    passwordHash: 'x',
  });
  const times = { createdAt: now(), expiresAt: new Date(now().getTime() + 3_600_000) };
  await issueApiKey(db.system, { id: keyId, orgId, environment, name: 'Some key', scopes: [], ...times });
  const { id: caseId } = await db
    .system('exception_case')
    .where({ document_id: documentId })
    .first<{ id: string }>('id');
  // An agreement names it, so that whoever may remove endpoints leaves it to the next caller.
  const { id: endpointId } = await db.system('channel_endpoint').where({ org_id: orgId, environment }).first('id');
  await db.system('agreement').insert({
    ...{ id: newId(), org_id: orgId, environment, direction: 'out', set_code: '940', version: '004010' },
    ...{ endpoint: 'https', mapping: '940-out.yaml' },
  });
  const uploadId = newId();
  await db.system('guide_upload').insert({
    ...{ id: uploadId, org_id: orgId, file_name: 'layout.pdf', format: 'PDF', media_type: 'application/pdf' },
    ...{ size_bytes: 4, sha256: 'x', content: Buffer.from('%PDF'), created_at: now(), created_by: 'x' },
  });
  const [inviteId, mailId, passkeyId] = [newId(), newId(), newId()];
  await db.system('invite').insert({
    ...{
      id: inviteId,
      org_id: orgId,
      email: 'x@y.example',
      roles: ['partner-viewer'],
      token_hash: Buffer.from(inviteId),
    },
    ...{ created_at: now(), created_by: 'x', expires_at: times.expiresAt },
  });
  await db.system('mail').insert({
    ...{
      id: mailId,
      at: now(),
      purpose: 'invite',
      recipient: 'x@y.example',
      subject: 'x',
      state: 'kept',
      due_at: now(),
    },
    sealed_text: secrets.seal('{"paragraphs":[]}'),
  });
  const identity = { inviteId, mailId, passkeyId };
  // None with this id: a role that may change them would take it from the next one.
  const identityId = newId();
  const names = { carrierId: '1', ordinal: '1', caseId, identityId, direction: 'in', set: '945', candidate: 'spring' };
  const { id: runId } = await db.system('scenario_run').where({ org_id: orgId }).first('id');
  const requestId = await insertGoLive(db.system, orgId, newId(), now());
  return {
    uploadId,
    requestId,
    runId,
    endpointId,
    documentId,
    deliveryId,
    waitingId,
    workId,
    retryId,
    replayId: newId(),
    userId,
    keyId,
    ...identity,
    ...names,
    organizationId: orgId,
  };
}

interface Session {
  readonly headers: Readonly<Record<string, string>>;
  readonly records: Records;
}

/** A session of its own for each call: some of them end it. */
async function openSession(rig: HttpRig, people: Record<Role, string>, caller: Caller): Promise<Session> {
  const records = { sessionId: rig.context.newId() };
  if (caller === 'nobody') return { headers: {}, records };
  if (caller === 'key of production' || caller === 'key of sandbox') {
    const key = rig.keys[caller === 'key of production' ? 'quayside' : 'sandbox'];
    return { headers: { Authorization: `Bearer ${key}` }, records };
  }
  const { db, now } = rig.context;
  const [token, other] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  for (const one of [token, other])
    await startSession(db.system, {
      ...{ tokenHash: hashToken(one), csrfToken: 'csrf', userId: people[caller] },
      ...{ orgId: sideOf(caller) === 'team' ? orgs.owner : orgs[home], createdAt: now() },
      expiresAt: new Date(now().getTime() + 3_600_000),
    });
  const { id: sessionId } = await db
    .system('session')
    .where({ token_hash: hashToken(other) })
    .first('id');
  return { headers: { Cookie: `crossdock_session=${token}`, 'X-CSRF-Token': 'csrf' }, records: { sessionId } };
}

/** What waits as work. */
const workEvent = JSON.stringify({
  ...{ specversion: '1.0', id: 'e1', source: '/crossdock', type: 'receipt.expected.v1', subject: 'WH/IN/00004' },
  ...{
    time: '2026-11-23T10:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: 'https://crossdock.invalid/x',
  },
  data: {
    ...{ orderNumber: 'WH/IN/00004', purpose: 'original', totals: { units: 1 } },
    lines: [{ lineNumber: '1', product: { sku: 'NG-LAMP' }, quantity: { value: 1, unit: 'each' } }],
  },
});
