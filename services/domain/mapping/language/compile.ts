import { type EventType, eventTypes } from '../../events.ts';
import { collectFaults, type Faults, type MappingFault, type Place } from '../../language/fault.ts';
import { readKeys, readList, readText, readWord } from '../../language/read-node.ts';
import { type CodeTable, standardTables } from '../../language/tables.ts';
import { readYaml, type YamlEntry, type YamlNode } from '../../language/yaml-tree.ts';
import { compileAssertions } from './compile-assertion.ts';
import { compileCondition } from './compile-condition.ts';
import { compileLeaves } from './compile-leaves.ts';
import { compileReads, readEachPath, readsKeys } from './compile-reads.ts';
import { compileSegments } from './compile-segments.ts';
import { readShared } from './compile-shared.ts';
import { readTables } from './compile-table.ts';
import { compileFields, compileValue } from './compile-value.ts';
import { compileWrites, writesKeys } from './compile-writes.ts';
import { type Compiler, insideEach } from './compiler.ts';
import type { Emission, InboundMapping, Mapping, OutboundMapping } from './plan.ts';
import { shapeOf } from './shape.ts';

export type CompileResult =
  | { readonly mapping: Mapping; readonly faults: readonly [] }
  | { readonly mapping?: undefined; readonly faults: readonly MappingFault[] };

const headerKeys = ['mapping', 'set', 'version', 'tables', 'shared', 'assert'] as const;
const inboundKeys = [
  ...headerKeys,
  ...readsKeys,
  'emits',
  'each',
  'groupBy',
  'when',
  'subject',
  'time',
  'fields',
  'events',
  'leaves',
] as const;
const outboundKeys = [...headerKeys, ...writesKeys, 'renders', 'segments'] as const;
const emissionKeys = ['emits', 'each', 'groupBy', 'when', 'subject', 'time', 'fields'] as const;

/**
 * Compiles a mapping, or tells every fault of it with line and column. Language: `specs/mapping.schema.json` and
 * `partners/README.md`. `tables` are known beside the standard ones. Never throws; cost is linear in the text.
 */
export function compileMapping(
  yamlText: string,
  name: string,
  tables: ReadonlyMap<string, CodeTable> = new Map(),
): CompileResult {
  const faults = collectFaults(name);
  const root = readYaml(yamlText, faults);
  const mapping = root && compileRoot(root, name, new Map([...standardTables, ...tables]), faults);
  if (!mapping || faults.list.length > 0) {
    if (faults.list.length === 0) faults.add({ line: 1, column: 1 }, 'The mapping is empty.');
    return { faults: faults.list.sort((a, b) => a.line - b.line || a.column - b.column) };
  }
  return { mapping, faults: [] };
}

function compileRoot(
  node: YamlNode,
  name: string,
  tables: Map<string, CodeTable>,
  faults: Faults,
): Mapping | undefined {
  const outbound = node.kind === 'map' && node.entries.some(({ key }) => key === 'renders' || key === 'segments');
  const found = readKeys(node, outbound ? outboundKeys : inboundKeys, 'A mapping', faults);
  if (!found) return undefined;
  const own = found.get('tables');
  if (own) readTables(own.value, tables, faults);
  const isDocument = outbound && found.has('writes');
  const reads = isDocument ? { set: '', version: '' } : compileReads(found, node.at, faults);
  const compiler = newCompiler(faults, outbound ? 'json' : reads.reads ? 'tree' : 'x12', tables, 'mapping');
  const shared = found.get('shared');
  if (shared) readShared(compiler, shared);
  const title = found.get('mapping');
  const titleText = title && readText(title.value, '`mapping`', faults);
  const header = {
    name,
    ...(titleText === undefined ? {} : { title: titleText }),
    ...reads,
  };
  const body = outbound ? compileOutbound(compiler, found, node.at) : compileInbound(compiler, found, node);
  return body && { ...header, ...body, size: compiler.size };
}

/** A compiler of expressions for one file. */
export function newCompiler(
  faults: Faults,
  dialect: Compiler['dialect'],
  tables: Map<string, CodeTable>,
  purpose: Compiler['purpose'] = 'rules',
): Compiler {
  const compiler: Compiler = {
    faults,
    dialect,
    purpose,
    tables,
    shared: new Map(),
    using: new Set(),
    root: undefined,
    here: undefined,
    size: 0,
    eachDepth: 0,
    rootEachDepth: 0,
    each: undefined,
    value: (value, expected, vital) => compileValue(compiler, value, expected, vital),
    condition: (condition) => compileCondition(compiler, condition),
  };
  return compiler;
}

type Body<M extends Mapping> = Omit<M, 'name' | 'title' | 'set' | 'version' | 'reads' | 'size'>;

function compileInbound(
  compiler: Compiler,
  found: Map<string, YamlEntry>,
  node: YamlNode,
): Body<InboundMapping> | undefined {
  const events = found.get('events');
  const single = found.has('emits');
  if (events === undefined && !single) {
    compiler.faults.add(
      node.at,
      'A mapping says what it makes: `emits` (an event), `events` (several) or `renders` (a set).',
    );
    return undefined;
  }
  if (events && single) compiler.faults.add(events.at, 'Use either `emits` or `events`, not both.');
  const emissions = events
    ? readList(events.value, '`events`', compiler.faults).map((item) => {
        const keys = readKeys(item, emissionKeys, 'An event', compiler.faults);
        return keys && compileEmission(compiler, keys, item.at);
      })
    : [compileEmission(compiler, found, node.at)];
  const recognise = compiler.dialect === 'tree' ? found.get('recognise') : undefined;
  const recognised = recognise && compiler.condition(recognise.value);
  return {
    direction: 'inbound',
    ...(recognised && { recognise: recognised }),
    emissions: emissions.filter((emission) => emission !== undefined),
    assertions: compileAssertions(compiler, found.get('assert')),
    leaves: compileLeaves(compiler, found.get('leaves')),
  };
}

function compileEmission(compiler: Compiler, found: Map<string, YamlEntry>, at: Place): Emission | undefined {
  const { faults } = compiler;
  const emits = found.get('emits');
  const subject = found.get('subject');
  const fields = found.get('fields');
  if (!emits || !subject || !fields) {
    faults.add(at, 'An event needs `emits`, `subject` and `fields`.');
    return undefined;
  }
  const type = readWord(emits.value, eventTypes, '`emits`', faults);
  if (!type) return undefined;
  const each = found.get('each');
  const path = readEachPath(compiler, found);
  const time = found.get('time');
  const timeField = time && readTime(type, time, faults);
  const compileBody = (): Emission | undefined => {
    const data = compileFields(compiler, fields, shapeOf(type), true);
    const subjectValue = compiler.value(subject.value, undefined, true);
    const when = found.get('when');
    const condition = when && compiler.condition(when.value);
    if (!data || !subjectValue) return undefined;
    return {
      type,
      line: emits.at.line,
      subject: subjectValue,
      data,
      ...(path ? { each: path } : {}),
      ...(condition ? { when: condition } : {}),
      ...(timeField === undefined ? {} : { time: timeField }),
    };
  };
  return each && path ? insideEach(compiler, path, each.at, compileBody) : compileBody();
}

function readTime(type: EventType, entry: YamlEntry, faults: Faults): string | undefined {
  const moments = [...shapeOf(type).fields].filter(([, shape]) => shape.kind === 'moment').map(([field]) => field);
  return readWord(entry.value, moments, '`time` (a point in time of the event)', faults);
}

function compileOutbound(
  compiler: Compiler,
  found: Map<string, YamlEntry>,
  at: Place,
): Body<OutboundMapping> | undefined {
  const { faults } = compiler;
  const renders = found.get('renders');
  const segments = found.get('segments');
  if (!renders || (!segments && !found.has('writes'))) {
    faults.add(at, 'A mapping to X12 needs `renders` and `segments`, one to JSON or CSV `renders` and `writes`.');
    return undefined;
  }
  const type = readWord(renders.value, eventTypes, '`renders`', faults);
  if (!type) return undefined;
  compiler.root = shapeOf(type);
  compiler.here = compiler.root;
  const written = found.has('writes') ? compileWrites(compiler, found, at) : undefined;
  const parts = segments && !found.has('writes') ? compileSegments(compiler, segments.value) : [];
  const assertions = compileAssertions(compiler, found.get('assert'));
  return { direction: 'outbound', renders: type, parts, assertions, ...(written ?? {}) };
}
