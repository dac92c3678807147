import type { DocumentNode } from './document-node.ts';
import type { NodeBuilder } from './node-builder.ts';

/** An element that is not closed yet. Offsets are UTF-16 units of the text. */
interface Frame {
  readonly node: DocumentNode;
  readonly start: number;
  /** The texts directly in it, joined, and where the first begins and the last ends. */
  said: string;
  from: number;
  to: number;
  /** Elements in it by their name, once there are two: the last one with its ordinal. */
  names: Map<string, DocumentNode> | undefined;
}

/** Makes nodes of what a parser tells of an XML document, in its order. Between two tags there is text only, so each place follows from the one before. */
export class XmlTree {
  readonly root: DocumentNode;
  readonly #source: string;
  readonly #builder: NodeBuilder;
  readonly #frames: Frame[] = [];
  /** Attributes of the tag that is being read. */
  readonly #attributes: {
    readonly name: string;
    readonly value: string;
    readonly start: number;
    readonly end: number;
  }[] = [];
  /** Behind what was told last. */
  #at = 0;

  /** Where begins what the parser is reading. */
  get at(): number {
    return this.#beyondRemarks();
  }

  constructor(source: string, builder: NodeBuilder) {
    this.#source = source;
    this.#builder = builder;
    this.root = builder.make(undefined, '', 0, 0, source.length);
  }

  /** `end` is the place of the closing quote, which does not occur in the value. Attributes come before their tag. */
  attribute(name: string, value: string, end: number): void {
    if (name === 'xmlns' || name.startsWith('xmlns:')) return;
    const start = this.#source.lastIndexOf(this.#source.charAt(end), end - 1) + 1;
    this.#attributes.push({ name: `@${localName(name)}`, value, start, end });
  }

  /** A start tag, which ends before `end`. */
  open(name: string, end: number): void {
    const start = this.#beyondRemarks();
    const around = this.#frames.at(-1);
    const local = localName(name);
    const node = this.#builder.make(around?.node ?? this.root, local, 0, start, start);
    if (around !== undefined) number(around, local, node);
    for (const one of this.#attributes) this.#builder.leaf(node, one.name, 0, one.start, one.end, one.value);
    this.#attributes.length = 0;
    this.#frames.push({ node, start, said: '', from: -1, to: -1, names: undefined });
    this.#at = end;
  }

  /** Text that ends before the markup at `end`. */
  text(said: string, end: number): void {
    this.#add(said, this.#beyondRemarks(), end);
    this.#at = end;
  }

  cdata(said: string, end: number): void {
    this.#add(said, this.#beyondRemarks(), end);
    this.#at = end;
  }

  /** Where begins what is told now: behind comments and processing instructions, of which nobody tells. */
  #beyondRemarks(): number {
    const source = this.#source;
    for (;;) {
      const isComment = source.startsWith('<!--', this.#at);
      if (!isComment && !source.startsWith('<?', this.#at)) return this.#at;
      const mark = isComment ? '-->' : '?>';
      const end = source.indexOf(mark, this.#at + (isComment ? 4 : 2));
      if (end < 0) return this.#at;
      this.#at = end + mark.length;
    }
  }

  #add(said: string, from: number, to: number): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    frame.said += said;
    if (said.trim() === '') return;
    if (frame.from < 0) frame.from = from;
    frame.to = to;
  }

  close(end: number): void {
    this.#at = end;
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    const { node, said, start } = frame;
    if (said.trim() === '') this.#builder.settle(node, start, end);
    else this.#builder.settle(node, ...tight(frame.from, frame.to, this.#source), said);
  }
}

/** Elements of one name are a list: they have ordinals as soon as there are two. */
function number(around: Frame, name: string, node: DocumentNode): void {
  const { children } = around.node;
  if (around.names === undefined) {
    const before = children.at(-2);
    // The usual element holds one value, or one element.
    if (before === undefined || before.name.startsWith('@')) return;
    around.names = new Map();
    for (const child of children)
      if (child !== node && !child.name.startsWith('@')) around.names.set(child.name, child);
  }
  const before = around.names.get(name);
  if (before !== undefined) numberAfter(before, node);
  around.names.set(name, node);
}

/** The ordinal of an element follows from the one before it in its list. */
function numberAfter(before: { -readonly [K in keyof DocumentNode]: DocumentNode[K] }, node: typeof before): void {
  if (before.ordinal === 0) before.ordinal = 1;
  node.ordinal = before.ordinal + 1;
}

/** Without the blanks around it, of which indented XML has many. */
function tight(from: number, to: number, source: string): [number, number] {
  const text = source.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  return [start, Math.max(start, to - (text.length - text.trimEnd().length))];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
