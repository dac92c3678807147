import { readKeys } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { compileWhen } from './compile-value.ts';
import { type Compiler, countExpression, insideEach, readPath } from './compiler.ts';
import type { Part, SegmentPart, Value } from './plan.ts';

const segmentId = /^[A-Z][A-Z0-9]{1,2}$/;
const elementKey = /^\d{1,2}$/;
/** Written by the envelope writer with their counts and control numbers. */
const envelopeSegments = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']);

/** `segments:` of a mapping to X12: `{W05: {01: …}, when, each}` or `{each, when, segments: []}` in writing order. */
export function compileSegments(compiler: Compiler, node: YamlNode): Part[] {
  if (node.kind !== 'list') {
    compiler.faults.add(node.at, '`segments` is a list of segments in the order in which they are written.');
    return [];
  }
  return node.items.map((item) => compilePart(compiler, item)).filter((part) => part !== undefined);
}

function compilePart(compiler: Compiler, node: YamlNode): Part | undefined {
  countExpression(compiler, node.at);
  const ids = node.kind === 'map' ? node.entries.map((entry) => entry.key).filter((key) => segmentId.test(key)) : [];
  const found = readKeys(node, ['each', 'when', 'segments', ...ids], 'A segment', compiler.faults);
  if (!found) return undefined;
  if (ids.length > 1 || (ids.length === 1 && found.has('segments')) || (ids.length === 0 && !found.has('segments'))) {
    compiler.faults.add(node.at, 'An entry holds one segment such as `W05:`, or `segments:` with several.');
    return undefined;
  }
  const each = found.get('each');
  const path = each && readPath(compiler, each.value, 'each');
  const compileBody = (): Part | undefined => {
    const when = compileWhen(compiler, found);
    const common = { line: node.at.line, ...(path ? { each: path } : {}), ...(when ? { when } : {}) };
    const group = found.get('segments');
    if (group) return { kind: 'group', parts: compileSegments(compiler, group.value), ...common };
    const entry = found.get(ids[0] ?? '');
    return entry && { ...compileSegment(compiler, entry), ...common };
  };
  return each && path ? insideEach(compiler, path, each.at, compileBody) : compileBody();
}

function compileSegment(compiler: Compiler, entry: YamlEntry): SegmentPart {
  const { faults } = compiler;
  const id = entry.key;
  if (envelopeSegments.has(id)) faults.add(entry.at, `${id} is written by the envelope and has no place in a mapping.`);
  const elements: { position: number; value: Value }[] = [];
  if (entry.value.kind !== 'map') {
    faults.add(entry.at, `${id} holds one line per element, such as \`01: orderNumber\`.`);
    return { kind: 'segment', id, elements, fixed: true, line: entry.at.line };
  }
  for (const { key, at, value: node } of entry.value.entries) {
    if (!elementKey.test(key) || Number(key) === 0) {
      faults.add(at, `\`${key}\` is not an element number such as 01.`);
      continue;
    }
    const position = Number(key);
    if (elements.some((element) => element.position === position)) faults.add(at, `${id}-${key} is filled twice.`);
    const value = compiler.value(node, undefined, false);
    if (value) elements.push({ position, value });
  }
  elements.sort((a, b) => a.position - b.position);
  return { kind: 'segment', id, elements, fixed: elements.every(({ value }) => isFixed(value)), line: entry.at.line };
}

/** Nothing of the event stands in it. */
export function isFixed(value: Value): boolean {
  return value.kind === 'leaf' && (value.source.kind === 'const' || value.source.kind === 'index');
}
