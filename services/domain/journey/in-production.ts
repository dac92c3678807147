import { type DocumentKey, documentKeyText } from '../configuration/document-key.ts';
import type { DocumentGoLive, GoLiveEvidence } from './evidence.ts';

/** What is known of a document's way to production. */
export const goLiveOf = ({ documents }: GoLiveEvidence, key: DocumentKey): DocumentGoLive | undefined =>
  documents.find((one) => documentKeyText(one.key) === documentKeyText(key));

/** The release by which production runs the document as it is agreed now: it has passed every gate before that. */
export function inProduction(goLive: GoLiveEvidence, key: DocumentKey): DocumentGoLive['production'] {
  const production = goLiveOf(goLive, key)?.production;
  return production?.isChanged ? undefined : production;
}
