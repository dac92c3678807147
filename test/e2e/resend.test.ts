import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { atAddress, openStage, patienceMs, type Stage, seen, stageMissing } from './browser.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Send it once more' });

describe.skipIf(stageMissing !== undefined)(skipped('a document that is sent once more', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 300_000);
  afterAll(() => stage?.close());

  /** An order that the warehouse has fetched. */
  async function collected(nth: number): Promise<string> {
    const { url, apiKeys } = stage.hub;
    const headers = { authorization: `Bearer ${apiKeys['standard-3pl/production']}` };
    const orders = async () => {
      const answer = await fetch(`${url}/v1/outbox`, { headers });
      const { documents } = (await answer.json()) as { documents: { id: string; sets: string[] }[] };
      return documents.filter(({ sets }) => sets.includes('940'));
    };
    await vi.waitFor(async () => expect((await orders()).length).toBeGreaterThan(nth), { timeout: patienceMs });
    const { id } = (await orders())[nth]!;
    await fetch(`${url}/v1/outbox/${id}/confirmation`, { method: 'PUT', headers });
    return id;
  }

  it('says what a resend does, does it, and shows both times', async () => {
    const id = await collected(0);
    const page = await stage.open(`/messages/${id}`, 'team');
    await page.getByRole('button', { name: 'Send again…' }).click();
    await seen(dialog(page).getByText(/goes out byte for byte as it is/));
    await dialog(page).getByRole('button', { name: 'Resend' }).click();
    await seen(page.getByText(/^Sending 2, by /));
    await page.getByText(/^Sending 1, by the hub/).click();
    expect(await page.getByRole('listitem', { name: 'Transport: done' }).count()).toBe(1);
    await page.context().close();
  });

  it('leads from a reissue to the document that took its place, and back', async () => {
    const id = await collected(1);
    const page = await stage.open(`/messages/${id}`, 'team');
    await page.getByRole('button', { name: 'Send again…' }).click();
    await dialog(page).getByLabel('Reissue it with new control numbers').check();
    await seen(dialog(page).getByText(/is replaced: it can no longer be fetched/));
    await dialog(page).getByRole('button', { name: 'Reissue' }).click();
    await atAddress(page, ({ pathname }) => pathname !== `/messages/${id}` && pathname.startsWith('/messages/'));
    const back = await seen(page.getByRole('listitem').filter({ hasText: 'replaces' }).getByRole('link'));
    await back.click();
    await atAddress(page, ({ pathname }) => pathname === `/messages/${id}`);
    await seen(page.getByRole('listitem').filter({ hasText: 'replaced by' }));
    expect(await page.getByRole('button', { name: 'Send again…' }).count()).toBe(0);
    await page.context().close();
  });

  it('is not offered to the partner, nor for what the partner sent', async () => {
    const id = await collected(0);
    const theirs = await stage.open(`/messages/${id}`, 'quayside');
    await seen(theirs.getByRole('region', { name: 'Acknowledgement ladder' }));
    expect(await theirs.getByRole('button', { name: 'Send again…' }).count()).toBe(0);
    const received = await stage.dropAndSettle('standard-3pl/945-complete.x12');
    const ours = await stage.open(`/messages/${received}`, 'team');
    await seen(ours.getByRole('region', { name: 'Acknowledgement ladder' }));
    expect(await ours.getByRole('button', { name: 'Send again…' }).count()).toBe(0);
    for (const page of [theirs, ours]) await page.context().close();
  });
});
