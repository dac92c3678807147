import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { httpsChannel } from '../../services/cli/scripted-partner/https-program.ts';
import { type Person, signIn } from '../../services/cli/scripted-partner/person.ts';
import {
  type Run,
  type ScriptedPartner,
  scriptedPartner,
} from '../../services/cli/scripted-partner/scripted-partner.ts';
import type { components } from '../../specs/generated/openapi.ts';
import { startHub, type TestHub } from '../support/hub.ts';

type Certification = components['schemas']['Certification'];

const patienceMs = 240_000;
const hubId = { qualifier: 'ZZ', id: 'NORTHGATE' };

interface Party {
  readonly person: Person;
  readonly partner: ScriptedPartner;
  /** Its certification, or what lies below it. */
  of<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T>;
}

async function partyOf(
  hub: TestHub,
  plays: 'carrier' | 'warehouse',
  from: { readonly qualifier: string; readonly id: string },
): Promise<Party> {
  const [email, template] =
    plays === 'carrier' ? ['edi@blueheron.example', 'standard-carrier'] : ['edi@quayside.example', 'standard-3pl'];
  const { password } = hub.logins.find((one) => one.email === email)!;
  const person = await signIn(hub.url, { email, password });
  const partner = scriptedPartner({
    ...{ plays, person, scac: from.id, envelope: { from, to: hubId, environment: 'sandbox' } },
    channel: httpsChannel({ url: hub.url, apiKey: hub.apiKeys[`${template}/sandbox`]! }),
    onSilence: (runId) => endSilence(hub, runId),
  });
  return {
    ...{ person, partner },
    of: (method, path, body) => person.call(method, `/v1/partners/${person.organizationId}/certification${path}`, body),
  };
}

/** A minute of silence has passed: what waits for that is due now. */
async function endSilence({ hub }: TestHub, runId: string): Promise<void> {
  await hub.context.db
    .system('scenario_frame')
    .where({ run_id: runId, state: 'awaited' })
    .update({ due_at: new Date(Date.now() - 1000) });
}

const needed = ({ tier }: { tier: string }) => tier === 'must' || tier === 'connectivity';

describe('a scripted partner over HTTPS', () => {
  let hub: TestHub;
  let carrier: Party;
  let warehouse: Party;
  beforeAll(async () => {
    hub = await startHub({ transfers: 1 });
    carrier = await partyOf(hub, 'carrier', { qualifier: '02', id: 'BHFT' });
    warehouse = await partyOf(hub, 'warehouse', { qualifier: 'ZZ', id: 'QUAYSIDE' });
  }, 300_000);
  afterAll(() => hub?.stop());

  it('can ask for a document that comes cut off first, and then whole', async () => {
    /** Fetches a document of the hub's from the mailbox, and says so. */
    const fetched = async (documentId: string): Promise<string> => {
      const headers = { authorization: `Bearer ${hub.apiKeys['standard-3pl/sandbox']}` };
      const text = await (await fetch(`${hub.url}/v1/outbox/${documentId}`, { headers })).text();
      await fetch(`${hub.url}/v1/outbox/${documentId}/confirmation`, { method: 'PUT', headers });
      return text;
    };
    await warehouse.of('PUT', '/chaos/truncated-file', { isOn: true });
    const run = await warehouse.of<Run>('POST', '/runs', { scenario: 'order-complete' });
    const order = async () => (await warehouse.of<Run>('GET', `/runs/${run.id}`)).conversation[0]!;
    await vi.waitFor(async () => expect((await order()).state).toBe('passed'), { timeout: patienceMs, interval: 500 });
    const { documentId } = await order();
    const first = await fetched(documentId!);
    expect(first).not.toContain('IEA*');
    await vi.waitFor(
      async () => {
        const again = await fetched(documentId!);
        expect(again.startsWith(first)).toBe(true);
        expect(again).toContain('IEA*');
      },
      { timeout: patienceMs, interval: 1000 },
    );
    await warehouse.of('PUT', '/chaos/truncated-file', { isOn: false });
    await warehouse.of('POST', `/runs/${run.id}/cancel`);
    // Nobody else's are touched.
    const theirs = await carrier.of<Certification>('GET', '');
    expect(theirs.chaos.map(({ isOn }) => isOn)).not.toContain(true);
    await expect(
      carrier.person.call('GET', `/v1/partners/${warehouse.person.organizationId}/certification`),
    ).rejects.toMatchObject({ status: 404 });
  });

  it.each(['carrier', 'warehouse'] as const)('passes all must-scenarios of the %s, side by side', async (which) => {
    const party = which === 'carrier' ? carrier : warehouse;
    const body = await party.of<Certification>('GET', '');
    expect(body.scenarios.filter(needed).length).toBeGreaterThan(12);
    const runs = await party.partner.playNeeded();
    expect(
      runs
        .filter(({ state }) => state !== 'passed')
        .map(({ scenario, reason, strays }) => ({ scenario, reason, strays })),
    ).toEqual([]);
    // As often as its pack asks for, and nothing that is passed.
    const played = Map.groupBy(runs, ({ scenario }) => scenario);
    const wanted = body.scenarios.filter(needed).map(({ id, runs: wants }) => [id, wants]);
    expect(Object.fromEntries([...played].map(([id, all]) => [id, all.length]))).toEqual(Object.fromEntries(wanted));
    expect(await party.of('POST', '/needed-runs', {})).toEqual({ runs: [] });
    const after = await party.of<Certification>('GET', '');
    const left = after.documents.flatMap(({ key, state, scenarios: all }) =>
      state === 'open'
        ? all
            .filter(({ id, state: one }) => one !== 'passed' && body.scenarios.some((s) => s.id === id && needed(s)))
            .map((one) => `${key} ${one.id}: ${one.state} ${one.why}`)
        : [],
    );
    expect(left).toEqual([]);
    const certified = after.documents.filter(({ state }) => state === 'certified').map(({ key }) => key);
    expect(certified).toEqual(
      expect.arrayContaining(
        which === 'carrier'
          ? ['inbound/990/004010', 'inbound/214/004010', 'inbound/210/004010', 'outbound/204/004010']
          : [
              'inbound/945/004010',
              'inbound/944/004010',
              'inbound/947/004010',
              'inbound/846/004010',
              'inbound/856/004010',
              'outbound/940/004010',
              'outbound/943/004010',
            ],
      ),
    );
    // What is tested is nobody's case.
    expect(
      await hub.hub.context.db
        .system('exception_case')
        .where({ org_id: party.person.organizationId, environment: 'sandbox' })
        .select('kind', 'title'),
    ).toEqual([]);
  });
});
