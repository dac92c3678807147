import { isDeepStrictEqual } from 'node:util';
import type { Configuration, Identity, PartnerKind } from '../../domain/configuration/configuration.ts';
import { CodedError } from '../../domain/errors.ts';
import type { ProfileEvidence } from '../../domain/journey/evidence.ts';
import {
  type ProfileForm,
  type ProfileId,
  profileFaults,
  profileLacks,
  withKnown,
} from '../../domain/journey/profile.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { configurationFiles } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { companyFacts, profileOf } from '../../store/journey/profiles.ts';
import { draftOf } from '../../store/releases.ts';
import { compileOnce } from '../compile-once.ts';
import { readAgreements } from '../onboarding/agreements.ts';

/** A profile as people see it. */
export interface ProfileView {
  /** With what is known already in the places that nobody has filled in. */
  readonly form: ProfileForm;
  readonly revision: number;
  readonly savedAt?: Date;
  readonly savedBy?: string;
  readonly lacks: readonly string[];
  readonly company: {
    readonly name: string;
    readonly scac?: string;
    readonly duns?: string;
    readonly gln?: string;
  };
  /** Documents that could be wanted: those that are agreed, and those that templates have beside them. */
  readonly choices: readonly {
    readonly set: string;
    readonly direction: 'inbound' | 'outbound';
    readonly name: string;
    readonly isAgreed: boolean;
  }[];
  /** What the draft has of the profile, and what the team has fixed otherwise. */
  readonly notes: readonly string[];
}

interface Known {
  readonly form: ProfileForm;
  readonly row: Awaited<ReturnType<typeof profileOf>>;
  readonly company: NonNullable<Awaited<ReturnType<typeof companyFacts>>>;
}

/** The form with what is known already, and what it was made of. */
export async function known(tx: Tx, orgId: string, configuration: Configuration | undefined): Promise<Known> {
  const company = await companyFacts(tx, orgId);
  if (!company) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
  const row = await profileOf(tx, orgId);
  const { kind, timeZone } = company;
  const numbers = numbersOf(company);
  const facts = { kind: kind as PartnerKind, timeZone, numbers, configuration };
  const form = withKnown((row?.form ?? {}) as ProfileForm, facts);
  return { form, row, company };
}

const numbersOf = ({ scac, duns, gln }: Known['company']): NonNullable<ProfileForm['numbers']> => ({
  ...(scac && { scac }),
  ...(duns && { duns }),
  ...(gln && { gln }),
});

/** What the draft says; undefined where there is none. */
export async function draftConfiguration(
  standards: Standards,
  tx: Tx,
  orgId: string,
): Promise<Configuration | undefined> {
  const draft = await draftOf(tx, orgId);
  return draft === undefined ? undefined : compileOnce(standards, draft, () => configurationFiles(tx, orgId, draft));
}

/** What the profile says for the journey. */
export async function profileEvidence(
  tx: Tx,
  orgId: string,
  configuration: Configuration | undefined,
): Promise<ProfileEvidence> {
  const { form, row } = await known(tx, orgId, configuration);
  return {
    ...{ revision: row?.revision ?? 0, lacks: profileLacks(form) },
    ...(row && { savedAt: row.updatedAt, savedBy: row.updatedBy }),
  };
}

export async function readProfile(standards: Standards, tx: Tx, orgId: string): Promise<ProfileView> {
  const configuration = await draftConfiguration(standards, tx, orgId);
  const { form, row, company } = await known(tx, orgId, configuration);
  const { agreements, available } = configuration
    ? await readAgreements(standards, tx, orgId, 'draft', form.role)
    : { agreements: [], available: [] };
  const choice = ({ set, direction, name }: { set: string; direction: 'inbound' | 'outbound'; name: string }) => ({
    ...{ set, direction, name },
  });
  return {
    ...{ form, revision: row?.revision ?? 0, lacks: profileLacks(form) },
    ...(row && { savedAt: row.updatedAt, savedBy: row.updatedBy }),
    company: { name: company.name, ...numbersOf(company) },
    choices: [
      ...agreements.map((one) => ({ ...choice(one), isAgreed: true })),
      ...available.map((one) => ({ ...choice(one), isAgreed: false })),
    ],
    notes: notesOf(form, configuration),
  };
}

function notesOf(form: ProfileForm, configuration: Configuration | undefined): readonly string[] {
  if (!configuration) return [];
  return (['sandbox', 'production'] as const).flatMap((environment) => {
    const [wanted, has] = [identitiesOf(form.ids?.[environment]), configuration.identities[environment]];
    if (has.length === 0 || wanted === undefined || isDeepStrictEqual(wanted, has)) return [];
    const ids = has.map(({ qualifier, isaId }) => `${qualifier}/${isaId}`).join(', ');
    return [`In ${environment} the configuration has ${ids}.`];
  });
}

/** Ids of the form as configurations have them; undefined where one of them cannot be used. */
export function identitiesOf(ids: readonly ProfileId[] = []): readonly Identity[] | undefined {
  const form: ProfileForm = { ids: { sandbox: ids } };
  if (ids.length === 0 || profileFaults(form).length > 0) return undefined;
  return ids.map(({ qualifier = '', id = '', group }) => ({ qualifier, isaId: id, gsId: group || id }));
}
