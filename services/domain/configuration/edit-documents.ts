import { isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { AcknowledgementPolicy, ConfiguredDocument, ResendRule } from './configuration.ts';
import type { DocumentChannelName } from './document-channels.ts';

// Changes of `documents:` in the head of a configuration, as text: whatever is not changed stays as somebody wrote it, comments too.

/** Which document is meant: of each direction a set stands once. */
export type DocumentKey = Pick<ConfiguredDocument, 'set' | 'direction'>;

/** A document that is added; `version` is empty for one that is no X12. */
export type AddedDocument = Pick<ConfiguredDocument, 'set' | 'direction' | 'version' | 'mapping'>;

/** What the partner has a deadline for, as `sla` names it. */
export type SlaKey = 'collected' | 'receipt' | 'ta1' | 'acknowledged' | 'answered';

/** What can be said of a document anew; what is left out stays as it is. */
export interface DocumentChange {
  readonly version?: string | undefined;
  /** Name of the endpoint at which it is exchanged. */
  readonly endpoint?: string | undefined;
  /** What the endpoint is to be, where nobody has made it yet; goes with the next endpoint that is named. */
  readonly channel?: DocumentChannelName | undefined;
  readonly acknowledgement?: Partial<AcknowledgementPolicy> | undefined;
  /** How long the partner has for what we send, such as 90m, 24h, 2d; `none` takes the deadline of a receipt or TA1 away. */
  readonly sla?: { readonly [Key in SlaKey]?: string | undefined } | undefined;
  readonly resend?: Partial<ResendRule> | undefined;
}

/** @throws Error when the head is no YAML with documents: it was compiled before */
function editing(head: string, edit: (documents: YAMLSeq, create: (value: unknown) => unknown) => void): string {
  const document = parseDocument(head);
  const documents = document.get('documents');
  if (!isSeq(documents)) throw new Error('The head of the configuration has no documents.');
  edit(documents, (value) => document.createNode(value, { flow: true }));
  return document.toString({ lineWidth: 0 });
}

const isFor =
  ({ set, direction }: DocumentKey) =>
  (node: unknown): node is YAMLMap =>
    isMap(node) && node.get('direction') === direction && String(node.get('set') ?? node.get('document')) === set;

/** @returns the head with the document behind the others of its direction. */
export function addDocument(head: string, { set, direction, version, mapping }: AddedDocument): string {
  return editing(head, (documents, create) => {
    const named = version === '' ? { document: set, direction } : { set, direction, version };
    const last = documents.items.findLastIndex((node) => isMap(node) && node.get('direction') === direction);
    documents.items.splice(last + 1 || documents.items.length, 0, create({ ...named, mapping }));
  });
}

/** @returns the head without the document. */
export function removeDocument(head: string, key: DocumentKey): string {
  return editing(head, (documents) => {
    documents.items = documents.items.filter((node) => !isFor(key)(node));
  });
}

/** @returns the head in which the document is what it is in another one. */
export function replaceDocument(head: string, key: DocumentKey, other: string): string {
  const from = parseDocument(other).get('documents');
  const found = isSeq(from) ? from.items.find(isFor(key)) : undefined;
  if (!isMap(found)) return head;
  return editing(head, (documents, create) => {
    const at = documents.items.findIndex(isFor(key));
    documents.items.splice(at === -1 ? documents.items.length : at, at === -1 ? 0 : 1, create(found.toJSON()));
  });
}

/** @returns the head in which the document has what is said anew. */
export function changeDocument(head: string, key: DocumentKey, change: DocumentChange): string {
  return editing(head, (documents, create) => {
    const node = documents.items.find(isFor(key));
    if (!node) return;
    if (change.version !== undefined) node.set('version', create(change.version));
    if (change.endpoint !== undefined) {
      node.set('endpoint', create(change.endpoint));
      node.delete('channel');
    }
    if (change.channel !== undefined) node.set('channel', create(change.channel));
    for (const part of ['acknowledgement', 'sla', 'resend'] as const) {
      const given = Object.entries(change[part] ?? {}).filter(([, value]) => value !== undefined);
      if (given.length === 0) continue;
      const own = node.get(part);
      const map = isMap(own) ? own : (create({}) as YAMLMap);
      for (const [name, value] of given)
        if (part === 'sla' && value === 'none') map.delete(name);
        else map.set(name, create(value));
      node.set(part, map);
    }
  });
}
