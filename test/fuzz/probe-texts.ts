import assert from 'node:assert/strict';
import type { DocumentNode } from '../../services/domain/documents/document-node.ts';
import { readDocument } from '../../services/domain/documents/read-document.ts';
import { compileGuides } from '../../services/domain/guide/compile-guide.ts';
import type { MappingFault } from '../../services/domain/language/fault.ts';
import { lintSet } from '../../services/domain/lint/lint-set.ts';
import { compileMapping } from '../../services/domain/mapping/language/compile.ts';
import type { InboundMapping } from '../../services/domain/mapping/language/plan.ts';
import { renderDocument } from '../../services/domain/mapping/render/render-document.ts';
import { renderEvent } from '../../services/domain/mapping/render/render-event.ts';
import { mapDocument } from '../../services/domain/mapping/run/map-document.ts';
import { mapSet } from '../../services/domain/mapping/run/map-set.ts';
import { compileTradeRules } from '../../services/domain/trade-rules/compile-trade-rules.ts';
import { schemaErrors, setsOf, standards } from '../domain/mapping/support.ts';
import { probeFinding } from './probe.ts';
import type { Pick } from './random.ts';
import { documentTexts, eventOf940, guideReference, guideTexts, sampleBytes } from './texts.ts';

const receivedDay = 20_515;
const sampleSets = sampleBytes.flatMap((bytes) => setsOf(bytes).map((set) => ({ set, length: bytes.length })));

/** A JSON, XML or CSV document becomes events that their schemas accept, or findings with places in it. */
export function probeDocument(bytes: Uint8Array, name: string, mappings: readonly InboundMapping[]): void {
  const format = name.slice(name.lastIndexOf('.') + 1);
  for (const mapping of mappings) {
    if (mapping.reads?.name !== format) continue;
    const { root, findings: faults, nodes } = readDocument(bytes, mapping.reads);
    for (const fault of faults) probeFinding(fault, bytes.length);
    assert.equal(
      root === undefined,
      faults.some(({ level }) => level === 'standard'),
      'unreadable is said, and only that',
    );
    // Of a key that stands twice the first value was counted, and dropped.
    if (root) assert.ok(probeNodes(root, bytes.length) <= nodes, 'nodes are counted');
    const { events, findings } = mapDocument(bytes, mapping, { partnerZone: 'America/Chicago' });
    for (const finding of findings) {
      probeFinding(finding, bytes.length);
      assert.ok(
        finding.offset === undefined || (finding.line! >= 1 && finding.column! >= 1),
        `${finding.code} has a place`,
      );
    }
    for (const { type, data } of events) assert.deepEqual(schemaErrors(type, data), []);
  }
}

/** Every node lies in the document, and in order of its list. Answers how many there are. */
function probeNodes(root: DocumentNode, length: number): number {
  let count = 0;
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    count += 1;
    const [from, to] = node.range;
    assert.ok(from >= 0 && from <= to && to <= length, `${node.name} is at ${from} to ${to} of ${length}`);
    const ordinals = new Map<string, number>();
    for (const child of node.children) {
      if (child.ordinal === 0) continue;
      assert.equal(child.ordinal, (ordinals.get(child.name) ?? 0) + 1, `${child.name} is out of order`);
      ordinals.set(child.name, child.ordinal);
    }
    for (const child of node.children) waiting.push(child);
  }
  return count;
}

function probeFaults(faults: readonly MappingFault[]): void {
  for (const { line, column, message } of faults)
    assert.ok(line > 0 && column > 0 && message !== '', 'a fault has a place');
}

/** A mapping is refused with places, or runs on a document of its kind and gives what the schemas accept. */
export function probeMapping(text: string, name: string, pick: Pick): void {
  const { mapping, faults } = compileMapping(text, name);
  probeFaults(faults);
  assert.equal(mapping === undefined, faults.length > 0);
  if (mapping === undefined) return;
  if (mapping.direction === 'outbound') {
    if (mapping.writes) renderDocument({ data: eventOf940 }, mapping);
    else renderEvent({ data: eventOf940 }, mapping);
    return;
  }
  if (mapping.reads) {
    const bytes = Buffer.from(documentTexts[pick(documentTexts.length)]!.text);
    for (const { type, data } of mapDocument(bytes, mapping).events) assert.deepEqual(schemaErrors(type, data), []);
    return;
  }
  const { set, length } = sampleSets[pick(sampleSets.length)]!;
  const { events, findings } = mapSet(set, mapping);
  for (const finding of findings) probeFinding(finding, length);
  for (const { type, data } of events) assert.deepEqual(schemaErrors(type, data), []);
}

/** A guide is refused with places, or held against the sets that it is for. */
export function probeGuide(text: string, name: string): void {
  const files = guideTexts.map((file) => ({
    file: file.name,
    reference: guideReference(file.name),
    text: file.name === name ? text : file.text,
  }));
  const { guides, faults } = compileGuides(files, standards);
  probeFaults(faults);
  const guide = guides.find(({ reference }) => reference === guideReference(name));
  if (guide === undefined) return;
  for (const { set, length } of sampleSets) {
    if (set.code !== guide.definition.code) continue;
    for (const finding of lintSet(set, { guides: [guide], tradeRules: new Map() }).findings)
      probeFinding(finding, length);
  }
}

/** Trade rules are refused with places, or looked for in our samples. */
export function probeTradeRules(text: string, name: string, pick: Pick): void {
  const { tradeRules, faults } = compileTradeRules(new Map([[name, text]]));
  probeFaults(faults);
  if (faults.length > 0) return;
  for (let times = 0; times < 5; times += 1) {
    const { set, length } = sampleSets[pick(sampleSets.length)]!;
    const { findings, status } = lintSet(set, { guides: [], tradeRules }, undefined, { receivedDay });
    for (const finding of findings) probeFinding(finding, length);
    assert.equal(status, set.status, 'a trade rule changes no status');
  }
}
