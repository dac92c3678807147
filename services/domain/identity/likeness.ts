/** What tells companies apart, as somebody gives it. */
export interface CompanyMarks {
  readonly name: string;
  readonly scac?: string | undefined;
  readonly duns?: string | undefined;
  readonly gln?: string | undefined;
  /** Of the person who registers. */
  readonly email: string;
}

/** A company that is here, with all that is known of it. */
export interface KnownCompany {
  readonly id: string;
  readonly name: string;
  readonly scacs: readonly string[];
  readonly duns: readonly string[];
  readonly glns: readonly string[];
  /** Domains of the addresses of its people. */
  readonly domains: readonly string[];
}

export type LikenessReason = 'email-domain' | 'scac' | 'duns' | 'gln' | 'name' | 'similar-name';

export interface Likeness {
  readonly companyId: string;
  readonly name: string;
  readonly reason: LikenessReason;
}

// Mail for everybody: that two people have it says nothing of their companies.
const freeMail = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com aol.com icloud.com me.com mac.com gmx.com gmx.net gmx.de web.de mail.com proton.me protonmail.com zoho.com yandex.com fastmail.com hey.com tutanota.com comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net'.split(
    ' ',
  ),
);

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
export const isFreeMail = (domain: string): boolean =>
  freeMail.has(domain) || /^(yahoo|hotmail|outlook|live|gmx)\.[a-z]{2,3}(\.[a-z]{2})?$/.test(domain);

// What companies of the trade have in their names, whoever they are.
const common =
  /\b(inc|incorporated|llc|ltd|limited|co|corp|corporation|company|gmbh|lp|llp|plc|the|and|of|group|holdings?|usa|us|international|intl)\b/g;

/** A name without what makes two spellings of it differ. */
export function plainName(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ');
  const words = letters.replace(/[^\p{L}\p{N}]+/gu, ' ');
  const bare = words.replace(common, ' ').replace(/\s+/g, ' ').trim();
  return bare === '' ? words.trim() : bare;
}

/** From 0 to 1: the share of pairs of letters that two names have in common (Dice). */
export function nameLikeness(one: string, other: string): number {
  const [first, second] = [pairs(one), pairs(other)];
  if (first.length === 0 || second.length === 0) return one === other ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of first) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of second) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(pair, count - 1);
  }
  return (2 * common) / (first.length + second.length);
}

const pairs = (text: string): string[] => {
  const bare = text.replaceAll(' ', '');
  return Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2));
};

const alike = 0.82;

/** Companies that this one may be, the surest first, each once. */
export function likelySame(given: CompanyMarks, known: readonly KnownCompany[]): readonly Likeness[] {
  const domain = domainOf(given.email);
  const name = plainName(given.name);
  const order: readonly LikenessReason[] = ['email-domain', 'scac', 'duns', 'gln', 'name', 'similar-name'];
  const found = known.flatMap((company): Likeness[] => {
    const reason = reasonOf(given, company, { domain, name });
    return reason === undefined ? [] : [{ companyId: company.id, name: company.name, reason }];
  });
  return found.sort((one, other) => order.indexOf(one.reason) - order.indexOf(other.reason));
}

function reasonOf(
  { scac, duns, gln }: CompanyMarks,
  company: KnownCompany,
  { domain, name }: { readonly domain: string; readonly name: string },
): LikenessReason | undefined {
  if (!isFreeMail(domain) && company.domains.includes(domain)) return 'email-domain';
  if (scac && company.scacs.includes(scac.toUpperCase())) return 'scac';
  if (duns && company.duns.includes(duns)) return 'duns';
  if (gln && company.glns.includes(gln)) return 'gln';
  const other = plainName(company.name);
  if (name === '') return undefined;
  if (name === other) return 'name';
  return nameLikeness(name, other) >= alike ? 'similar-name' : undefined;
}

/** What is wrong with a number of the trade; undefined when it can be one. */
export const tradeNumbers = {
  scac: (text: string) => (/^[A-Za-z]{2,4}$/.test(text) ? undefined : 'A SCAC has two to four letters.'),
  duns: (text: string) => (/^\d{9}$/.test(text) ? undefined : 'A DUNS number has nine digits.'),
  gln: (text: string) =>
    /^\d{13}$/.test(text) && hasCheckDigit(text)
      ? undefined
      : 'A GLN has thirteen digits, of which the last is a check digit.',
} as const;

function hasCheckDigit(gln: string): boolean {
  const sum = [...gln.slice(0, 12)].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10 === Number(gln[12]);
}
