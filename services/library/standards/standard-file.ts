import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import {
  findNodeAtLocation,
  getNodePath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { StandardFile } from '../../domain/x12/standard/standard-data.ts';
import type { StandardsFault } from '../../domain/x12/standard/standards-error.ts';

/** What is wrong in a file with standards data: a sentence, and the line from 1. */
export interface FileFault {
  readonly line: number;
  readonly message: string;
}

/** A file with standards data as read; `data` is absent when it has faults. */
export interface ReadStandardFile {
  readonly data: StandardFile | undefined;
  readonly faults: readonly FileFault[];
  /** The line that an element, segment or set of the file stands on; 1 for the file itself, undefined when it is not in the file. */
  lineOf(part: StandardsFault['part'], key: string): number | undefined;
}

/** Reads JSON as `specs/x12-set.schema.json` describes it. Tells all faults at once. */
export function readStandardFile(text: string): ReadStandardFile {
  const lineAt = lineCounter(text);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const broken = errors[0];
  if (broken !== undefined || tree === undefined) {
    const what = broken === undefined ? 'it is empty' : wordsOf(printParseErrorCode(broken.error));
    const fault = { line: lineAt(broken?.offset ?? 0), message: `This is no JSON: ${what}.` };
    return { data: undefined, faults: [fault], lineOf: () => undefined };
  }
  const faults = repeatedKeys(tree).map((node) => ({
    line: lineAt(node.offset),
    message: `${nameOf(getNodePath(node.parent!.parent!), String(node.value))} stands twice. Keep one.`,
  }));
  const data = JSON.parse(text) as StandardFile;
  const validate = schema();
  if (!validate(data))
    for (const error of validate.errors ?? []) {
      const received = sentenceOf(error);
      if (received !== undefined) faults.push({ line: lineAt(offsetOf(tree, error)), message: received });
    }
  faults.sort((a, b) => a.line - b.line);
  return {
    data: faults.length === 0 ? data : undefined,
    faults,
    lineOf(part, key) {
      const node = entryOf(tree, data, part, key);
      return node && lineAt(node.offset);
    },
  };
}

let compiled: ValidateFunction | undefined;

function schema(): ValidateFunction {
  const path = new URL('../../../specs/x12-set.schema.json', import.meta.url);
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(path, 'utf8')) as object,
  );
  return compiled;
}

/** The error of a branch says it better than the branching. */
function sentenceOf(error: ErrorObject): string | undefined {
  const place = error.instancePath.split('/').slice(1).map(plain);
  const name = place.length === 0 ? 'The file' : nameOf(place.slice(0, -1), place.at(-1)!);
  const params = error.params as Record<string, unknown>;
  const hint = (error.parentSchema as { description?: string } | undefined)?.description;
  const tail = hint === undefined ? '' : ` (${hint.replace(/[.]$/, '')})`;
  switch (error.keyword) {
    case 'if':
      return undefined;
    case 'required':
      return `${name} has no "${String(params.missingProperty)}". Add it.`;
    case 'additionalProperties':
      return `${name} has "${String(params.additionalProperty)}", which is not known. Correct the name, or take it out.`;
    case 'enum':
      return `${name} is ${shown(error.data)}; it must be one of ${(params.allowedValues as unknown[]).join(', ')}${tail}.`;
    case 'const':
      return `${name} is ${shown(error.data)}; it must be ${shown(params.allowedValue)}${tail}.`;
    case 'propertyNames':
      return `${name} has the key "${String(params.propertyName)}", which is none of those that are used here.`;
    case 'pattern':
      return error.propertyName === undefined
        ? `${name} is ${shown(error.data)}; it must look like ${String(params.pattern)}${tail}.`
        : undefined;
    default:
      return `${name} is ${shown(error.data)}; it ${error.message}${tail}.`;
  }
}

/** `355` of `elements` as "elements › 355". */
function nameOf(path: readonly (string | number)[], last: string): string {
  return [...path.map(String), last].join(' › ');
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const plain = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');

/** Where the fault begins: the key that is too much, else the place itself. */
function offsetOf(tree: Node, { instancePath, keyword, params }: ErrorObject): number {
  const steps = instancePath.split('/').slice(1).map(plain);
  const key = keyword === 'additionalProperties' ? (params as { additionalProperty: string }).additionalProperty : '';
  let node: Node | undefined = tree;
  for (const step of key === '' ? steps : [...steps, key])
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(step) : step]);
  return (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? tree.offset;
}

function repeatedKeys(node: Node): readonly Node[] {
  const seen = new Set<unknown>();
  const own: Node[] = [];
  for (const child of node.type === 'object' ? (node.children ?? []) : []) {
    const key = child.children![0]!;
    if (seen.has(key.value)) own.push(key);
    seen.add(key.value);
  }
  return [...own, ...(node.children ?? []).flatMap(repeatedKeys)];
}

function entryOf(tree: Node, file: StandardFile, part: StandardsFault['part'], key: string): Node | undefined {
  const own = { version: 'extends' in file, set: 'set' in file && file.set === key, element: false, segment: false };
  if (own[part]) return tree;
  const found =
    part === 'element' || part === 'segment' ? findNodeAtLocation(tree, [`${part}s`, key])?.parent : undefined;
  return found ?? undefined;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => {
    let line = 0;
    while (line < starts.length && starts[line]! <= offset) line += 1;
    return Math.max(1, line);
  };
}

/** `CommaExpected` as "comma expected". */
function wordsOf(code: string): string {
  return code.replaceAll(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
