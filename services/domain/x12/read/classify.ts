import type { Finding } from '../../finding.ts';
import { fault } from '../fault.ts';
import type { X12FindingCode } from '../findings-catalogue.ts';
import { latin1 } from './tape.ts';

/** So much of a document tells what it is. */
export const LOOKED_AT_BYTES = 512;
/** Zip, PDF, gzip, bzip2, 7z, PEM. */
const SIGNATURES = ['PK\u0003\u0004', '%PDF-', '\u001f\u008b', 'BZh', '7z\u00bc\u00af', '-----BEGIN '];

/** Says what a document is in which no ISA segment was found; `bytes` are the first of it, from `offset` to `end` in the document. */
export function classify(bytes: Uint8Array, offset = 0, end = offset + bytes.length): Finding {
  const [code, explanation] = kindOf(bytes);
  const received = latin1(bytes, 0, Math.min(bytes.length, 80)).trim();
  const shown =
    code === 'x12.document.binary' || code === 'x12.document.encoding' || received === '' ? undefined : received;
  return fault(code, { offset, end, received: shown, expected: 'ISA', explanation });
}

function kindOf(bytes: Uint8Array): readonly [X12FindingCode, string] {
  const head = latin1(bytes, 0, Math.min(bytes.length, LOOKED_AT_BYTES));
  const text = head.slice(firstVisible(bytes));
  if (isEncoded(bytes)) {
    return [
      'x12.document.encoding',
      'The document is X12 in UTF-16 or EBCDIC. Send it as ASCII, Latin-1 or UTF-8 (a text-mode transfer does that).',
    ];
  }
  if (text === '')
    return [
      'x12.document.empty',
      'The document is empty. Look whether the file was empty before it left, and send it again.',
    ];
  if (/^UN[ABHG][^A-Za-z0-9]/.test(text)) {
    return [
      'x12.document.edifact',
      'The document is UN/EDIFACT (it starts with UNA, UNB or UNH); X12 is expected here. Send X12, or agree EDIFACT with us first.',
    ];
  }
  if (/^<(!doctype html|html|head|body)\b/i.test(text)) {
    return [
      'x12.document.html',
      'The document is an HTML page, often an error or sign-in page that was saved in place of the file. Send the X12 file itself.',
    ];
  }
  if (/^<[?!a-z]/i.test(text))
    return ['x12.document.xml', 'The document is XML; X12 is expected here. Send the X12 file.'];
  if (/^[[{]\s*(["{[\]}]|-?\d|true|false|null|$)/.test(text)) {
    return ['x12.document.json', 'The document is JSON; X12 is expected here. Send the X12 file.'];
  }
  if (isBinary(bytes)) {
    return [
      'x12.document.binary',
      'The document is binary (an archive, a picture, an encrypted file?). Send the plain X12 file.',
    ];
  }
  if (/^(GS|ST|SE|GE|IEA|BSN|B10|B2|W0[56])[^A-Za-z0-9 ]/.test(text)) {
    return [
      'x12.document.fragment',
      'The interchange header (ISA) is missing: the document starts inside an interchange. Send all of it, from ISA to IEA.',
    ];
  }
  return [
    'x12.document.not-x12',
    'No ISA segment was found in the document. Send an X12 interchange: it starts with ISA and ends with IEA.',
  ];
}

function firstVisible(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && (bytes[at]! <= 32 || bytes[at] === 127)) at += 1;
  return at;
}

/** UTF-16 with or without its mark, or EBCDIC `ISA`. */
function isEncoded(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  if ((a === 73 && b === 0 && c === 83 && d === 0) || (a === 0 && b === 73 && c === 0 && d === 83)) return true;
  return a === 0xc9 && b === 0xe2 && c === 0xc1;
}

function isBinary(bytes: Uint8Array): boolean {
  const looked = Math.min(bytes.length, LOOKED_AT_BYTES);
  let odd = 0;
  for (let at = 0; at < looked; at += 1) {
    const byte = bytes[at]!;
    if (byte === 0) return true;
    if ((byte < 32 && !(byte >= 9 && byte <= 13) && byte < 28) || byte === 127 || (byte >= 0x80 && byte < 0xa0))
      odd += 1;
  }
  const start = latin1(bytes, 0, Math.min(looked, 16));
  return odd > looked * 0.1 || SIGNATURES.some((signature) => start.startsWith(signature));
}
