import type { Configuration } from '../domain/configuration/configuration.ts';

/** Where documents are exchanged, as a partner's machine must know it. */
export interface Endpoint {
  readonly id: 'inbox' | 'outbox';
  readonly channel: 'https';
  /** `in`: from the partner. `out`: to the partner. */
  readonly direction: 'in' | 'out';
  readonly method: 'GET' | 'POST';
  readonly address: string;
  /** What the API key needs. */
  readonly scope: string;
  /** Sets that go this way; acknowledgements go both. */
  readonly sets: readonly string[];
  /** A command that works once a key stands in $API_KEY. */
  readonly command: string;
}

/** The endpoints of this hub. @param base where it answers, such as `https://hub.example`. @param documents what is agreed; nothing for the hub itself. */
export function endpointsAt(base: string, documents: Configuration['documents'] = []): readonly Endpoint[] {
  const sets = (direction: 'inbound' | 'outbound') =>
    documents.filter((one) => one.direction === direction).map(({ set }) => set);
  const root = base.replace(/\/+$/, '');
  const key = '-H "Authorization: Bearer $API_KEY"';
  return [
    {
      ...{ id: 'inbox', channel: 'https', direction: 'in', method: 'POST', address: `${root}/v1/inbox` },
      ...{ scope: 'inbox:write', sets: sets('inbound') },
      command: `curl ${key} -H "Content-Type: application/edi-x12" --data-binary @FILE ${root}/v1/inbox`,
    },
    {
      ...{ id: 'outbox', channel: 'https', direction: 'out', method: 'GET', address: `${root}/v1/outbox` },
      ...{ scope: 'outbox:read', sets: sets('outbound') },
      command: `curl ${key} ${root}/v1/outbox`,
    },
  ];
}
