import type { components } from '../../../specs/generated/openapi.ts';
import { keepDemoLogin } from '../../bin/seed.ts';
import type { DemoHub } from '../../bin/start.ts';
import { httpsChannel } from '../scripted-partner/https-program.ts';
import { type Person, signIn } from '../scripted-partner/person.ts';
import { scriptedPartner } from '../scripted-partner/scripted-partner.ts';
import { agree, fillProfile, join, reviewMappings } from './agree.ts';
import { halfWayCompany } from './companies.ts';
import { testEndpoint } from './connect.ts';
import type { Told } from './told.ts';

type Schemas = components['schemas'];

/** Those that it has passed; the rest is left to whoever looks around. */
const passed = ['warehouse-first-contact', 'warehouse-refused', 'order-complete', 'order-complete', 'order-short'];

/**
 * Beside the finished company of a new demo: a warehouse that is half-way through its onboarding. It has done its profile, signed, tested its channel and passed some tests, all through the API as its people would.
 * @returns its login, and what it has to do next
 */
export async function bringHalfWay({ url, home, access, until }: DemoHub): Promise<string> {
  const of = halfWayCompany;
  const going = (told: Told) => {
    until.throwIfAborted();
    return told;
  };
  const admin = await signIn(url, access.logins[0]!);
  const cast = { url, admin };
  const joined = await join(cast, of, going);
  const { person, path, login } = joined;
  keepDemoLogin(home, { who: `${of.company}, half-way`, ...login });
  await fillProfile(joined);
  await agree(cast, joined);
  await testEndpoint(joined, await usualEndpoint(person, path));
  await reviewMappings({ reviewer: admin }, joined, '945-in.yaml');
  const key = { environment: 'sandbox', name: 'Warehouse system', scopes: ['inbox:write', 'outbox:read'] };
  const keys = `/v1/organizations/${person.organizationId}/api-keys`;
  const { key: apiKey } = await person.call<Schemas['NewApiKey']>('POST', keys, key);
  const partner = scriptedPartner({
    ...{ plays: of.plays, person, channel: httpsChannel({ url, apiKey }) },
    envelope: { from: of.id, to: { qualifier: 'ZZ', id: 'NORTHGATE' }, environment: 'sandbox' },
    until,
  });
  await partner.play(passed);
  const { next } = await person.call<Schemas['Journey']>('GET', '/v1/journey');
  return `${login.email}  ${login.password}   ${of.company}, half-way through its onboarding${next ? `. Next: ${next.title}` : ''}`;
}

async function usualEndpoint(person: Person, path: string): Promise<string> {
  const { endpoints } = await person.call<{ endpoints: Schemas['Endpoint'][] }>('GET', `${path}/endpoints`);
  return endpoints.find(({ environment, name }) => environment === 'sandbox' && name === 'https')!.id;
}
