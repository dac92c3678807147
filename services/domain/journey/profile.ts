import type { Configuration, PartnerKind } from '../configuration/configuration.ts';
import { faultsOfIdentity } from '../configuration/identity-forms.ts';
import { isEmail } from '../email.ts';
import type { ValidationIssue } from '../errors.ts';
import { tradeNumbers } from '../identity/likeness.ts';
import { isZone } from '../mapping/run/zone.ts';

/** The form as `specs/profile.schema.json` has it: every part may be missing while it is being filled in. */
export interface ProfileForm {
  readonly role?: PartnerKind;
  /** By which the trade knows the company; a registration asks for them, an invite does not. */
  readonly numbers?: { readonly scac?: string; readonly duns?: string; readonly gln?: string };
  readonly freight?: readonly ('TL' | 'LTL')[];
  readonly documents?: readonly { readonly set: string; readonly direction: 'inbound' | 'outbound' }[];
  readonly ids?: { readonly sandbox?: readonly ProfileId[]; readonly production?: readonly ProfileId[] };
  readonly contacts?: readonly Contact[];
  readonly hours?: {
    readonly timeZone?: string;
    readonly days?: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
    readonly from?: string;
    readonly to?: string;
    readonly closed?: readonly string[];
  };
  readonly volumes?: { readonly perDay?: number; readonly perHour?: number };
}

export interface ProfileId {
  readonly qualifier?: string;
  readonly id?: string;
  readonly group?: string;
}

export interface Contact {
  readonly role: 'edi' | 'operations' | 'billing' | 'emergency';
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly timeZone?: string;
}

/** Parts of the form: each is saved, and conflicts, on its own. */
export const profileParts = ['role', 'numbers', 'freight', 'documents', 'ids', 'contacts', 'hours', 'volumes'] as const;
export type ProfilePart = (typeof profileParts)[number];

/** What is known of a company without its profile: from its registration, and from what was agreed. */
export interface KnownOfCompany {
  readonly kind: PartnerKind;
  readonly timeZone: string;
  readonly numbers?: ProfileForm['numbers'];
  readonly configuration?: Pick<Configuration, 'identities' | 'documents'> | undefined;
}

/** The form with what is known already in the places that nobody has filled in: nothing is asked twice. */
export function withKnown(
  form: ProfileForm,
  { kind, timeZone, numbers = {}, configuration }: KnownOfCompany,
): ProfileForm {
  const idsOf = (environment: 'sandbox' | 'production') =>
    (configuration?.identities[environment] ?? []).map(({ qualifier, isaId, gsId }) => ({
      ...{ qualifier, id: isaId },
      ...(gsId !== isaId && { group: gsId }),
    }));
  const documents = configuration?.documents.map(({ set, direction }) => ({ set, direction })) ?? [];
  return {
    role: kind,
    ...(Object.keys(numbers).length > 0 && { numbers }),
    ...(documents.length > 0 && { documents }),
    ...form,
    ids: { sandbox: idsOf('sandbox'), production: idsOf('production'), ...form.ids },
    hours: { timeZone, ...form.hours },
  };
}

/** What a profile lacks, in people's words, in the order of its steps. */
export function profileLacks(form: ProfileForm): readonly string[] {
  const { role, freight = [], documents = [], ids = {}, contacts = [], hours = {}, volumes = {} } = form;
  const lacks = (isMissing: boolean, what: string) => (isMissing ? [what] : []);
  const usable = (list: readonly ProfileId[] = []) =>
    list.length > 0 && list.every((one) => faultsOf(one).length === 0);
  return [
    ...lacks(role === undefined, 'the role'),
    ...lacks(role !== '3pl' && freight.length === 0, 'what is moved (TL or LTL)'),
    ...lacks(documents.length === 0, 'the documents'),
    ...lacks(!usable(ids.sandbox), 'trading ids for the test'),
    ...lacks(!usable(ids.production), 'trading ids for production'),
    ...lacks(!contacts.some((one) => one.role === 'edi' && isReachable(one)), 'a contact for EDI'),
    ...lacks(!contacts.some((one) => one.role === 'operations' && isReachable(one)), 'a contact for operations'),
    ...lacks((hours.days ?? []).length === 0 || !hours.from || !hours.to, 'working hours'),
    ...lacks(volumes.perDay === undefined, 'documents per day'),
  ];
}

const isReachable = ({ name = '', email = '' }: Contact) => name.trim() !== '' && isEmail(email);

const faultsOf = ({ qualifier = '', id = '', group = id }: ProfileId) => faultsOfIdentity({ qualifier, id, group });

/** What in a form is wrong and not only missing, place by place. */
export function profileFaults({
  numbers = {},
  ids = {},
  contacts = [],
  hours = {},
}: ProfileForm): readonly ValidationIssue[] {
  const zone = (place: string, name: string | undefined): ValidationIssue[] =>
    name === undefined || name === '' || isZone(name)
      ? []
      : [{ place, message: `"${name}" is no zone; write an IANA name such as America/Chicago.` }];
  return [
    ...(['scac', 'duns', 'gln'] as const).flatMap((name) => {
      const message = numbers[name] ? tradeNumbers[name](numbers[name]) : undefined;
      return message === undefined ? [] : [{ place: `body/change/numbers/${name}`, message }];
    }),
    ...(['sandbox', 'production'] as const).flatMap((environment) =>
      (ids[environment] ?? []).flatMap((one, nth) =>
        faultsOf(one).map(({ part, message }) => ({ place: `body/change/ids/${environment}/${nth}/${part}`, message })),
      ),
    ),
    ...contacts.flatMap(({ email, timeZone }, nth) => [
      ...(email === undefined || email === '' || isEmail(email)
        ? []
        : [{ place: `body/change/contacts/${nth}/email`, message: `"${email}" is no e-mail address.` }]),
      ...zone(`body/change/contacts/${nth}/timeZone`, timeZone),
    ]),
    ...zone('body/change/hours/timeZone', hours.timeZone),
  ];
}
