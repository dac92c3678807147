import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyTree, type TreeCopy, toolPath } from './tree-copy.ts';

// “Where do I add …” of the README: something of each kind is added to a copy of the tree, in the files that its row names and no others, and works there.
// All of them are added together, in two parts: the compiler, which takes its time, asks for the second parts at once, and takes all at once.

let tree: TreeCopy;
/** What the compilers say while the first parts stand alone, and of everything. */
const told = { ofFirst: { '.': '', portal: '' }, ofAll: { '.': '', portal: '' } };
/** Whether Odoo took the event before. */
let tookReturns: unknown;
beforeAll(() => {
  tree = copyTree();
  tookReturns = run(takesReturns);
  for (const { first } of additions) first?.();
  generate();
  for (const project of ['.', 'portal'] as const) told.ofFirst[project] = compiler(project);
  for (const { rest } of additions) rest?.();
  for (const project of ['.', 'portal'] as const) told.ofAll[project] = compiler(project);
}, 1_800_000);
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

const takesReturns = `import { actionOf } from './services/odoo/actions/index.ts'; console.log(typeof actionOf('pallet.returned.v1') === 'function')`;

/** Something to add: what the compiler asks for when its first part stands alone, and what works with both. */
interface Addition {
  readonly kind: string;
  /** What the rows of the README's table say of it. */
  readonly row: readonly (readonly [name: string, files: string | RegExp])[];
  readonly first?: () => void;
  readonly asks?: RegExp;
  /** Whose compiler asks; that of everything but the portal unless given. */
  readonly project?: 'portal';
  readonly rest?: () => void;
  readonly works?: () => void;
}

const additions: readonly Addition[] = [
  {
    kind: 'a canonical event: the compiler asks for its route, and takes it with one',
    row: [['a canonical event', 'one line in `services/domain/events.ts`, `npm run generate`']],
    first: () => {
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
    },
    asks: /services\/domain\/routes\.ts.*pallet\.returned\.v1.* is missing/,
    rest: () => {
      tree.insert(
        'services/domain/routes.ts',
        `  'document.advised.v1': { record: bySubject, time: 'advisedAt' },`,
        `  'pallet.returned.v1': { record: bySubject },`,
      );
    },
  },
  {
    kind: 'an effect in Odoo: Odoo takes the event from then on',
    row: [['an effect in Odoo', '`services/odoo/actions/<verb-noun>.ts`, one line in its index']],
    rest: () => {
      tree.write(
        'services/odoo/actions/note-pallets.ts',
        `import type { Action } from './contract.ts';\n\nexport const notePallets: Action<'pallet.returned.v1'> = () => Promise.resolve({ outcome: 'applied', writes: [] });\n`,
      );
      tree.insert(
        'services/odoo/actions/index.ts',
        `import { noteLike, noteMilestone } from './note-milestone.ts';`,
        `import { notePallets } from './note-pallets.ts';`,
      );
      tree.insert(
        'services/odoo/actions/index.ts',
        `  'tender.answered.v1': recordAnswer,`,
        `  'pallet.returned.v1': notePallets,`,
      );
    },
    works: () => {
      expect([tookReturns, run(takesReturns)]).toEqual([false, true]);
    },
  },
  {
    kind: 'a transaction set and a template: a document of it becomes an event, without code',
    row: [
      ['a transaction set, a version', 'no code'],
      ['a template', 'no code'],
    ],
    first: () => {
      tree.write(
        'specs/x12/004010/888.json',
        JSON.stringify({
          ...{
            $schema: '../../x12-set.schema.json',
            set: '888',
            version: '004010',
            functionalId: 'QG',
            name: 'Pallets',
          },
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
    },
    works: () => {
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
    },
  },
  {
    kind: 'a trade rule: what breaks it is told, without code',
    row: [['a trade rule', 'no code']],
    first: () => {
      tree.write(
        'specs/x12/trade-rules/pallets.yaml',
        'about: Pallets\nrules:\n  - sets: ["945"]\n    each: "//W12[01,03]"\n    that: { atMost: [W12-03, 5] }\n    code: business.too-many-pallets\n    explain: More than five (W12-03) do not fit on a pallet.\n',
      );
    },
    works: () => {
      const { text } = crossdock('inspect', 'partners/standard-3pl/samples/945-complete.x12', '--json');
      expect(text).toContain('business.too-many-pallets');
    },
  },
  {
    kind: 'a part of what is agreed: it is read from partner.yaml, and a wrong word is a fault',
    row: [['a part of what is agreed', /configuration\.ts`.*`terms`.*compile\.ts`.*partner\.schema\.json/]],
    rest: () => {
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
    },
    works: () => {
      const file = 'partners/pallet-pool/partner.yaml';
      const yaml = readFileSync(join(tree.dir, file), 'utf8');
      tree.write(file, `${yaml}pallets: exchange\n`);
      expect(crossdock('mapping', 'check', 'partners/pallet-pool')).toMatchObject({ status: 0 });
      tree.write(file, `${yaml}pallets: perhaps\n`);
      const wrong = crossdock('mapping', 'check', 'partners/pallet-pool');
      expect([wrong.status, wrong.text]).toEqual([1, expect.stringContaining('`pallets`')]);
      tree.write(file, yaml);
    },
  },
  {
    kind: 'a kind of case and a kind of clock: a line each, and the words, the turn and the case of its lateness follow',
    row: [
      ['a kind of case', 'a line in `services/domain/obligations/case-kinds.ts`'],
      ['a kind of clock', 'a line in `services/domain/obligations/clock-kinds.ts`'],
    ],
    first: () => {
      tree.insert(
        'services/domain/obligations/clock-kinds.ts',
        `  'business-answer': { about: 'document', rung: 'business-answer', late: 'clock.business-answer' },`,
        `  'pallet-return': { about: 'order', late: 'clock.pallet-return' },`,
      );
    },
    asks: /clock\.pallet-return/,
    rest: () => {
      tree.insert(
        'services/domain/obligations/case-kinds.ts',
        `  'clock.business-answer': late('partner', 'The partner has not answered in time'),`,
        `  'clock.pallet-return': late('partner', 'The pallets did not come back in time'),`,
      );
    },
    works: () => {
      expect(
        run(
          `import { casesOfClock } from './services/domain/obligations/clock-kinds.ts';
           import { wordsOf } from './services/domain/obligations/case-kinds.ts';
           import { kindsWith } from './services/domain/obligations/case-turns.ts';
           const [kind] = casesOfClock('pallet-return');
           console.log(JSON.stringify([kindsWith({ owner: 'partner' }).includes(kind), wordsOf({ kind, facts: { dueAt: new Date(0) } }).title]))`,
        ),
      ).toEqual([true, 'The pallets did not come back in time']);
    },
  },
  {
    kind: 'an API operation: the compiler asks for its handler, and it is registered with one',
    row: [['an API operation', /crossdock\.yaml`.*`npm run generate`/]],
    first: () => {
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
    },
    asks: /services\/http\/operations\/index\.ts.*listPallets/,
    rest: () => {
      tree.write(
        'services/http/operations/list-pallets.ts',
        `import type { Handler } from '../operation.ts';\n\nexport const listPallets: Handler<'listPallets'> = () => Promise.resolve({ status: 200, body: { count: 0 } });\n`,
      );
      tree.insert(
        'services/http/operations/all.ts',
        `export { listPartners } from './list-partners.ts';`,
        `export { listPallets } from './list-pallets.ts';`,
      );
    },
  },
  {
    kind: 'a job: the compiler asks for its handler',
    row: [['a job', /`Jobs`.*`jobSettings`/]],
    first: () => {
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
    },
    asks: /services\/bin\/hub\.ts.*count-pallets/,
    rest: () => {
      tree.insert(
        'services/bin/hub.ts',
        `      'translate-apart': ({ documentId }) => translateApart(context, documentId),`,
        `      'count-pallets': () => Promise.resolve(),`,
      );
    },
  },
  {
    kind: 'a mail: its text is one line, and whoever queues it gives its facts',
    row: [['a mail', '`mailTexts` in `services/domain/identity/mails.ts`']],
    rest: () => {
      tree.insert(
        'services/domain/identity/mails.ts',
        'export const mailTexts = {',
        `  'pallet-count': (of: { count: number }) => ({ subject: 'Pallets', paragraphs: [\`\${of.count} pallets.\`] }),`,
      );
    },
    works: () => {
      const said = run(
        `const { mailOf, plainText } = await import('./services/domain/identity/mails.ts'); console.log(JSON.stringify(plainText(mailOf({ purpose: 'pallet-count', of: { count: 3 } }))));`,
      );
      expect(said).toBe('3 pallets.');
    },
  },
  {
    kind: 'a portal page: the router knows it from its entry in pages.ts on',
    row: [['a portal page', '`portal/src/app/routes/<page>.tsx`, one entry in `portal/src/app/pages.ts`']],
    first: () => {
      tree.write(
        'portal/src/app/routes/pallets.tsx',
        `import { Link } from '@tanstack/react-router';\nimport { Page } from '../../ui/page.tsx';\n\nexport function PalletsPage() {\n  return (\n    <Page title="Pallets">\n      <Link to="/pallets">Pallets</Link>\n    </Page>\n  );\n}\n`,
      );
    },
    asks: /\/pallets/,
    project: 'portal',
    rest: () => {
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
    },
  },
  {
    kind: 'a table: a test tells of one with an org_id that is not walled',
    row: [['a table', 'with an `org_id` it must be walled']],
    works: () => {
      const migration = (walls: string) =>
        tree.write(
          'migrations/20991231_010_pallets.ts',
          `import type { Knex } from 'knex';\n\nexport async function up(db: Knex): Promise<void> {\n  await db.raw(\`create table pallet (org_id uuid not null, count integer not null)\`);\n${walls}}\n\nexport async function down(): Promise<void> {}\n`,
        );
      const walls = () => said('node_modules/vitest/vitest.mjs', 'run', 'test/store/walls.test.ts');
      migration('');
      const open = walls();
      expect([open.status, open.text]).toEqual([1, expect.stringContaining('pallet')]);
    },
  },
];

describe('the README’s table holds:', () => {
  test.each(additions)('$kind', ({ row: rows, asks, project, works }) => {
    for (const [name, files] of rows) expect(row(name)).toMatch(files);
    if (asks) expect(told.ofFirst[project ?? '.']).toMatch(asks);
    works?.();
  });

  test('the compilers take all of it', () => {
    expect(told.ofAll).toEqual({ '.': '', portal: '' });
  });
});
