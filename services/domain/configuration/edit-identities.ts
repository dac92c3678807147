import { isMap, isSeq, parseDocument } from 'yaml';
import type { Configuration, Identity } from './configuration.ts';

/** @returns the head in which an environment has these identities; what else stands there stays as somebody wrote it. @throws Error when the head is no YAML map */
export function changeIdentities(
  head: string,
  environment: keyof Configuration['identities'],
  identities: readonly Identity[],
): string {
  const document = parseDocument(head);
  if (!isMap(document.contents)) throw new Error('The head of the configuration is no map.');
  const list = document.createNode(
    identities.map(({ qualifier, isaId, gsId }) => ({ qualifier, id: isaId, ...(gsId !== isaId && { group: gsId }) })),
    { flow: true },
  );
  if (document.hasIn(['identities', environment])) document.setIn(['identities', environment], list);
  else if (document.has('identities')) document.addIn(['identities', environment], list);
  else {
    const made = document.createNode({ identities: {} });
    const documents = document.contents.items.findIndex(({ key }) => String(key) === 'documents');
    if (isMap(made))
      document.contents.items.splice(
        documents < 0 ? document.contents.items.length : documents,
        0,
        made.items[0] as never,
      );
    document.setIn(['identities', environment], list);
  }
  if (isSeq(list)) list.flow = true;
  return document.toString({ lineWidth: 0 });
}
