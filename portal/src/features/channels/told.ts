import type { Endpoint, Told } from '../../lib/contract.ts';

const addressWords = {
  inbox: { partner: 'Where your system sends documents', team: 'Where it sends its documents' },
  outbox: { partner: 'Where ours wait for you', team: 'Where ours wait for it' },
  events: { partner: 'Where your system sends events as JSON', team: 'Where it sends events as JSON' },
  work: { partner: 'Where work waits for you as JSON', team: 'Where work waits for it as JSON' },
} as const;

/** What the partner's system must be told: what the channel says, and the addresses of the API, each with a command to try it. */
export function toldOf(
  { tell, addresses, environment }: Pick<Endpoint, 'tell' | 'addresses' | 'environment'>,
  side: 'partner' | 'team',
): readonly Told[] {
  const byApi = addresses.flatMap(({ id, method, address, command }) => [
    { label: addressWords[id][side], value: address, help: `${method}, with an API key for ${environment}` },
    {
      label: `A command to try ${id === 'inbox' || id === 'outbox' ? `the ${id}` : id}`,
      value: command,
      multiline: true,
    },
  ]);
  return [...byApi, ...tell];
}
