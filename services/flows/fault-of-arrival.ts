import type { Finding } from '../domain/finding.ts';
import { sniffDocument } from '../domain/sniff.ts';
import { notExpected } from '../domain/translate/recognise.ts';
import type { Environment } from '../store/documents.ts';
import { termsOf } from './configuration.ts';
import type { Context } from './context.ts';

/**
 * Why the hub can make nothing of what has just come, as far as its first bytes and what is agreed with the partner tell; undefined where it may be a document that
 * the hub reads. The same is found again when the document is translated.
 */
export async function faultOfArrival(
  context: Context,
  { orgId, environment }: { readonly orgId: string; readonly environment: Environment },
  bytes: Uint8Array,
): Promise<Pick<Finding, 'code' | 'explanation'> | undefined> {
  const fault = sniffDocument(bytes);
  // Most of what comes is X12, and nothing has to be looked up for it.
  if (!fault) return undefined;
  const terms = await termsOf(context, orgId, environment);
  const instead = notExpected(bytes, terms?.configuration ?? { documents: [] });
  return instead === 'x12' ? fault : instead;
}
