import { shownCertificate } from '../channels/as2/exchange-detail.ts';
import { type Identity, identityOf, keyKind, pemOf } from '../channels/as2/identity/identity.ts';
import { makeIdentity, type WantedIdentity } from '../channels/as2/identity/make-identity.ts';
import { readIdentity, type Uploaded } from '../channels/as2/identity/read-identity.ts';
import type { As2Settings } from '../channels/as2/settings.ts';
import type { TestReport } from '../channels/channel.ts';
import { HandoverError } from '../channels/handover-error.ts';
import type { HubKey, NewHubKey } from '../channels/hub-keys.ts';
import { CodedError } from '../domain/errors.ts';
import type { NewExchange } from '../domain/exchange.ts';
import type { HubKeyState } from '../domain/hub-key.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import type { Environment } from '../store/documents.ts';
import { findEndpoint } from '../store/endpoints.ts';
import { insertExchange } from '../store/exchanges.ts';
import { type HubKeyRow, hubKeys, insertHubKey, lockHubKeys, saveHubKeyState } from '../store/hub-keys.ts';
import { readCompany } from './company.ts';
import type { Context } from './context.ts';
import { settingsOf } from './endpoint-in-use.ts';
import { redactorOf } from './redact.ts';

// The AS2 identities of the hub, one kind of keys for each environment: made or uploaded, switched and retired. Private parts go in and never out.

/** An identity as people see it. */
export interface IdentityView {
  readonly id: string;
  readonly state: Exclude<HubKeyState, 'retired'>;
  readonly name: string;
  readonly fingerprint: string;
  readonly key: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly createdAt: string;
  /** The certificate with its chain, ready to be given to partners. */
  readonly certificate: string;
}

const conflict = (detail: string) => new CodedError('http.conflict', { detail });

/** What is used for AS2 in an environment, newest first; none before it was needed for the first time. */
export async function readIdentities(context: Context, environment: Environment): Promise<readonly IdentityView[]> {
  const rows = await hubKeys(context.db.system, keyKind(environment));
  return rows.map((row) => viewOf(opened(context, row), row));
}

const opened = ({ secrets: box }: Context, { sealedPrivatePart, ...row }: HubKeyRow): Identity =>
  identityOf({ ...row, privatePart: box.open(sealedPrivatePart) } satisfies HubKey);

function viewOf(identity: Identity, { id, state, createdAt }: HubKeyRow): IdentityView {
  const { certificate, key } = identity;
  const commonName = (text: string) => /^CN=(.*)$/m.exec(text)?.[1] ?? text.replaceAll('\n', ', ');
  return {
    ...{ id, state: state as IdentityView['state'], createdAt: createdAt.toISOString() },
    ...{ name: commonName(certificate.subject), fingerprint: certificate.fingerprint256 },
    ...{ key: `RSA ${key.asymmetricKeyDetails?.modulusLength ?? ''}`, issuer: commonName(certificate.issuer) },
    ...{ validFrom: certificate.validFromDate.toISOString(), validUntil: certificate.validToDate.toISOString() },
    certificate: pemOf(identity),
  };
}

export interface AddedIdentity {
  readonly environment: Environment;
  /** `next`: partners get it first, and it is switched to later. `current`: it is used at once. */
  readonly as: 'current' | 'next';
  readonly from: { readonly make: Omit<WantedIdentity, 'now'> } | { readonly upload: Uploaded };
}

/** @returns its id. @throws CodedError `http.request-invalid`, or `http.conflict` while there is a next one already */
export async function addIdentity(
  context: Context,
  { environment, as, from }: AddedIdentity,
  by: ActedBy,
): Promise<string> {
  const now = context.now();
  const made = 'make' in from ? await makeIdentity({ ...from.make, now }) : await readIdentity(from.upload, now);
  const id = context.newId();
  await changing(context, environment, by, async (tx, rows) => {
    const next = rows.find(({ state }) => state === 'next');
    if (as === 'next' && next)
      throw conflict('There is a next identity already. Switch to it, or retire it, before another one is added.');
    const isFirst = !rows.some(({ state }) => state === 'current');
    if (isFirst || as === 'current') mustCount(identityOf(keyOf(made)), now);
    await insertHubKey(tx, rowOf(context, { id, environment, made, state: isFirst ? 'current' : as }));
    return { action: 'hub-key.added', detail: { ...shownOf(made), as, made: 'make' in from } };
  });
  return id;
}

function rowOf(
  { secrets: box, now }: Context,
  of: { readonly id: string; readonly environment: Environment; readonly made: NewHubKey; readonly state: HubKeyState },
): HubKeyRow {
  const { privatePart, ...made } = of.made;
  return {
    ...{ ...made, id: of.id, kind: keyKind(of.environment), state: of.state },
    ...{ sealedPrivatePart: box.seal(privatePart), createdAt: now() },
  };
}

/** A key as it is before it is kept. */
const keyOf = ({ publicPart, privatePart }: Pick<HubKey, 'publicPart' | 'privatePart'>): HubKey => ({
  ...{ publicPart, privatePart, id: '', kind: '', state: 'next', createdAt: new Date(0), notAfter: null },
});

const shownOf = (key: Pick<HubKey, 'publicPart' | 'privatePart'>) =>
  shownCertificate(identityOf(keyOf(key)).certificate);

/** Partners refuse what is signed with a certificate before its time, and after it. @throws CodedError `http.conflict` */
function mustCount({ certificate: { validFromDate, validToDate } }: Identity, at: Date): void {
  if (validFromDate > at)
    throw conflict(
      `The certificate is good from ${validFromDate.toISOString()} on. Until then it can be the next identity only.`,
    );
  if (validToDate < at) throw conflict(`The certificate has ended on ${validToDate.toISOString()}.`);
}

interface OneIdentity {
  readonly environment: Environment;
  readonly identityId: string;
}

/** From now on we sign with the next identity; what is encrypted for the present one is still opened. */
export async function switchIdentity(context: Context, { environment, identityId }: OneIdentity, by: ActedBy) {
  await changing(context, environment, by, async (tx, rows) => {
    const row = need(rows, identityId);
    if (row.state === 'current') throw conflict('It is in use already.');
    mustCount(opened(context, row), context.now());
    await saveHubKeyState(tx, row, 'current');
    return { action: 'hub-key.switched', detail: { to: identityId, before: row.state } };
  });
}

/** It is used for nothing more: what is still encrypted for it cannot be opened. */
export async function retireIdentity(context: Context, { environment, identityId }: OneIdentity, by: ActedBy) {
  await changing(context, environment, by, async (tx, rows) => {
    const row = need(rows, identityId);
    if (row.state === 'current') throw conflict('It is in use. Switch to another one before it is retired.');
    await saveHubKeyState(tx, row, 'retired');
    return { action: 'hub-key.retired', detail: { identity: identityId, before: row.state } };
  });
}

function need(rows: readonly HubKeyRow[], id: string): HubKeyRow {
  const row = rows.find((one) => one.id === id);
  if (!row)
    throw new CodedError('http.not-found', { detail: 'There is no AS2 identity with this id in this environment.' });
  return row;
}

async function changing(
  context: Context,
  environment: Environment,
  { actor, by }: ActedBy,
  work: (
    tx: Tx,
    rows: readonly HubKeyRow[],
  ) => Promise<{ readonly action: 'hub-key.added' | 'hub-key.switched' | 'hub-key.retired'; readonly detail: object }>,
): Promise<void> {
  const { id: orgId } = await readCompany(context);
  const kind = keyKind(environment);
  await context.db.system.transaction(async (tx) => {
    await lockHubKeys(tx);
    const { action, detail } = await work(tx, await hubKeys(tx, kind));
    const subject = { type: 'organization', id: orgId } as const;
    await audit(tx, [{ orgId, at: context.now(), actor, by, subject, action, detail: { kind, ...detail } }]);
  });
}

const rehearsal = Buffer.from(
  'This message tries the certificate that it is signed with. It holds no document: nothing needs to be done with it.\r\n',
);

/** Sends a message that is signed with an identity, to see whether the partner takes it. It is in the log of the endpoint. */
export async function rehearseIdentity(
  context: Context,
  identityId: string,
  { orgId, endpointId }: { readonly orgId: string; readonly endpointId: string },
): Promise<TestReport> {
  const { system } = context.db;
  const endpoint = await findEndpoint(system, endpointId);
  if (!endpoint || endpoint.orgId !== orgId || endpoint.removedAt || endpoint.channel !== 'as2')
    throw new CodedError('http.not-found', { detail: 'The partner has no AS2 endpoint with this id.' });
  const identity = opened(context, need(await hubKeys(system, keyKind(endpoint.environment)), identityId));
  const settings = { ...(settingsOf(context, endpoint) as As2Settings), contentType: 'text/plain' };
  const outgoing = { id: context.newId(), fileName: 'certificate-rehearsal.txt', bytes: rehearsal };
  const redact = redactorOf(context, endpoint);
  const note = (exchange: NewExchange | undefined) =>
    exchange && insertExchange(system, endpoint, { ...redact(exchange), id: context.newId(), at: context.now() });
  try {
    const { state, detail, exchange } = await context.channels.as2.rehearse(outgoing, settings, endpoint, identity);
    await note(exchange);
    const later =
      state === 'waits' ? ['What the partner says of it stands in the log of the endpoint, when it comes.'] : [];
    return { works: true, says: [`${endpoint.name} took the message: ${redact(detail)}.`, ...later], failed: [] };
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    await note(error.exchange);
    const says = redact(error.more.detail ?? error.message);
    const remedy =
      'Send the partner our next certificate once more and ask whether it is in use there beside the present one. Then rehearse again, before the switch.';
    return { works: false, says: [says], failed: [{ says, remedy }] };
  }
}
