import { readFileSync } from 'node:fs';
import type { components } from '../../../specs/generated/openapi.ts';
import type { Person } from '../scripted-partner/person.ts';
import type { Newcomer } from './companies.ts';
import { type Accepted, acceptInvite } from './people.ts';
import type { Tell } from './told.ts';

type Schemas = components['schemas'];

/** The people of a journey. */
export interface Cast {
  readonly url: string;
  readonly admin: Person;
  readonly approvers: readonly [Person, Person];
}

/** A newcomer that has an account, with what the journey knows of it. */
export interface Joined {
  readonly of: Newcomer;
  readonly person: Person;
  readonly login: Accepted['login'];
  /** Path of its organisation in the API. */
  readonly path: string;
  readonly tell: Tell;
}

export async function join({ url, admin }: Cast, of: Newcomer, tellAll: Tell): Promise<Joined> {
  const { company, template, kind, person } = of;
  const tell: Tell = (told) => tellAll({ partner: company, ...told });
  const invite = { email: person.email, name: person.name, company: { name: company, template, kind } };
  await admin.call('POST', '/v1/invites', invite);
  tell({ step: 'Invite', who: admin.name, says: `${company} is invited, ${person.email} by mail`, link: '/invites' });
  const accepted = await acceptInvite(url, admin, person);
  tell({ step: 'Register', who: person.name, says: 'followed the link of the mail and chose a password', link: '/' });
  return { of, ...accepted, path: `/v1/partners/${accepted.person.organizationId}`, tell };
}

export async function fillProfile({ of, person, path, tell }: Joined): Promise<void> {
  const { form } = await person.call<Schemas['Profile']>('GET', `${path}/profile`);
  const { name, email } = of.person;
  const reached = { name, email, timeZone: 'America/Chicago' };
  const change = {
    documents: of.documents,
    ids: { sandbox: [of.id], production: [of.id] },
    contacts: [
      { role: 'edi', ...reached },
      { role: 'operations', ...reached },
    ],
    hours: { timeZone: 'America/Chicago', days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '06:00', to: '18:00' },
    volumes: of.volumes,
    ...(of.kind === 'carrier' && { freight: ['TL', 'LTL'] }),
  };
  const known = form as Readonly<Record<string, unknown>>;
  const insteadOf = Object.fromEntries(
    Object.keys(change).flatMap((part) => (known[part] === undefined ? [] : [[part, known[part]]])),
  );
  await person.call('PATCH', `${path}/profile`, { change, insteadOf, done: true });
  const sets = of.documents.map(({ set }) => set).join(', ');
  tell({ step: 'Profile', who: name, says: `${of.id.qualifier}/${of.id.id}; exchanges ${sets}`, link: '/profile' });
}

const acknowledgements = new Set(['997', '999']);
const isWanted = ({ documents }: Newcomer, set: string, direction: Schemas['Direction']): boolean =>
  acknowledgements.has(set) ||
  documents.some((one) => one.set === set && one.direction === (direction === 'in' ? 'inbound' : 'outbound'));

/** What the template has and the partner does not exchange is left out. Every document of the agreement goes by the partner's channel; both sides sign what stands there then. */
export async function agree({ admin }: Cast, { of, person, path, tell }: Joined): Promise<void> {
  const { agreements: offered } = await person.call<Schemas['Agreements']>('GET', `${path}/agreements`);
  const agreements = offered.filter(({ set, direction }) => isWanted(of, set, direction));
  const others = offered.filter((one) => !agreements.includes(one));
  for (const { set, direction } of others) await person.call('DELETE', `${path}/agreements/${direction}/${set}`);
  for (const { set, direction } of agreements)
    await person.call('PUT', `${path}/agreements/${direction}/${set}`, { endpoint: of.channel });
  const without = others.length > 0 ? `, without ${others.map(({ set }) => set).join(', ')}` : '';
  const named = `${agreements.length} documents${without}, all by ${of.channel.toUpperCase()}`;
  tell({ step: 'Agreement', who: of.person.name, says: named, link: '/agreement' });
  await sign({ admin }, { of, person, path, tell }, 'the agreement');
}

async function sign(
  { admin }: Pick<Cast, 'admin'>,
  { of, person, path, tell }: Pick<Joined, 'of' | 'person' | 'path' | 'tell'>,
  what: string,
): Promise<void> {
  for (const [signs, title] of [
    [person, of.person.title],
    [admin, 'Integration'],
  ] as const) {
    const { hash } = await signs.call<Schemas['SignedAgreement']>('GET', `${path}/agreement`);
    await signs.call('POST', `${path}/agreement/signatures`, { hash, name: signs.name, title });
    tell({ step: 'Signature', who: signs.name, says: `signed ${what}, ${hash.slice(0, 12)}…`, link: '/agreement' });
  }
}

const fileOf = (name: string) => readFileSync(new URL(`./files/${name}`, import.meta.url));

/** Uploads the specification that the partner has, which becomes a guide in the draft. */
export async function uploadSpecification(cast: Cast, joined: Joined): Promise<void> {
  const { of, person, path, tell } = joined;
  const file = of.specification;
  const query = `set=${of.first.split('/')[1]}`;
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': file };
  const send = <T>(to: string) => person.upload<T>(`${path}/${to}?${query}`, fileOf(file), headers);
  const preview = await send<Schemas['GuidePreview']>('guides/preview');
  const lost = preview.guide?.notes.filter(({ kind }) => kind === 'lost').length ?? 0;
  await send('guides');
  tell({
    step: 'Specification',
    who: of.person.name,
    says: `uploaded ${file} (${preview.format}): ${preview.guide?.differences.length} differences from the standard, ${lost} lines not understood`,
    link: '/guides',
  });
  await sign(cast, joined, 'the agreement with this guide');
}

/** Has the mappings of all documents reviewed by somebody of the team who is not their author. */
export async function reviewMappings(
  { approvers: [reviewer] }: Cast,
  { of, person, path, tell }: Joined,
): Promise<void> {
  const { mappings } = await person.call<Schemas['Mappings']>('GET', `${path}/mappings`);
  const agreed = mappings.filter((one) => one.agreed && one.review.state !== 'approved');
  for (const { name, hash } of agreed) {
    const to = `${path}/mappings/${name}/review`;
    await person.call('POST', to, { do: 'ask', hash });
    await reviewer.call('POST', to, { do: 'approve', hash });
  }
  const says = `approved ${agreed.length} mappings of which others are the authors`;
  tell({ step: 'Mapping', who: reviewer.name, says: `${says}; ${of.person.name} had asked`, link: '/mappings' });
}
