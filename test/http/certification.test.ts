import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { components } from '../../specs/generated/openapi.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import {
  acknowledgementOf,
  carrierSays,
  interchange,
  type Said,
  type Turn,
  warehouseSays,
} from '../support/scripted-partner.ts';

type Run = components['schemas']['RunDetail'];
type Certification = components['schemas']['Certification'];

const patienceMs = 240_000;

/** A partner's own program: what it does goes over HTTPS, by an API key of the sandbox; runs are started by a person at the portal. */
class Partner {
  readonly hub: TestHub;
  readonly who: { readonly qualifier: string; readonly id: string };
  readonly says: (turn: Turn) => Said;
  readonly key: string;
  orgId = '';
  cookie = '';
  csrf = '';
  control = 510_000;

  constructor(hub: TestHub, template: string, who: Partner['who'], says: Partner['says']) {
    this.hub = hub;
    this.who = who;
    this.says = says;
    this.key = hub.apiKeys[`${template}/sandbox`]!;
  }

  async signIn(email: string): Promise<this> {
    const { password } = this.hub.logins.find((one) => one.email === email)!;
    const answer = await fetch(`${this.hub.url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const body = (await answer.json()) as components['schemas']['Session'];
    this.cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    this.csrf = body.csrfToken;
    this.orgId = body.organization.id;
    return this;
  }

  async call<T>(method: string, path: string, body?: object): Promise<{ status: number; body: T }> {
    const answer = await fetch(`${this.hub.url}/v1/partners/${this.orgId}/certification${path}`, {
      method,
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrf, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    // As many at once as the hub takes of one sender; the rest asks again.
    if (answer.status === 429) return this.call(method, path, body);
    return {
      status: answer.status,
      body: (answer.headers.get('content-type')?.includes('json') ? JSON.parse(text.split('\n')[0]!) : text) as T,
    };
  }

  async send(sets: readonly Said[], control = this.next()): Promise<void> {
    const answer = await fetch(`${this.hub.url}/v1/inbox`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/edi-x12' },
      body: interchange(this.who, control, sets),
    });
    if (answer.status === 429) return this.send(sets, control);
    expect([200, 202]).toContain(answer.status);
  }

  next(): number {
    this.control += 1;
    return this.control;
  }

  /** Fetches a document of the hub's from the mailbox, and says so. */
  async fetched(documentId: string): Promise<string> {
    const headers = { authorization: `Bearer ${this.key}` };
    const text = await (await fetch(`${this.hub.url}/v1/outbox/${documentId}`, { headers })).text();
    await fetch(`${this.hub.url}/v1/outbox/${documentId}/confirmation`, { method: 'PUT', headers });
    return text;
  }

  /** Plays a run to its end. */
  async play(scenario: string): Promise<Run> {
    const started = await this.call<Run>('POST', '/runs', { scenario });
    expect(started.status, JSON.stringify(started.body)).toBe(201);
    let { body: run } = started;
    const done = new Set<string>();
    await vi.waitFor(
      async () => {
        run = (await this.call<Run>('GET', `/runs/${run.id}`)).body;
        const frame = run.conversation.find(({ state }) => state === 'awaited');
        if (frame?.by === 'partner' && !done.has(frame.id)) {
          done.add(frame.id);
          await this.answer(run, frame);
        }
        expect(run.state).not.toBe('open');
      },
      { timeout: patienceMs, interval: 1000 },
    );
    return run;
  }

  private async answer(run: Run, frame: components['schemas']['Frame']): Promise<void> {
    if (frame.does === 'keeps-silent') return endSilence(this.hub, run.id);
    if (frame.does === 'acknowledges') {
      const sent = run.conversation
        .slice(0, run.conversation.indexOf(frame))
        .findLast(({ by, does }) => by === 'hub' && does === 'sends')!;
      return this.send([acknowledgementOf(await this.fetched(sent.documentId!))]);
    }
    const control = this.next();
    return this.send([this.says({ scenario: run.scenario, frame: frame.id, number: run.number, control })], control);
  }
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
  let carrier: Partner;
  let warehouse: Partner;
  beforeAll(async () => {
    hub = await startHub({ transfers: 1 });
    carrier = await new Partner(hub, 'standard-carrier', { qualifier: '02', id: 'BHFT' }, carrierSays).signIn(
      'edi@blueheron.example',
    );
    warehouse = await new Partner(hub, 'standard-3pl', { qualifier: 'ZZ', id: 'QUAYSIDE' }, warehouseSays).signIn(
      'edi@quayside.example',
    );
  }, 300_000);
  afterAll(() => hub?.stop());

  it.each(['carrier', 'warehouse'] as const)('passes all must-scenarios of the %s, side by side', async (which) => {
    const partner = which === 'carrier' ? carrier : warehouse;
    const { body } = await partner.call<Certification>('GET', '');
    const scenarios = body.scenarios.filter(needed);
    expect(scenarios.length).toBeGreaterThan(12);
    const runs = await Promise.all(
      scenarios.flatMap(({ id, runs: wants }) => Array.from({ length: wants }, () => partner.play(id))),
    );
    expect(
      runs
        .filter(({ state }) => state !== 'passed')
        .map(({ scenario, reason, strays }) => ({ scenario, reason, strays })),
    ).toEqual([]);
    const { body: after } = await partner.call<Certification>('GET', '');
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
        .where({ org_id: partner.orgId, environment: 'sandbox' })
        .select('kind', 'title'),
    ).toEqual([]);
  });
});
