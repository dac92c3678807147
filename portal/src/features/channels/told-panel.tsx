import type { Endpoint } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ToldList } from '../../ui/told-list.tsx';
import classes from './channels.module.css';
import type { Reader } from './standing.ts';
import { toldOf } from './told.ts';

/** What the partner's system must be told, ready to copy. */
export function ToldPanel({ endpoint, reader }: { readonly endpoint: Endpoint; readonly reader: Reader }) {
  const items = toldOf(endpoint, reader.side);
  return (
    <Panel
      title={reader.side === 'partner' ? 'What your system must be told' : 'What their system must be told'}
      note={reader.side === 'partner' ? `ready to copy; “we” are ${reader.other}` : 'ready to copy'}
    >
      {items.length === 0 ? (
        <p className={classes.empty}>Nothing: all of it stands in the settings.</p>
      ) : (
        <ToldList items={items} withAll />
      )}
    </Panel>
  );
}
