import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { components } from '../../../specs/generated/openapi.ts';
import { ConfigError } from '../../bin/config.ts';
import { ask, type Person, personOf, signIn } from '../scripted-partner/person.ts';

type Mail = components['schemas']['WholeMail'];

/** Logins of the people that journeys brought in, kept in the home as those of the demo are. */
export interface JourneyLogins {
  readonly journeys: number;
  readonly logins: readonly { readonly who: string; readonly email: string; readonly password: string }[];
}

const fileOf = (home: string) => join(home, 'demo-journey.json');

export const readJourneyLogins = (home: string): JourneyLogins =>
  existsSync(fileOf(home))
    ? (JSON.parse(readFileSync(fileOf(home), 'utf8')) as JourneyLogins)
    : { journeys: 0, logins: [] };

export function keepJourneyLogins(home: string, kept: JourneyLogins): void {
  writeFileSync(fileOf(home), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}

export interface Accepted {
  readonly person: Person;
  readonly login: { readonly email: string; readonly password: string };
}

/** Follows the link of the mail that invites somebody, as they would: a name, a password, and they are in. @param admin reads the mails of the hub */
export async function acceptInvite(
  url: string,
  admin: Person,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<Accepted> {
  const { mails } = await admin.call<{ mails: Mail[] }>('GET', '/v1/mails?limit=200');
  const mail = mails.find(({ recipient, purpose }) => recipient === email && purpose.startsWith('invite'));
  const { link } = mail ? await admin.call<Mail>('GET', `/v1/mails/${mail.id}`) : {};
  if (link === undefined)
    throw new ConfigError(
      `The invite for ${email} is not among the mails of the hub. A hub with SMTP_URL sends them out; start the one of the demo without it.`,
    );
  const password = randomBytes(12).toString('base64url');
  const token = link.slice(link.indexOf('#') + 1);
  const { answer, body } = await ask(url, 'POST', '/v1/invites/accept', { token, name, password }, {});
  return { person: personOf(url, body as components['schemas']['Session'], answer), login: { email, password } };
}

const approvers = [
  { name: 'Omar Haddad', email: 'omar@northgate.example' },
  { name: 'Petra Lind', email: 'petra@northgate.example' },
] as const;

/** The two people of the team who approve: invited by its admin at the first journey, and signed in at later ones. */
export async function approversOf(
  url: string,
  admin: Person,
  known: JourneyLogins['logins'],
): Promise<readonly { readonly person: Person; readonly login: Accepted['login']; readonly isNew: boolean }[]> {
  const found = [];
  for (const one of approvers) {
    const login = known.find(({ email }) => email === one.email);
    if (login) {
      found.push({ person: await signIn(url, login), login, isNew: false });
      continue;
    }
    const invite = { ...one, roles: ['team-approver'] };
    await admin.call('POST', `/v1/organizations/${admin.organizationId}/invites`, invite);
    found.push({ ...(await acceptInvite(url, admin, one)), isNew: true });
  }
  return found;
}
