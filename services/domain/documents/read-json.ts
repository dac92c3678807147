import { type JSONVisitor, type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import { append } from '../lists.ts';
import type { DocumentFaults } from './document-faults.ts';
import { type DocumentNode, documentLimits, itemName } from './document-node.ts';
import type { DocumentText } from './document-text.ts';
import { NodeBuilder, type NodeTree } from './node-builder.ts';

/** What the parser of the package calls a fault, in words: what was expected. */
const expectations: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a value: text in double quotes, a number, true, false, null, { or [',
  InvalidNumberFormat: 'a number such as 12 or -0.5',
  PropertyNameExpected: 'a key in double quotes',
  ValueExpected: 'a value: text in double quotes, a number, true, false, null, { or [',
  ColonExpected: 'a colon between key and value',
  CommaExpected: 'a comma between two entries',
  CloseBraceExpected: 'a } at the end of the object',
  CloseBracketExpected: 'a ] at the end of the list',
  EndOfFileExpected: 'nothing more after the end of the document',
  InvalidCommentToken: 'no comment: JSON has none',
  UnexpectedEndOfComment: 'no comment: JSON has none',
  UnexpectedEndOfString: 'a double quote at the end of the text',
  UnexpectedEndOfNumber: 'a digit after the sign, the point or the exponent',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'one of " \\ / b f n r t u after a backslash',
  InvalidCharacter: 'a line break or tab inside text to be written as \\n or \\t',
};

interface Frame {
  readonly node: DocumentNode;
  readonly list: boolean;
  /** The node began with this frame, and ends with it. */
  readonly own: boolean;
  /** Ordinal of the next entry of a list. */
  next: number;
  /** Of an object: its keys. */
  keys: string[] | Set<string>;
  /** Where the last occurrence of a repeated key begins among the children. */
  repeated: Map<string, number> | undefined;
  key: string;
}

/** Reads JSON (RFC 8259). Of faults the first is told, what follows is mostly confusion. Numbers keep the digits that they were sent with. */
export function readJson(text: DocumentText, faults: DocumentFaults): NodeTree | undefined {
  if (!isShallow(text, faults)) return undefined;
  const builder = new NodeBuilder(text, faults);
  const frames: Frame[] = [];
  let root: DocumentNode | undefined;
  const begin = (list: boolean, offset: number): void => {
    const parent = frames.at(-1);
    // A list stands for its entries: they carry the name of the key, and the node above is their parent.
    const entersList = list && parent !== undefined && !parent.list;
    const node = entersList ? parent.node : place(offset, offset + 1);
    root ??= node;
    frames.push({
      node,
      list,
      own: !entersList,
      next: 1,
      keys: [],
      repeated: undefined,
      key: entersList ? parent.key : itemName,
    });
  };
  const place = (start: number, end: number): DocumentNode => {
    const frame = frames.at(-1);
    const ordinal = frame?.list ? frame.next++ : 0;
    return builder.make(frame?.node, frame?.key ?? '', ordinal, start, end);
  };
  const close = (end: number): void => {
    const frame = frames.pop();
    if (frame?.list && frame.next === 1) frame.node.empty = [...(frame.node.empty ?? []), frame.key];
    if (!frame?.own) return;
    (frame.node.range as [number, number])[1] = text.byteAt(end);
    if (!frame.repeated) return;
    dropRepeated(frame.node, frame.repeated);
    frame.node.repeated = [...frame.repeated.keys()];
  };
  const visitor: JSONVisitor = {
    onObjectBegin: (offset) => begin(false, offset),
    onArrayBegin: (offset) => begin(true, offset),
    onObjectEnd: (offset, length) => close(offset + length),
    onArrayEnd: (offset, length) => close(offset + length),
    onObjectProperty(name, offset, length) {
      const frame = frames.at(-1);
      if (!frame) return;
      if (isRepeated(frame, name)) noteRepeated(frame, name, text.byteAt(offset), text.byteAt(offset + length), faults);
      frame.key = name;
    },
    onLiteralValue(value: unknown, offset, length) {
      const raw = text.text.slice(offset, offset + length);
      const isText = typeof value === 'string';
      const received = isText ? value : value === null ? undefined : typeof value === 'number' ? plain(raw) : raw;
      const quotes = isText ? 1 : 0;
      const frame = frames.at(-1);
      const ordinal = frame?.list ? frame.next++ : 0;
      const node = builder.leaf(
        frame?.node,
        frame?.key ?? '',
        ordinal,
        offset + quotes,
        offset + length - quotes,
        received,
      );
      root ??= node;
    },
    onError(error, offset, length) {
      if (!faults.fatal) tellSyntax(text, faults, error, offset, length);
    },
  };
  visit(text.text, visitor, { disallowComments: true, allowTrailingComma: false });
  return root && { root, nodes: builder.nodes };
}

function tellSyntax(
  text: DocumentText,
  faults: DocumentFaults,
  error: ParseErrorCode,
  offset: number,
  length: number,
): void {
  const expected = expectations[printParseErrorCode(error)] ?? 'JSON';
  const received = text.text.slice(offset, offset + Math.max(1, Math.min(length, 40)));
  const here = received === '' ? 'the document ends' : `\`${received}\` stands`;
  faults.add(
    {
      code: 'json.syntax',
      offset: text.byteAt(offset),
      end: text.byteAt(offset + length),
      received,
      expected,
      explanation: `${here} here; expected was ${expected}.`,
    },
    true,
  );
}

function noteRepeated(frame: Frame, name: string, offset: number, end: number, faults: DocumentFaults): void {
  frame.repeated ??= new Map();
  frame.repeated.set(name, frame.node.children.length);
  const explanation = `The key \`${name.slice(0, 40)}\` stands in the same object twice; the last one is read.`;
  faults.add({ code: 'json.key-repeated', offset, end, received: name, explanation });
}

const worthIndexing = 16;

/** Whether the key stood there before; remembers it. Most objects are too small for a set to pay. */
function isRepeated(frame: Frame, name: string): boolean {
  if (Array.isArray(frame.keys)) {
    if (frame.keys.includes(name)) return true;
    if (frame.keys.push(name) > worthIndexing) frame.keys = new Set(frame.keys);
    return false;
  }
  if (frame.keys.has(name)) return true;
  frame.keys.add(name);
  return false;
}

function dropRepeated(node: DocumentNode, repeated: ReadonlyMap<string, number>): void {
  const kept = node.children.filter((child, index) => index >= (repeated.get(child.name) ?? 0));
  node.children.length = 0;
  append(node.children, kept);
}

const mostDigits = 40;

const exponential = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,4})$/;

/** Digits as sent, each of them; an exponent is written out where that is short, so that no reader of the event meets one. */
function plain(raw: string): string {
  const [, sign, whole, fraction = '', exponent] = exponential.exec(raw) ?? [];
  if (whole === undefined) return raw;
  const digits = whole + fraction;
  // Where the point stands among the digits.
  const point = whole.length + Number(exponent);
  if (/^0+$/.test(digits)) return '0';
  if (point > mostDigits || digits.length - point > mostDigits || digits.length > mostDigits) return raw;
  const padded = '0'.repeat(Math.max(0, 1 - point)) + digits.padEnd(point, '0');
  const at = Math.max(1, point);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const behind = padded.slice(at).replace(/0+$/, '');
  return `${sign}${before}${behind && `.${behind}`}`;
}

/** Nesting, before the recursive parser sees it. */
function isShallow({ text, byteAt }: DocumentText, faults: DocumentFaults): boolean {
  let depth = 0;
  let inside = false;
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit);
    if (inside) {
      if (code === 0x5c) unit++;
      else if (code === 0x22) inside = false;
    } else if (code === 0x22) inside = true;
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth <= documentLimits.depth) continue;
      const explanation = `This is nested deeper than ${documentLimits.depth} levels, which are the most that are read.`;
      faults.add({ code: 'document.too-large', offset: byteAt(unit), explanation }, true);
      return false;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return true;
}
