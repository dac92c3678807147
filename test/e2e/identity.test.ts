import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, type Stage, seen, stageMissing } from './browser.ts';

// How people come in: by invite, by themselves, with a code or a passkey, and after a lost password. Mails are read where the hub keeps them.

const words = 'four words are enough';

describe.skipIf(stageMissing !== undefined)(skipped('people come into the portal', stageMissing), () => {
  let stage: Stage;
  let mailbox: Page;
  beforeAll(async () => {
    stage = await openStage();
    mailbox = await stage.open('/mails', 'team');
  });
  afterAll(() => stage?.close());

  /** Opens the newest mail to an address in the mailbox page and answers its link. */
  async function linkOf(email: string): Promise<string> {
    await mailbox.goto(`${stage.hub.url}/mails`);
    await mailbox
      .getByRole('list', { name: 'Mails' })
      .getByRole('button')
      .filter({ hasText: `to ${email}` })
      .first()
      .click();
    const link = mailbox.getByRole('link', { name: /^http/ });
    return (await (await seen(link)).getAttribute('href')) ?? '';
  }

  async function signIn(page: Page, email: string, password: string): Promise<void> {
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  test('the team invites a company; its first person follows the mail, chooses a password and is at home', async () => {
    const team = await stage.open('/invites', 'team');
    await team.getByRole('button', { name: 'Invite a company' }).click();
    const dialog = team.getByRole('dialog');
    await dialog.getByLabel('Company').fill('Harbour Row Storage');
    await dialog.getByLabel('Template').selectOption({ index: 1 });
    await dialog.getByLabel('E-mail').fill('ana@harbourrow.example');
    await dialog.getByLabel('Name').fill('Ana Prieto');
    await dialog.getByRole('button', { name: 'Send the invite' }).click();
    await seen(team.getByText('Waits for them'));

    const page = await stage.open('/');
    await page.goto(await linkOf('ana@harbourrow.example'));
    await seen(page.getByText('ana@harbourrow.example'));
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ana Prieto');
    await page.getByRole('textbox', { name: 'Password' }).fill('short');
    await page.getByRole('button', { name: 'Accept and sign in' }).click();
    await seen(page.getByText('At least 12 characters').first());
    await page.getByRole('textbox', { name: 'Password' }).fill(words);
    await page.getByRole('button', { name: 'Accept and sign in' }).click();
    await atAddress(page, ({ pathname, hash }) => pathname === '/' && hash === '');
    await seen(page.getByRole('heading', { name: 'Home' }));
    await team.reload();
    await seen(team.getByText('Accepted'));

    const again = await stage.open('/');
    await again.goto(await linkOf('ana@harbourrow.example'));
    await seen(again.getByRole('alert').getByText('This invite was accepted'));
  });

  test('a company registers by itself, leaves the form, goes on elsewhere, and is told that it may be here already', async () => {
    const first = await stage.open('/sign-in');
    await first.getByRole('link', { name: 'Register your company' }).click();
    await seen(first.getByRole('button', { name: 'Mail me a link' }));
    await first.getByLabel('E-mail').fill('cy@saltmarsh.example');
    await first.getByRole('button', { name: 'Mail me a link' }).click();
    await seen(first.getByText('Look into the mailbox of cy@saltmarsh.example'));
    const link = await linkOf('cy@saltmarsh.example');
    await first.goto(link);
    await first.getByLabel('Name').fill('Quayside Logistics Inc.');
    await first.getByLabel('What you do').selectOption('3pl');
    await seen(first.getByText('A company of this name is here already'));
    await first.getByRole('button', { name: 'Continue' }).click();
    await seen(first.getByRole('heading', { name: 'Who are you?' }));
    await first.getByLabel('Name').fill('Saltmarsh Storage');
    await gone(first.getByText('A company of this name is here already'));
    await first.getByRole('button', { name: 'Continue' }).click();
    await first.getByRole('radio').first().click();
    await seen(first.getByText(/^Saved /));
    await first.context().close();

    const other = await stage.open('/');
    await other.goto(link);
    await seen(other.getByRole('heading', { name: /Who signs in|How are you called/ }));
    await other.getByRole('button', { name: /You/ }).click();
    await seen(other.getByText('Saltmarsh Storage'));
    await other.getByLabel('Your name').fill('Cy Marlow');
    await other.getByRole('textbox', { name: 'Password' }).fill(words);
    await other.getByRole('button', { name: 'Register and sign in' }).click();
    await atAddress(other, ({ pathname }) => pathname === '/');
    await seen(other.getByRole('heading', { name: 'Home' }));
    await other.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My organisation' }).click();
    await seen(other.getByRole('heading', { name: 'Saltmarsh Storage' }));
  });

  test('a lost password is replaced by a link, and the old one opens nothing', async () => {
    const { email, password } = stage.login('heron');
    const page = await stage.open('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await seen(page.getByRole('button', { name: 'Mail me a link' }));
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await seen(page.getByText(`Look into the mailbox of ${email}`));
    await page.goto(await linkOf(email));
    await page.getByRole('textbox', { name: 'New password' }).fill(words);
    await page.getByRole('button', { name: 'Choose this password' }).click();
    await atAddress(page, ({ pathname }) => pathname === '/sign-in');
    await signIn(page, email, password);
    await seen(page.getByRole('alert'));
    await signIn(page, email, words);
    await seen(page.getByRole('heading', { name: 'Home' }));
  });

  test('an app for codes is set up with its QR code, asked for at the sign-in, and a recovery code takes its place', async () => {
    const { email, password } = stage.login('quayside');
    const page = await stage.open('/account', 'quayside');
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Your password' }).fill(password);
    await page.getByRole('button', { name: 'Continue' }).click();
    await seen(page.getByRole('img', { name: 'QR code for the authenticator app' }));
    const secret = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await page.getByLabel('Code that the app shows').fill(code());
    await page.getByRole('button', { name: 'Confirm' }).click();
    const codes = await (await seen(page.getByRole('list', { name: 'Recovery codes' })))
      .locator('code')
      .allTextContents();
    expect(codes).toHaveLength(10);
    await page.getByRole('button', { name: 'I have them' }).click();
    await seen(page.getByText('10 of 10 recovery codes left'));

    const phone = await stage.open('/sign-in');
    await signIn(phone, email, password);
    await phone.getByLabel('Code').fill('000000');
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
    await seen(phone.getByText('The code is not right'));
    await phone.getByLabel('Code').fill(codes[0]!);
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
    await seen(phone.getByRole('heading', { name: 'Home' }));
    await page.reload();
    await seen(page.getByText('9 of 10 recovery codes left'));
    await page.getByRole('button', { name: 'Change the authenticator app' }).click();
    await page.getByRole('menuitem', { name: 'Remove the app' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Your password' }).fill(password);
    await page.getByRole('button', { name: 'Continue' }).click();
    await seen(page.getByRole('button', { name: 'Set up' }));
  });

  test('a passkey is made by the browser, signs in without a password, and is removed', async () => {
    const { password } = stage.login('quayside');
    const page = await stage.open('/account', 'quayside');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('This laptop');
    await dialog.getByRole('textbox', { name: 'Your password' }).fill(password);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await seen(page.getByRole('button', { name: 'Change the passkey This laptop' }));
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await seen(page.getByRole('heading', { name: 'Home' }));
    await page.goto(`${stage.hub.url}/account`);
    await seen(page.getByText('by passkey'));
    await page.getByRole('button', { name: 'Change the passkey This laptop' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Name of the passkey').fill('Work laptop');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Change the passkey Work laptop' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await dialog.getByRole('textbox', { name: 'Your password' }).fill(password);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await gone(page.getByText('Work laptop', { exact: true }));
  });

  test('links that are no good say so and lead on, and nobody else reads the mails', async () => {
    const page = await stage.open('/invite#nothing-that-was-ever-sent-to-anybody');
    await seen(page.getByText('This link is not known'));
    await page.goto(`${stage.hub.url}/register#nothing-that-was-ever-sent-to-anybody`);
    await seen(page.getByText('Begin again with your address'));
    await seen(page.getByRole('button', { name: 'Mail me a link' }));
    const partner = await stage.open('/mails', 'quayside');
    await atAddress(partner, ({ pathname }) => pathname === '/messages');
    const invites = await stage.open('/invites', 'quayside');
    await atAddress(invites, ({ pathname }) => pathname === '/people');
  });
});
