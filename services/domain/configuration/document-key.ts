import type { ConfiguredDocument } from './configuration.ts';

/** What is certified and goes live on its own: one line of the agreement. */
export type DocumentKey = Pick<ConfiguredDocument, 'set' | 'direction' | 'version'>;

/** They are agreed for the documents that they acknowledge, and go live with these and not on their own. */
export const isAcknowledgement = ({ set }: Pick<DocumentKey, 'set'>): boolean => set === '997' || set === '999';

/** As in links, tables and the API: `inbound/945/004010`; without a version for a document that is no X12. */
export const documentKeyText = ({ direction, set, version }: DocumentKey): string =>
  version === '' ? `${direction}/${set}` : `${direction}/${set}/${version}`;

/** @returns undefined for what is no document key */
export function readDocumentKey(text: string): DocumentKey | undefined {
  const [direction, set, version = '', ...more] = text.split('/');
  if ((direction !== 'inbound' && direction !== 'outbound') || !set || more.length > 0) return undefined;
  return { set, direction, version };
}
