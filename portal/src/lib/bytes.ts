const latin1 = new TextDecoder('latin1');

/** Bytes as one character each, so that places in the text are places in the document. */
export function byteText(bytes: Uint8Array): string {
  // The browser's latin1 is windows-1252; it agrees with Latin-1 in length, which is what places rely on.
  return latin1.decode(bytes);
}

/** `812 B`, `1.4 kB`, `3.2 MB`. */
export function byteSize(sizeBytes: number): string {
  if (sizeBytes < 1_000) return `${sizeBytes} B`;
  if (sizeBytes < 1_000_000) return `${(sizeBytes / 1_000).toFixed(1)} kB`;
  return `${(sizeBytes / 1_000_000).toFixed(1)} MB`;
}
