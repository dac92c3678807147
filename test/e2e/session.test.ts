import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, gone, openStage, partnerPlaces, type Stage, seen, stageMissing } from './browser.ts';

describe.skipIf(stageMissing !== undefined)(skipped('the portal lets the right people in', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.dropAndSettle('standard-3pl/945-complete.x12');
    await stage.dropAndSettle('standard-carrier/214-departed.x12');
  }, 300_000);
  afterAll(() => stage?.close());

  it('a wrong password is refused in the words of the hub, with the request id to quote', async () => {
    const page = await stage.open('/');
    await page.getByLabel('E-mail').fill(stage.login('team').email);
    await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
    const answer = page.waitForResponse(
      (response) => response.url().endsWith('/v1/session') && response.request().method() === 'POST',
    );
    await page.getByRole('button', { name: 'Sign in' }).click();
    const problem = (await (await answer).json()) as { title: string; detail: string; requestId: string };
    const alert = await seen(page.getByRole('alert'));
    expect(await alert.textContent()).toContain(problem.title);
    expect(await alert.textContent()).toContain(problem.detail);
    expect(await alert.textContent()).toContain(problem.requestId);
    await page.context().close();
  });

  it('signing in leads on to the address that was wanted, and signing out back to the sign-in', async () => {
    const page = await stage.open('/messages?set=945');
    await atAddress(
      page,
      ({ pathname, searchParams }) => pathname === '/sign-in' && searchParams.get('next') === '/messages?set=945',
    );
    const { email, password } = stage.login('team');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.keyboard.press('Enter');
    await atAddress(page, ({ pathname, search }) => pathname === '/messages' && search === '?set=945');
    await seen(page.getByRole('link', { name: 'WH/OUT/00001' }));
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await atAddress(page, ({ pathname }) => pathname === '/sign-in');
    await page.goto(`${stage.hub.url}/partners`);
    await atAddress(page, ({ pathname }) => pathname === '/sign-in');
    await page.context().close();
  });

  it("a partner's user sees its own documents and places, and nothing of anybody else", async () => {
    const page = await stage.open('/', 'quayside');
    await seen(page.getByRole('heading', { name: 'Home' }));
    expect(await page.getByText('Blue Heron').count()).toBe(0);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Messages' }).click();
    await seen(page.getByRole('link', { name: 'WH/OUT/00001' }).first());
    expect(await page.getByText('Blue Heron').count()).toBe(0);
    const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    expect(await places.allTextContents()).toEqual(partnerPlaces);
    for (const path of ['/partners', '/partners/new', '/partners/0198c1a2-0000-7000-8000-000000000013']) {
      await page.goto(stage.hub.url + path);
      await atAddress(page, ({ pathname }) => pathname === '/organisation');
      await seen(page.getByRole('heading', { name: 'Quayside Logistics' }));
    }
    await page.context().close();
  });

  it('a foreign document looks to a partner as if it did not exist', async () => {
    const foreign = await stage.dropAndSettle('standard-carrier/990-accept.x12');
    const page = await stage.open(`/messages/${foreign}`, 'quayside');
    const alert = await seen(page.getByRole('alert'));
    expect(await alert.textContent()).toContain('Not found');
    await seen(page.getByRole('link', { name: 'Back to the messages' }));
    await page.context().close();
  });

  it('the colours that were chosen are there after a reload', async () => {
    const page = await stage.open('/messages', 'team');
    const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
    expect(await scheme()).toBe('light');
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByText('Dark', { exact: true }).click();
    await expect.poll(scheme).toBe('dark');
    await page.reload();
    await seen(page.getByRole('heading', { name: 'Messages' }));
    expect(await scheme()).toBe('dark');
    await page.context().close();
  });

  it('sandbox and production are told apart, and the choice goes along from screen to screen', async () => {
    const page = await stage.open('/messages', 'team');
    await seen(page.getByRole('link', { name: 'WH/OUT/00001' }).first());
    await page.getByRole('button', { name: 'Environment: Production' }).click();
    await page.getByRole('menuitem', { name: 'Sandbox' }).click();
    await seen(page.getByRole('button', { name: 'Environment: Sandbox' }));
    await gone(page.getByText('945-complete.x12'));
    await page.getByRole('link', { name: 'Partners' }).click();
    await atAddress(
      page,
      ({ pathname, searchParams }) => pathname === '/partners' && searchParams.get('env') === 'sandbox',
    );
    await page.context().close();
  });

  it('an address without a screen says so and shows the way back', async () => {
    const page = await stage.open('/no/such/place', 'team');
    await seen(page.getByRole('heading', { name: 'No screen has this address' }));
    await page.getByRole('link', { name: 'Go to the messages' }).click();
    await atAddress(page, ({ pathname }) => pathname === '/messages');
    await page.context().close();
  });
});
