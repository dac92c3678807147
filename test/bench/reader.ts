import { readFileSync } from 'node:fs';
import { X12Parser } from 'node-x12';
import { check } from '../../services/domain/x12/check.ts';
import { read } from '../../services/domain/x12/read.ts';
import { loadCatalog } from '../../services/store/catalog.ts';
import { against, type Result } from './report.ts';

const samples = [
  { set: '214', file: 'partners/standard-carrier/samples/214-departed.x12' },
  { set: '856', file: 'partners/standard-3pl/samples/856-sotpi.x12' },
  { set: '945', file: 'partners/standard-3pl/samples/945-complete.x12' },
] as const;
const megabytes = 10;

/** Reader and checker against node-x12 and JSON.parse of the same content. */
export function benchReader(): readonly Result[] {
  const { standards } = loadCatalog();
  return samples.flatMap(({ set, file }) => {
    const text = enlarge(readFileSync(new URL(`../../${file}`, import.meta.url), 'latin1'), megabytes * 1e6);
    const bytes = Buffer.from(text, 'latin1');
    const size = bytes.byteLength / 1e6;
    const speed = (work: () => unknown, times: number) => (size * times) / seconds(work, times);
    const json = JSON.stringify(text.split('~').map((segment) => segment.trim().split('*')));
    const ours = speed(() => read(bytes), 10);
    const checked = speed(() => check(read(bytes), standards), 3);
    const peer = speed(() => new X12Parser(true).parse(text), 1);
    const parse = speed(() => JSON.parse(json), 3);
    return [
      against(`read ${set}`, ours, 'MB/s', 'node-x12', peer),
      against(`read ${set}`, ours, 'MB/s', 'JSON.parse of the same', parse),
      against(`read and check ${set}`, checked, 'MB/s', 'node-x12', peer),
      against(`read and check ${set}`, checked, 'MB/s', 'JSON.parse of the same', parse),
    ];
  });
}

/** Repeats the sample's transaction set until the interchange has the wanted size; counts and control numbers are right. */
function enlarge(sample: string, wanted: number): string {
  const segments = sample
    .split('~')
    .map((segment) => segment.trim())
    .filter(Boolean);
  const from = segments.findIndex((segment) => segment.startsWith('ST*'));
  const to = segments.findIndex((segment) => segment.startsWith('SE*'));
  const body = segments.slice(from + 1, to);
  const one = body.join('~\n').length + 30;
  const count = Math.ceil(wanted / one);
  const sets: string[] = [];
  for (let i = 1; i <= count; i += 1) {
    const control = String(i).padStart(9, '0');
    sets.push(
      [segments[from]!.replace(/\*[^*]*$/, `*${control}`), ...body, `SE*${body.length + 2}*${control}`].join('~\n'),
    );
  }
  const gs = segments.find((segment) => segment.startsWith('GS*'))!;
  const isa = segments[0]!;
  return `${[isa, gs, ...sets, `GE*${count}*${gs.split('*')[6]}`, `IEA*1*${isa.split('*')[13]}`].join('~\n')}~\n`;
}

function seconds(work: () => unknown, times: number): number {
  work();
  const start = performance.now();
  for (let i = 0; i < times; i += 1) work();
  return (performance.now() - start) / 1000;
}
