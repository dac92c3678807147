import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { queueMail } from '../../services/flows/identity/queue-mail.ts';
import { sendMails } from '../../services/flows/identity/send-mails.ts';
import { openSmtp } from '../../services/mail/smtp.ts';
import { mails } from '../../services/store/identity/mails.ts';
import { type TestContext, testContext } from '../support/context.ts';

// Against a real SMTP server (smtp-server), on a port of its own.

let context: TestContext;
let received: string[];
let answers: (Error & { responseCode?: number })[];
let server: SMTPServer;
let mailer: ReturnType<typeof openSmtp>;
const orgId = '0198c1a2-0000-7000-8000-0000000000a0';

beforeEach(async () => {
  context = await testContext();
  await context.db
    .system('organization')
    .insert({ id: orgId, name: 'Northgate Outfitters', kind: 'owner', stage: 'live' });
  [received, answers] = [[], []];
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false },
    onData(stream, _session, callback) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        const refusal = answers.shift();
        if (!refusal) received.push(text);
        callback(refusal);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mailer = openSmtp({ url: `smtp://127.0.0.1:${portOf(server.server)}`, from: 'Crossdock <edi@northgate.example>' });
});
afterEach(async () => {
  await new Promise<void>((resolve) => server.close(resolve));
  await context.close();
});

const portOf = (of: { address(): unknown }) => (of.address() as { port: number }).port;
const refusal = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
const queue = (to = 'ana@harbourrow.example') =>
  context.db.system.transaction((tx) =>
    queueMail(context, tx, to, {
      purpose: 'password-reset',
      of: { name: 'Ana <b>', link: 'http://localhost:8080/reset-password#abc', until: context.now() },
    }),
  );
const states = async () => (await mails(context.db.system, { limit: 50 })).map(({ state }) => state);
const openCases = () => context.db.system('exception_case').where({ kind: 'mail.failed' }).whereNull('resolved_at');

describe('a mail', () => {
  test('goes out once, as text and HTML, under an id of its own; what it said is not kept then', async () => {
    await queue();
    await sendMails(context, mailer);
    await sendMails(context, mailer);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(/^From: Crossdock <edi@northgate\.example>/m);
    expect(received[0]).toContain('Subject: Choose a new password');
    expect(received[0]).toContain('multipart/alternative');
    expect(received[0]).toContain('Ana &#60;b&#62;');
    const [mail] = await mails(context.db.system, { limit: 1 });
    expect(mail).toMatchObject({ state: 'sent', sealedText: null, attempts: 1 });
    expect(received[0]).toContain(`Message-ID: <${mail!.id}@northgate.example>`);
  });

  test('that is rolled back with its cause was never there', async () => {
    await context.db.system
      .transaction(async (tx) => {
        await queueMail(context, tx, 'x@y.example', {
          purpose: 'registration-known',
          of: { organization: 'N', link: 'http://l' },
        });
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await states()).toEqual([]);
  });

  test('is tried again later while the server is away or busy, and goes out when it is back', async () => {
    await queue();
    answers.push(refusal(451, 'busy'));
    await sendMails(context, mailer);
    expect(await states()).toEqual(['queued']);
    await sendMails(context, mailer);
    expect(received).toEqual([]);
    context.pass(120_000);
    await sendMails(context, mailer);
    expect([received.length, await states()]).toEqual([1, ['sent']]);
    await queue();
    const nobody = openSmtp({ url: `smtp://127.0.0.1:1`, from: 'edi@northgate.example' });
    for (let round = 0; round < 8; round += 1) {
      await sendMails(context, nobody);
      context.pass(600_000);
    }
    expect(await states()).toEqual(['failed', 'sent']);
  });

  test('that the server refuses for good is a case, which closes when the mail is sent', async () => {
    await queue('no-such@harbourrow.example');
    answers.push(refusal(550, 'no such mailbox'));
    await sendMails(context, mailer);
    expect(await states()).toEqual(['failed']);
    const [found] = await openCases();
    expect(found).toMatchObject({ title: 'A mail to no-such@harbourrow.example was not sent' });
    await context.db.system('mail').update({ state: 'queued', due_at: context.now() });
    await sendMails(context, mailer);
    expect([received.length, (await openCases()).length]).toEqual([1, 0]);
  });

  test('whose end nobody knows is not sent again by itself', async () => {
    // Takes the whole mail and hangs up without a word.
    const silent = createServer((socket) => {
      socket.on('error', () => undefined);
      let isData = false;
      socket.write('220 silent\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        if (isData) return text.includes('\r\n.\r\n') ? void socket.destroy() : undefined;
        if (text.startsWith('DATA')) isData = true;
        socket.write(isData ? '354 go\r\n' : '250 ok\r\n');
      });
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const to = openSmtp({ url: `smtp://127.0.0.1:${portOf(silent)}`, from: 'edi@northgate.example' });
    await queue();
    await sendMails(context, to);
    expect(await states()).toEqual(['unknown']);
    context.pass(3_600_000);
    await sendMails(context, mailer);
    expect(received).toEqual([]);
    expect((await openCases())[0].detail).toContain('may have arrived');
    silent.close();
  });

  test('that a process began and never ended is not sent again either', async () => {
    await queue();
    await sendMails(context, { send: () => Promise.reject(new Error('killed')) }).catch(() => undefined);
    expect(await states()).toEqual(['sending']);
    await sendMails(context, mailer);
    expect(received).toEqual([]);
    context.pass(11 * 60_000);
    await sendMails(context, mailer);
    expect([await states(), received]).toEqual([['unknown'], []]);
  });

  test('stays readable in the hub where no server is set up', async () => {
    await queue();
    await sendMails(context, undefined);
    expect(await states()).toEqual(['kept']);
    await sendMails(context, mailer);
    expect(received, 'what was kept is not sent when a server comes').toEqual([]);
  });
});
