import { Button, Modal } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { MappingRow, Mappings } from '../../lib/contract.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useRowKeys } from '../../ui/row-keys.ts';
import { DirectionMark, SetCode } from '../../ui/small.tsx';
import { Failed, Loading, Nothing } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import classes from './mapping-list.module.css';
import { useAddMapping, useMappings } from './mappings-query.ts';
import { coverageWords, isTemplate, nextStep, reviewTag } from './words.ts';

const ways = {
  team: { in: 'from the partner', out: 'to the partner' },
  partner: { in: 'from you', out: 'to you' },
} as const;
type Side = keyof typeof ways;

/** The mappings of a partner: which document each is for, where its review stands, and what it covers. */
export function MappingList({
  partnerId,
  side,
  mayChange,
}: {
  readonly partnerId: string;
  readonly side: Side;
  readonly mayChange: boolean;
}) {
  const { data, isPending, error, refetch } = useMappings(partnerId);
  const [adding, setAdding] = useState(false);
  const list = useRowKeys<HTMLUListElement>();
  const rank = (row: MappingRow) =>
    ['returned', 'asked', 'unreviewed', 'approved'].indexOf(isTemplate(row) ? 'approved' : row.review.state) * 2 +
    (row.inProduction === 'same' ? 1 : 0);
  const rows = (data?.mappings ?? []).toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
  const canAdd = mayChange && data !== undefined && data.available.length > 0;
  const add = canAdd && (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      New mapping
    </Button>
  );
  return (
    <Panel title="Mappings" note="as the draft has them; the next release brings them into production" action={add}>
      {isPending && <Loading lines={8} label="Loading the mappings" />}
      {!isPending && data === undefined && <Failed error={error} onRetry={() => void refetch()} />}
      {data !== undefined && rows.length === 0 && (
        <Nothing icon={<IconFileImport size={20} />} title="No mapping yet" action={add}>
          A mapping says what becomes of each value of a document. Begin with one from a template and try it on a
          sample.
        </Nothing>
      )}
      <ul ref={list} className={classes.rows} aria-label="Mappings">
        {rows.map((row) => (
          <li key={row.name}>
            <Link to="/mappings/$mapping" params={{ mapping: row.name }} className={classes.row ?? ''} data-row-link>
              <span className={classes.state}>
                <Tag tone={reviewTag(row).tone}>{reviewTag(row).word}</Tag>
              </span>
              <span className={classes.document}>
                <span className={classes.title}>
                  <DirectionMark direction={row.direction} words={ways[side][row.direction]} />
                  <SetCode code={row.set} />
                  <b>{row.setName === row.set ? (row.title ?? row.name) : row.setName}</b>
                </span>
                <span className={classes.faint}>
                  <span className="mono">{row.name}</span> · {ways[side][row.direction]} ·{' '}
                  {row.version === '' ? row.format.toUpperCase() : row.version} ·{' '}
                  {row.template === undefined ? (
                    <>
                      by {row.author || 'nobody'} <RelativeTime at={row.at} />
                    </>
                  ) : (
                    `as in ${row.template}`
                  )}
                </span>
              </span>
              <span className={classes.next}>
                <span>{nextStep(row)}</span>
                <span className={classes.faint}>
                  {coverageWords(row.coverage, { direction: row.direction, sampled: false })}
                  {row.open > 0 && ` · ${row.open} open ${row.open === 1 ? 'comment' : 'comments'}`}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {adding && data !== undefined && (
        <NewMapping partnerId={partnerId} available={data.available} side={side} onClose={() => setAdding(false)} />
      )}
    </Panel>
  );
}

function NewMapping({
  partnerId,
  available,
  side,
  onClose,
}: {
  readonly partnerId: string;
  readonly available: Mappings['available'];
  readonly side: Side;
  readonly onClose: () => void;
}) {
  const add = useMutation({ mutationFn: useAddMapping(partnerId), onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title="Begin a mapping from a template" size="lg">
      <ProblemList error={add.error} />
      <p className={classes.faint}>
        The document is agreed in the draft, and its guide and samples come along. Then open it, try it on a document of
        yours and change what differs.
      </p>
      <ul className={classes.available}>
        {available.map((one) => (
          <li key={`${one.direction} ${one.set}`}>
            <DirectionMark direction={one.direction} />
            <span className={classes.words}>
              <SetCode code={one.set} /> {one.name === one.set ? '' : one.name}{' '}
              <span className={classes.faint}>
                {ways[side][one.direction]} · {one.version || 'no X12'} · {one.template}
              </span>
            </span>
            <Button
              variant="default"
              size="compact-xs"
              aria-label={`Begin with the ${one.set} ${ways[side][one.direction]}`}
              loading={add.isPending && add.variables === one}
              onClick={() => add.mutate(one)}
            >
              Begin
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
