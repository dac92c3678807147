import type { Knex } from 'knex';
import type { ProfileForm } from '../domain/journey/profile.ts';
import { presentAgreement } from '../flows/journey/agreement.ts';
import { keepJourney } from '../flows/journey/keep.ts';
import { saveProfile } from '../flows/journey/save-profile.ts';
import { signAgreement } from '../flows/journey/sign-agreement.ts';
import type { ReleaseTools } from '../flows/releases.ts';

interface SeededPartner {
  readonly orgId: string;
  readonly kind: 'carrier' | '3pl';
  readonly zone: string;
  readonly user: { readonly name: string; readonly email: string };
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** What the demo's partners have done before it begins: their profile, and both signatures under the agreement that production runs. */
export async function seedJourney(tools: ReleaseTools, tx: Knex.Transaction, partner: SeededPartner): Promise<void> {
  const { orgId, kind, zone, user } = partner;
  const by = { actor: user.email, by: { kind: 'hub' } } as const;
  const person = { name: user.name, email: user.email, timeZone: zone };
  const change: ProfileForm = {
    ...(kind === 'carrier' && { freight: ['TL', 'LTL'] as const }),
    contacts: [
      { role: 'edi', ...person },
      { role: 'operations', ...person },
    ],
    hours: { timeZone: zone, days, from: '07:00', to: '18:00' },
    volumes: kind === 'carrier' ? { perDay: 120, perHour: 40 } : { perDay: 400, perHour: 120 },
  };
  await saveProfile(tools, tx, { orgId, change, insteadOf: { hours: { timeZone: zone } }, isDone: true, ...by });
  const { hash } = (await presentAgreement(tools.standards, tx, orgId))!;
  const sign = { orgId, hash };
  await signAgreement(tools, tx, { ...sign, side: 'partner', name: user.name, title: 'EDI', ...by });
  const team = { actor: 'team@northgate.example', by: { kind: 'hub' } } as const;
  await signAgreement(tools, tx, { ...sign, side: 'team', name: 'Ines Calder', title: 'Integration', ...team });
  await keepJourney(tools, tx, orgId);
}
