/** What the documents that we send come as, by the end of their file name. */
const byEnding = { json: 'application/json', csv: 'text/csv' } as const;

export type OutgoingType = 'application/edi-x12' | (typeof byEnding)[keyof typeof byEnding];

export function mediaTypeOf(fileName: string): OutgoingType {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(byEnding, ending) ? byEnding[ending as keyof typeof byEnding] : 'application/edi-x12';
}
