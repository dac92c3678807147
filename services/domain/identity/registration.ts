import type { PartnerKind } from '../configuration/configuration.ts';
import { faultsOfIdentity } from '../configuration/identity-forms.ts';
import type { ValidationIssue } from '../errors.ts';
import { isZone } from '../mapping/run/zone.ts';
import { faultOfName } from '../name.ts';
import { type Likeness, type LikenessReason, tradeNumbers } from './likeness.ts';

/** A registration as far as it is filled in. */
export interface RegistrationForm {
  readonly company?: {
    readonly name?: string;
    readonly kind?: PartnerKind;
    readonly scac?: string;
    readonly duns?: string;
    readonly gln?: string;
    readonly timeZone?: string;
  };
  readonly template?: string;
  readonly identity?: { readonly qualifier?: string; readonly id?: string };
  readonly person?: { readonly name?: string };
}

/** What of a form cannot be registered, place by place. Templates are looked at where partners are made. */
export function faultsOfForm({
  company = {},
  template,
  identity = {},
  person = {},
}: RegistrationForm): ValidationIssue[] {
  const faults: ValidationIssue[] = [];
  const say = (place: string, message: string | undefined) => {
    if (message !== undefined) faults.push({ place: `body/form/${place}`, message });
  };
  say('company/name', faultOfName('organization', company.name ?? ''));
  say('person/name', faultOfName('person', person.name ?? ''));
  if (template === undefined) say('template', 'is missing');
  for (const number of ['scac', 'duns', 'gln'] as const) {
    const given = company[number];
    if (given) say(`company/${number}`, tradeNumbers[number](given));
  }
  if (identity.id && !identity.qualifier) say('identity/qualifier', 'is missing');
  else if (identity.id)
    for (const { part, message } of faultsOfIdentity({
      qualifier: identity.qualifier!,
      id: identity.id,
      group: identity.id,
    }))
      say(part === 'qualifier' ? 'identity/qualifier' : 'identity/id', message);
  if (company.timeZone !== undefined && !isZone(company.timeZone))
    say('company/timeZone', 'is no time zone; write one such as America/Chicago');
  return faults;
}

const numbers: Partial<Record<LikenessReason, string>> = { scac: 'SCAC', duns: 'DUNS number', gln: 'GLN' };

/**
 * What a stranger is told of a company that is here: its name only when their own address is of its domain, else no more than they have typed themselves.
 */
export interface LikenessView {
  readonly reason: LikenessReason;
  readonly message: string;
  /** May go on by saying that it is another company. */
  readonly mayDiffer: boolean;
}

export function likenessView({ reason, name }: Likeness): LikenessView {
  const ask = 'ask one of its admins to invite you; they do it under “People”.';
  const mayDiffer = reason === 'similar-name';
  if (reason === 'email-domain')
    return {
      reason,
      mayDiffer,
      message: `You seem to be ${name}: people of your mail domain are here for it. To come in, ${ask}`,
    };
  if (mayDiffer)
    return {
      ...{ reason, mayDiffer },
      message: `A company with nearly the same name is here. If it is yours, ${ask} If it is another one, say so and go on.`,
    };
  const what = numbers[reason] === undefined ? 'of this name' : `with this ${numbers[reason]}`;
  const message = `A company ${what} is here already. If it is yours, ${ask} If it is not, write to the team that runs the hub.`;
  return { reason, mayDiffer, message };
}
