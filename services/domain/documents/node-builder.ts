import type { DocumentFaults } from './document-faults.ts';
import { type DocumentNode, documentLimits } from './document-node.ts';
import type { DocumentText } from './document-text.ts';

/** What a reader gives: the root, and how many nodes there are. */
export interface NodeTree {
  readonly root: DocumentNode;
  readonly nodes: number;
}

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

  /** Offsets are UTF-16 units of the text. Lengthening `range` later is done with `close`. */
  make(
    parent: DocumentNode | undefined,
    name: string,
    ordinal: number,
    start: number,
    end: number,
    text?: string,
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
      children: [],
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
