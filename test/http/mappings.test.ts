import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mappingStanding } from '../../services/flows/mappings/standing.ts';
import { makeRelease, saveDraft } from '../../services/flows/releases.ts';
import { translate } from '../../services/flows/translate.ts';
import { partnerFromTemplates, templateTexts } from '../../services/library/templates.ts';
import { mappingVersions } from '../../services/store/mappings.ts';
import type { components } from '../../specs/generated/openapi.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

// The mapping workbench by the API: what partners and the team do with a mapping, and what they may not.

type Detail = components['schemas']['MappingDetail'];
type Trial = components['schemas']['MappingTrial'];
type Row = components['schemas']['MappingRow'];

const path = `/v1/partners/${orgs.quayside}/mappings`;
const original = templateTexts('standard-3pl').get('mappings/945-in.yaml')!;
const sample = templateTexts('standard-3pl').get('samples/945-partial-backorder-lots.x12')!;
const lineOf = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

let rig: HttpRig;
let partner: Browser;
let team: Browser;
beforeAll(async () => {
  rig = await httpRig();
  const { db, catalog, newId, now } = rig.context;
  const tools = { standards: catalog.standards, newId, now };
  const of = { orgId: orgs.quayside, actor: 'seed' };
  const ids = { production: [{ qualifier: 'ZZ', isaId: 'QUAYSIDE', gsId: 'QUAYSIDE' }], sandbox: [] };
  const files = partnerFromTemplates(['standard-3pl'], { name: 'Quayside Logistics', kind: '3pl', identities: ids });
  await db.system.transaction(async (tx) => {
    await tx('agreement').delete();
    await saveDraft(tools, tx, { ...of, files });
    await makeRelease(tools, tx, { ...of, note: 'First.', source: { draft: true } });
  });
  partner = await rig.signIn('quayside');
  team = await rig.signIn('team');
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const detail = async (who = partner, name = '945-in.yaml') => (await who.get(`${path}/${name}`)).body as Detail;
const tryText = async (text: string, more: object = { sample }, name = '945-in.yaml') => {
  const { status, body, text: said } = await partner.send('post', `${path}/${name}/trial`).send({ text, ...more });
  expect(status, said).toBe(200);
  return body as Trial;
};
const save = (who: Browser, text: string, insteadOf: string | null, name = '945-in.yaml') =>
  who.send('put', `${path}/${name}`).send({ text, insteadOf });
/** Puts the mapping back to what the template has. */
const restore = async () => {
  const { mapping, text } = await detail();
  if (text !== original) expect((await save(partner, original, mapping.hash)).status).toBe(200);
};

test('a partner sees its mappings with what each covers, who wrote it and whether production runs it, and nobody else does', async () => {
  const { status, body, text } = await partner.get(path);
  expect(status, text).toBe(200);
  const row = (body.mappings as Row[]).find(({ name }) => name === '945-in.yaml');
  expect(row).toMatchObject({
    ...{ set: '945', direction: 'in', format: 'x12', agreed: true, inProduction: 'same', versions: 1, open: 0 },
    ...{ review: { state: 'unreviewed' }, template: 'standard-3pl', author: 'Northgate Outfitters' },
  });
  const { mandatory, fields } = row!.coverage;
  expect([mandatory.of, mandatory.missing]).toEqual([mandatory.covered, []]);
  expect(fields.mapped).toBeGreaterThan(80);
  const stranger = await rig.signIn('heron');
  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.get(`${path}/945-in.yaml`)).status).toBe(404);
  expect((await stranger.send('post', `${path}/945-in.yaml/trial`).send({ text: original })).status).toBe(404);
});

describe('a trial', () => {
  test('leads from each field to its bytes and its line, and to its place in the result', async () => {
    const { links, result, faults, findings } = await tryText(original);
    expect(faults).toEqual([]);
    expect(findings.every(({ span }) => span !== undefined)).toBe(true);
    const [number] = links.filter(({ target }) => target === '/orderNumber');
    const cut = (text: string, [from, to]: readonly number[]) => text.slice(from, to);
    expect(number!.sample.map((span) => cut(sample, span))).toEqual(['WH/OUT/00002']);
    expect(number!.result.map((span) => cut(result.text, span))).toEqual(['"WH/OUT/00002"']);
    expect(original.split('\n')[number!.line - 1]).toBe('      orderNumber: W06-02');
    expect(links.length).toBeGreaterThan(40);
  });

  test('tells a fault with line, column and what was probably meant, and runs nothing', async () => {
    const broken = original.replace('      orderNumber: W06-02', '      orderNumbr: W06-02');
    const { compiles, faults, result } = await tryText(broken);
    expect([compiles, result.text]).toEqual([false, '']);
    const fault = faults.find(({ message }) => message.includes('orderNumbr'));
    expect(fault).toMatchObject({ line: lineOf(broken, 'orderNumbr'), column: 7, hint: 'did you mean `orderNumber`?' });
  });

  test('says what it leaves behind, and suggests the lines that bring it, with where they come from; accepted, they do', async () => {
    const lines = original.split('\n').filter((line) => !line.startsWith('      billOfLading:'));
    const poorer = lines.join('\n').replace(/ {6}carrier:\n( {8}.*\n)+/, '');
    const { coverage, suggestions = [] } = await tryText(poorer, { sample, suggest: true });
    expect(coverage!.mandatory).toMatchObject({ missing: [expect.stringContaining('W27-02')] });
    expect(coverage!.dropped.map(({ place }) => place)).toContain('W27-02');
    const lading = suggestions.find(({ field }) => field === 'billOfLading');
    expect(lading).toMatchObject({ event: 'warehouse-order.shipped.v1', value: 'BOL-70002' });
    expect(lading!.because).toBe(
      `billOfLading usually is { first: ["N9[01=BM]-02", "N9[01=MB]-02"] }, as in standard-3pl/945-in.yaml, line ${lineOf(original, '      billOfLading')}.`,
    );
    const accepted = suggestions.reduceRight(
      (text, { at, insert }) => text.slice(0, at) + insert + text.slice(at),
      poorer,
    );
    const after = await tryText(accepted);
    expect(after.coverage!.mandatory.missing).toEqual([]);
    expect(after.result.text).toBe((await tryText(original)).result.text);
  });

  test('suggests the element of an event that a template writes, and the written document has it', async () => {
    const text = templateTexts('standard-3pl').get('mappings/940-out.yaml')!;
    const event = templateTexts('standard-3pl').get('samples/940-release.event.json')!;
    const poorer = text.replace(/\n {6}03: \{ from: purchaseOrder.*/, '');
    const { suggestions = [], links, result } = await tryText(poorer, { sample: event, suggest: true }, '940-out.yaml');
    const place = links.find(({ target }) => target === 'W05-02')!;
    expect(place.result.map(([from, to]) => result.text.slice(from, to))).toEqual(
      place.sample.map(([from, to]) => JSON.parse(event.slice(from, to))),
    );
    const [found] = suggestions.filter(({ field }) => field === 'W05-03');
    expect(found!.because).toContain('standard-3pl/940-out.yaml');
    const whole = poorer.slice(0, found!.at) + found!.insert + poorer.slice(found!.at);
    expect((await tryText(whole, { sample: event }, '940-out.yaml')).result.text).toBe(
      (await tryText(text, { sample: event }, '940-out.yaml')).result.text,
    );
  });

  test('names segments, elements and codes of the sample', async () => {
    const { annotated } = await tryText(original, { sample, annotate: true });
    const [from, to, kind] = annotated!.segments.find(([at]) => sample.startsWith('W06', at))!;
    expect(sample.slice(from, to)).toMatch(/^W06\*/);
    expect(annotated!.kinds[kind!]).toMatchObject({ id: 'W06', name: expect.stringMatching(/\w/) });
    expect(annotated!.kinds[kind!]!.elements[1]).toMatchObject({ name: expect.stringMatching(/\w/) });
  });

  test.each([
    ['a YAML bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nset: *b\n', {}, /Anchors and aliases are not allowed/],
    ['nesting without end', `set: ${'['.repeat(5000)}`, {}, /nested too deeply/],
    ['a document in the place of a mapping', sample, {}, /X12/],
    ['an empty text', '', {}, /keys and values/],
  ] as const)('of %s ends in a sentence', async (_, text, more, why) => {
    const { compiles, faults } = await tryText(text, more);
    expect(compiles).toBe(false);
    expect(faults.map(({ message }) => message).join(' ')).toMatch(why);
  });

  test('on a sample of another set says which one it is', async () => {
    const other = templateTexts('standard-3pl').get('samples/944-full-receipt.x12')!;
    expect((await tryText(original, { sample: other })).refused).toBe(
      'The sample holds 944, and the mapping reads 945. Choose a sample with a 945.',
    );
  });

  test('of too much is refused with the size that is taken', async () => {
    const long = await partner.send('post', `${path}/945-in.yaml/trial`).send({ text: `# ${'x'.repeat(2_000_000)}` });
    expect([long.status, long.body.code]).toEqual([422, 'mapping.unusable']);
    expect(long.body.detail).toMatch(/2,000,002 characters, and a mapping may have 262,144/);
    const wide = await partner
      .send('post', `${path}/945-in.yaml/trial`)
      .send({ text: original, sample: 'x'.repeat(3_000_000) });
    expect([wide.status, wide.body.detail]).toEqual([422, expect.stringContaining('the bench takes 2,097,152')]);
  });
});

describe('saving', () => {
  test('keeps the version before, and tells whoever saw an older one who saved and when', async () => {
    const before = await detail();
    const changed = original.replace('mapping: Warehouse shipping advice', 'mapping: Shipping advice of Quayside');
    const saved = await save(partner, changed, before.mapping.hash);
    expect(saved.status, saved.text).toBe(200);
    const late = await save(team, original.replace('      orderNumber: W06-02\n', ''), before.mapping.hash);
    expect(late.status).toBe(409);
    expect(late.body.detail).toMatch(
      /^quayside saved another version of 945-in\.yaml at 2026-11-23 12:0\d UTC\. Nothing/,
    );
    const after = await detail(team);
    expect([after.text, after.mapping.author, after.mapping.inProduction]).toEqual([changed, 'quayside', 'other']);
    expect(after.history.map(({ isDraft, releases }) => [isDraft, releases])).toEqual(
      expect.arrayContaining([
        [true, []],
        [false, [1]],
      ]),
    );
    const { lines } = (
      await partner.get(`${path}/945-in.yaml/difference?from=${before.mapping.hash}&to=${after.mapping.hash}`)
    ).body;
    expect(lines).toContain('+mapping: Shipping advice of Quayside');
    const old = rig.context.db
      .system('configuration_file')
      .where({ hash: before.mapping.hash })
      .update({ content: Buffer.from('') });
    await expect(old).rejects.toThrow('configuration_file is never changed');
    expect(await rig.context.db.system('audit_entry').where({ action: 'mapping-text.saved' })).toHaveLength(1);
    await restore();
  });

  test.each([
    [
      'a mapping for another set',
      () => templateTexts('standard-3pl').get('mappings/944-in.yaml')!,
      /agreed for the 945 in 004010 from the partner, and this text maps the 944/,
    ],
    [
      'a mapping the other way',
      () => templateTexts('standard-3pl').get('mappings/940-out.yaml')!,
      /this text maps the 940 in 004010 to the partner/,
    ],
    ['a text with faults', () => original.replace('subject: W06-02', 'subjct: W06-02'), /was not saved: line \d+/],
    ['2 MB', () => `# ${'x'.repeat(2 * 1024 * 1024)}`, /a mapping may have 262,144/],
  ])('of %s is refused in words, and the draft stays', async (_, text, why) => {
    const before = await detail();
    const refused = await save(partner, text(), before.mapping.hash);
    expect([refused.status, refused.body.code]).toEqual([422, 'mapping.unusable']);
    expect(refused.body.detail).toMatch(why);
    expect((await detail()).configuration).toBe(before.configuration);
  });

  test('is for editors: whoever only looks is told which role it takes', async () => {
    const viewer = await rig.signIn('teamViewer');
    const { mapping } = await detail(team);
    expect((await save(viewer, original, mapping.hash)).body.detail).toMatch(/team admin or team integrator/);
  });
});

describe('a review', () => {
  const review = (who: Browser, what: string, hash: string, note?: string) =>
    who.send('post', `${path}/945-in.yaml/review`).send({ do: what, hash, ...(note !== undefined && { note }) });

  test('is about one version, is decided by somebody else, and ends with the next change', async () => {
    const start = await detail();
    const mine = original.replace('mapping: Warehouse shipping advice', 'mapping: Advice');
    const { hash } = (await save(partner, mine, start.mapping.hash)).body;
    expect((await review(partner, 'ask', start.mapping.hash)).status).toBe(409);
    expect((await review(partner, 'ask', hash)).body.mapping.review).toMatchObject({ state: 'asked', by: 'quayside' });
    expect((await review(partner, 'ask', hash)).body.detail).toMatch(/asked for already/);
    const own = await review(partner, 'approve', hash);
    expect([own.status, own.body.detail]).toEqual([409, 'You wrote this version, and somebody else reviews it.']);
    expect((await detail()).noReview).toBe('You wrote this version, and somebody else reviews it.');
    expect((await review(team, 'return', hash)).body.detail).toBe('Say in a note what has to change.');
    const returned = await review(team, 'return', hash, 'Keep the title.');
    expect(returned.body.mapping.review).toMatchObject({ state: 'returned', by: 'team', note: 'Keep the title.' });
    expect((await review(partner, 'ask', hash)).status).toBe(200);
    const approved = await review(team, 'approve', hash);
    expect(approved.body.mapping.review).toMatchObject({ state: 'approved' });
    // A partner is not told who of our people it was.
    expect((await detail()).mapping.review.by).toBe('Northgate Outfitters');
    const standing = await rig.context.db.system.transaction((tx) =>
      mappingStanding(tx, orgs.quayside, rig.context.now(), rig.context.catalog.standards),
    );
    const found = standing.mappings.find((one) => one.path === 'mappings/945-in.yaml');
    expect(found).toMatchObject({
      hash,
      state: 'approved',
      reviewer: 'team@northgate.example',
      author: 'edi@quayside.example',
    });
    expect(found!.coverage!.mapped).toBe(found!.coverage!.mandatory);
    await restore();
    expect((await detail()).mapping.review).toEqual({ state: 'unreviewed' });
  });

  test('by its author is refused by the database too, under whatever address', async () => {
    const { mapping } = await detail();
    const mine = original.replace('mapping: Warehouse shipping advice', 'mapping: Mine');
    const { hash } = (await save(partner, mine, mapping.hash)).body;
    const { db, newId, now } = rig.context;
    const [version] = await mappingVersions(db.system, orgs.quayside, 'mappings/945-in.yaml');
    expect(version!.hash).toBe(hash);
    const row = (by: string, byId: string | null) => ({
      ...{ id: newId(), org_id: orgs.quayside, path: 'mappings/945-in.yaml', hash, state: 'approved' },
      ...{ asked_by: by, asked_at: now(), decided_by: by, decided_by_id: byId, decided_at: now() },
    });
    const insert = (by: string, byId: string | null) => db.system('mapping_review').insert(row(by, byId));
    await expect(insert('EDI@quayside.example', null)).rejects.toThrow('the author of a mapping does not review it');
    await expect(insert('another@quayside.example', version!.byId)).rejects.toThrow('does not review it');
    await insert('team@northgate.example', null);
    const changed = db.system('mapping_review').where({ hash }).update({ state: 'returned', note: 'x' });
    await expect(changed).rejects.toThrow('a decided mapping_review is never changed');
    await restore();
  });

  test('of what the team wrote is the partner’s as well', async () => {
    const { mapping } = await detail();
    const theirs = original.replace('mapping: Warehouse shipping advice', 'mapping: By the team');
    const { hash } = (await save(team, theirs, mapping.hash)).body;
    expect((await detail(team)).noReview).toMatch(/You wrote/);
    expect((await review(partner, 'approve', hash)).body.mapping.review).toMatchObject({ state: 'approved' });
    await restore();
    const { mapping: back } = await detail();
    const seeded = await review(partner, 'approve', back.hash);
    expect(seeded.status, seeded.text).toBe(409);
  });
});

test('comments stay with their line while the text around it changes, are answered and settled', async () => {
  const { mapping } = await detail();
  const line = lineOf(original, 'billOfLading');
  const comments = `${path}/945-in.yaml/comments`;
  const said = await team.send('post', comments).send({ hash: mapping.hash, line, text: 'Is MB ever sent?' });
  expect(said.status, said.text).toBe(201);
  const [first] = (said.body as Detail).comments;
  const answered = await partner
    .send('post', comments)
    .send({ hash: mapping.hash, line, text: 'By the old system only.', answers: first!.id });
  expect((answered.body as Detail).comments.map(({ by, text }) => [by, text])).toEqual([
    ['Northgate Outfitters', 'Is MB ever sent?'],
    ['quayside', 'By the old system only.'],
  ]);
  expect((await partner.get(path)).body.mappings.find((one: Row) => one.name === '945-in.yaml').open).toBe(1);
  const longer = original.replace('mapping: Warehouse', '# One line more.\nmapping: Warehouse');
  const { hash } = (await save(partner, longer, mapping.hash)).body;
  expect((await detail()).comments.map((one) => one.line)).toEqual([line + 1, line + 1]);
  await save(partner, longer.replace(', "N9[01=MB]-02"]', ']'), hash);
  const [lost] = (await detail()).comments;
  expect([lost!.line, lost!.said.trim()]).toEqual([undefined, original.split('\n')[line - 1]!.trim()]);
  const settled = await partner.send('patch', `${comments}/${first!.id}`).send({ resolved: true });
  expect((settled.body as Detail).comments[0]!.resolved).toMatchObject({ by: 'quayside' });
  expect((await team.send('post', comments).send({ hash: mapping.hash, line: 9999, text: 'x' })).status).toBe(409);
  await restore();
});

test('what-if runs the partner’s last documents through both, and says what differs and what it leaves out', async () => {
  const { text: none } = await partner
    .send('post', `${path}/945-in.yaml/what-if`)
    .send({ environment: 'sandbox', text: original });
  expect(JSON.parse(none)).toMatchObject({ found: 0, compared: 0, nothing: expect.stringMatching(/has come/) });
  for (const [name, control] of [
    ['945-complete', '000000701'],
    ['945-partial-backorder-lots', '000000702'],
  ] as const) {
    const text = templateTexts('standard-3pl').get(`samples/${name}.x12`)!;
    const [, old = ''] = /^(?:[^*]*\*){13}(\d{9})\*/.exec(text) ?? [];
    const sent = await rig
      .withKey('quayside', 'post', '/v1/inbox')
      .type('application/edi-x12')
      .send(Buffer.from(text.replaceAll(old, control), 'latin1'));
    expect(sent.status, sent.text).toBe(202);
    await translate(rig.context, [sent.body.documents[0].id]);
  }
  const changed = original.replace('{ from: W27-02, as: upper }', 'W27-03');
  const ask = (text: string) =>
    partner.send('post', `${path}/945-in.yaml/what-if`).send({ environment: 'production', text });
  const { body, text } = await ask(changed);
  expect(body, text).toMatchObject({
    ...{ found: 2, compared: 2, differing: 2, left: { large: 0, late: 0 } },
    fields: [{ event: 'warehouse-order.shipped.v1', field: 'carrier/scac', kind: 'changed', documents: 2, changes: 2 }],
    findings: [{ kind: 'appeared', code: 'mapping.value-unread', documents: 2 }],
  });
  expect(body.fields[0].examples[0]).toMatchObject({ before: '"BHFT"', after: expect.stringMatching(/^"/) });
  expect((await ask(original)).body).toMatchObject({ compared: 2, differing: 0, fields: [] });
  const { samples } = (await partner.get(`${path}/945-in.yaml/samples?environment=production`)).body;
  const [received] = samples.filter(({ kind }: { kind: string }) => kind === 'document');
  const { text: bytes } = (await partner.get(`${path}/945-in.yaml/sample?id=${received.id}`)).body;
  expect(bytes).toContain('*000000702*');
  const stolen = await (await rig.signIn('heron')).get(
    `/v1/partners/${orgs.heron}/mappings/945-in.yaml/sample?id=${received.id}`,
  );
  expect([404, 409]).toContain(stolen.status);
});

test('an approver compares what the draft would make of the last documents, as the page Approvals asks it, and changes nothing', async () => {
  const people = `/v1/organizations/${orgs.owner}/users`;
  const { users } = (await team.get(people)).body;
  const { id } = users.find(({ email }: { email: string }) => email === 'viewer@northgate.example');
  await team.send('put', `${people}/${id}/roles`).send({ roles: ['team-approver'] });
  const approver = await rig.signIn('teamViewer');
  const ask = (name = '945-in.yaml', who = approver) =>
    who.send('post', `${path}/${name}/what-if`).send({ environment: 'production' });
  const { mapping } = await detail();
  expect((await ask()).body).toMatchObject({ compared: 2, differing: 0, fields: [], findings: [] });
  const changed = original.replace('{ from: W27-02, as: upper }', 'W27-03');
  expect((await save(partner, changed, mapping.hash)).status).toBe(200);
  const { body, text } = await ask();
  expect(body, text).toMatchObject({
    ...{ found: 2, compared: 2, differing: 2 },
    fields: [{ event: 'warehouse-order.shipped.v1', field: 'carrier/scac', kind: 'changed', documents: 2 }],
  });
  // What is sent is compared by what is written; of what never came, that is said.
  expect((await ask('944-in.yaml')).body).toMatchObject({ found: 0, compared: 0, nothing: expect.any(String) });
  expect((await save(approver, original, (await detail()).mapping.hash)).status).toBe(403);
  await restore();
});

test('a mapping begins from a template, with its guide and samples', async () => {
  const added = await partner.send('post', path).send({ set: '214', direction: 'in', template: 'standard-carrier' });
  expect(added.status, added.text).toBe(201);
  expect(added.body.mappings.map((one: Row) => one.name)).toContain('214-in.yaml');
  const { samples } = (await partner.get(`${path}/214-in.yaml/samples`)).body;
  expect(samples.length).toBeGreaterThan(1);
  const { words } = await detail(partner, '214-in.yaml');
  expect(words.places.find((one) => one.path.endsWith('AT7-01'))).toMatchObject({
    name: expect.stringMatching(/status/i),
  });
});
