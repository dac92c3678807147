/**
 * Reads, checks and maps a stream of so many megabytes in this process, for `reader.ts`: `node test/bench/stream.ts 100`. Prints as JSON what it took;
 * a process of its own, since the peak of memory is that of a process.
 */
import { lintSet } from '../../services/domain/lint/lint-set.ts';
import { mapSet } from '../../services/domain/mapping/map-set.ts';
import { checkStream } from '../../services/domain/x12/check-stream.ts';
import { loadCatalog } from '../../services/store/catalog.ts';
import { benchSamples, piecesOf, sampleText } from './large-document.ts';

const [sample] = benchSamples;
const megabytes = Number(process.argv[2]);
const catalog = loadCatalog();
const mapping = catalog.inbound(sample.profile, `${sample.set}-in.yaml`)!;
const linter = { guides: catalog.guides(sample.profile), traps: catalog.traps };

function* chunks(): Generator<Buffer, void, undefined> {
  for (const piece of piecesOf(sampleText(sample), megabytes * 1e6)) yield Buffer.from(piece, 'latin1');
}

let events = 0;
const start = performance.now();
for await (const item of checkStream(chunks(), catalog.standards)) {
  if (item.kind === 'set') events += mapSet(lintSet(item.set, linter), mapping).events.length;
}
const seconds = (performance.now() - start) / 1000;
// maxRSS is given in kilobytes.
const peakMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ perSecond: megabytes / seconds, peakMb, events }));
