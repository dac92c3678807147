/** Something that is no MIME, or none that can be taken. */
export class MimeError extends Error {
  override readonly name = 'MimeError';
}
