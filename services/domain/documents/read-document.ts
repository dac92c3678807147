import type { Finding } from '../finding.ts';
import { DocumentFaults } from './document-faults.ts';
import { type DocumentNode, documentLimits } from './document-node.ts';
import { type DocumentText, decodeDocument, type Encoding } from './document-text.ts';
import { type CsvOptions, readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { declaredEncoding, readXml } from './read-xml.ts';
import { wideTextFault, wideTextOf } from './wide-text.ts';

/** How a document that is no X12 is read. */
export type DocumentFormat =
  | { readonly name: 'json'; readonly encoding?: Encoding }
  | { readonly name: 'xml'; readonly encoding?: Encoding }
  | { readonly name: 'csv'; readonly encoding?: Encoding; readonly csv: CsvOptions };

/** A document read: its root, unless a finding of level standard says that it cannot be read. */
export interface ReadDocument {
  readonly root?: DocumentNode;
  /** Number of nodes, which bounds what a mapping of it may cost. */
  readonly nodes: number;
  readonly findings: readonly Finding[];
  /** Line and column of a byte. */
  placeAt(byte: number): { readonly line: number; readonly column: number };
}

/**
 * Reads a JSON, XML or CSV document. Never throws: what is wrong becomes findings with bytes, line, column and what was expected.
 * Bounded by `documentLimits`; entities are never expanded and nothing is ever fetched. Cost is linear in the document.
 */
export function readDocument(bytes: Uint8Array, format: DocumentFormat): ReadDocument {
  const encoding = format.encoding ?? (format.name === 'xml' ? declaredEncoding(bytes) : undefined) ?? 'utf-8';
  const tooLarge = bytes.length > documentLimits.bytes;
  const decoded = decodeDocument(tooLarge ? bytes.subarray(0, 0) : bytes, encoding);
  const text: DocumentText = 'badByte' in decoded ? latin(bytes) : decoded;
  const faults = new DocumentFaults(text);
  const answer = (root: DocumentNode | undefined, nodes: number): ReadDocument => ({
    ...(root && !faults.fatal ? { root } : {}),
    nodes,
    findings: faults.list(),
    placeAt: (byte) => text.placeAt(byte),
  });
  const refuse = (...fault: Parameters<DocumentFaults['add']>): ReadDocument => {
    faults.add(...fault);
    return answer(undefined, 0);
  };
  if (tooLarge) {
    const explanation = `The document has ${bytes.length} bytes; at most ${documentLimits.bytes} are read.`;
    return refuse({ code: 'document.too-large', offset: 0, explanation }, true);
  }
  const wide = wideTextOf(bytes);
  if (wide) {
    const explanation = wideTextFault(wide);
    return refuse({ code: 'document.encoding', offset: 0, expected: encoding, explanation }, true);
  }
  if ('badByte' in decoded) {
    const explanation = `This byte is not ${encoding}. Send UTF-8, or let the mapping say \`encoding: latin-1\`.`;
    const { badByte } = decoded;
    const received = `0x${(bytes[badByte] ?? 0).toString(16).padStart(2, '0')}`;
    return refuse(
      { code: 'document.encoding', offset: badByte, end: badByte + 1, received, expected: encoding, explanation },
      true,
    );
  }
  if (text.text.trim() === '') {
    return refuse({ code: 'document.empty', offset: 0, explanation: 'The document is empty.' }, true);
  }
  const read = format.name === 'json' ? readJson : format.name === 'xml' ? readXml : undefined;
  const result = read ? read(text, faults) : format.name === 'csv' ? readCsv(text, faults, format.csv) : undefined;
  return answer(result?.root, result?.nodes ?? 0);
}

/** Only to tell line and column of a byte that is no text. */
function latin(bytes: Uint8Array): DocumentText {
  const decoded = decodeDocument(bytes[0] === 0xff || bytes[0] === 0xfe ? bytes.subarray(0, 0) : bytes, 'latin-1');
  if ('badByte' in decoded) throw new Error('Every byte is a character of Latin-1.');
  return decoded;
}
