import type { Configuration, PartnerKind } from '../../domain/configuration/configuration.ts';
import { faultsOfIdentity } from '../../domain/configuration/identity-forms.ts';
import { CodedError, type ValidationIssue } from '../../domain/errors.ts';
import { isZone } from '../../domain/mapping/run/zone.ts';
import { faultOfName } from '../../domain/name.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { partnerFromTemplates } from '../../library/templates.ts';
import type { ActedBy } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { holderOf } from '../identity-holder.ts';
import { createPartner } from '../partners.ts';
import { type ReleaseTools, saveDraft } from '../releases.ts';
import { templatesFor } from './templates.ts';

/** A partner as somebody asks for it. */
export interface WantedPartner {
  readonly name: string;
  /** At least one; the first says how documents are acknowledged and delimited. */
  readonly templates: readonly string[];
  /** What the templates are unless given. */
  readonly kind?: PartnerKind | undefined;
  /** IANA zone; that of the first template unless given. */
  readonly zone?: string | undefined;
  readonly identities: Configuration['identities'];
}

export interface MadePartner {
  readonly orgId: string;
  readonly kind: PartnerKind;
  /** Hash of the draft. */
  readonly draft: string;
}

/**
 * Makes a partner whose draft is what the templates have. The sandbox runs it at once, production nothing before the first release.
 * @throws CodedError `http.request-invalid` that names each place (as `body/identities/production/0/qualifier`), `http.conflict` for ids of somebody
 * else; ReleaseRefused when the name is taken; UnusableConfiguration
 */
export async function makePartner(
  tools: ReleaseTools,
  tx: Tx,
  wanted: WantedPartner,
  { actor, by }: ActedBy,
): Promise<MadePartner> {
  const name = wanted.name.trim();
  refuse(wrongPlaces(tools.standards, wanted));
  const kind = wanted.kind ?? kindOf(tools.standards, wanted.templates);
  const orgId = await createPartner(tools, tx, { actor, by, name, kind });
  await refuseTaken(tx, orgId, wanted.identities);
  const { templates, zone, identities } = wanted;
  const files = partnerFromTemplates(templates, { name, kind, identities, ...(zone !== undefined && { zone }) });
  const { hash: draft } = await saveDraft(tools, tx, { orgId, actor, by, files });
  return { orgId, kind, draft };
}

/** What a partner of these templates is. */
function kindOf(standards: Standards, names: readonly string[]): PartnerKind {
  const kinds = new Set(names.map((name) => templatesFor(standards).get(name)!.kind));
  const [only = 'carrier'] = kinds;
  return kinds.size > 1 ? 'carrier-3pl' : only;
}

const environments = ['production', 'sandbox'] as const;

function wrongPlaces(
  standards: Standards,
  { name, templates, zone, identities }: WantedPartner,
): readonly ValidationIssue[] {
  const known = templatesFor(standards);
  const wrong = faultOfName('organization', name);
  return [
    ...(wrong === undefined ? [] : [{ place: 'body/name', message: `The name ${wrong}.` }]),
    ...templates.flatMap((one, nth) =>
      known.has(one)
        ? []
        : [
            {
              place: `body/templates/${nth}`,
              message: `There is no template ${one}; there are ${[...known.keys()].join(', ')}.`,
            },
          ],
    ),
    ...(zone !== undefined && !isZone(zone)
      ? [{ place: 'body/timeZone', message: `"${zone}" is no zone; write an IANA name such as America/Chicago.` }]
      : []),
    ...environments.flatMap((environment) =>
      identities[environment].flatMap(({ qualifier, isaId, gsId }, nth) =>
        faultsOfIdentity({ qualifier, id: isaId, group: gsId }).map(({ part, message }) => ({
          place: `body/identities/${environment}/${nth}/${part}`,
          message,
        })),
      ),
    ),
  ];
}

function refuse(errors: readonly ValidationIssue[]): void {
  if (errors.length === 0) return;
  throw new CodedError('http.request-invalid', { errors, detail: errors.map(({ message }) => message).join(' ') });
}

/** @throws CodedError that names whose the ids are */
async function refuseTaken(tx: Tx, orgId: string, identities: Configuration['identities']): Promise<void> {
  const errors: ValidationIssue[] = [];
  for (const environment of environments)
    for (const [nth, one] of identities[environment].entries()) {
      const holder = await holderOf(tx, orgId, environment, [one]);
      if (!holder) continue;
      const message = `${holder.identity} is the id of ${holder.name} in ${environment}; one id belongs to one company.`;
      errors.push({ place: `body/identities/${environment}/${nth}/id`, message });
    }
  if (errors.length > 0)
    throw new CodedError('http.conflict', { errors, detail: errors.map(({ message }) => message).join(' ') });
}
