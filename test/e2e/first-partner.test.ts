import { chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addressSample } from '../../services/domain/configuration/samples.ts';
import { type NewHub, newHub, sendAndRead } from '../support/new-hub.ts';
import { atAddress, executable, gone, patienceMs, sample, seen, stageMissing } from './browser.ts';

// A hub comes into service in the portal, from an empty database to a first 945 in Odoo. The Odoo is connected there, too.

vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

describe.skipIf(stageMissing !== undefined)(
  `the first partner in the portal${stageMissing ? ` (${stageMissing})` : ''}`,
  () => {
    let hub: NewHub;
    let page: Page;
    let close: () => Promise<void>;
    const password = 'four words are enough';

    async function signIn(email: string, temporary: string): Promise<void> {
      await page.goto(`${hub.url}/sign-in`);
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill(temporary);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('Temporary password').fill(temporary);
      await page.getByLabel('New password', { exact: true }).fill(password);
      await page.getByLabel('New password again').fill(password);
      await page.getByRole('button', { name: 'Change the password' }).click();
      await atAddress(page, ({ pathname }) => pathname === '/');
    }

    beforeAll(async () => {
      hub = await newHub();
      const login = ['--company', 'Larkfield Sports', '--email', 'ada@larkfield.example'];
      const made = await hub.json('setup', ...login);
      await hub.start();
      const browser = await chromium.launch({ executablePath: executable!, args: ['--no-sandbox', '--disable-gpu'] });
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
      context.setDefaultTimeout(patienceMs);
      page = await context.newPage();
      close = () => browser.close();
      await signIn(made.email as string, made.password as string);
    });
    afterAll(async () => {
      await close?.();
      await hub?.close();
    });

    test('empty pages lead on to the first partner, and none speaks of a demo', async () => {
      for (const path of ['/', '/partners', '/messages']) {
        await page.goto(hub.url + path);
        await seen(page.getByText('No partner yet').first());
        await seen(page.getByRole('link', { name: 'Add partner' }).first());
        expect(await page.getByRole('main').textContent()).not.toMatch(/demo/i);
      }
    });

    test('an Odoo is tried, connected, parked by an ended key and repaired; each fault is told at its field', async () => {
      const { url, database, login, apiKey } = await hub.odooAccess();
      await page.goto(`${hub.url}/odoo?environment=production`);
      await page.getByRole('button', { name: 'Connect an Odoo' }).click();
      const dialog = page.getByRole('dialog');
      const key = dialog.getByLabel('API key', { exact: true });
      await dialog.getByRole('button', { name: 'Test' }).click();
      await seen(dialog.getByText('Enter an address such as https://odoo.example'));
      await dialog.getByLabel('Address').fill(url);
      await dialog.getByLabel('Database').fill(database);
      await dialog.getByLabel('Login').fill(login);
      await key.fill('no-such-key');
      await dialog.getByRole('button', { name: 'Test' }).click();
      await seen(dialog.getByText(/^It opens nothing there for this login/));
      await key.fill(apiKey);
      await dialog.getByRole('button', { name: 'Test' }).click();
      await seen(dialog.getByText(/This is Odoo 19.0, and the key opens it/));
      await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
      await seen(dialog.getByText('Choose from when on; there is no default'));
      await dialog.getByRole('radio', { name: /^All that is ready now/ }).check();
      await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
      await atAddress(page, ({ pathname }) => /^\/odoo\/[0-9a-f-]{36}$/.test(pathname));
      await seen(page.getByText('Ready', { exact: true }));

      const { context } = hub;
      await context.db.system('odoo_connection').update({ secret: context.secrets.seal('ended') });
      await page.getByRole('button', { name: 'Check now' }).click();
      await seen(page.getByText('Parked: refused'));
      await page.getByRole('button', { name: 'Replace the key' }).click();
      expect(await key.inputValue()).toBe('');
      await key.fill(apiKey);
      await dialog.getByRole('button', { name: 'Replace the key' }).click();
      await seen(page.getByText('Ready', { exact: true }));
    });

    test('our ids are set, a partner is made from a template and released, a key is given, and a first 945 is in Odoo', async () => {
      await page.goto(`${hub.url}/partners`);
      await page.getByRole('link', { name: 'Add partner' }).first().click();
      await page.getByRole('button', { name: 'Create the partner' }).click();
      await seen(page.getByText('Choose at least one template'));
      await page.getByLabel('Name').fill('Harbour Row Storage');
      await page.getByRole('checkbox', { name: /^Standard 3PL/ }).click();
      await seen(page.getByText('Warehouse shipping advice'));
      const production = page.getByRole('main').getByRole('group', { name: 'Production' });
      await production.getByLabel('Id (ISA)').fill('HARBOURROW');
      await page.getByRole('button', { name: 'Set our ids' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('group', { name: 'Production' }).getByLabel('Id (ISA)').fill('LARKFIELD');
      await dialog.getByRole('button', { name: 'Same as production' }).click();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await seen(page.getByRole('button', { name: 'Copy our production ISA id LARKFIELD' }));
      // What is saved in a dialog sends nothing of the page below it.
      const made = () => hub.context.db.system('organization').where({ name: 'Harbour Row Storage' });
      expect([new URL(page.url()).pathname, await made()]).toEqual(['/partners/new', []]);

      await production.getByLabel('Qualifier').fill('QQ');
      await production.getByLabel('Id (ISA)').fill('LARKFIELD');
      await page.getByRole('button', { name: 'Create the partner' }).click();
      await seen(page.getByText('QQ is no qualifier of X12').first());
      await production.getByLabel('Qualifier').fill('ZZ');
      await page.getByRole('button', { name: 'Create the partner' }).click();
      await seen(page.getByText('ZZ/LARKFIELD is the id of Larkfield Sports in production').first());
      await production.getByLabel('Id (ISA)').fill('HARBOURROW');
      await page.getByRole('button', { name: 'Create the partner' }).click();
      await atAddress(page, ({ pathname }) => /^\/partners\/[0-9a-f-]{36}$/.test(pathname));

      await seen(page.getByText('Nothing is released yet', { exact: false }));
      await page.getByRole('button', { name: 'Release the draft' }).click();
      await page.getByLabel('Note').fill('Goes live.');
      await page.getByRole('button', { name: 'Release', exact: true }).click();
      await seen(page.getByText('Production runs what the draft says.'));

      await page.getByRole('link', { name: 'Create a key' }).click();
      await page.getByRole('button', { name: 'Create a key' }).first().click();
      await page.getByLabel('Name').fill('Warehouse system');
      await page.getByRole('button', { name: 'Create', exact: true }).click();
      await seen(page.getByText('It is shown only now'));
      const key = (await page.getByRole('dialog').locator('code').first().textContent()) ?? '';
      await page.getByRole('button', { name: 'I have it' }).click();

      await hub.sendOrders('Harbour Row Storage');
      const [theirs, ours] = ['HARBOURROW', 'LARKFIELD'].map((id) => ({ qualifier: 'ZZ', isaId: id, gsId: id }));
      const text = sample('standard-3pl/945-complete.x12').toString('latin1');
      const sent = addressSample(text, { sender: theirs!, receiver: ours!, usage: 'P' });
      const { verdicts } = await sendAndRead(hub.url, key, Buffer.from(sent, 'latin1'));
      expect(verdicts).toEqual([{ findings: [], sets: [['945', 'A']] }]);
      await expect.poll(() => hub.transferState('WH/OUT/00001'), { timeout: patienceMs }).toBe('done');
      await page.goto(`${hub.url}/messages?set=945`);
      await seen(page.getByText('1 of 1 applied in Odoo').first());
    });

    test('a document is taken out of the draft, released, and brought back by restoring the release before', async () => {
      await page.goto(`${hub.url}/partners`);
      await page.getByRole('link', { name: 'Harbour Row Storage' }).click();
      await page.getByText('Draft, to change').click();
      await page.getByRole('button', { name: 'Change the 810 from the partner' }).click();
      await page.getByRole('menuitem', { name: 'Take it out' }).click();
      await seen(page.getByText('The draft has changes that production does not run'));
      await page.getByRole('button', { name: 'Undo' }).click();
      await seen(page.getByText('Production runs what the draft says.'));
      await page.getByRole('button', { name: 'Change the 810 from the partner' }).click();
      await page.getByRole('menuitem', { name: 'Take it out' }).click();
      await page.getByRole('button', { name: 'Release the draft' }).click();
      await seen(page.getByRole('dialog').getByText('partner.yaml'));
      await page.getByLabel('Note').fill('No invoices.');
      await page.getByRole('button', { name: 'Release', exact: true }).click();
      await page.getByRole('button', { name: 'Restore release 1' }).click();
      await page.getByRole('button', { name: 'Restore it' }).click();
      const releases = page.getByRole('list', { name: 'Draft, candidates and releases' });
      await seen(releases.getByText('Back to release 1.'));
      await seen(page.getByText('Release 3', { exact: true }));
    });

    test('the draft gets a name, the sandbox runs it and the draft again, and each step is undone from the page', async () => {
      const panel = page.getByRole('region', { name: 'Releases' });
      await seen(panel.getByText('the sandbox runs the draft'));
      await panel.getByRole('button', { name: 'Make a candidate of the draft' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('7');
      await dialog.getByRole('button', { name: 'Make it' }).click();
      await seen(dialog.getByText('This word means something else'));
      await dialog.getByLabel('Name').fill('no-invoices');
      await dialog.getByRole('button', { name: 'Make it' }).click();
      await seen(panel.getByText('the sandbox runs the candidate no-invoices'));
      await page.getByRole('alert').filter({ hasText: 'no-invoices' }).getByRole('button', { name: 'Undo' }).click();
      await seen(panel.getByText('the sandbox runs the draft'));
      await gone(panel.getByText('Candidate no-invoices'));

      await panel.getByRole('button', { name: 'Make a candidate of the draft' }).click();
      await dialog.getByLabel('Name').fill('no-invoices');
      await dialog.getByLabel('Let the sandbox run it').uncheck();
      await dialog.getByRole('button', { name: 'Make it' }).click();
      await panel.getByRole('button', { name: 'Use no-invoices in the sandbox' }).click();
      await seen(panel.getByText('the sandbox runs the candidate no-invoices'));
      await panel.getByRole('button', { name: 'Release the candidate no-invoices' }).click();
      await dialog.getByLabel('Note').fill('No invoices again.');
      await dialog.getByRole('button', { name: 'Release', exact: true }).click();
      await seen(panel.getByText('Release 4', { exact: true }));
      await panel.getByRole('button', { name: 'Use the draft in the sandbox' }).click();
      await seen(panel.getByText('the sandbox runs the draft'));
    });

    test('a person of the partner finds at home what its system must be told, and sees what would be said of a file', async () => {
      const of = ['--organization', 'Harbour Row Storage', '--name', 'Lena Ortiz', '--role', 'admin'];
      const made = await hub.json('user', 'add', 'lena@harbourrow.example', ...of);
      await page.context().clearCookies();
      await signIn('lena@harbourrow.example', made.password as string);
      await seen(page.getByRole('heading', { name: 'Home' }));
      await seen(page.getByRole('button', { name: `Copy where your system sends documents ${hub.url}/v1/inbox` }));
      await seen(page.getByRole('button', { name: 'Copy your ISA id HARBOURROW' }));
      await seen(page.getByRole('button', { name: 'Copy our production ISA id LARKFIELD' }));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Guide of the 945' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('guide-945-004010.md');
      const answer = await page.request.get(
        `${hub.url}/v1/partners/${await partnerId()}/agreements/in/945/sample?environment=sandbox`,
      );
      const file = { name: '945.x12', mimeType: 'application/octet-stream', buffer: await answer.body() };
      expect(await page.getByRole('main').textContent()).not.toMatch(/stock\.|Odoo/);
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Sandbox' }).click();
      const verdict = page.getByRole('status', { name: 'Verdict' });
      await page.locator('input[type=file]').setInputFiles(file);
      await seen(verdict.getByRole('heading'));
      await page.locator('input[type=file]').setInputFiles({
        ...file,
        buffer: Buffer.from(file.buffer.toString('latin1').replace('W06*', 'W06*Q'), 'latin1'),
      });
      await seen(verdict.getByText(/with \d+ finding|rejected/));
    });

    async function partnerId(): Promise<string> {
      const { partners } = (await (await page.request.get(`${hub.url}/v1/partners`)).json()) as {
        partners: { id: string }[];
      };
      return partners[0]!.id;
    }
  },
);
