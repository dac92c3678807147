import { parseXml, type XmlCdata, type XmlElement, XmlError, type XmlNode, type XmlText } from '@rgrove/parse-xml';
import type { DocumentFaults } from './document-faults.ts';
import { type DocumentNode, documentLimits } from './document-node.ts';
import type { DocumentText, Encoding } from './document-text.ts';
import { NodeBuilder, type NodeTree } from './node-builder.ts';

const declaration = /^[^<]{0,8}<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

/** The encoding that the XML declaration names, as far as it is one that we read. */
export function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  const name = declaration.exec(head)?.[1]?.toLowerCase();
  return name === 'iso-8859-1' || name === 'windows-1252' || name === 'us-ascii' ? 'latin-1' : undefined;
}

/**
 * Reads XML 1.0. Names lose their namespace prefix. A document type declaration is refused, so that no entity but the five
 * of XML itself and numbered characters can occur; nothing is ever fetched.
 */
export function readXml(text: DocumentText, faults: DocumentFaults): NodeTree | undefined {
  if (!isSafe(text, faults)) return undefined;
  try {
    const document = parseXml(text.text, { includeOffsets: true, preserveCdata: true });
    const builder = new NodeBuilder(text, faults);
    const top = document.root;
    if (!top) return undefined;
    const root = builder.make(undefined, '', 0, document.start, document.end);
    convert(top, root, 0, text.text, builder);
    return { root, nodes: builder.nodes };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const offset = text.byteAt(Math.max(0, error.pos));
    const said = text.text.slice(error.pos, error.pos + 40);
    const reason = (error.message.split('\n')[0] ?? '').replace(/ \(line \d+, column \d+\)$/, '');
    faults.add({ code: 'xml.syntax', offset, said, expected: 'well-formed XML', explanation: `${reason}.` }, true);
    return undefined;
  }
}

const isElement = (node: XmlNode): node is XmlElement => node.type === 'element';
const isText = (node: XmlNode): node is XmlText | XmlCdata => node.type === 'text' || node.type === 'cdata';

/** The recursion is no deeper than the document, and that was bounded before. */
function convert(
  element: XmlElement,
  parent: DocumentNode,
  ordinal: number,
  source: string,
  builder: NodeBuilder,
): void {
  const elements = element.children.filter(isElement);
  const texts = element.children.filter(isText);
  const said = texts.map((part) => part.text).join('');
  const single = said.trim() !== '';
  const [first, last] = [texts[0], texts.at(-1)];
  const [start, end] = single && first && last ? tight(first.start, last.end, source) : [element.start, element.end];
  const node = builder.make(parent, localName(element.name), ordinal, start, end, single ? said : undefined);
  for (const { name, from, to } of attributePlaces(source, element)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) {
      builder.leaf(node, `@${localName(name)}`, 0, from, to, element.attributes[name] ?? '');
    }
  }
  const counts = new Map<string, number>();
  for (const child of elements) counts.set(localName(child.name), (counts.get(localName(child.name)) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const child of elements) {
    if (builder.full) return;
    const name = localName(child.name);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    convert(child, node, counts.get(name) === 1 ? 0 : nth, source, builder);
  }
}

/** Without the blanks around it, of which indented XML has many. */
function tight(from: number, to: number, source: string): [number, number] {
  const text = source.slice(from, to);
  const start = from + (text.length - text.trimStart().length);
  return [start, Math.max(start, to - (text.length - text.trimEnd().length))];
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const attribute = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The parser tells where an element begins, not where its attributes stand; in a well-formed tag they are easily found. */
function* attributePlaces(source: string, element: XmlElement): Generator<{ name: string; from: number; to: number }> {
  if (Object.keys(element.attributes).length === 0) return;
  let at = element.start + 1 + element.name.length;
  for (;;) {
    while (/\s/.test(source[at] ?? '')) at++;
    attribute.lastIndex = at;
    const match = attribute.exec(source);
    if (!match) return;
    at = attribute.lastIndex;
    const value = match[2] ?? match[3] ?? '';
    yield { name: match[1] ?? '', from: at - 1 - value.length, to: at - 1 };
  }
}

/** Nesting and document types, before the recursive parser sees them. */
function isSafe({ text, byteAt }: DocumentText, faults: DocumentFaults): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('<!', at)) {
      const explanation =
        'A document type (DOCTYPE) is refused, because it can define entities that expand without end or read files. Send the document without it.';
      const said = text.slice(at, at + 40);
      faults.add({ code: 'xml.doctype', offset: byteAt(at), said, expected: 'no DOCTYPE', explanation }, true);
      return false;
    } else {
      const end = tagEnd(text, at);
      if (text[at + 1] === '/') depth--;
      else if (text[end - 2] !== '/') depth++;
      if (depth > documentLimits.depth) {
        const explanation = `This is nested deeper than ${documentLimits.depth} levels, which are the most that are read.`;
        faults.add({ code: 'document.too-large', offset: byteAt(at), explanation }, true);
        return false;
      }
      at = end;
    }
  }
  return true;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Behind the `>` of a tag; attribute values may hold one. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return text.length;
}
