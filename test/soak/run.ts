import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { textTable } from '../../services/cli/text-table.ts';
import { machine } from '../bench/report.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import type { Row } from './soak.ts';

// `npm run soak [-- --list | --only NAME[,NAME] | --seconds N | --json FILE]`: the hub as real processes under load and faults, on this machine alone.
// Ends with code 1 when an acknowledged document is lost or double, a process has crashed, or something else was not as it must be.

const { values } = parseArgs({
  options: {
    list: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    seconds: { type: 'string' },
    json: { type: 'string' },
  },
});

if (values.list) {
  console.log(
    textTable(
      ['scenario', 'seconds', 'what'],
      scenarios.map((one) => [one.name, String(one.seconds), one.what]),
    ),
  );
  process.exit(0);
}
const only = values.only?.flatMap((names) => names.split(','));
const unknown = only?.find((name) => !scenarios.some((one) => one.name === name));
const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
if (unknown !== undefined || (seconds !== undefined && !(seconds >= 1 && seconds <= 3600))) {
  console.error(
    unknown === undefined ? '--seconds is a number from 1 to 3600.' : `There is no scenario ${unknown}; see --list.`,
  );
  process.exit(2);
}

const head = [
  'scenario',
  'acknowledged',
  'applied',
  'lost',
  'double',
  'crashes',
  'slowest health',
  'recovery',
  'remarks',
];
const cells = (row: Row) => [
  ...[row.scenario, row.acknowledged, row.applied, row.lost, row.double, row.crashes].map(String),
  ...[`${row.slowestHealthMs} ms`, `${(row.recoveryMs / 1000).toFixed(1)} s`, row.notes.join('; ')],
];

async function runOne({ name, seconds: usual, run }: Scenario): Promise<Row> {
  console.log(`${new Date().toISOString().slice(11, 19)} ${name} …`);
  try {
    return await run(seconds ?? usual);
  } catch (error) {
    const nothing = { acknowledged: 0, applied: 0, lost: 0, double: 0, crashes: 0, slowestHealthMs: 0, recoveryMs: 0 };
    return { scenario: name, ...nothing, notes: [], faults: [`It broke off: ${(error as Error).stack}`] };
  }
}

const rows: Row[] = [];
const skipped: string[] = [];
for (const scenario of scenarios.filter(({ name }) => only?.includes(name) ?? true)) {
  if (scenario.missing === undefined) rows.push(await runOne(scenario));
  else skipped.push(`${scenario.name} (${scenario.missing})`);
}
const m = machine();
console.log(`\n${m.cpu}, ${m.cores} cores, ${m.memoryGb} GB, Node ${m.node}\n`);
console.log(textTable(head, rows.map(cells)));
for (const one of skipped) console.log(`not run: ${one}`);
for (const { scenario, faults } of rows) for (const fault of faults) console.log(`\n${scenario}: ${fault}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine: m, rows, skipped }, null, 2)}\n`);
// A scenario that broke off may have left something running.
const wrong = rows.some(({ faults, lost, double, crashes }) => faults.length + lost + double + crashes > 0) ? 1 : 0;
process.exit(wrong);
