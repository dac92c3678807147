import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { ProblemList } from '../../ui/problem-list.tsx';
import classes from './cross-references.module.css';
import { counted, type KeyAnswer } from './cross-references-query.ts';

/** An answer to look at before it is given. */
export interface Pair {
  readonly answer: KeyAnswer & { readonly value: string };
  readonly label: string;
  readonly reason: string;
}

interface PreviewDialogProps {
  readonly title: string;
  readonly pairs: readonly Pair[];
  readonly onAccept: (answers: readonly KeyAnswer[]) => Promise<unknown>;
  readonly onClose: () => void;
}

/** What is about to be said of many keys at once: each can be left out, and nothing is written before the click. */
export function PreviewDialog({ title, pairs, onAccept, onClose }: PreviewDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const idOf = ({ answer: { kind, key } }: Pair) => `${kind}/${key}`;
  const chosen = pairs.filter((pair) => !left.has(idOf(pair)));
  const toggle = (id: string) =>
    setLeft((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const accept = () => {
    setBusy(true);
    onAccept(chosen.map(({ answer }) => answer))
      .then(onClose, setProblem)
      .finally(() => setBusy(false));
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={title}>
      <ProblemList error={problem} />
      <table className={classes.pairs}>
        <thead>
          <tr>
            <th scope="col">Their key</th>
            <th scope="col">In Odoo</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={idOf(pair)} data-left={left.has(idOf(pair)) || undefined}>
              <th scope="row">
                <Checkbox
                  size="xs"
                  label={<span className="mono">{pair.answer.key}</span>}
                  checked={!left.has(idOf(pair))}
                  onChange={() => toggle(idOf(pair))}
                />
              </th>
              <td>{pair.label}</td>
              <td className={classes.faint}>{pair.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={busy} disabled={chosen.length === 0} onClick={accept}>
          Write {counted(chosen.length, 'cross reference')}
        </Button>
      </div>
    </Modal>
  );
}
