import { isDeepStrictEqual } from 'node:util';
import type { Configuration, Identity, PartnerKind } from '../../domain/configuration/configuration.ts';
import { changeIdentities } from '../../domain/configuration/edit-identities.ts';
import { CodedError } from '../../domain/errors.ts';
import type { ProfileEvidence } from '../../domain/journey/evidence.ts';
import {
  type ProfileForm,
  type ProfileId,
  type ProfilePart,
  profileFaults,
  profileLacks,
  profileParts,
  withKnown,
} from '../../domain/journey/profile.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import { bytesOf, configurationFiles, textsOf } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { companyFacts, profileOf, saveGivenIds, saveProfileRow } from '../../store/journey/profiles.ts';
import { draftOf, lockPartner } from '../../store/releases.ts';
import { compileOnce } from '../compile-once.ts';
import { addAgreement, readAgreements } from '../onboarding/agreements.ts';
import { refuseBody } from '../refuse-body.ts';
import { type ReleaseTools, saveDraft } from '../releases.ts';
import { keepJourney } from './keep.ts';

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

async function known(tx: Tx, orgId: string, configuration: Configuration | undefined): Promise<Known> {
  const company = await companyFacts(tx, orgId);
  if (!company) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
  const row = await profileOf(tx, orgId);
  const { kind, timeZone } = company;
  const form = withKnown((row?.form ?? {}) as ProfileForm, { kind: kind as PartnerKind, timeZone, configuration });
  return { form, row, company };
}

async function draftConfiguration(standards: Standards, tx: Tx, orgId: string): Promise<Configuration | undefined> {
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
    ? await readAgreements(standards, tx, orgId, 'draft')
    : { agreements: [], available: [] };
  const choice = ({ set, direction, name }: { set: string; direction: 'inbound' | 'outbound'; name: string }) => ({
    ...{ set, direction, name },
  });
  return {
    ...{ form, revision: row?.revision ?? 0, lacks: profileLacks(form) },
    ...(row && { savedAt: row.updatedAt, savedBy: row.updatedBy }),
    company: {
      name: company.name,
      ...(company.scac && { scac: company.scac }),
      ...(company.duns && { duns: company.duns }),
      ...(company.gln && { gln: company.gln }),
    },
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
function identitiesOf(ids: readonly ProfileId[] = []): readonly Identity[] | undefined {
  const form: ProfileForm = { ids: { sandbox: ids } };
  if (ids.length === 0 || profileFaults(form).length > 0) return undefined;
  return ids.map(({ qualifier = '', id = '', group }) => ({ qualifier, isaId: id, gsId: group || id }));
}

export interface ProfileChange extends ActedBy {
  readonly orgId: string;
  /** Parts that are said anew. */
  readonly change: ProfileForm;
  /** The same parts as their author saw them. */
  readonly insteadOf: ProfileForm;
  /** The step is done: ids and documents go into the draft too, and whatever is wrong is refused. */
  readonly isDone: boolean;
}

/**
 * Saves parts of a profile. Each part is an edit of its own: two people who change different ones both keep what they typed.
 * @throws CodedError `http.conflict` that names who saved a part since, with what it says now; `http.request-invalid` with each place, when a step is done
 */
export async function saveProfile(tools: ReleaseTools, tx: Tx, say: ProfileChange): Promise<void> {
  const { orgId, change, insteadOf, isDone, actor, by } = say;
  await lockPartner(tx, orgId);
  const { form, row } = await known(tx, orgId, await draftConfiguration(tools.standards, tx, orgId));
  const parts = profileParts.filter((part) => change[part] !== undefined);
  refuseOvertaken(parts, form, { insteadOf, by: row?.updatedBy });
  if (isDone) refuseBody(profileFaults(change));
  const at = tools.now();
  const changed = parts.filter((part) => !isDeepStrictEqual(change[part], form[part]));
  if (changed.length > 0) {
    const said = { ...((row?.form ?? {}) as ProfileForm), ...change };
    const revision = (row?.revision ?? 0) + 1;
    await saveProfileRow(tx, orgId, { form: { ...said }, revision, updatedAt: at, updatedBy: actor });
    await audit(tx, [
      {
        ...{ orgId, at, actor, by, action: 'profile.saved', subject: { type: 'organization', id: orgId } },
        detail: { revision, parts: changed },
      },
    ]);
  }
  if (isDone) await giveToDraft(tools, tx, say);
  await keepJourney(tools, tx, orgId);
}

function refuseOvertaken(
  parts: readonly ProfilePart[],
  form: ProfileForm,
  { insteadOf, by }: { readonly insteadOf: ProfileForm; readonly by: string | undefined },
): void {
  const overtaken = parts.filter((part) => !isDeepStrictEqual(insteadOf[part], form[part]));
  if (overtaken.length === 0) return;
  throw new CodedError('http.conflict', {
    detail: `${by ?? 'Somebody'} saved ${overtaken.join(', ')} since you saw it. Nothing of yours was saved now, and nothing is lost: choose for each part which one holds.`,
    errors: overtaken.map((part) => ({
      place: `body/change/${part}`,
      message: JSON.stringify(form[part] ?? null).slice(0, 2000),
    })),
  });
}

/**
 * What the profile says goes into the draft where the team has not fixed something else: ids where the draft has none, or those that the profile gave it
 * before; documents that templates have and the draft has not. It takes nothing away: the agreement is where documents are taken out.
 */
async function giveToDraft(tools: ReleaseTools, tx: Tx, { orgId, change, actor, by }: ProfileChange): Promise<void> {
  const configuration = await draftConfiguration(tools.standards, tx, orgId);
  const draft = await draftOf(tx, orgId);
  if (!configuration || draft === undefined) return;
  const row = await profileOf(tx, orgId);
  const given = { ...(row?.givenIds ?? {}) } as Record<string, unknown>;
  const files = new Map(textsOf(await configurationFiles(tx, orgId, draft)));
  let head = files.get('partner.yaml') ?? '';
  for (const environment of ['sandbox', 'production'] as const) {
    const wanted = identitiesOf(change.ids?.[environment]);
    const has = configuration.identities[environment];
    const isFree = has.length === 0 || isDeepStrictEqual(given[environment], JSON.parse(JSON.stringify(has)));
    if (!wanted || !isFree || isDeepStrictEqual(wanted, has)) continue;
    head = changeIdentities(head, environment, wanted);
    given[environment] = wanted;
  }
  if (head !== files.get('partner.yaml')) {
    await saveDraft(tools, tx, { orgId, actor, by, files: bytesOf(files.set('partner.yaml', head)) });
    await saveGivenIds(tx, orgId, given);
  }
  for (const { set, direction } of change.documents ?? []) {
    const { agreements, available } = await readAgreements(tools.standards, tx, orgId, 'draft');
    const isAgreed = agreements.some((one) => one.set === set && one.direction === direction);
    const found = available.find((one) => one.set === set && one.direction === direction);
    if (!isAgreed && found)
      await addAgreement(tools, tx, { orgId, actor, by, key: { set, direction }, template: found.template });
  }
}
