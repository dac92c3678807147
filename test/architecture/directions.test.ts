import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyTree, type TreeCopy, toolPath } from './tree-copy.ts';

type Configuration = { forbidden: { name: string; comment: string }[] };
const { default: configuration } = (await import(new URL('../../.dependency-cruiser.mjs', import.meta.url).href)) as {
  default: Configuration;
};

/** What somebody could write against each rule: the file, its content, and how else the same import would be told of. */
type Offence = { rule: string; file: string; text: string; also?: string[] };

const target = (file: string) => ({ file, text: 'export const broken = 1;\n' });

/** Modules to be imported by the offenders, one in each layer, so that the test does not depend on the names of real ones. */
const targets = [
  ...['domain', 'store', 'library', 'embedded', 'twins', 'flows', 'queue', 'http', 'odoo', 'bin', 'cli'].map((name) =>
    target(`services/${name}/injected-target.ts`),
  ),
  target('services/domain/mapping/injected-target.ts'),
  target('services/channels/one/injected-target.ts'),
  target('services/channels/two/injected-target.ts'),
  target('portal/src/features/one/injected-target.ts'),
  target('portal/src/lib/injected-target.ts'),
  target('specs/generated/injected-target.ts'),
  target('test/support/injected-target.ts'),
  target('tools/generate/injected-target.ts'),
];

const importing = (from: string) => `import { broken } from '${from}';\nexport const used = broken;\n`;
const importingType = (from: string, name: string) =>
  `import type { ${name} } from '${from}';\nexport type Used = ${name};\n`;

function upward(from: string, to: string, also: string[] = []): Offence {
  const up = from.includes('/') ? '../../' : '../';
  const rule = `${from.split('/')[0]}-looks-down-only`;
  return {
    rule,
    file: `services/${from}/injected-${to.replace('/', '-')}.ts`,
    text: importing(`${up}${to}/injected-target.ts`),
    also,
  };
}

const bin = ['bin-is-imported-by-commands-only'];
const cli = ['commands-are-imported-by-nobody'];
const offences: Offence[] = [
  ...['store', 'flows', 'queue', 'http', 'odoo', 'channels/one'].map((to) => upward('domain', to)),
  ...['flows', 'queue', 'http', 'odoo', 'channels/one'].map((to) => upward('store', to)),
  ...['queue', 'http'].map((to) => upward('flows', to)),
  ...['http', 'odoo', 'channels/one'].map((to) => upward('queue', to)),
  ...['queue', 'odoo'].map((to) => upward('http', to)),
  ...['store', 'flows', 'queue', 'http', 'odoo'].map((to) => upward('channels/one', to)),
  ...['store', 'flows', 'queue', 'http', 'channels/one'].map((to) => upward('odoo', to)),
  ...['domain', 'store', 'flows', 'queue', 'http', 'odoo', 'channels/one'].map((from) => upward(from, 'bin', bin)),
  ...['store', 'flows', 'http'].map((to) => upward('mail', to)),
  ...['library', 'embedded', 'twins'].map((from) => upward(from, 'flows')),
  ...['domain', 'store', 'http', 'odoo', 'twins'].map((to) => upward('embedded', to)),
  ...['store', 'odoo'].map((to) => upward('twins', to)),
  upward('domain', 'library'),
  upward('odoo', 'twins'),
  upward('http', 'cli', cli),
  {
    rule: 'commands-are-imported-by-nobody',
    file: 'services/bin/injected-command.ts',
    text: importing('../cli/injected-target.ts'),
  },
  {
    rule: 'tools-are-imported-by-nobody',
    file: 'services/flows/injected-tool.ts',
    text: importing('../../tools/generate/injected-target.ts'),
    also: ['flows-looks-down-only'],
  },
  {
    rule: 'domain-looks-down-only',
    file: 'services/domain/injected-type.ts',
    text: importingType('../store/injected-type.ts', 'Row'),
  },
  {
    rule: 'domain-without-node',
    file: 'services/domain/injected-io.ts',
    text: `import { readFileSync } from 'node:fs';\nexport const used = readFileSync;\n`,
  },
  {
    rule: 'domain-with-pure-packages-only',
    file: 'services/domain/injected-package.ts',
    text: `import pino from 'pino';\nexport const used = pino;\n`,
  },
  {
    rule: 'domain-reads-specs-as-data',
    file: 'services/domain/injected-contract.ts',
    text: importing('../../specs/generated/injected-target.ts'),
  },
  {
    rule: 'x12-knows-the-standard-only',
    file: 'services/domain/x12/injected-partner.ts',
    text: importing('../mapping/injected-target.ts'),
  },
  {
    rule: 'test-is-imported-by-nobody',
    file: 'services/flows/injected-test.ts',
    text: importing('../../test/support/injected-target.ts'),
  },
  {
    rule: 'channels-do-not-know-each-other',
    file: 'services/channels/one/injected-neighbour.ts',
    text: importing('../two/injected-target.ts'),
  },
  {
    rule: 'hub-reads-releases-only',
    file: 'services/flows/injected-template.ts',
    text: `import { templateNames } from '../library/templates.ts';\nexport const used = templateNames;\n`,
  },
  {
    rule: 'obligations-have-one-writer',
    file: 'services/flows/injected-case.ts',
    text: `import { openCases } from '../store/obligations/cases.ts';\nexport const used = openCases;\n`,
  },
  {
    rule: 'obligations-have-one-writer',
    file: 'services/store/injected-rung.ts',
    text: `import { setRungs } from './obligations/ladder.ts';\nexport const used = setRungs;\n`,
  },
  {
    rule: 'obligations-in-few-statements',
    file: 'services/store/injected-status.ts',
    text: `import { statusSql } from './obligations/in-statements.ts';\nexport const used = statusSql;\n`,
  },
  {
    rule: 'queue-library-in-queue-only',
    file: 'services/flows/injected-queue-library.ts',
    text: `import { Queue } from 'bullmq';\nexport const used = Queue;\n`,
  },
  {
    rule: 'no-web-server-below-http',
    file: 'services/flows/injected-express.ts',
    text: `import express from 'express';\nexport const used = express;\n`,
  },
  {
    rule: 'portal-knows-the-contract-only',
    file: 'portal/src/lib/injected-service.ts',
    text: importing('../../../services/domain/injected-target.ts'),
  },
  {
    rule: 'portal-is-imported-by-nobody',
    file: 'services/http/injected-portal.ts',
    text: importing('../../portal/src/lib/injected-target.ts'),
    also: ['http-looks-down-only'],
  },
  {
    rule: 'portal-features-do-not-know-each-other',
    file: 'portal/src/features/two/injected-neighbour.ts',
    text: importing('../one/injected-target.ts'),
  },
  {
    rule: 'portal-parts-know-no-feature',
    file: 'portal/src/ui/injected-feature.ts',
    text: importing('../features/one/injected-target.ts'),
  },
  {
    rule: 'specs-import-nothing',
    file: 'specs/generated/injected-code.ts',
    text: importing('../../services/domain/injected-target.ts'),
  },
  {
    rule: 'migrations-stand-alone',
    file: 'migrations/29990101_injected.ts',
    text: importing('../services/store/injected-target.ts'),
  },
  {
    rule: 'no-cycles',
    file: 'services/store/injected-egg.ts',
    text: `import { hen } from './injected-hen.ts';\nexport const egg = () => hen;\n`,
  },
  { rule: 'everything-is-used', file: 'services/store/injected-forgotten.ts', text: 'export const forgotten = 1;\n' },
  { rule: 'everything-is-used', file: 'services/bin/injected-forgotten.ts', text: 'export const forgotten = 1;\n' },
  { rule: 'everything-is-used', file: 'tools/injected-forgotten.ts', text: 'export const forgotten = 1;\n' },
  { rule: 'everything-is-found', file: 'services/store/injected-lost.ts', text: importing('./not-there.ts') },
  {
    rule: 'packages-are-declared',
    file: 'services/store/injected-borrowed.ts',
    text: `import pgTypes from 'pg-types';\nexport const used = pgTypes;\n`,
  },
  {
    rule: 'services-run-without-dev-packages',
    file: 'services/store/injected-dev-package.ts',
    text: `import supertest from 'supertest';\nexport const used = supertest;\n`,
  },
];

const partners = [
  { file: 'services/store/injected-type.ts', text: 'export type Row = { id: string };\n' },
  {
    file: 'services/store/injected-hen.ts',
    text: `import { egg } from "./injected-egg.ts";\nexport const hen = () => egg;\n`,
  },
];

/** What the architecture allows, and no rule may forbid. */
const innocent = [
  { file: 'services/store/injected-fine.ts', text: importing('../domain/injected-target.ts') },
  { file: 'services/flows/injected-fine-store.ts', text: importing('../store/injected-target.ts') },
  { file: 'services/flows/injected-fine-odoo.ts', text: importing('../odoo/injected-target.ts') },
  { file: 'services/flows/injected-fine-channel.ts', text: importing('../channels/one/injected-target.ts') },
  { file: 'services/flows/injected-fine-library.ts', text: importing('../library/injected-target.ts') },
  { file: 'services/library/injected-fine.ts', text: importing('../domain/injected-target.ts') },
  { file: 'services/twins/injected-fine.ts', text: importing('../domain/injected-target.ts') },
  { file: 'services/cli/injected-fine.ts', text: importing('../bin/injected-target.ts') },
  { file: 'services/queue/injected-fine.ts', text: importing('../flows/injected-target.ts') },
  { file: 'services/http/injected-fine.ts', text: importing('../flows/injected-target.ts') },
  { file: 'services/odoo/injected-fine.ts', text: importing('../domain/injected-target.ts') },
  { file: 'services/channels/one/injected-fine.ts', text: importing('../../domain/injected-target.ts') },
  {
    file: 'portal/src/features/one/injected-fine.ts',
    text: importing('../../../../specs/generated/injected-target.ts'),
  },
  { file: 'portal/src/features/one/injected-fine-lib.ts', text: importing('../../lib/injected-target.ts') },
];

let tree: TreeCopy;
let found: Map<string, Set<string>>;

beforeAll(() => {
  tree = copyTree();
  for (const { file, text } of [...targets, ...offences, ...partners, ...innocent]) tree.write(file, text);
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const scope = ['services', 'tools', 'portal/src', 'specs/generated', 'migrations'];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [toolPath('dependency-cruiser/bin/dependency-cruiser.mjs'), ...args, ...scope],
    {
      cwd: tree.dir,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    },
  );
  expect(stderr).toBe('');
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  found = new Map();
  for (const { from, rule } of summary.violations) found.set(from, (found.get(from) ?? new Set()).add(rule.name));
});
afterAll(() => tree.remove());

/** The rules that a file broke; being unused is the lot of all injected files, so it counts only where it is the offence. */
function broken(file: string, rule = ''): string[] {
  return [...(found.get(file) ?? [])].filter((name) => name !== 'everything-is-used' || name === rule).toSorted();
}

describe('the directions of the architecture hold', () => {
  test.each(offences)('$rule catches $file', ({ rule, file, also = [] }) => {
    expect(broken(file, rule)).toEqual([rule, ...also].toSorted());
  });

  test.each(innocent)('nothing is said against $file', ({ file }) => {
    expect(broken(file)).toEqual([]);
  });

  test.each([
    'services/bin/crossdock.js',
    'tools/generate/generate.ts',
    'tools/install/build-ssh-ciphers.js',
    'portal/src/main.tsx',
  ])('%s is a program', (file) => {
    expect(broken(file, 'everything-is-used')).toEqual([]);
  });

  test('no rule is without an offence that proves it', () => {
    const proven = new Set(offences.flatMap(({ rule, also = [] }) => [rule, ...also]));
    expect(configuration.forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });

  test('every rule tells the offender what to do', () => {
    for (const { name, comment } of configuration.forbidden) expect(comment, name).toMatch(/\.$/);
  });
});
