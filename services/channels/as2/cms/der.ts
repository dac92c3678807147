import { context, contextPrimitive, tags } from './ber.ts';

// Writes DER (X.690). An element is the list of its buffers, so that large content is never copied on its way into a structure.

export type Der = readonly Uint8Array[];

export const sizeOf = (der: Der): number => der.reduce((sum, { length }) => sum + length, 0);
export const bytesOf = (der: Der): Buffer => (der.length === 1 ? Buffer.from(der[0]!) : Buffer.concat(der));

export function element(tag: number, ...content: readonly Der[]): Der {
  const parts = content.flat();
  return [header(tag, sizeOf(parts)), ...parts];
}

export const sequence = (...content: readonly Der[]): Der => element(tags.sequence, ...content);
/** SET OF: its elements stand in the order of their bytes. */
export const setOf = (...content: readonly Der[]): Der =>
  element(tags.set, ...content.map((one) => [bytesOf(one)]).toSorted(([one], [other]) => Buffer.compare(one!, other!)));
export const explicit = (number: number, ...content: readonly Der[]): Der => element(context(number), ...content);
/** IMPLICIT OCTET STRING. */
export const implicitOctets = (number: number, content: Der): Der => element(contextPrimitive(number), content);
export const octets = (content: Der | Uint8Array): Der =>
  element(tags.octetString, content instanceof Uint8Array ? [content] : content);
export const nothing: Der = [Buffer.from([tags.null, 0])];
export const integer = (value: number): Der => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return element(tags.integer, [bytes[0]! > 0x7f ? Buffer.concat([Buffer.from([0]), bytes]) : bytes]);
};

export function oid(text: string): Der {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return element(tags.oid, [Buffer.from(bytes)]);
}

/** Until 2049 a UTCTime, a GeneralizedTime after that (RFC 5652 11.3). */
export function time(at: Date): Der {
  const digits = `${at.toISOString().replaceAll(/[-:T]|\..*/g, '')}Z`;
  const isEarly = at.getUTCFullYear() < 2050;
  return element(isEarly ? tags.utcTime : tags.generalizedTime, [Buffer.from(isEarly ? digits.slice(2) : digits)]);
}

/** Bytes that are DER already. */
export const asIs = (bytes: Uint8Array): Der => [bytes];

function header(tag: number, length: number): Buffer {
  if (length < 0x80) return Buffer.from([tag, length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes]);
}
