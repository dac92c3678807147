import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { components } from '../../specs/generated/openapi.ts';
import { insertTraffic } from '../store/traffic.ts';
import { type Browser, type HttpRig, httpRig, isa, orgs } from './rig.ts';

type Annotated = components['schemas']['Annotated'];

let rig: HttpRig;
let browser: Browser;
const sample = readFileSync(new URL('../../partners/standard-3pl/samples/945-complete.x12', import.meta.url));

beforeAll(async () => {
  rig = await httpRig();
  browser = await rig.signIn('quayside');
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

async function dropped(bytes: Buffer | string): Promise<string> {
  const answer = await rig
    .withKey('quayside', 'post', '/v1/inbox')
    .type('application/octet-stream')
    .send(Buffer.from(bytes));
  return answer.body.documents?.[0].id ?? answer.body.documentId;
}

async function annotated(id: string, query = ''): Promise<Annotated> {
  const answer = await browser.get(`/v1/messages/${id}/annotated${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
}

test('every segment is there in its order, from ISA to IEA, each byte range cut from the document gives its text', async () => {
  const view = await annotated(await dropped(sample));
  const ids = view.segments.map((segment) => segment.id);
  expect(ids.slice(0, 4)).toEqual(['ISA', 'GS', 'ST', 'W06']);
  expect(ids.slice(-3)).toEqual(['SE', 'GE', 'IEA']);
  expect(view.total).toBe(view.segments.length);
  expect(view.segments.map((segment) => segment.index)).toEqual(view.segments.map((_, place) => place));
  for (const segment of view.segments) {
    expect(sample.toString('latin1', segment.start, segment.end)).toBe(segment.raw);
    for (const element of segment.elements)
      expect(sample.toString('latin1', element.start, element.end)).toBe(element.value);
  }
});

test('segments and elements carry their names, codes their meaning, segments in loops their depth; envelopes have no position', async () => {
  const view = await annotated(await dropped(sample));
  const st = view.segments.find((segment) => segment.id === 'ST')!;
  expect(st).toMatchObject({ position: 1, depth: 0, elements: [{ reference: '143', value: '945' }, {}] });
  expect(st.name).toBeTruthy();
  expect(view.segments[0]).not.toHaveProperty('position');
  expect(view.segments.some((segment) => segment.depth !== 0 && segment.loop !== undefined)).toBe(true);
  expect(view.segments.flatMap((segment) => segment.elements).some((element) => element.meaning !== undefined)).toBe(
    true,
  );
});

test('pages together are the whole', async () => {
  const id = await dropped(sample);
  const whole = await annotated(id);
  const pages: Annotated['segments'] = [];
  for (let offset = 0; offset < whole.total; offset += 3)
    pages.push(...(await annotated(id, `?offset=${offset}&limit=3`)).segments);
  expect(pages).toEqual(whole.segments);
  expect((await annotated(id, `?offset=${whole.total}`)).segments).toEqual([]);
});

test('two interchanges in one document follow each other', async () => {
  const view = await annotated(await dropped(`${isa('000000051')}\r\n${isa('000000052')}`));
  expect(view.segments.map((segment) => segment.id)).toEqual(
    Array(2).fill(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']).flat(),
  );
});

test('before the translation the findings are those of the standard, in their places', async () => {
  const view = await annotated(await dropped(isa('000000053').replace('SE*2*', 'SE*9*')));
  const atTrailer = view.segments.find((segment) => segment.id === 'SE')!.findings;
  expect(atTrailer.map((finding) => finding.code)).toContain('x12.set.segment-count');
});

test('after the translation they are the stored ones, those of the mapping too; what has no place is told apart', async () => {
  const content = isa('000000054');
  const { documentId, setId } = await insertTraffic(rig.context.db.system, { orgId: orgs.quayside, content });
  const placed = {
    code: 'mapping.code-unmapped',
    level: 'guide',
    segment: 'ST',
    position: 1,
    element: 1,
    explanation: 'x',
  };
  const placeless = { code: 'mapping.none', level: 'business', explanation: 'y' };
  const { system } = rig.context.db;
  await system('transaction_set')
    .where({ id: setId })
    .update({ start_byte: content.indexOf('ST*'), findings: JSON.stringify([placed, placeless]) });
  await system('interchange')
    .where({ document_id: documentId })
    .update({
      findings: JSON.stringify([
        { code: 'agreement.sender-unknown', level: 'guide', segment: 'ISA', element: 6, explanation: 'z' },
      ]),
    });
  const view = await annotated(documentId);
  expect(
    view.segments
      .filter((segment) => segment.findings.length > 0)
      .map((segment) => [segment.id, segment.findings.map((f) => f.code)]),
  ).toEqual([
    ['ISA', ['agreement.sender-unknown']],
    ['ST', ['mapping.code-unmapped']],
  ]);
  expect(view.findings).toEqual([placeless]);
});

test('what is not X12 is shown as text, 4,000 characters of it', async () => {
  const html = await annotated(await dropped(`<html>${'é'.repeat(9000)}`));
  expect(html).toMatchObject({ total: 0, segments: [], findings: [{ code: 'x12.document.html' }] });
  expect(html.text).toHaveLength(4000);
  const zip = await annotated(await dropped(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2])));
  expect(zip.findings).toMatchObject([{ code: 'x12.document.binary' }]);
});

test('a document that is cut anywhere can still be looked at', async () => {
  for (const end of [10, 60, 110, 150, 170, 200]) {
    const cut = isa('000000055').slice(0, end);
    const view = await annotated(await dropped(cut));
    expect(view.segments.every((segment) => segment.end <= end)).toBe(true);
  }
});

test('a page that does not fit is 400', async () => {
  const id = await dropped(sample);
  for (const query of ['?offset=-1', '?limit=0', '?limit=2001', '?offset=1.5'])
    expect((await browser.get(`/v1/messages/${id}/annotated${query}`)).status).toBe(400);
});
