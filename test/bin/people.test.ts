import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestContext, testContext } from '../support/context.ts';
import { testKeys } from '../support/database.ts';
import { type Said, said } from './command.ts';

// `crossdock user` and `crossdock key`: who may sign in and which machines may call, from the command line.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let context: TestContext;
const quayside = '0198c1a2-0000-7000-8000-0000000000b1';
beforeAll(async () => {
  context = await testContext({ startAt: new Date().toISOString() });
  await context.db.system('organization').insert([
    { id: '0198c1a2-0000-7000-8000-0000000000b0', name: 'Northgate Outfitters', kind: 'owner' },
    { id: quayside, name: 'Quayside Logistics', kind: '3pl' },
  ]);
});
afterAll(() => context.close());

const run = (...args: readonly string[]): Promise<Said> =>
  said(args, { env: { DATABASE_URL: context.database.url, CROSSDOCK_KEYS: testKeys.join(',') } });
const json = ({ code, out, err }: Said) => {
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};
const entries = (action: string) => context.db.system('audit_entry').where({ action });

describe('crossdock user', () => {
  test('adds people to the company and to partners, with roles of their side, and a password that is printed once', async () => {
    const ada = await run('user', 'add', 'ada@northgate.example', '--name', 'Ada', '--role', 'admin');
    expect(ada).toMatchObject({ code: 0, err: '' });
    expect(ada.out).toMatch(/^Ada may sign in as ada@northgate.example, for Northgate Outfitters, as team-admin\.\n/);
    expect(ada.out).toMatch(/password {2}[\w-]{16} {2}\(shown only now; good until 20\d\d-/);
    const at = ['--organization', 'quayside logistics'];
    const both = ['--role', 'admin', '--role', 'partner-editor'];
    const lena = json(await run('user', 'add', 'lena@quayside.example', '--name', 'Lena', ...both, ...at, '--json'));
    expect(lena).toMatchObject({ email: 'lena@quayside.example', password: expect.stringMatching(/^[\w-]{16}$/) });
    const { users } = json(await run('user', 'list', '--json'));
    expect(users).toEqual([
      expect.objectContaining({ email: 'ada@northgate.example', roles: ['team-admin'], state: 'new' }),
      expect.objectContaining({ email: 'lena@quayside.example', roles: ['partner-admin', 'partner-editor'] }),
    ]);
    const [entry] = await entries('user.added');
    expect(entry.detail.by.kind).toBe('command');
    expect(entry.actor).toMatch(/^command line \(/);
  });

  test.each([
    [['user', 'add', 'ada', '--name', 'A', '--role', 'admin'], /"ada" is no e-mail address/],
    [
      ['user', 'add', 'x@y', '--name', 'A', '--role', 'editor'],
      /"editor" is no role here\. There are admin, integrator/,
    ],
    [['user', 'add', 'ADA@northgate.example', '--name', 'A', '--role', 'admin'], /has an account in this hub already/],
    [
      ['user', 'add', 'x@y', '--name', 'A', '--role', 'admin', '--organization', 'Z'],
      /no organization "Z". There are "North/,
    ],
    [['user', 'disable', 'nobody@y'], /Nobody has the address nobody@y/],
    [['user', 'disable', 'ada@northgate.example'], /Ada is the only admin of the organisation/],
    [['user', 'role', 'ada@northgate.example', '--role', 'auditor'], /Ada is the only admin of the organisation/],
    [
      ['key', 'create', '--organization', 'Quayside Logistics', '--environment', 'test', '--name', 'K'],
      /must be production or/,
    ],
    [['key', 'revoke', 'cdk_none'], /No key is called cdk_none/],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('changes roles, shuts out, lets in again and replaces a password', async () => {
    const email = 'lena@quayside.example';
    const role = await run('user', 'role', email, '--role', 'admin');
    expect(role.out).toBe('Lena is partner-admin; before: partner-admin, partner-editor.\n');
    await run('user', 'add', 'two@quayside.example', '--name', 'Two', '--role', 'admin', '--organization', quayside);
    expect(json(await run('user', 'disable', email, '--json')).state).toBe('disabled');
    expect((await run('user', 'reset-password', email)).err).toMatch(/Lena is disabled\. Enable the account first/);
    expect((await run('user', 'enable', email)).out).toMatch(/may sign in again/);
    expect(json(await run('user', 'reset-password', email, '--json')).password).toMatch(/^[\w-]{16}$/);
    expect(await entries('user.password-reset')).toHaveLength(1);
  });
});

describe('crossdock key', () => {
  test('makes a key for a partner, prints it once with a line to try it, lists and revokes it', async () => {
    const to = ['--organization', 'Quayside Logistics', '--environment', 'sandbox'];
    const made = await run('key', 'create', ...to, '--name', 'WMS', '--scope', 'inbox:write', '--days', '30');
    expect(made).toMatchObject({ code: 0, err: '' });
    const [, key, prefix] = /^ {2}((cdk_\w{8})_[\w-]{43}) {2}\(shown only now\)$/m.exec(made.out)!;
    expect(made.out).toContain(
      `curl -H "Authorization: Bearer ${key}" http://127.0.0.1:8080/v1/inbox --data-binary @FILE`,
    );
    const [row] = json(await run('key', 'list', '--json')).apiKeys;
    expect(row).toMatchObject({ prefix, state: 'active', scopes: ['inbox:write'], environment: 'sandbox' });
    expect(row.organization.name).toBe('Quayside Logistics');
    expect((await run('key', 'list')).out).not.toContain(key);
    expect(json(await run('key', 'revoke', prefix!, '--json'))).toMatchObject({ state: 'revoked', prefix });
    expect(await entries('api-key.created')).toHaveLength(1);
    expect(await entries('api-key.revoked')).toHaveLength(1);
  });
});

test('each command tells what it takes', async () => {
  for (const args of [['user'], ['user', 'add'], ['key', 'create']]) {
    const help = await run(...args, '--help');
    expect([args, help.code]).toEqual([args, 0]);
    expect(help.out).toMatch(/^Usage: crossdock (user|key)/);
  }
});
