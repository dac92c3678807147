/** An address, as a partner's machine must know it. */
export interface Address {
  readonly id: 'inbox' | 'outbox' | 'events' | 'work';
  /** `in`: from the partner. `out`: to the partner. */
  readonly direction: 'in' | 'out';
  readonly method: 'GET' | 'POST';
  readonly address: string;
  /** What the API key needs. */
  readonly scope: string;
  /** A command that works once a key stands in $API_KEY. */
  readonly command: string;
}

/** The addresses of an endpoint that the hub's own server takes in and gives out at. @param base where it answers, such as `https://hub.example` */
export function addressesAt(base: string): readonly Address[] {
  const root = base.replace(/\/+$/, '');
  const key = '-H "Authorization: Bearer $API_KEY"';
  return [
    {
      ...{ id: 'inbox', direction: 'in', method: 'POST', address: `${root}/v1/inbox`, scope: 'inbox:write' },
      command: `curl ${key} -H "Content-Type: application/edi-x12" --data-binary @FILE ${root}/v1/inbox`,
    },
    {
      ...{ id: 'outbox', direction: 'out', method: 'GET', address: `${root}/v1/outbox`, scope: 'outbox:read' },
      command: `curl ${key} ${root}/v1/outbox`,
    },
    {
      ...{ id: 'events', direction: 'in', method: 'POST', address: `${root}/v1/events`, scope: 'events:write' },
      command: `curl ${key} -H "Content-Type: application/json" --data-binary @FILE ${root}/v1/events`,
    },
    {
      ...{ id: 'work', direction: 'out', method: 'GET', address: `${root}/v1/work`, scope: 'work:read' },
      command: `curl ${key} ${root}/v1/work`,
    },
  ];
}
