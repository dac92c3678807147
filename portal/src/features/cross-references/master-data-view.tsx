import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Environment } from '../../lib/contract.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { tellProblem } from '../../ui/undo.tsx';
import classes from './cross-references.module.css';
import { counted, type KeyAnswer, type MasterRow, pageSize, useMasterData } from './cross-references-query.ts';
import { Pages } from './pages.tsx';
import { type Pair, PreviewDialog } from './preview-dialog.tsx';

interface MasterDataViewProps {
  readonly partnerId: string;
  readonly environment: Environment;
  readonly kind: 'item' | 'location';
  readonly mayAnswer: boolean;
  readonly onAnswer: (title: string, answers: readonly KeyAnswer[]) => Promise<void>;
}

const words = { item: { one: 'product', many: 'products' }, location: { one: 'warehouse', many: 'warehouses' } };

/** What Odoo has, with the partner's keys for it: those it has, and those that its documents use and that can mean nothing else. */
export function MasterDataView({ partnerId, environment, kind, mayAnswer, onAnswer }: MasterDataViewProps) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const [missing, setMissing] = useState(false);
  const [offset, setOffset] = useState(0);
  const [previewed, setPreviewed] = useState<readonly Pair[]>();
  const { data, isPending, error, refetch } = useMasterData({ partnerId, environment, kind, q, missing, offset });
  if (isPending) return <Loading lines={8} label="Asking Odoo" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  const answerOf = (key: string, value: string) => ({ kind, key, value, insteadOf: null });
  const proposed = data.rows.flatMap(({ label, value, proposals }) =>
    value === undefined
      ? []
      : proposals.map(({ key, reason }): Pair => ({ label, reason, answer: answerOf(key, value) })),
  );
  const { one, many } = words[kind];
  return (
    <>
      <p className={classes.sum}>
        {counted(data.total, one, many)} of {data.odoo}
        {missing ? ' that no cross reference of this partner means' : ''}.{' '}
        {kind === 'item'
          ? 'An item that the partner calls by your internal reference or barcode needs no cross reference.'
          : 'Those where this partner works, as its rules in Odoo say.'}
      </p>
      <div className={classes.tools}>
        <TextInput
          size="xs"
          className={classes.find ?? ''}
          aria-label={`Find a ${one}`}
          placeholder={`Find a ${one}`}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setOffset(0);
          }}
        />
        <Checkbox
          size="xs"
          label="Only those without a cross reference"
          checked={missing}
          onChange={(event) => {
            setMissing(event.currentTarget.checked);
            setOffset(0);
          }}
        />
        <span className={classes.space} />
        {mayAnswer && proposed.length > 0 && (
          <Button onClick={() => setPreviewed(proposed)}>Look at {counted(proposed.length, 'proposal')}</Button>
        )}
      </div>
      {data.rows.length === 0 && <p className={classes.faint}>No {one} fits.</p>}
      <ul className={classes.questions} aria-label={kind === 'item' ? 'Products of Odoo' : 'Warehouses of Odoo'}>
        {data.rows.map((row) => (
          <MasterLine
            key={row.id}
            row={row}
            mayAnswer={mayAnswer}
            onChoose={(key, value) => void onAnswer(`${key} is ${value}`, [answerOf(key, value)]).catch(tellProblem)}
          />
        ))}
      </ul>
      <Pages offset={offset} size={pageSize} total={data.total} onMove={setOffset} />
      {previewed !== undefined && (
        <PreviewDialog
          title="Keys that documents of this partner have used"
          pairs={previewed}
          onAccept={(answers) => onAnswer(counted(answers.length, 'cross reference'), answers)}
          onClose={() => setPreviewed(undefined)}
        />
      )}
    </>
  );
}

interface MasterLineProps {
  readonly row: MasterRow;
  readonly mayAnswer: boolean;
  readonly onChoose: (key: string, value: string) => void;
}

function MasterLine({ row: { label, value, barcode, keys, proposals }, mayAnswer, onChoose }: MasterLineProps) {
  return (
    <li className={classes.question}>
      <div className={classes.asked}>
        <b>{label}</b>
        {barcode !== undefined && <p className={classes.faint}>Barcode {barcode}</p>}
        {value === undefined && (
          <p className={classes.wrong}>
            It has neither an internal reference nor a barcode: give it one in Odoo first.
          </p>
        )}
      </div>
      <div className={classes.answers}>
        {keys.length > 0 ? (
          <p>
            Their <span className="mono">{keys.join(', ')}</span>
          </p>
        ) : (
          proposals.length === 0 && <p className={classes.faint}>No cross reference</p>
        )}
        <ul className={classes.suggestions}>
          {proposals.map(({ key, reason }) => (
            <li key={key}>
              <span className={classes.grow}>
                <b className="mono">{key}</b>
                <span className={classes.faint}>{reason}</span>
              </span>
              {mayAnswer && value !== undefined && (
                <Button
                  variant="default"
                  aria-label={`Choose: ${key} is ${label}`}
                  onClick={() => onChoose(key, value)}
                >
                  Choose
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
