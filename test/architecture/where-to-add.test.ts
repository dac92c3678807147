import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyTree, type TreeCopy, toolPath } from './tree-copy.ts';

// “Where do I add …” of the README: something of each kind is added to a copy of the tree, in the files that its row names and no others, and works there.

let tree: TreeCopy;
beforeAll(() => {
  tree = copyTree();
});
afterAll(() => tree.remove());

const said = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: tree.dir,
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
};
const compiler = (project: string) => said(toolPath('ts7/bin/tsc'), '-p', project, '--pretty', 'false').text;
const generate = () => expect(said('tools/generate/generate.ts')).toMatchObject({ status: 0 });
const crossdock = (...args: readonly string[]) => said('services/bin/crossdock.js', ...args);
/** What a script in the copy prints as JSON. */
function run(script: string): unknown {
  const { status, text } = said('--input-type=module', '--eval', script);
  expect({ status, text: status === 0 ? '' : text }).toEqual({ status: 0, text: '' });
  return JSON.parse(text);
}
/** The files of the row of the README's table. */
function row(name: string): string {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const found = text.split('\n').find((line) => line.startsWith(`| ${name} `));
  if (found === undefined) throw new Error(`The README has no row “${name}”.`);
  return found;
}

const envelope = (functionalId: string, body: readonly string[]) =>
  `${[
    'ISA*00*          *00*          *ZZ*PALLETS        *ZZ*NORTHGATE      *260303*0910*U*00401*000000101*0*P*>',
    `GS*${functionalId}*PALLETS*NORTHGATE*20260303*0910*101*X*004010`,
    ...body,
    'GE*1*101',
    'IEA*1*000000101',
  ].join('~\n')}~\n`;

describe('the README’s table holds:', () => {
  test('a canonical event: the compiler asks for its route, and takes it with one', () => {
    expect(row('a canonical event')).toContain('one line in `services/domain/events.ts`, `npm run generate`');
    tree.write(
      'specs/events/pallet.returned.v1.schema.json',
      JSON.stringify({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: 'https://crossdock.invalid/events/pallet.returned.v1.schema.json',
        title: 'A warehouse returns pallets (X12 888).',
        type: 'object',
        additionalProperties: false,
        properties: { note: { type: 'string', minLength: 1 } },
        required: ['note'],
      }),
    );
    tree.insert('services/domain/events.ts', `  'document.advised.v1',`, `  'pallet.returned.v1',`);
    generate();
    expect(compiler('.')).toMatch(/services\/domain\/routes\.ts.*pallet\.returned\.v1.* is missing/);
    tree.insert(
      'services/domain/routes.ts',
      `  'document.advised.v1': { record: bySubject, time: 'advisedAt' },`,
      `  'pallet.returned.v1': { record: bySubject },`,
    );
    expect(compiler('.')).toBe('');
  });

  test('an effect in Odoo: Odoo takes the event from then on', () => {
    expect(row('an effect in Odoo')).toContain('`services/odoo/actions/<verb-noun>.ts`, one line in its index');
    const taken = `import { actionOf } from './services/odoo/actions/index.ts'; console.log(typeof actionOf('pallet.returned.v1') === 'function')`;
    expect(run(taken)).toBe(false);
    tree.write(
      'services/odoo/actions/note-pallets.ts',
      `import type { Action } from './contract.ts';\n\nexport const notePallets: Action<'pallet.returned.v1'> = () => Promise.resolve({ outcome: 'applied', writes: [] });\n`,
    );
    tree.insert(
      'services/odoo/actions/index.ts',
      `import { noteMilestone } from './note-milestone.ts';`,
      `import { notePallets } from './note-pallets.ts';`,
    );
    tree.insert(
      'services/odoo/actions/index.ts',
      `  'tender.answered.v1': recordAnswer,`,
      `  'pallet.returned.v1': notePallets,`,
    );
    expect(compiler('.')).toBe('');
    expect(run(taken)).toBe(true);
  });

  test('a transaction set and a template: a document of it becomes an event, without code', () => {
    expect(row('a transaction set, a version')).toContain('no code');
    expect(row('a template')).toContain('no code');
    tree.write(
      'specs/x12/004010/888.json',
      JSON.stringify({
        ...{ $schema: '../../x12-set.schema.json', set: '888', version: '004010', functionalId: 'QG', name: 'Pallets' },
        body: ['ST', 'BTI', 'N9', 'SE'].flatMap((segment) =>
          segment === 'BTI' ? [] : [{ segment, use: segment === 'N9' ? 'O' : 'M' }],
        ),
      }),
    );
    tree.write(
      'partners/pallet-pool/partner.yaml',
      'template: pallet-pool\ntitle: Pallet pool\nkind: 3pl\ndescription: Lends pallets.\ndocuments:\n  - { set: "888", direction: inbound, version: "004010", mapping: 888-in.yaml }\n',
    );
    tree.write(
      'partners/pallet-pool/mappings/888-in.yaml',
      'mapping: Pallets\nset: "888"\nversion: "004010"\nemits: pallet.returned.v1\nsubject: N9-02\nfields:\n  note: N9-02\nleaves:\n  - paths: [N9]\n    because: The event has the number only.\n    silent: true\n',
    );
    tree.write(
      'partners/pallet-pool/samples/888-returned.x12',
      envelope('QG', ['ST*888*0001', 'N9*BM*PALLETS-7', 'SE*3*0001']),
    );
    const checked = crossdock('mapping', 'check', 'partners/pallet-pool');
    expect(checked, checked.text).toMatchObject({ status: 0 });
    const made = crossdock(
      'translate',
      'partners/pallet-pool/samples/888-returned.x12',
      '--configuration',
      'pallet-pool',
    );
    expect(made, made.text).toMatchObject({ status: 0 });
    expect(made.text).toContain('"type":"pallet.returned.v1"');
    expect(made.text).toContain('"note":"PALLETS-7"');
  });

  test('a trade rule: what breaks it is told, without code', () => {
    expect(row('a trade rule')).toContain('no code');
    tree.write(
      'specs/x12/trade-rules/pallets.yaml',
      'about: Pallets\nrules:\n  - sets: ["945"]\n    each: "//W12[01,03]"\n    that: { atMost: [W12-03, 5] }\n    code: business.too-many-pallets\n    explain: More than five (W12-03) do not fit on a pallet.\n',
    );
    const { text } = crossdock('inspect', 'partners/standard-3pl/samples/945-complete.x12', '--json');
    expect(text).toContain('business.too-many-pallets');
  });

  test('a part of what is agreed: it is read from partner.yaml, and a wrong word is a fault', () => {
    expect(row('a part of what is agreed')).toMatch(/configuration\.ts`.*`terms`.*compile\.ts`.*partner\.schema\.json/);
    tree.insert(
      'services/domain/configuration/configuration.ts',
      '  readonly delimiters: OutboundDelimiters;',
      `  /** Whether pallets are exchanged. */\n  readonly pallets?: 'exchange' | 'none';`,
    );
    const compile = 'services/domain/configuration/compile.ts';
    tree.replace(compile, `'resend', 'delimiters'] as const;`, `'resend', 'delimiters', 'pallets'] as const;`);
    tree.insert(
      compile,
      `    delimiters: readDelimiters(found.get('delimiters'), faults),`,
      `    ...(found.has('pallets') && { pallets: readWord(found.get('pallets')!.value, ['exchange', 'none'] as const, '\`pallets\`', faults) ?? 'none' }),`,
    );
    expect(compiler('.')).toBe('');
    const file = 'partners/pallet-pool/partner.yaml';
    const yaml = readFileSync(join(tree.dir, file), 'utf8');
    tree.write(file, `${yaml}pallets: exchange\n`);
    expect(crossdock('mapping', 'check', 'partners/pallet-pool')).toMatchObject({ status: 0 });
    tree.write(file, `${yaml}pallets: perhaps\n`);
    const wrong = crossdock('mapping', 'check', 'partners/pallet-pool');
    expect([wrong.status, wrong.text]).toEqual([1, expect.stringContaining('`pallets`')]);
    tree.write(file, yaml);
  });

  test('a kind of case and a kind of clock: a line each, and the words, the turn and the case of its lateness follow', () => {
    expect(row('a kind of case')).toContain('a line in `services/domain/obligations/case-kinds.ts`');
    expect(row('a kind of clock')).toContain('a line in `services/domain/obligations/clock-kinds.ts`');
    tree.insert(
      'services/domain/obligations/clock-kinds.ts',
      `  'business-answer': { about: 'document', rung: 'business-answer', late: 'clock.business-answer' },`,
      `  'pallet-return': { about: 'order', late: 'clock.pallet-return' },`,
    );
    expect(compiler('.')).toContain('clock.pallet-return');
    tree.insert(
      'services/domain/obligations/case-kinds.ts',
      `  'clock.business-answer': late('partner', 'The partner has not answered in time'),`,
      `  'clock.pallet-return': late('partner', 'The pallets did not come back in time'),`,
    );
    expect(compiler('.')).toBe('');
    expect(
      run(
        `import { casesOfClock } from './services/domain/obligations/clock-kinds.ts';
         import { wordsOf } from './services/domain/obligations/case-kinds.ts';
         import { kindsWith } from './services/domain/obligations/case-turns.ts';
         const [kind] = casesOfClock('pallet-return');
         console.log(JSON.stringify([kindsWith({ owner: 'partner' }).includes(kind), wordsOf({ kind, facts: { dueAt: new Date(0) } }).title]))`,
      ),
    ).toEqual([true, 'The pallets did not come back in time']);
  });

  test('an API operation: the compiler asks for its handler, and it is registered with one', () => {
    expect(row('an API operation')).toMatch(/crossdock\.yaml`.*`npm run generate`/);
    const answers = Object.entries({
      401: 'Unauthorized',
      403: 'Forbidden',
      429: 'TooManyRequests',
      503: 'Unavailable',
    })
      .map(([status, name]) => `      "${status}": { $ref: ../responses.yaml#/${name} }\n`)
      .join('');
    tree.write(
      'specs/openapi/paths/pallets.yaml',
      `pallets:
  get:
    operationId: listPallets
    tags: [system]
    summary: Pallets that are with partners
    security: [{ session: [] }]
    x-caller: session
    x-roles: [team]
    x-environment: none
    x-limit: standard
    responses:
      "200":
        description: How many there are
        content:
          application/json:
            schema: { type: object, required: [count], properties: { count: { type: integer } } }
            examples: { none: { value: { count: 0 } } }
${answers}`,
    );
    tree.insert(
      'specs/openapi/crossdock.yaml',
      '  /v1/overview: { $ref: paths/system.yaml#/overview }',
      '  /v1/pallets: { $ref: paths/pallets.yaml#/pallets }',
    );
    generate();
    expect(compiler('.')).toMatch(/services\/http\/operations\/index\.ts.*listPallets/);
    tree.write(
      'services/http/operations/list-pallets.ts',
      `import type { Handler } from '../operation.ts';\n\nexport const listPallets: Handler<'listPallets'> = () => Promise.resolve({ status: 200, body: { count: 0 } });\n`,
    );
    const index = 'services/http/operations/index.ts';
    tree.insert(
      index,
      `import { listOutbox } from './list-outbox.ts';`,
      `import { listPallets } from './list-pallets.ts';`,
    );
    tree.insert(index, '  listOutbox,', '  listPallets,');
    expect(compiler('.')).toBe('');
  });

  test('a job: the compiler asks for its handler', () => {
    expect(row('a job')).toMatch(/`Jobs`.*`jobSettings`/);
    const jobs = 'services/domain/jobs.ts';
    tree.insert(
      jobs,
      `  'translate-apart': { readonly documentId: string };`,
      `  'count-pallets': { readonly orgId: string };`,
    );
    tree.insert(
      jobs,
      `  'translate-apart': { queue: 'large', attempts: 8, backoffMs: 500 },`,
      `  'count-pallets': { queue: 'documents', attempts: 8, backoffMs: 500 },`,
    );
    expect(compiler('.')).toMatch(/services\/bin\/hub\.ts.*count-pallets/);
    tree.insert(
      'services/bin/hub.ts',
      `      'translate-apart': ({ documentId }) => translateApart(context, documentId),`,
      `      'count-pallets': () => Promise.resolve(),`,
    );
    expect(compiler('.')).toBe('');
  });

  test('a portal page: the router knows it from its entry in pages.ts on', () => {
    expect(row('a portal page')).toContain(
      '`portal/src/app/routes/<page>.tsx`, one entry in `portal/src/app/pages.ts`',
    );
    tree.write(
      'portal/src/app/routes/pallets.tsx',
      `import { Link } from '@tanstack/react-router';\nimport { Page } from '../../ui/page.tsx';\n\nexport function PalletsPage() {\n  return (\n    <Page title="Pallets">\n      <Link to="/pallets">Pallets</Link>\n    </Page>\n  );\n}\n`,
    );
    expect(compiler('portal')).toContain('/pallets');
    tree.insert(
      'portal/src/app/pages.ts',
      'export const pages = {',
      `  pallets: createRoute({
    ...under,
    ...page({ team: listed('Pallets', IconStack2) }),
    path: '/pallets',
    component: lazyRouteComponent(() => import('./routes/pallets.tsx'), 'PalletsPage'),
  }),`,
    );
    expect(compiler('portal')).toBe('');
  });

  test('a table: a test tells of one with an org_id that is not walled', () => {
    expect(row('a table')).toContain('with an `org_id` it must be walled');
    const migration = (walls: string) =>
      tree.write(
        'migrations/20991231_010_pallets.ts',
        `import type { Knex } from 'knex';\n\nexport async function up(db: Knex): Promise<void> {\n  await db.raw(\`create table pallet (org_id uuid not null, count integer not null)\`);\n${walls}}\n\nexport async function down(): Promise<void> {}\n`,
      );
    const walls = () => said('node_modules/vitest/vitest.mjs', 'run', 'test/store/walls.test.ts');
    migration('');
    const open = walls();
    expect([open.status, open.text]).toEqual([1, expect.stringContaining('pallet')]);
  });
});
