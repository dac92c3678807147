import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageViolations, violationsIn } from './project-rules.ts';

// What `npm run check` runs: every rule that can be seen without running the product. Steps can be named: `npm run check -- types`.

const root = fileURLToPath(new URL('../..', import.meta.url));

type Verdict = { ok: boolean; said: string };
type Step = { name: string; means: string; run(): Promise<Verdict> };

function tool(script: string, args: readonly string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', (error) => resolve({ ok: false, said: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, said: said.trim() }));
  });
}

const typeCheck = (project: string) => () => tool('node_modules/ts7/bin/tsc', ['-p', project, '--pretty', 'false']);

async function projectRules(): Promise<Verdict> {
  const violations = [...violationsIn(root), ...packageViolations(root)];
  const said = violations.map(({ level, rule, file, line, remedy }) => `${level} ${rule}: ${file}:${line} ${remedy}`);
  return { ok: violations.every(({ level }) => level === 'warning'), said: said.join('\n') };
}

async function generated(): Promise<Verdict> {
  const script = 'tools/generate/generate.ts';
  if (!existsSync(join(root, script))) return { ok: false, said: `${script} is missing` };
  return tool(script, ['--check']);
}

const cruised = ['services', 'tools', 'portal/src', 'specs/generated', 'migrations'];

const steps: readonly Step[] = [
  { name: 'types', means: 'TypeScript 7 over services, tools, migrations and tests', run: typeCheck('.') },
  { name: 'portal-types', means: 'TypeScript 7 over the portal', run: typeCheck('portal') },
  {
    name: 'style',
    means: 'Biome: format and lint',
    run: () => tool('node_modules/@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '--colors=off', '.']),
  },
  {
    name: 'promises',
    means: 'oxlint with types: no promise is left alone',
    run: () =>
      tool('node_modules/oxlint/bin/oxlint', [
        '--type-aware',
        '--deny-warnings',
        'services',
        'tools',
        'test',
        'portal/src',
        'migrations',
      ]),
  },
  {
    name: 'directions',
    means: 'dependency-cruiser: every direction of the architecture',
    run: () =>
      tool('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', [
        '--config',
        '.dependency-cruiser.mjs',
        '--output-type',
        'err-long',
        ...cruised,
      ]),
  },
  { name: 'rules', means: 'purity of the domain, sizes, names, lock file', run: projectRules },
  { name: 'generated', means: 'files made from the contract are fresh', run: generated },
];

async function runStep(step: Step): Promise<boolean> {
  const startedAt = performance.now();
  const { ok, said } = await step.run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${step.name.padEnd(13)} ${seconds.padStart(5)} s  ${step.means}`);
  const shown = ok
    ? said
        .split('\n')
        .filter((line) => line.startsWith('warning '))
        .join('\n')
    : said;
  if (shown) console.log(`${shown.replace(/^/gm, '       ')}\n`);
  return ok;
}

const named = process.argv.slice(2);
const unknown = named.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}
const chosen = steps.filter((step) => named.length === 0 || named.includes(step.name));
let failed = 0;
const waiting = [...chosen];
async function runWaiting(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await runStep(step))) failed += 1;
}
// Two at once: half of them use one core only.
await Promise.all([runWaiting(), runWaiting()]);
console.log(failed === 0 ? `\nAll ${chosen.length} checks hold.` : `\n${failed} of ${chosen.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
