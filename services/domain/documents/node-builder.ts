import type { DocumentFaults } from './document-faults.ts';
import { type DocumentNode, documentLimits } from './document-node.ts';
import type { DocumentText } from './document-text.ts';

/** What a reader gives: the root, and how many nodes there are. */
export interface NodeTree {
  readonly root: DocumentNode;
  readonly nodes: number;
}

type Mutable = { -readonly [K in keyof DocumentNode]: DocumentNode[K] };

/** Nobody puts anything into a leaf. */
const nothing: DocumentNode[] = [];

/** Makes the nodes of one document and counts them; the first one too many is a finding, and no more are made. */
export class NodeBuilder {
  nodes = 0;
  readonly #text: DocumentText;
  readonly #faults: DocumentFaults;

  constructor(text: DocumentText, faults: DocumentFaults) {
    this.#text = text;
    this.#faults = faults;
  }

  get full(): boolean {
    return this.nodes > documentLimits.nodes;
  }

  /** A node that will have others in it. Offsets are UTF-16 units of the text. */
  make(
    parent: DocumentNode | undefined,
    name: string,
    ordinal: number,
    start: number,
    end: number,
    text?: string,
  ): DocumentNode {
    return this.#node(parent, name, ordinal, start, end, text, []);
  }

  /** A single value; most nodes are that, so they share their lack of children. */
  leaf(
    parent: DocumentNode | undefined,
    name: string,
    ordinal: number,
    start: number,
    end: number,
    text: string | undefined,
  ): DocumentNode {
    return this.#node(parent, name, ordinal, start, end, text, nothing);
  }

  /** What is known of a node only when all of it was read: its place, and its text where it has one. */
  settle(node: Mutable, start: number, end: number, text?: string): void {
    node.range = [this.#text.byteAt(start), this.#text.byteAt(end)];
    if (text !== undefined) node.text = storable(text);
  }

  #node(
    parent: DocumentNode | undefined,
    name: string,
    ordinal: number,
    start: number,
    end: number,
    text: string | undefined,
    children: DocumentNode[],
  ): DocumentNode {
    this.nodes++;
    if (this.nodes === documentLimits.nodes + 1) {
      const explanation = `The document holds more than ${documentLimits.nodes} values; no more are read.`;
      this.#faults.add({ code: 'document.too-large', offset: this.#text.byteAt(start), explanation }, true);
    }
    const node: DocumentNode = {
      name,
      parent,
      ordinal,
      text: text === undefined ? undefined : storable(text),
      range: [this.#text.byteAt(start), this.#text.byteAt(end)],
      children,
    };
    if (!this.full) parent?.children.push(node);
    return node;
  }
}

/** Blanks off; what no database stores as text (NUL, half a character) becomes the replacement character. */
function storable(text: string): string {
  const bare = text.trim().toWellFormed();
  return bare.includes('\0') ? bare.replaceAll('\0', '\ufffd') : bare;
}
