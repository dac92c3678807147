import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completed, missingEntries } from '../support/complete-lock.ts';
import { packageViolations, type Violation, violationsIn } from '../support/project-rules.ts';
import { copyTree, type TreeCopy, toolPath } from './tree-copy.ts';

const lines = (count: number) => Array.from({ length: count }, (_, at) => `export const line${at} = ${at};`).join('\n');

const impure = [
  'export const at = Date.now();',
  'export const at = new Date();',
  'export const at = Date();',
  'export const home = process.env.HOME;',
  'export const luck = Math.random();',
  'export const id = crypto.randomUUID();',
  'export const body = fetch("https://hub.example/");',
  'export const say = () => console.log("hello");',
  'export const later = () => setTimeout(() => {}, 1);',
  'export const lazy = () => import("./finding.ts");',
  'export const here = import.meta.url;',
  'export const env = globalThis.process;',
];

const pure = [
  'export const at = (text: string) => new Date(text).getTime();',
  'export const at = (now: number) => new Date(now);',
  'export type Step = { process: string }; export const run = (step: Step) => step.process;',
  '// Date.now() and process.env are not for us\nexport const text = "process.env";',
];

const onTheStack = [
  'export const all = (list: number[], more: number[]) => list.push(...more);',
  'export const all = (list: number[], more: number[]) => list.splice(0, 1, ...more);',
  'export const most = (list: number[]) => Math.max(0, ...list);',
  'export const text = (list: number[]) => String.fromCharCode(...list);',
];

const offTheStack = [
  'export const all = (list: number[], more: number[]) => [...list, ...more];',
  'export const call = (work: (...args: number[]) => void, ...args: number[]) => work(...args);',
  'export const most = (one: number, other: number) => Math.max(one, other);',
];

const writesObligation = [
  "export const close = (tx: any) => tx('exception_case').where({ id: 1 }).update({ state: 'resolved' });",
  "export const add = (tx: any) => tx.insert({ id: 1 }).into('sla_clock');",
  "export const drop = (tx: any) => tx('ladder_rung as r').where({ id: 1 }).del();",
  'export const sql = `insert into exception_case (id) values (1)`;',
  "export const sql = 'UPDATE  sla_clock set state = 1';",
  "export const sql = (id: string) => `update document set outcome = 'done' where id = $" + '{id}`;',
  'export const sql = `insert into document (id, headline) values (1, 2)`;',
  "export const done = (tx: any) => tx('document').where({ id: 1 }).update({ outcome: 'done' });",
  "export const add = (tx: any, ids: string[]) => tx('document').insert(ids.map((id) => ({ id, headline: 'x' })));",
];

const writesNoObligation = [
  "export const read = (tx: any) => tx('exception_case').where({ state: 'open' }).select();",
  'export const sql = `select outcome, headline from document where outcome = 1`;',
  "export const state = (tx: any) => tx('document').where({ outcome: 'done' }).update({ state: 'delivered' });",
  "export const heads = (tx: any) => tx('delivery').update({ outcome: 'x' });",
  'export const sql = `update document_raw set content = 1`;',
];

let tree: TreeCopy;
let violations: Violation[];
const of = (file: string) =>
  violations.filter((violation) => violation.file === file).map(({ rule, level }) => `${level} ${rule}`);

beforeAll(() => {
  tree = copyTree();
  for (const [at, text] of impure.entries()) tree.write(`services/domain/injected-impure-${at}.ts`, `${text}\n`);
  for (const [at, text] of pure.entries()) tree.write(`services/domain/injected-pure-${at}.ts`, `${text}\n`);
  tree.write('services/store/injected-clock.ts', 'export const at = Date.now();\n');
  tree.write('services/store/injected-long.ts', `${lines(260)}\n`);
  tree.write('services/store/injected-too-long.ts', `${lines(401)}\n`);
  tree.write('services/store/samples/injected-data.ts', `${lines(401)}\n`);
  tree.write(
    'services/flows/injected-function.ts',
    `export function long() {\n${lines(130).replaceAll('export ', '  ')}\n}\n`,
  );
  for (const [at, text] of onTheStack.entries()) tree.write(`services/flows/injected-stack-${at}.ts`, `${text}\n`);
  for (const [at, text] of offTheStack.entries()) tree.write(`services/flows/injected-heap-${at}.ts`, `${text}\n`);
  for (const [at, text] of writesObligation.entries())
    tree.write(`services/flows/injected-writer-${at}.ts`, `${text}\n`);
  tree.write('services/store/obligations/injected-writer.ts', `${writesObligation[0]}\n`);
  for (const [at, text] of writesNoObligation.entries())
    tree.write(`services/store/injected-reader-${at}.ts`, `${text}\n`);
  tree.write('services/flows/injected-word.ts', '// The relay gets a nudge.\nexport interface Misfit {}\n');
  tree.write('specs/injected.md', 'Somebody else was faster.\n');
  tree.write('services/store/InjectedCase.ts', 'export const a = 1;\n');
  tree.write('services/store/injected-helper.ts', 'export const a = 1;\n');
  tree.write(
    'services/flows/injected-floating.ts',
    'export async function later(): Promise<void> {}\nexport function now(): void {\n  later();\n}\n',
  );
  violations = violationsIn(tree.dir);
});
afterAll(() => tree.remove());

describe('project rules that no linter knows', () => {
  test.each(onTheStack.map((text, at) => ({ text, at })))('no list goes on the call stack: $text', ({ at }) => {
    expect(of(`services/flows/injected-stack-${at}.ts`)).toContain('error no-lists-on-the-stack');
  });

  test.each(offTheStack.map((text, at) => ({ text, at })))('a list may be used: $text', ({ at }) => {
    expect(of(`services/flows/injected-heap-${at}.ts`)).toEqual([]);
  });

  test.each(impure.map((text, at) => ({ text, at })))('the domain may not say: $text', ({ at }) => {
    expect(of(`services/domain/injected-impure-${at}.ts`)).toContain('error domain-is-pure');
  });

  test.each(pure.map((text, at) => ({ text, at })))('the domain may say: $text', ({ at }) => {
    expect(of(`services/domain/injected-pure-${at}.ts`)).toEqual([]);
  });

  test('outside of the domain there is a clock', () => {
    expect(of('services/store/injected-clock.ts')).toEqual([]);
  });

  test.each(writesObligation.map((text, at) => ({ text, at })))('obligations have one writer: $text', ({ at }) => {
    expect(of(`services/flows/injected-writer-${at}.ts`)).toEqual(['error obligations-have-one-writer']);
  });

  test.each(writesNoObligation.map((text, at) => ({ text, at })))('no obligation is written: $text', ({ at }) => {
    expect(of(`services/store/injected-reader-${at}.ts`)).toEqual([]);
  });

  test('a word that was retired is refused in code and in pages for people, with what to use', () => {
    expect(of('services/flows/injected-word.ts')).toEqual(['error no-retired-words', 'error no-retired-words']);
    expect(of('specs/injected.md')).toEqual(['error no-retired-words']);
    const told = violations.filter(({ file }) => file === 'services/flows/injected-word.ts');
    expect(told.map(({ remedy }) => remedy).join()).toMatch(/ValidationIssue/);
  });

  test('the store modules of obligations may write them', () => {
    expect(of('services/store/obligations/injected-writer.ts')).toEqual([]);
  });

  test('a file over 250 lines is warned of, one over 400 refused, data may be long', () => {
    expect(of('services/store/injected-long.ts')).toEqual(['warning files-are-short']);
    expect(of('services/store/injected-too-long.ts')).toEqual(['error files-are-short']);
    expect(of('services/store/samples/injected-data.ts')).toEqual([]);
  });

  test('a function over 120 lines is refused', () => {
    expect(of('services/flows/injected-function.ts')).toEqual(['error functions-are-short']);
  });

  test('file names are kebab-case and say something', () => {
    expect(of('services/store/InjectedCase.ts')).toEqual(['error files-are-named-for-one-thing']);
    expect(of('services/store/injected-helper.ts')).toEqual(['error files-are-named-for-one-thing']);
  });

  test('a lock file with addresses of a registry, one that lacks a platform, and a thirteenth script are refused', () => {
    const scripts = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`script-${at}`, 'true']));
    tree.write('package.json', JSON.stringify({ scripts }));
    const tool = {
      version: '1.2.3',
      resolved: 'https://registry.example/tool.tgz',
      optionalDependencies: { 'tool-linux-arm64': '1.2.3' },
    };
    tree.write('package-lock.json', JSON.stringify({ packages: { 'node_modules/tool': tool } }, null, 2));
    const found = packageViolations(tree.dir).map(({ rule }) => rule);
    expect(found).toEqual(['a-dozen-scripts', 'lock-file-without-addresses', 'lock-file-for-every-platform']);
  });

  test('the missing platforms of a lock file are written with their version and where they run', () => {
    const tool = {
      version: '1.2.3',
      dev: true,
      optionalDependencies: { '@tool/binding-linux-arm64-musl': '1.2.3', '@tool/darwin-x64': '1.2.3' },
    };
    const { packages } = completed({ packages: { '': {}, 'node_modules/@tool/cli': tool } });
    expect(Object.keys(packages)).toEqual([
      '',
      'node_modules/@tool/binding-linux-arm64-musl',
      'node_modules/@tool/cli',
      'node_modules/@tool/darwin-x64',
    ]);
    const common = { version: '1.2.3', dev: true, optional: true };
    expect(packages['node_modules/@tool/binding-linux-arm64-musl']).toEqual({
      ...common,
      cpu: ['arm64'],
      libc: ['musl'],
      os: ['linux'],
    });
    expect(packages['node_modules/@tool/darwin-x64']).toEqual({ ...common, cpu: ['x64'], os: ['darwin'] });
    expect(missingEntries({ packages }).size).toBe(0);
  });

  test('a promise that nobody waits for is refused', () => {
    const args = ['--type-aware', '--deny-warnings', 'services/flows/injected-floating.ts'];
    const { status, stdout } = spawnSync(process.execPath, [toolPath('oxlint/bin/oxlint'), ...args], {
      cwd: tree.dir,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/no-floating-promises/);
    expect(status).not.toBe(0);
  });
});
