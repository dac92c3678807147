import type { DocumentNode } from '../../../services/domain/documents/document-node.ts';
import { placeOfNode } from '../../../services/domain/documents/document-node.ts';

/** All single values of a document with their places, in the order of the document. */
export function valuesOf(node: DocumentNode): { place: string; text: string; range: readonly [number, number] }[] {
  const own = node.text === undefined ? [] : [{ place: placeOfNode(node), text: node.text, range: node.range }];
  return [...own, ...node.children.flatMap(valuesOf)];
}
