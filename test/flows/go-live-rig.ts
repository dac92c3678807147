import { afterAll, beforeAll } from 'vitest';
import { type DocumentKey, documentKeyText } from '../../services/domain/configuration/document-key.ts';
import { standingOf } from '../../services/domain/go-live/request.ts';
import type { Role } from '../../services/domain/roles.ts';
import { askGoLive } from '../../services/flows/go-live/ask.ts';
import { type Approver, approveGoLive } from '../../services/flows/go-live/decide.ts';
import { goLiveStanding } from '../../services/flows/go-live/standing.ts';
import { makePartner } from '../../services/flows/onboarding/make-partner.ts';
import { hashPassword } from '../../services/flows/password.ts';
import { receive } from '../../services/flows/receive.ts';
import { translate } from '../../services/flows/translate.ts';
import type { Environment } from '../../services/store/documents.ts';
import { requestsOf } from '../../services/store/go-live/requests.ts';
import { saveOdooPartner } from '../../services/store/odoo-partners.ts';
import { addUser } from '../../services/store/users.ts';
import { type FlowRig, flowRig, sample, under } from './rig.ts';

// A document on its way into production: asked for, approved by two, run in parallel, live, and back.

export const key945 = { set: '945', direction: 'inbound', version: '004010' } as const;
export const key856 = { set: '856', direction: 'inbound', version: '004010' } as const;
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export let rig: FlowRig;
export let harbour: string;
export let owner: string;
export const people: Record<string, Approver> = {};
export const ana = () => people.ana!;
export const ines = () => people.ines!;
export const omar = () => people.omar!;

/** Each file that tests calls it once, at its top: a module is loaded once for several of them. */
export function onTheGoLiveRig(): void {
  beforeAll(setUp);
  afterAll(() => rig.close());
}

async function setUp(): Promise<void> {
  rig = await flowRig({ transfers: 180 });
  Object.assign(rig.context, { approvals: 2 });
  const { db, catalog, newId, now } = rig.context;
  owner = (await db.system('organization').where({ kind: 'owner' }).first('id'))!.id;
  const tools = { standards: catalog.standards, newId, now };
  const person = async (name: string, orgId: string, roles: readonly Role[]) => {
    const id = newId();
    const email = `${name}@${orgId === owner ? 'northgate' : 'harbourrow'}.example`;
    await addUser(db.system, {
      id,
      orgId,
      email,
      name,
      roles,
      passwordHash: await hashPassword('correct horse battery'),
    });
    people[name] = { actor: email, by: { kind: 'person', id }, userId: id };
  };
  const identity = [{ qualifier: 'ZZ', isaId: 'HARBOURROW', gsId: 'HARBOURROW' }];
  harbour = await db.system.transaction(async (tx) => {
    const made = await makePartner(
      tools,
      tx,
      {
        name: 'Harbour Row Storage',
        templates: ['standard-3pl'],
        identities: { sandbox: identity, production: identity },
      },
      { actor: 'set-up', by: { kind: 'command', id: 'set-up' } },
    );
    const { id: connection } = await tx('odoo_connection').where({ environment: 'production' }).first('id');
    const [like] = await tx('odoo_partner').where({ connection_id: connection, org_id: rig.orgs['standard-3pl'] });
    await saveOdooPartner(tx, connection, made.orgId, {});
    const { org_id: _, ...row } = like;
    await tx('odoo_partner').where({ connection_id: connection, org_id: made.orgId }).update(row);
    return made.orgId;
  });
  await person('ana', harbour, ['partner-admin']);
  await person('ines', owner, ['team-admin']);
  await person('omar', owner, ['team-approver']);
  await person('paul', owner, ['team-approver']);
  await person('rosa', owner, ['team-approver']);
  // Profile and signatures are the journey's; here the team lets them be.
  await letBe(db.system, harbour, now());
  // Something was exchanged over the sandbox.
  await bring('WH/OUT/00060', 'sandbox');
}

// What is tested elsewhere: that scenarios pass and mappings are reviewed.
export const tests = [key945, key856].flatMap((key) =>
  ['document.tests', 'document.mapping'].map((kind) => `${kind}/${documentKeyText(key)}`),
);

export const letBe = (db: FlowRig['context']['db']['system'], orgId: string, at: Date) =>
  db('requirement_waiver').insert(
    ['profile.complete', 'terms.signature/partner', 'terms.signature/team', ...tests].map((requirement) => ({
      ...{ id: rig.context.newId(), org_id: orgId, requirement, why: 'A test.', waived_by: 'test', waived_at: at },
      until: new Date(at.getTime() + 300 * dayMs),
    })),
  );

/** Somebody of the team waives a check for a day. */
export const letsBe = (name: string, requirement: string) =>
  rig.context.db.system('requirement_waiver').insert({
    ...{ id: rig.context.newId(), org_id: harbour, requirement, why: 'They are in a hurry.' },
    ...{ waived_by: `${name}@northgate.example`, waived_at: rig.context.now() },
    until: new Date(rig.context.now().getTime() + dayMs),
  });

export const passedRun = async () => {
  await rig.context.db
    .system('parallel_run')
    .where({ org_id: harbour, ended_at: null })
    .update({
      policy: JSON.stringify({
        days: 0,
        documents: 0,
        mismatchPercent: 100,
        compareWithinMinutes: 0,
        acknowledges: true,
      }),
    });
  await rig.context.db
    .system('parallel_comparison')
    .where({ org_id: harbour, verdict: 'waiting' })
    .update({ verdict: 'mismatch' });
};

export let control = 4000;
export async function leave(subject: string, environment: Environment = 'production'): Promise<string> {
  control += 1;
  const as = (text: string) =>
    under(String(control).padStart(9, '0'), text)
      .replaceAll('QUAYSIDE       ', 'HARBOURROW     ')
      .replaceAll('*QUAYSIDE*', '*HARBOURROW*')
      .replace('*0*P*>', environment === 'production' ? '*0*P*>' : '*0*T*>');
  const envelope = { orgId: harbour, environment, channel: 'https', actor: 'test' };
  const [received] = await receive(rig.context, envelope, [{ bytes: Buffer.from(as(shipping(subject)), 'latin1') }]);
  return received!.id;
}
export async function bring(subject: string, environment: Environment = 'production'): Promise<string> {
  const id = await leave(subject, environment);
  await translate(rig.context, [id]);
  return id;
}
/** Every third order of the twin is for lamps and three jackets, and has no lots. */
export const out = (n: number) => `WH/OUT/${String(3 * n + 3).padStart(5, '0')}`;
/** The sample, as it would be for such an order. */
export function shipping(subject: string): string {
  const lamps = 2 + ((Number(subject.slice(-5)) - 1) % 5);
  return sample('standard-3pl', '945-complete', {
    'WH/OUT/00001': subject,
    'W12*CC*10*10*0': 'W12*CC*3*3*0',
    'W12*CC*4*4*0': `W12*CC*${lamps}*${lamps}*0`,
    'W03*14*': `W03*${3 + lamps}*`,
    'SE*22*': 'SE*20*',
  }).replace(/MAN[*][^~]*~\r?\n?/g, '');
}
export const stateInOdoo = async (name: string) =>
  (await rig.odoo.production.searchRead('stock.picking', [['name', '=', name]], ['state']))[0]!.state;
export const requestNow = async (id: string) => {
  const [request] = await requestsOf(rig.context.db.system, { id });
  return standingOf(request!.decisions, request!.approvalsNeeded, rig.context.now());
};
export const approve = async (id: string, who: Approver) =>
  approveGoLive(rig.context, id, { hash: (await requestNow(id)).hash, ...who });
export const ask = (document: DocumentKey = key945, wish: Parameters<typeof askGoLive>[2] | object = {}) =>
  askGoLive(rig.context, harbour, { documents: [document], ...wish }, ana());
export const refused = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('It was not refused.');
    },
    (error: { more?: { detail?: string }; message: string }) => error.more?.detail ?? error.message,
  );
export const evidence = () =>
  rig.context.db.system.transaction((tx) =>
    goLiveStanding(tx, harbour, rig.context.now(), rig.context.catalog.standards),
  );
export const of945 = async () => (await evidence()).documents.find(({ key }) => key.set === '945');
