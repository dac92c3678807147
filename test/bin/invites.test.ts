import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ConfigError } from '../../services/bin/config.ts';
import { readIdentity } from '../../services/bin/identity-config.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { testKeys } from '../support/database.ts';
import { type Said, said } from './command.ts';

// `crossdock invite` and `crossdock mail`, and the settings of how people come in.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let context: TestContext;
beforeAll(async () => {
  context = await testContext({ startAt: new Date().toISOString() });
  await context.db.system('organization').insert([
    { id: '0198c1a2-0000-7000-8000-0000000000b0', name: 'Northgate Outfitters', kind: 'owner' },
    { id: '0198c1a2-0000-7000-8000-0000000000b1', name: 'Quayside Logistics', kind: '3pl' },
  ]);
});
afterAll(() => context.close());

const run = (...args: readonly string[]): Promise<Said> =>
  said(args, {
    env: {
      DATABASE_URL: context.database.url,
      CROSSDOCK_KEYS: testKeys.join(','),
      CROSSDOCK_URL: 'https://edi.northgate.example/',
    },
  });
const json = ({ code, out, err }: Said) => {
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};

test('an invite is made, listed with its mail, and taken back', async () => {
  const at = ['--organization', 'quayside logistics', '--role', 'editor'];
  const made = json(await run('invite', 'create', 'lena@quayside.example', ...at, '--json'));
  expect(made.link).toMatch(/^https:\/\/edi\.northgate\.example\/invite#[\w-]{43}$/);
  const company = ['--company', 'Harbour Row Storage', '--template', 'standard-3pl'];
  expect((await run('invite', 'create', 'ana@harbourrow.example', ...company)).out).toContain('is invited. A mail');
  const { invites } = json(await run('invite', 'list', '--json'));
  expect(invites).toEqual([
    expect.objectContaining({
      email: 'ana@harbourrow.example',
      company: { name: 'Harbour Row Storage', kind: '3pl', template: 'standard-3pl' },
    }),
    expect.objectContaining({ email: 'lena@quayside.example', state: 'open', roles: ['partner-editor'] }),
  ]);
  const { mails } = json(await run('mail', 'list', '--json'));
  expect(mails).toHaveLength(2);
  const mail = json(await run('mail', 'show', mails[1].id, '--json'));
  expect(mail).toMatchObject({ recipient: 'lena@quayside.example', link: made.link });
  expect((await run('invite', 'revoke', 'LENA@quayside.example')).out).toBe(
    'The invite of lena@quayside.example is taken back.\n',
  );
  const after = json(await run('invite', 'list', '--organization', 'Quayside Logistics', '--json'));
  expect(after.invites).toMatchObject([{ state: 'revoked' }]);
  const actions = await context.db.system('audit_entry').pluck('action');
  expect(actions).toEqual(expect.arrayContaining(['invite.created', 'invite.revoked', 'mail.read']));
});

test.each([
  [['invite', 'create', 'lena'], /"lena" is no e-mail address/],
  [['invite', 'create', 'x@y.example'], /Say what the person may do with --role/],
  [['invite', 'create', 'x@y.example', '--role', 'editor'], /"editor" is no role here/],
  [['invite', 'create', 'x@y.example', '--company', 'Zed'], /--company needs --template/],
  [['invite', 'create', 'x@y.example', '--company', 'Zed', '--template', 'none'], /There is no template none/],
  [['invite', 'revoke', 'nobody@y.example'], /has no open invite/],
  [['mail', 'show', '12'], /"12" is no id of a mail/],
])('%j is refused with exit code 2 and a sentence', async (args, words) => {
  const { code, err, out } = await run(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(words);
});

test('the settings of how people come in are read, and a wrong one is named', () => {
  expect(readIdentity({}, true)).toMatchObject({ registration: 'open', smtp: undefined, signOn: undefined });
  expect(readIdentity({}, false)).toMatchObject({ registration: 'invite', adminsNeedSecondFactor: false });
  const oidc = {
    OIDC_ISSUER: 'https://login.example',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
    OIDC_DOMAINS: 'Northgate.example, b.example',
  };
  expect(readIdentity({ ...oidc, OIDC_ROLE_MAP: 'edi=team-integrator' }, false).signOn).toMatchObject({
    ...{ domains: ['northgate.example', 'b.example'], rolesClaim: 'groups', label: 'login.example' },
    roleMap: [['edi', 'team-integrator']],
  });
  for (const [env, words] of [
    [{ CROSSDOCK_REGISTRATION: 'maybe' }, /must be one of off, invite, open/],
    [{ SMTP_URL: 'mail.example' }, /SMTP_URL must be an address/],
    [{ SMTP_URL: 'smtp://mail.example' }, /MAIL_FROM must say/],
    [{ ...oidc, OIDC_ISSUER: 'http://login.example' }, /address of https/],
    [{ ...oidc, OIDC_DOMAINS: '' }, /OIDC_DOMAINS must name/],
    [{ ...oidc, OIDC_CLIENT_SECRET: '' }, /needs OIDC_CLIENT_ID and/],
    [{ ...oidc, OIDC_ROLE_MAP: 'edi=partner-admin' }, /write group=role/],
  ] as const) {
    expect(() => readIdentity(env, false)).toThrow(ConfigError);
    expect(() => readIdentity(env, false)).toThrow(words);
  }
});
