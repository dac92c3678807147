/** What a file that belongs to an event may be, told by its first bytes: a picture or a PDF. */
const signatures = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
] as const;

export type FileType = (typeof signatures)[number][0];
export const fileTypes: readonly FileType[] = [...new Set(signatures.map(([type]) => type))];

/** The type of a file by its bytes, whatever its sender calls it; undefined for anything else. */
export const fileTypeOf = (bytes: Uint8Array): FileType | undefined =>
  signatures.find(([, head]) => head.every((byte, at) => bytes[at] === byte))?.[0];
