import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** One figure, and the peer it is measured against in the same run. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: string;
  readonly peerValue?: number;
  /** value / peerValue. */
  readonly ratio?: number;
}

export const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
});

/** Compares a figure with a peer's of the same run. */
export function against(name: string, value: number, unit: string, peer: string, peerValue: number): Result {
  return { name, value: round(value), unit, peer, peerValue: round(peerValue), ratio: round(value / peerValue) };
}

export const alone = (name: string, value: number, unit: string): Result => ({ name, value: round(value), unit });

const round = (value: number) => Number(value.toPrecision(4));

/** Prints the machine and the results of one part. */
export function print(results: readonly Result[]): void {
  const m = machine();
  console.log(`\n${m.cpu}, ${m.cores} cores, ${m.memoryGb} GB, Node ${m.node}, ${m.platform}\n`);
  const width = Math.max(...results.map((r) => r.name.length));
  for (const r of results) {
    const peer = r.peer === undefined ? '' : `   ${String(r.ratio).padStart(7)} x ${r.peer} (${r.peerValue} ${r.unit})`;
    console.log(`${r.name.padEnd(width)} ${String(r.value).padStart(10)} ${r.unit.padEnd(7)}${peer}`);
  }
}

export function save(results: readonly Result[], file: string): void {
  writeFileSync(file, `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`);
}
