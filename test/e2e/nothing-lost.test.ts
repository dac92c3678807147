import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';

// What somebody typed is there after whatever comes between: the end of a session, a click elsewhere, the browser's Back.

describe.skipIf(stageMissing !== undefined)(skipped('what was typed is not lost', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  const perDay = (page: Page) => page.getByLabel('Documents on a usual day');
  const isSaved = (page: Page) =>
    page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.status() === 200);

  test('a session that ends under a form asks for the sign-in above it, and the form goes on and is saved', async () => {
    const page = await stage.open('/profile?step=volumes', 'quayside');
    await seen(perDay(page));
    await page.context().clearCookies();
    await perDay(page).fill('4711');
    const dialog = await seen(page.getByRole('dialog', { name: 'Sign in to go on' }));
    const { email, password } = stage.login('quayside');
    expect(await dialog.getByLabel('E-mail').inputValue()).toBe(email);
    await dialog.getByRole('textbox', { name: 'Password' }).fill(password);
    const saved = isSaved(page);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await gone(dialog);
    expect(await perDay(page).inputValue()).toBe('4711');
    await saved;
    await page.reload();
    await expect.poll(() => perDay(page).inputValue(), { timeout: patienceMs }).toBe('4711');
  });

  test('whoever signed in again in another window goes on in this one without a word', async () => {
    const page = await stage.open('/profile?step=volumes', 'quayside');
    await seen(perDay(page));
    await page.context().clearCookies();
    await perDay(page).fill('4712');
    const dialog = await seen(page.getByRole('dialog', { name: 'Sign in to go on' }));
    const saved = isSaved(page);
    await page.context().request.post(`${stage.hub.url}/v1/session`, { data: stage.login('quayside') });
    await page.evaluate("dispatchEvent(new Event('focus'))");
    await gone(dialog);
    await saved;
  });

  test('another session of the same person in the same browser is taken up, and what was refused goes through at the second try', async () => {
    const page = await stage.open('/account', 'heron');
    await seen(page.getByLabel('Present password'));
    await page.context().request.post(`${stage.hub.url}/v1/session`, { data: stage.login('heron') });
    await page.getByLabel('Present password').fill('not it');
    await page.getByLabel('New password', { exact: true }).fill('four words are enough');
    await page.getByLabel('New password again').fill('four words are enough');
    const looked = page.waitForResponse((answer) => answer.url().endsWith('/v1/session'));
    await page.getByRole('button', { name: 'Change the password' }).click();
    await looked;
    await page.getByRole('button', { name: 'Change the password' }).click();
    await seen(page.getByText('Present password is not your password.'));
  });

  test('whoever leaves the profile at once has what was typed last, and Back leads to the step that was left', async () => {
    const page = await stage.open('/profile?step=hours', 'quayside');
    await page.getByRole('button', { name: 'Volumes' }).click();
    await perDay(page).fill('5150');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Agreement' }).click();
    await atAddress(page, ({ pathname }) => pathname === '/agreement');
    await page.goBack();
    await expect.poll(() => perDay(page).inputValue(), { timeout: patienceMs }).toBe('5150');
    await page.goBack();
    await seen(page.getByRole('heading', { name: 'When do you work?' }));
    await page.goForward();
    await seen(page.getByRole('heading', { name: 'How much goes through?' }));
  });

  test('Back undoes one step of the registration, not the registration', async () => {
    const team = await stage.open('/mails', 'team');
    const asked = await fetch(`${stage.hub.url}/v1/registrations`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ email: 'lou@fernbank.example' }),
    });
    expect(asked.ok).toBe(true);
    await team.reload();
    await team.getByRole('button').filter({ hasText: 'to lou@fernbank.example' }).first().click();
    const link = await (await seen(team.getByRole('link', { name: /^http/ }))).getAttribute('href');
    const page = await stage.open('/sign-in');
    await page.goto(link ?? '');
    await page.getByLabel('Name').fill('Fernbank Lines');
    await page.getByLabel('What you do').selectOption('carrier');
    await page.getByRole('button', { name: 'Continue' }).click();
    await seen(page.getByRole('heading', { name: 'What do you exchange?' }));
    await page.goBack();
    await seen(page.getByRole('heading', { name: 'Who are you?' }));
    expect(await page.getByLabel('Name').inputValue()).toBe('Fernbank Lines');
    await page.goForward();
    await seen(page.getByRole('heading', { name: 'What do you exchange?' }));
    // Closed at once, and opened elsewhere.
    await page.getByRole('radio').first().click();
    await page.goto('about:blank');
    const other = await stage.open('/sign-in');
    await other.goto(`${link}`);
    await seen(other.getByRole('heading', { name: /Who signs in|How are you called/ }));
  });

  test('a mapping with faults is left on one device and gone on with on another, and two devices do not write over each other', async () => {
    const bench = async () => {
      const page = await stage.open('/mappings/945-in.yaml', 'quayside');
      await seen(page.getByText(/of 4 mandatory elements/).first());
      return page;
    };
    const typeAtEnd = async (page: Page, text: string) => {
      await page.getByRole('textbox', { name: 'Text of the mapping' }).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(text);
    };
    const office = await bench();
    await typeAtEnd(office, 'halfTyped');
    await seen(office.getByText('Does not compile'));
    await seen(office.getByText('kept for you, on every device'));

    const yard = await bench();
    await seen(yard.getByText('You changed this mapping'));
    await yard.getByRole('button', { name: 'Go on with it' }).click();
    await seen(yard.getByText('Does not compile'));
    await typeAtEnd(yard, 'yard');
    await seen(yard.getByText('kept for you, on every device'));

    await typeAtEnd(office, 'office');
    const notice = await seen(office.getByRole('alert').filter({ hasText: 'on another device' }));
    await notice.getByRole('button', { name: 'Take that' }).click();
    await seen(office.getByText('halfTypedyard'));
    await seen(office.getByText('kept for you, on every device'));
  });

  test('a file that is dropped beside its place does not take the page away, and of several the first is taken', async () => {
    const page = await stage.open('/sandbox?env=sandbox', 'quayside');
    await seen(page.getByRole('region', { name: 'A document to look at' }));
    const missed = await page.evaluate(`(() => {
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
      document.body.dispatchEvent(drop);
      return drop.defaultPrevented;
    })()`);
    expect(missed).toBe(true);
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      for (const name of ['one.x12', 'two.x12']) dataTransfer.items.add(new File(['ISA*'], name));
      const place = document.querySelector('[aria-label="A document to look at"]');
      place.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    })()`);
    await seen(page.getByText('One file at a time: the first was taken, 1 more was not.'));
    await seen(page.getByText('one.x12').first());
  });

  test('whoever is signed in and comes to the sign-in goes on', async () => {
    const page = await stage.open('/sign-in?next=/people', 'heron');
    await atAddress(page, ({ pathname }) => pathname === '/people');
  });
});
