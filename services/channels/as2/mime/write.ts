// Writes MIME entities as lists of buffers, so that a document is never copied into its envelope.

export type Fields = readonly (readonly [name: string, value: string])[];

const lineEnd = '\r\n';
const text = (value: string) => Buffer.from(value, 'utf8');

/** Fields are never folded: many programs of this trade do not read that. */
export const entity = (fields: Fields, body: readonly Uint8Array[]): readonly Uint8Array[] => [
  text(`${fields.map(([name, value]) => `${name}: ${value}`).join(lineEnd)}${lineEnd}${lineEnd}`),
  ...body,
];

/** Parts, whole as they are signed, between boundaries. */
export function multipart(boundary: string, parts: readonly (readonly Uint8Array[])[]): readonly Uint8Array[] {
  return [
    ...parts.flatMap((part) => [text(`--${boundary}${lineEnd}`), ...part, text(lineEnd)]),
    text(`--${boundary}--${lineEnd}`),
  ];
}

/** Base64 in lines of 76 characters. */
export const base64Lines = (bytes: Uint8Array): Buffer =>
  text(
    Buffer.from(bytes)
      .toString('base64')
      .replaceAll(/(.{76})(?!$)/g, `$1${lineEnd}`),
  );
