import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { openStage, patienceMs, type Stage, sample, seen, stageMissing } from './browser.ts';

// What is said of a large document is as much as fits on the screen: rows and requests are counted, which no busy machine changes.

vi.setConfig({ testTimeout: 6 * patienceMs, hookTimeout: 6 * patienceMs });

const segmentsOf = (name: string) =>
  sample(name)
    .toString('latin1')
    .split('~')
    .map((segment) => segment.trim())
    .filter(Boolean);
const tag = (wanted: string) => (segment: string) => segment.startsWith(`${wanted}*`);

/** The complete 945 with its first line so many times over. */
function withLines(count: number): Buffer {
  const all = segmentsOf('standard-3pl/945-complete.x12');
  const [first, last, end] = [all.findIndex(tag('LX')), all.findIndex(tag('W03')), all.findIndex(tag('SE'))];
  const line = all.slice(
    first,
    all.findIndex((segment, nth) => nth > first && tag('LX')(segment)),
  );
  const lines = Array.from({ length: count }, (_, nth) =>
    line.filter((segment) => !tag('MAN')(segment)).map((segment) => segment.replace(/^LX\*1$/, `LX*${nth + 1}`)),
  ).flat();
  const head = all.slice(0, first);
  const st = all.findIndex(tag('ST'));
  const body = [...lines, ...all.slice(last, end).map((segment) => segment.replace(/^W03\*14/, `W03*${10 * count}`))];
  const tail = [`SE*${head.length - st + body.length + 1}*0001`, ...all.slice(end + 1)];
  return bytes([...head, ...body, ...tail]);
}

/** The departed 214 as so many sets. */
function withSets(count: number): Buffer {
  const all = segmentsOf('standard-carrier/214-departed.x12');
  const [st, se, ge] = [all.findIndex(tag('ST')), all.findIndex(tag('SE')), all.findIndex(tag('GE'))];
  const sets = Array.from({ length: count }, (_, nth) => {
    const control = String(nth + 1).padStart(4, '0');
    return [`ST*214*${control}`, ...all.slice(st + 1, se), all[se]!.replace(/\*[^*]*$/, `*${control}`)];
  }).flat();
  return bytes([...all.slice(0, st), ...sets, all[ge]!.replace(/^GE\*1/, `GE*${count}`), ...all.slice(ge + 1)]);
}
const bytes = (segments: readonly string[]) => Buffer.from(`${segments.join('~\n')}~\n`, 'latin1');

describe.skipIf(stageMissing !== undefined)(skipped('a large document', stageMissing), () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  async function sent(profile: string, document: Buffer): Promise<string> {
    const { url, apiKeys } = stage.hub;
    const response = await fetch(`${url}/v1/inbox`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKeys[`${profile}/production`]}`, 'content-type': 'application/edi-x12' },
      body: new Uint8Array(document),
    });
    const { documents } = (await response.json()) as { documents: { id: string }[] };
    const { db } = stage.hub.hub.context;
    const events = () => db.system('event').where({ document_id: documents[0]!.id });
    await vi.waitFor(async () => expect(await events()).not.toEqual([]), { timeout: patienceMs });
    return documents[0]!.id;
  }

  /** The provenance that was asked for with each event. */
  const eventRequests = (page: Page): string[] => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (/\/events\/\d+$/.test(pathname)) asked.push(searchParams.get('provenance') ?? '');
    });
    return asked;
  };

  it('of 1,500 lines opens its trace with the rows in sight and one small answer; the rest comes when it is looked at', async () => {
    const id = await sent('standard-3pl', withLines(1500));
    const page = await stage.open('/', 'team');
    const asked = eventRequests(page);
    await page.goto(`${stage.hub.url}/messages/${id}?tab=trace`);
    const fields = page.getByRole('list', { name: 'Fields' });
    await seen(fields.locator('[data-pointer="/orderNumber"]'));
    const first = fields.getByRole('listitem').first();
    expect(Number(await first.getAttribute('aria-setsize'))).toBeGreaterThan(12_000);
    expect(await fields.getByRole('listitem').count()).toBeLessThan(100);
    // A document that moves on meanwhile is asked for anew.
    expect(new Set(asked)).toEqual(new Set(['first']));

    await first.evaluate((row) => {
      const scroller = row.closest('[data-pane-scroll]')!;
      scroller.scrollTop = scroller.scrollHeight;
    });
    await seen(fields.locator('[data-pointer="/lines/1499/shipped/value"]').getByText('W12-03'));
    expect(await fields.getByRole('listitem').count()).toBeLessThan(100);
    expect(new Set(asked)).toEqual(new Set(['first', 'all']));
    await page.context().close();
  });

  it('of 400 sets draws the events in sight only, each with its fields, and fetches no others', async () => {
    const id = await sent('standard-carrier', withSets(400));
    const page = await stage.open('/', 'team');
    const asked = eventRequests(page);
    await page.goto(`${stage.hub.url}/messages/${id}?tab=events`);
    const events = page.getByRole('list', { name: 'Events' });
    await seen(events.locator('[data-pointer="/milestone"]').first());
    expect(await events.getByRole('article').count()).toBeLessThan(40);
    expect(asked.length).toBeLessThan(12);
    await events.evaluate((list) => {
      const scroller = list.closest('[data-pane-scroll]')!;
      scroller.scrollTop = scroller.scrollHeight;
    });
    await seen(events.locator('[aria-posinset="400"]').getByRole('article'));
    expect(await events.getByRole('article').count()).toBeLessThan(40);
    await page.context().close();
  });
});
