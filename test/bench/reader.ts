import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { X12Parser } from 'node-x12';
import { lintInterchange } from '../../services/domain/lint/lint-interchange.ts';
import { mapSet } from '../../services/domain/mapping/run/map-set.ts';
import { check } from '../../services/domain/x12/check/check.ts';
import { read } from '../../services/domain/x12/read/read.ts';
import { draftOf } from '../../services/domain/x12/write/draft.ts';
import { write } from '../../services/domain/x12/write/write.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { compiledFolder, templateFolder } from '../../services/library/templates.ts';
import { inboundOf } from './inbound-of.ts';
import { type BenchSample, benchSamples, enlarge, sampleText } from './large-document.ts';
import { against, type Result } from './report.ts';

const megabytes = 10;
const messages = 2000;
const catalog = loadCatalog();

/** The engine against node-x12 and JSON.parse of the same content: large files, single messages, a stream. */
export function benchReader(): readonly Result[] {
  return [
    ...benchSamples.flatMap(benchLarge),
    ...benchSamples.map(benchSingle),
    ...benchStream('check'),
    ...benchStream('map'),
  ];
}

/** Reads, checks, holds against guide and trade rules, and maps; answers the length of the events as JSON. `provenance`: theirs is written out too. */
function translator({ set, profile }: BenchSample): (bytes: Uint8Array, provenance?: boolean) => number {
  const configuration = compiledFolder(templateFolder(profile)!, catalog.standards);
  const mapping = inboundOf(configuration, set);
  const linter = { guides: configuration.guides, tradeRules: catalog.tradeRules };
  const context = { partnerZone: 'America/Chicago' };
  return (bytes, provenance = false) => {
    let length = 0;
    for (const interchange of check(read(bytes), catalog.standards).interchanges)
      for (const group of lintInterchange(interchange, linter).groups)
        for (const transaction of group.sets)
          for (const event of mapSet(transaction, mapping, context).events)
            length += JSON.stringify(provenance ? event : event.data).length;
    return length;
  };
}

function benchLarge(sample: BenchSample): Result[] {
  const { set } = sample;
  const text = enlarge(sampleText(sample), megabytes * 1e6);
  const bytes = Buffer.from(text, 'latin1');
  const speed = (work: () => unknown, times: number) => bytes.byteLength / 1e6 / fastest(work, times);
  const json = JSON.stringify(text.split('~').map((segment) => segment.trim().split('*')));
  const translate = translator(sample);
  const drafts = read(bytes).interchanges.map(draftOf);
  const peer = speed(() => new X12Parser(true).parse(text), 1);
  const parse = speed(() => JSON.parse(json), 5);
  const rows: readonly (readonly [name: string, speed: number])[] = [
    [`read ${set}`, speed(() => read(bytes), 10)],
    [`read and check ${set}`, speed(() => check(read(bytes), catalog.standards), 5)],
    [`read, check, guide and map ${set} to JSON`, speed(() => translate(bytes), 5)],
    [`the same, provenance written too, ${set}`, speed(() => translate(bytes, true), 3)],
    [`write ${set}`, speed(() => drafts.map((draft) => write(draft, { newline: '\n' })), 5)],
  ];
  return rows.flatMap(([name, ours]) => [
    against(name, ours, 'MB/s', 'node-x12 (parse)', peer),
    against(name, ours, 'MB/s', 'JSON.parse of the same', parse),
  ]);
}

function benchSingle(sample: BenchSample): Result {
  const text = sampleText(sample);
  const bytes = Buffer.from(text, 'latin1');
  const translate = translator(sample);
  const rate = (work: () => unknown) => messages / fastest(() => repeat(work, messages), 5);
  const ours = rate(() => translate(bytes));
  const peer = rate(() => new X12Parser(true).parse(text));
  return against(
    `single ${sample.set}s read, checked, guided and mapped to JSON`,
    ours,
    '/s',
    'node-x12 (parse)',
    peer,
  );
}

interface Streamed {
  readonly perSecond: number;
  /** Memory before the first byte, and at most. */
  readonly startMb: number;
  readonly peakMb: number;
}

function benchStream(work: 'check' | 'map'): Result[] {
  const [small, large] = [streamed(work, megabytes), streamed(work, 10 * megabytes)];
  const name = `stream of ${10 * megabytes} MB ${work === 'map' ? 'read, checked and mapped' : 'read and checked'}`;
  return [
    against(name, large.perSecond, 'MB/s', `the same of ${megabytes} MB`, small.perSecond),
    against(`${name}: peak memory`, large.peakMb, 'MB', 'the process at its start', large.startMb),
  ];
}

function streamed(work: string, size: number): Streamed {
  const script = fileURLToPath(new URL('stream.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script, work, String(size)], { encoding: 'utf8' })) as Streamed;
}

function repeat(work: () => unknown, times: number): void {
  for (let nth = 0; nth < times; nth += 1) work();
}

/** Seconds of the fastest run: whatever else the machine does can only slow a run down. */
function fastest(work: () => unknown, times: number): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < times; nth += 1) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best / 1000;
}
