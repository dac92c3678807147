import { SaxesParser } from 'saxes';
import type { DocumentFaults } from './document-faults.ts';
import { documentLimits } from './document-node.ts';
import type { DocumentText, Encoding } from './document-text.ts';
import { NodeBuilder, type NodeTree } from './node-builder.ts';
import { XmlTree } from './xml-tree.ts';

const declaration = /^[^<]{0,8}<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

/** The encoding that the XML declaration names, as far as it is one that we read. */
export function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  const name = declaration.exec(head)?.[1]?.toLowerCase();
  return name === 'iso-8859-1' || name === 'windows-1252' || name === 'us-ascii' ? 'latin-1' : undefined;
}

/**
 * Reads XML 1.0. Names lose their namespace prefix. A document type declaration is refused, so that no entity but the five
 * of XML itself and numbered characters can occur; nothing is ever fetched.
 */
export function readXml(text: DocumentText, faults: DocumentFaults): NodeTree | undefined {
  if (!isSafe(text, faults)) return undefined;
  const source = text.text;
  const builder = new NodeBuilder(text, faults);
  const tree = new XmlTree(source, builder);
  const parser = new SaxesParser({ position: false });
  let isBroken = false;
  // The parser goes on behind a fault; what it says then is about its guess.
  parser.on('error', ({ message }) => {
    if (!isBroken) tellSyntax(text, faults, message, placeOfFault(message, source, tree.at, parser.position));
    isBroken = true;
  });
  // Not more listeners than needed: with a few more V8 keeps the parser as a dictionary, and everything takes twice as long.
  parser.on('attribute', ({ name, value }) => tree.attribute(name, value, parser.position - 1));
  parser.on('opentag', ({ name }) => tree.open(name, parser.position));
  parser.on('text', (received) => tree.text(received, parser.position - 1));
  parser.on('cdata', (received) => tree.cdata(received, parser.position));
  parser.on('closetag', () => tree.close(parser.position));
  parser.write(source).close();
  return isBroken ? undefined : { root: tree.root, nodes: builder.nodes };
}

/** Where a fault is to be looked for: what the parser had read by then, or what it was reading. */
function placeOfFault(message: string, source: string, begun: number, position: number): number {
  if (/\bentity\b/.test(message)) return Math.max(begun, source.lastIndexOf('&', position - 1));
  if (/^(unexpected end|unclosed|document must)/.test(message)) return source.length;
  if (/^(unexpected close|unmatched|documents)/.test(message)) return source.lastIndexOf('<', position - 1);
  return message.startsWith('text data') ? begun : Math.max(begun, position - 1);
}

function tellSyntax(text: DocumentText, faults: DocumentFaults, message: string, at: number): void {
  const offset = text.byteAt(at);
  const received = text.text.slice(at, at + 40);
  const reason = message.charAt(0).toUpperCase() + message.slice(1).replace(/\.$/, '');
  faults.add({ code: 'xml.syntax', offset, received, expected: 'well-formed XML', explanation: `${reason}.` }, true);
}

/** Nesting and document types, before anything is made of them. */
function isSafe({ text, byteAt }: DocumentText, faults: DocumentFaults): boolean {
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const next = text.charCodeAt(at + 1);
    if (next === question) at = after(text, '?>', at);
    else if (next !== bang) {
      const end = tagEnd(text, at);
      if (next === slash) depth--;
      else if (text.charCodeAt(end - 2) !== slash) depth++;
      if (depth > documentLimits.depth) {
        const explanation = `This is nested deeper than ${documentLimits.depth} levels, which are the most that are read.`;
        faults.add({ code: 'document.too-large', offset: byteAt(at), explanation }, true);
        return false;
      }
      at = end;
    } else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
    else {
      const explanation =
        'A document type (DOCTYPE) is refused, because it can define entities that expand without end or read files. Send the document without it.';
      const received = text.slice(at, at + 40);
      faults.add({ code: 'xml.doctype', offset: byteAt(at), received, expected: 'no DOCTYPE', explanation }, true);
      return false;
    }
  }
  return true;
}

const [bang, slash, question, greater, double, single] = [0x21, 0x2f, 0x3f, 0x3e, 0x22, 0x27];

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Behind the `>` of a tag; attribute values may hold one. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === greater) return at + 1;
    if (code !== double && code !== single) continue;
    at = text.indexOf(code === double ? '"' : "'", at + 1);
    if (at < 0) break;
  }
  return text.length;
}
