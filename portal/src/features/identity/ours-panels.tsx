import { api } from '../../lib/api.ts';
import { Panel } from '../../ui/panel.tsx';
import { ToldList } from '../../ui/told-list.tsx';

/** How partners know us on each channel that has something of ours, such as the key of its server. */
export function OursPanels() {
  const { data } = api.useQuery('get', '/v1/channels', {}, { staleTime: Number.POSITIVE_INFINITY });
  return data?.channels
    .filter(({ ours }) => ours.length > 0)
    .map(({ name, title, ours }) => (
      <Panel key={name} title={`Ours: ${title}`} note="the same for every partner">
        <ToldList items={ours} withAll />
      </Panel>
    ));
}
