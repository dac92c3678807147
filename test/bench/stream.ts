/**
 * Reads and checks a stream of so many megabytes in this process, for `reader.ts`: `node test/bench/stream.ts check 100`, or maps it too with `map`.
 * Prints as JSON what it took; a process of its own, since the peak of memory is that of a process.
 */

import type { InboundMapping } from '../../services/domain/mapping/language/plan.ts';
import { mapSet } from '../../services/domain/mapping/run/map-set.ts';
import { checkStream } from '../../services/domain/x12/check/check-stream.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { compiledFolder, templateFolder } from '../../services/library/templates.ts';
import { benchSamples, piecesOf, sampleText } from './large-document.ts';
import { peakMemoryMb } from './peak-memory.ts';

const [sample] = benchSamples;
const [, , work, size = '1'] = process.argv;
const { standards } = loadCatalog();
const mapping = work === 'map' ? mappingOfSample() : undefined;

function mappingOfSample(): InboundMapping {
  const { documents } = compiledFolder(templateFolder(sample.profile)!, standards);
  const compiled = documents.find(({ set }) => set === sample.set)?.compiled;
  if (compiled?.direction === 'inbound') return compiled;
  throw new Error(`There is no mapping for the ${sample.set}.`);
}

function* chunks(megabytes: number): Generator<Buffer, void, undefined> {
  for (const piece of piecesOf(sampleText(sample), megabytes * 1e6)) yield Buffer.from(piece, 'latin1');
}

async function run(megabytes: number): Promise<number> {
  let length = 0;
  for await (const item of checkStream(chunks(megabytes), standards)) {
    if (item.kind !== 'set' || !mapping) continue;
    for (const event of mapSet(item.set, mapping).events) length += JSON.stringify(event.data).length;
  }
  return length;
}

const warmUp = 10;
const startMb = peakMemoryMb(process.pid);
await run(warmUp);
const start = performance.now();
await run(Number(size));
const perSecond = (Number(size) * 1000) / (performance.now() - start);
console.log(JSON.stringify({ perSecond, startMb, peakMb: peakMemoryMb(process.pid) }));
