import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadContract } from '../../services/http/contract.ts';
import { startHub, type TestHub } from '../support/hub.ts';

// A partner's person and machine see nothing of Odoo's models and records, and nothing of other partners, in whatever they may read: on a whole hub
// whose documents went into the twin.

let hub: TestHub;
let cookie: string;
let teamCookie: string;
let ids: readonly string[];
const key = () => ({ authorization: `Bearer ${hub.apiKeys['standard-3pl/production']}` });
const sample = (name: string) =>
  readFileSync(new URL(`../../partners/standard-3pl/samples/${name}.x12`, import.meta.url));

async function signIn(email: string): Promise<string> {
  const login = hub.logins.find((one) => one.email === email)!;
  const answer = await fetch(`${hub.url}/v1/session`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ email, password: login.password }),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}
const get = async (path: string, headers: Record<string, string>) => {
  const answer = await fetch(hub.url + path, { headers });
  return { status: answer.status, text: await answer.text() };
};

beforeAll(async () => {
  hub = await startHub();
  [cookie, teamCookie] = [await signIn('edi@quayside.example'), await signIn('team@northgate.example')];
  const made: string[] = [];
  for (const name of [
    '945-complete',
    '945-unit-cassette',
    '945-two-sets-one-bad',
    '944-full-receipt',
    '945-cancelled',
  ]) {
    const answer = await fetch(`${hub.url}/v1/inbox`, {
      ...{ method: 'POST', headers: { ...key(), 'content-type': 'application/edi-x12' } },
      body: new Uint8Array(sample(name)),
    });
    made.push(((await answer.json()) as { documents: { id: string }[] }).documents[0]!.id);
  }
  ids = made;
  for (const id of ids)
    await vi.waitFor(
      async () => {
        const { text } = await get(`/v1/messages/${id}`, { cookie: teamCookie });
        if (JSON.parse(text).outcome === 'processing') throw new Error(`${id} is under way`);
      },
      { timeout: 300_000, interval: 300 },
    );
}, 600_000);
afterAll(() => hub.stop());

/** Names of Odoo's, and what only stands beside them. */
const ofOdoo =
  /\b(stock|sale|purchase|account|res|product|mail)\.(picking|move|package|quant|lot|order|partner|product)|button_validate|carrier_tracking_ref|"recordId":|"model":|odoo\/|in Odoo|by Odoo|Odoo (keeps|does)|twin/i;

test('what a partner may read tells nothing of Odoo’s models and records, and nothing of another partner', async () => {
  const { system } = hub.hub.context.db;
  const [own] = await system('organization').where({ name: 'Quayside Logistics' });
  const [other] = await system('organization').where({ name: 'Blue Heron Freight' });
  const { text: seenByTeam } = await get(`/v1/messages/${ids[0]}`, { cookie: teamCookie });
  // The test would find it: the team's answer has it all.
  expect(seenByTeam).toMatch(ofOdoo);
  expect(seenByTeam).toContain('"stock.picking"');

  const parameters = { partnerId: own.id, organizationId: own.id, direction: 'in', set: '945', ordinal: '1' };
  const sent = await system('document').where({ org_id: own.id, direction: 'out' }).first('id');
  const documents = [...ids, sent.id];
  const readable = loadContract().filter(({ method, id }) => method === 'get' && id !== 'streamChanges');
  let answers = 0;
  for (const { path, access } of readable) {
    const filled = Object.entries(parameters).reduce((at, [name, value]) => at.replace(`:${name}`, value), path);
    const places = filled.includes(':documentId') ? documents.map((id) => filled.replace(':documentId', id)) : [filled];
    for (const place of places.filter((one) => !one.includes(':')))
      for (const headers of access.caller === 'key' ? [key()] : [{ cookie }, key()]) {
        const { status, text } = await get(place, headers);
        if (status !== 200) continue;
        answers += 1;
        // The guides and samples of a partner are its own; of Odoo there is nothing in them either.
        expect([place, ofOdoo.exec(text)?.[0]]).toEqual([place, undefined]);
        // A document of its own may name the other as the carrier.
        const named = /\/(messages|outbox|sample|events|work)/.test(place) ? [] : [other.name];
        for (const foreign of [other.id, ...named, 'edi@blueheron.example', 'team@northgate.example'])
          expect([place, text.includes(foreign)]).toEqual([place, false]);
      }
  }
  expect(answers).toBeGreaterThan(25);
});

test('headlines speak from the partner’s side', async () => {
  const headlines = new Map<string, string>();
  for (const id of ids) headlines.set(id, JSON.parse((await get(`/v1/messages/${id}`, { cookie })).text).headline);
  const { messages } = JSON.parse((await get('/v1/messages?limit=200', { cookie })).text) as {
    messages: { id: string; headline: string; direction: string }[];
  };
  for (const [id, headline] of headlines) expect(messages.find((one) => one.id === id)?.headline).toBe(headline);
  expect(ids.map((id) => headlines.get(id))).toEqual([
    'Accepted',
    'Received; somebody at our side looks at it before it goes on',
    expect.stringMatching(/^1 of 2 sets rejected: W06-02/),
    'Accepted',
    'Received; somebody at our side looks at it before it goes on',
  ]);
});
