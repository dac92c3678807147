import { Kbd, Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import type { Session } from '../../lib/contract.ts';
import { modKey } from './mod-key.ts';
import classes from './shortcuts.module.css';

let open = false;
const listeners = new Set<() => void>();

function setOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Shows the list of shortcuts, from wherever. */
export const openShortcuts = (): void => setOpen(true);

const groups = [
  {
    name: 'Everywhere',
    keys: [
      [[modKey, 'K'], 'Search or jump to'],
      [['?'], 'This list'],
      [['g', 'm'], 'Messages'],
      [['g', 'p'], 'Partners, or your organisation'],
      [['g', 'o'], 'Overview'],
    ],
  },
  {
    name: 'Lists',
    keys: [
      [['j'], 'Next row'],
      [['k'], 'Row before'],
      [['Enter'], 'Open the row'],
      [['x'], 'Select the row'],
      [['Esc'], 'Select nothing'],
      [['/'], 'Search in the list'],
    ],
  },
  {
    name: 'A document',
    keys: [
      [['1', '–', '7'], 'Go to a tab'],
      [['←', '→', '↑', '↓'], 'Move in the document, the event, the writes'],
      [['Enter'], 'Follow the value through all three'],
      [['Esc'], 'Let go of the value'],
      [['u'], 'Back to the list'],
    ],
  },
] as const;

const chordMs = 900;
let chordAt = 0;

/** The two-key jumps (`g` then a letter) and the list that explains all keys. */
export function Shortcuts({ side }: { readonly side: Session['side'] }) {
  const navigate = useNavigate();
  const opened = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
  const afterG = (go: () => void) => () => {
    if (performance.now() - chordAt < chordMs) go();
    chordAt = 0;
  };
  useHotkeys([
    ['shift+?', openShortcuts],
    ['?', openShortcuts],
    ['g', () => (chordAt = performance.now())],
    ['m', afterG(() => void navigate({ to: '/messages' })), { preventDefault: false }],
    [
      'p',
      afterG(() => void navigate({ to: side === 'team' ? '/partners' : '/organisation' })),
      { preventDefault: false },
    ],
    ['o', afterG(() => void navigate({ to: '/' })), { preventDefault: false }],
  ]);
  return (
    <Modal opened={opened} onClose={() => setOpen(false)} title="Keyboard shortcuts" size="md">
      <div className={classes.groups}>
        {groups.map(({ name, keys }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {keys.map(([press, what]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{press.map((key) => (key === '–' ? <span key={key}>–</span> : <Kbd key={key}>{key}</Kbd>))}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
