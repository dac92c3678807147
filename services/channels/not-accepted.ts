import { plainFileName } from '../domain/file-name.ts';

/** The text that lies beside a file which was not accepted. */
export const notAccepted = (name: string, why: string, documentId: string | undefined): string =>
  [
    `${plainFileName(name) ?? 'The file'} was not accepted.`,
    why,
    documentId === undefined ? 'Nothing of it was stored.' : `It is kept as document ${documentId}.`,
    '',
  ].join('\n');
