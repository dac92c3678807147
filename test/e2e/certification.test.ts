import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { openStage, type Stage, sample, seen, stageMissing } from './browser.ts';

// A carrier without EDI passes a test by forms, sees another one fail with its reason, and looks at documents of which nothing is kept.

describe.skipIf(stageMissing !== undefined)(skipped('certification in the portal', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ CROSSDOCK_OPEN_VALIDATOR: '1' });
  });
  afterAll(() => stage?.close());

  const serious = async (page: Page) => {
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  };
  const verdict = (page: Page) => page.getByRole('status', { name: 'Verdict' });
  const documents = async () =>
    Number((await stage.hub.hub.context.db.system('document').count<{ count: number }[]>().first())?.count);

  test('a test is started, answered by forms, and passed; another one fails with the reason shown', async () => {
    const page = await stage.open('/certification?env=sandbox', 'heron');
    await seen(page.getByRole('heading', { name: /tests left of/ }));
    expect(await serious(page)).toEqual([]);
    await page
      .getByRole('navigation', { name: 'Documents' })
      .getByRole('link', { name: /990 from you/ })
      .click();
    await page.getByRole('link', { name: /^Decline a tender, 990 from you: To do/ }).click();
    await page.getByRole('button', { name: 'Start the test' }).click();
    const conversation = page.getByRole('list', { name: 'Conversation' });
    await (await seen(page.getByRole('button', { name: 'Say that you have it' }))).click();
    const form = page.getByRole('form', { name: 'Answer the tender' });
    await seen(form);
    await seen(conversation.getByText(/Waiting for your 990 until \d\d:\d\d/));
    expect(await serious(page)).toEqual([]);
    // A fault stands at its field, and nothing of the form is lost.
    await form.getByLabel(/^On/).fill('soon');
    await form.getByLabel('Answer').selectOption('declined');
    await form.getByLabel('Reason or condition').fill('No trailer');
    await form.getByRole('button', { name: 'Answer the tender' }).click();
    await seen(form.getByText('must be a day', { exact: false }));
    expect(await form.getByLabel('Reason or condition').inputValue()).toBe('No trailer');
    await form.getByLabel(/^On/).fill('2026-11-30');
    await form.getByRole('button', { name: 'Answer the tender' }).click();
    await seen(page.getByRole('heading', { name: /All \d steps are as they should be/ }));
    await seen(page.getByRole('list', { name: 'Runs' }).getByText('Passed'));

    await page.getByRole('link', { name: 'Certification' }).first().click();
    await page.getByRole('link', { name: /^Accept a tender, 990 from you/ }).click();
    await page.getByRole('button', { name: 'Start the test' }).click();
    await (await seen(page.getByRole('button', { name: 'Say that you have it' }))).click();
    await seen(form);
    await form.getByLabel('Answer').selectOption('declined');
    await form.getByRole('button', { name: 'Answer the tender' }).click();
    const failed = conversation.getByRole('listitem').filter({ hasText: 'Why it failed' }).first();
    await seen(failed);
    await seen(failed.getByText('declined').first());
    await seen(page.getByRole('button', { name: 'Run again' }));
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await serious(page)).toEqual([]);
  });

  test('all tests that are left are started at once; that is undone, and what is under way is cancelled, as one', async () => {
    const page = await stage.open('/certification?env=sandbox', 'quayside');
    const all = await seen(page.getByRole('button', { name: /^Run all \d+ at once$/ }));
    const left = Number(/\d+/.exec((await all.textContent()) ?? ''));
    expect(left).toBeGreaterThan(10);
    const must = page.getByRole('region', { name: 'Tests: Must' });
    await all.click();
    await (await seen(page.getByRole('button', { name: 'Undo' }))).click();
    await seen(page.getByText('Undone'));
    await seen(page.getByRole('button', { name: `Run all ${left} at once` }));
    expect(await must.getByRole('link', { name: /: Running$/ }).count()).toBe(0);

    await all.click();
    await seen(must.getByRole('link', { name: /: Running$/ }).first());
    const cancel = await seen(page.getByRole('button', { name: /^Cancel the \d+ under way$/ }));
    await seen(page.getByRole('link', { name: 'See what is awaited' }));
    // Of each it stands there whose turn it is, what is awaited and until when.
    await seen(must.getByText(/^Your turn: .+ Until \d\d:\d\d, in /).first());
    await seen(page.getByText(/under way, \d+ of them waiting for you, the first until \d\d:\d\d/));
    expect(await serious(page)).toEqual([]);
    await cancel.click();
    await seen(page.getByText(/^\d+ runs cancelled/));
    await seen(page.getByRole('button', { name: `Run all ${left} at once` }));
  });

  test('a document is looked at in the sandbox, with the answer and what it would change, and nothing is kept; so it is without an account', async () => {
    const page = await stage.open('/sandbox?env=sandbox', 'quayside');
    const before = await documents();
    const text = sample('standard-3pl/945-complete.x12').toString('latin1');
    const short = text.replace('W12*CC*10*10*0', 'W12*BP*10*8*2').replace('*0*P*>', '*0*T*>');
    await (await seen(page.getByLabel('The document as text'))).fill(short);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await seen(verdict(page));
    await seen(page.getByRole('heading', { name: 'The 997 it would get' }));
    await seen(page.getByText(/Transfer WH\/OUT\/00001: 12 of 14 shipped/));
    expect(await page.getByRole('main').textContent()).not.toContain('stock.picking');
    expect(await serious(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await serious(page)).toEqual([]);

    const stranger = await stage.open('/validate');
    await (await seen(stranger.getByLabel('The document as text'))).fill(text.replace('W12*CC', 'W12*ZZZZ'));
    await stranger.getByRole('button', { name: 'Look at it' }).click();
    await seen(verdict(stranger).getByText(/with \d+ finding/));
    await stranger
      .getByRole('region', { name: 'Findings' })
      .getByRole('button', { name: /W12-01/ })
      .first()
      .click();
    expect(await serious(stranger)).toEqual([]);
    expect(await documents()).toBe(before);
  });
});
