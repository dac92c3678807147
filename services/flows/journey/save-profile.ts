import { isDeepStrictEqual } from 'node:util';
import type { Configuration } from '../../domain/configuration/configuration.ts';
import { isAcknowledgement } from '../../domain/configuration/document-key.ts';
import { changeIdentities } from '../../domain/configuration/edit-identities.ts';
import { CodedError, type ValidationIssue } from '../../domain/errors.ts';
import { likelySame } from '../../domain/identity/likeness.ts';
import { type ProfileForm, type ProfilePart, profileFaults, profileParts } from '../../domain/journey/profile.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import { bytesOf, configurationFiles, textsOf } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { knownCompanies, saveTradeNumbers } from '../../store/identity/registrations.ts';
import { profileOf, saveGivenIds, saveProfileRow } from '../../store/journey/profiles.ts';
import { lockPartnerNames } from '../../store/partners.ts';
import { draftOf, inUseOf, lockPartner } from '../../store/releases.ts';
import { isTaken } from '../identity-holder.ts';
import { addAgreement, readAgreements, removeAgreement } from '../onboarding/agreements.ts';
import { refuseBody } from '../refuse-body.ts';
import { type ReleaseTools, saveDraft } from '../releases.ts';
import { keepJourney } from './keep.ts';
import { draftConfiguration, identitiesOf, known } from './profile.ts';

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
  if (isDone) {
    refuseBody(profileFaults(change));
    if (change.numbers) await giveNumbers(tx, orgId, change.numbers);
    await refuseTakenIds(tx, orgId, change.ids);
  }
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

/** @throws CodedError `http.request-invalid` for an id of somebody else, who is not named */
async function refuseTakenIds(tx: Tx, orgId: string, ids: ProfileForm['ids']): Promise<void> {
  const taken: ValidationIssue[] = [];
  for (const environment of ['sandbox', 'production'] as const)
    for (const [nth, one] of (ids?.[environment] ?? []).entries())
      if (await isTaken(tx, orgId, environment, identitiesOf([one]) ?? []))
        taken.push({
          place: `body/change/ids/${environment}/${nth}/id`,
          message: 'Another company has this id here. If it is yours, write to the integration team.',
        });
  refuseBody(taken);
}

/** @throws CodedError `http.request-invalid` for a number by which another company is known: nobody takes the place of somebody else */
async function giveNumbers(tx: Tx, orgId: string, numbers: NonNullable<ProfileForm['numbers']>): Promise<void> {
  await lockPartnerNames(tx);
  const others = (await knownCompanies(tx)).filter(({ id }) => id !== orgId);
  const isKnown = (name: 'scac' | 'duns' | 'gln') => {
    const one = { name: '', email: '', [name]: numbers[name] };
    return numbers[name] ? likelySame(one, others).some(({ reason }) => reason === name) : false;
  };
  const taken = (['scac', 'duns', 'gln'] as const).filter(isKnown);
  refuseBody(
    taken.map((name) => ({
      place: `body/change/numbers/${name}`,
      message: 'Another company is known by it here. If it is yours, write to the integration team.',
    })),
  );
  const { scac, duns, gln } = numbers;
  await saveTradeNumbers(tx, orgId, { scac: scac || undefined, duns: duns || undefined, gln: gln || undefined });
}

/**
 * What the profile says goes into the draft where the team has not fixed something else: ids where the draft has none, or those that the profile gave it
 * before; documents that templates have and the draft has not. Documents that were ticked and are so no more are taken out, but for those that production runs
 * and acknowledgements, which come with what they acknowledge.
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
  if (change.documents)
    await agreeOn(tools, tx, { ...{ orgId, actor, by, given }, wanted: change.documents, configuration });
}

type Wanted = NonNullable<ProfileForm['documents']>;

async function agreeOn(
  tools: ReleaseTools,
  tx: Tx,
  of: ActedBy & {
    readonly orgId: string;
    readonly wanted: Wanted;
    readonly given: Readonly<Record<string, unknown>>;
    readonly configuration: Configuration;
  },
): Promise<void> {
  const { orgId, wanted, given, configuration, actor, by } = of;
  const isIn = (list: Wanted, { set, direction }: Wanted[number]) =>
    list.some((one) => one.set === set && one.direction === direction);
  for (const { set, direction } of wanted) {
    const { agreements, available } = await readAgreements(tools.standards, tx, orgId, 'draft');
    const found = available.find((one) => one.set === set && one.direction === direction);
    if (!isIn(agreements, { set, direction }) && found)
      await addAgreement(tools, tx, { orgId, actor, by, key: { set, direction }, template: found.template });
  }
  // What the team has added since is not ticked here, and stays.
  const ticked = (given.documents as Wanted | undefined) ?? configuration.documents;
  const isRunning = (await inUseOf(tx, orgId)).some(({ environment }) => environment === 'production');
  const running = isRunning ? (await readAgreements(tools.standards, tx, orgId, 'production')).agreements : [];
  for (const one of configuration.documents) {
    const stays = isIn(wanted, one) || !isIn(ticked, one) || isIn(running, one) || isAcknowledgement(one);
    const { set, direction } = one;
    if (!stays) await removeAgreement(tools, tx, { orgId, actor, by, key: { set, direction } });
  }
  await saveGivenIds(tx, orgId, { ...given, documents: wanted });
}
