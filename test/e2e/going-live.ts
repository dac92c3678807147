import { readFileSync } from 'node:fs';
import type { Role } from '../../services/domain/roles.ts';
import { makePartner } from '../../services/flows/onboarding/make-partner.ts';
import { hashPassword } from '../../services/flows/password.ts';
import { issueApiKey, scopes } from '../../services/store/api-keys.ts';
import { addUser } from '../../services/store/users.ts';
import type { TestHub } from '../support/hub.ts';

export const password = 'correct horse battery staple';

/** A partner that has exchanged something in the sandbox and is not in production, with its people and the approvers of the team. */
export interface Newcomer {
  readonly id: string;
  /** Hands a shipment of an order in to production, or to the sandbox. */
  send(order: string, environment?: 'production' | 'sandbox'): Promise<string>;
}

const sample = readFileSync(new URL('../../partners/standard-3pl/samples/945-complete.x12', import.meta.url), 'latin1');

/** The sample for an order of lamps and three jackets of the twin: every third one, from WH/OUT/00006 on. @param from how the sender is called in envelopes */
export function shipping(order: string, control: number, environment: string, from = 'HARBOURROW'): string {
  const lamps = 2 + ((Number(order.slice(-5)) - 1) % 5);
  return sample
    .replaceAll('000000101', String(control).padStart(9, '0'))
    .replaceAll('QUAYSIDE       ', from.padEnd(15))
    .replaceAll('*QUAYSIDE*', `*${from}*`)
    .replaceAll('WH/OUT/00001', order)
    .replace('W12*CC*10*10*0', 'W12*CC*3*3*0')
    .replace('W12*CC*4*4*0', `W12*CC*${lamps}*${lamps}*0`)
    .replace('W03*14*', `W03*${3 + lamps}*`)
    .replace('SE*22*', 'SE*20*')
    .replace('*0*P*>', environment === 'production' ? '*0*P*>' : '*0*T*>')
    .replace(/MAN[*][^~]*~\r?\n?/g, '');
}

export async function newcomer(hub: TestHub): Promise<Newcomer> {
  const { db, catalog, newId, now } = hub.hub.context;
  const identity = [{ qualifier: 'ZZ', isaId: 'HARBOURROW', gsId: 'HARBOURROW' }];
  const { id: owner } = await db.system('organization').where({ kind: 'owner' }).first<{ id: string }>('id');
  const keys: Record<string, string> = {};
  const id = await db.system.transaction(async (tx) => {
    const { orgId } = await makePartner(
      { standards: catalog.standards, newId, now },
      tx,
      {
        name: 'Harbour Row Storage',
        templates: ['standard-3pl'],
        identities: { sandbox: identity, production: identity },
      },
      { actor: 'set-up', by: { kind: 'command', id: 'set-up' } },
    );
    const { id: connection } = await tx('odoo_connection').where({ environment: 'production' }).first('id');
    const { org_id: _, ...rules } = await tx('odoo_partner').where({ connection_id: connection }).first();
    await tx('odoo_partner').insert({ ...rules, org_id: orgId });
    for (const environment of ['production', 'sandbox'] as const) {
      const times = { createdAt: now(), expiresAt: new Date(now().getTime() + 86_400_000) };
      const { key } = await issueApiKey(tx, { id: newId(), orgId, environment, name: 'Warehouse', scopes, ...times });
      keys[environment] = key;
    }
    // Profile, signatures, tests and reviews are seen elsewhere; here the team lets them be.
    const tested = ['945', '856'].flatMap((set) =>
      ['document.tests', 'document.mapping'].map((kind) => `${kind}/inbound/${set}/004010`),
    );
    await tx('requirement_waiver').insert(
      [...['profile.complete', 'terms.signature/partner', 'terms.signature/team'], ...tested].map((requirement) => ({
        ...{ id: newId(), org_id: orgId, requirement, why: 'A test.', waived_by: 'test', waived_at: now() },
        until: new Date(now().getTime() + 86_400_000),
      })),
    );
    const passwordHash = await hashPassword(password);
    const people: readonly (readonly [string, string, Role, string])[] = [
      ['ana@harbourrow.example', 'Ana Prieto', 'partner-admin', orgId],
      ['omar@northgate.example', 'Omar Haddad', 'team-approver', owner],
      ['petra@northgate.example', 'Petra Lind', 'team-approver', owner],
    ];
    for (const [email, name, role, org] of people)
      await addUser(tx, { id: newId(), orgId: org, email, name, roles: [role], passwordHash });
    return orgId;
  });
  let control = 8000;
  return {
    id,
    send: async (order, environment = 'production') => {
      control += 1;
      const answer = await fetch(`${hub.url}/v1/inbox`, {
        method: 'POST',
        headers: { authorization: `Bearer ${keys[environment]}`, 'content-type': 'application/edi-x12' },
        body: shipping(order, control, environment),
      });
      const receipt = (await answer.json()) as { documents: { id: string }[] };
      const [document] = receipt.documents;
      if (!document) throw new Error(`The hub did not take it: ${JSON.stringify(receipt)}`);
      return document.id;
    },
  };
}
