import { readFileSync } from 'node:fs';
import { parseXml } from '@rgrove/parse-xml';
import { readDocument } from '../../services/domain/documents/read-document.ts';
import { compileMapping } from '../../services/domain/mapping/language/compile.ts';
import { mapDocument } from '../../services/domain/mapping/run/map-document.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { compiledFolder, templateFolder } from '../../services/library/templates.ts';
import { inboundOf } from './inbound-of.ts';
import { against, type Result } from './report.ts';

const megabytes = 4;
const context = { lookups: new Map([['locations', new Map([['DOCK-1', 'JOL/Stock']])]]) };

/** A report of stock as XML and as JSON: the same items, so that items per second can be compared. */
export function benchDocuments(): readonly Result[] {
  const { standards } = loadCatalog();
  const fromXml = inboundOf(compiledFolder(templateFolder('standard-rest')!, standards), 'inventory');
  const text = readFileSync(new URL('inventory-json.yaml', import.meta.url), 'utf8');
  const { mapping: fromJson, faults } = compileMapping(text, 'inventory-json.yaml');
  if (fromJson?.direction !== 'inbound') throw new Error(faults.map(({ message }) => message).join('\n'));
  const [xml, count] = enlargedXml();
  const json = Buffer.from(JSON.stringify({ ...report, items: Array.from({ length: count }, () => item) }, null, 2));
  const decoded = xml.toString('utf8');
  const perSecond = (work: () => unknown) => count / fastest(work);
  const mapped = perSecond(() => mapDocument(xml, fromXml, context));
  return [
    against(
      `XML read into a tree, ${megabytes} MB`,
      perSecond(() => readDocument(xml, { name: 'xml' })),
      'items/s',
      '@rgrove/parse-xml (parse with offsets)',
      perSecond(() => parseXml(decoded, { includeOffsets: true })),
    ),
    against(
      `XML read and mapped, ${megabytes} MB (${((mapped * xml.length) / count / 1e6).toFixed(1)} MB/s)`,
      mapped,
      'items/s',
      'the same items as JSON',
      perSecond(() => mapDocument(json, fromJson, context)),
    ),
  ];
}

const report = { number: 'INV-20260303', scope: 'FULL', createdAt: '2026-03-03T22:00:00-06:00' };
const item = {
  ids: [
    { type: 'SKU', id: 'NG-JACKET-M' },
    { type: 'GTIN', id: '614141000012' },
  ],
  description: 'Alpine jacket M & belt',
  location: 'DOCK-1',
  levels: [
    { state: 'AVAIL', quantity: { uom: 'EA', value: 120 } },
    { state: 'HOLD', quantity: { uom: 'EA', value: 4 } },
  ],
};

/** The sample with its first item repeated, and how often. */
function enlargedXml(): readonly [Buffer, number] {
  const sample = new URL('../../partners/standard-rest/samples/inventory-report.xml', import.meta.url);
  const text = readFileSync(sample, 'utf8');
  const [head = '', first = '', ...rest] = text.split(/(?=<inv:Item>)/);
  const count = Math.ceil((megabytes * 1e6) / first.length);
  const tail = rest.join('').split('</inv:Item>').at(-1)!;
  return [Buffer.from(head + first.repeat(count) + tail), count];
}

/** Seconds of the fastest of a few runs, by the time that the processor spent on them: other programs do not count. */
function fastest(work: () => unknown): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let nth = 0; nth < 5; nth += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, user + system);
  }
  return best / 1e6;
}
