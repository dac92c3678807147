import { CopyButton, Tooltip } from '@mantine/core';
import { IconArrowDownLeft, IconArrowUpRight, IconCheck, IconCopy } from '@tabler/icons-react';
import type { FindingCounts as Counts, Direction } from '../lib/contract.ts';
import { cx } from '../lib/cx.ts';
import { setName } from '../lib/sets.ts';
import classes from './small.module.css';

/** Which way a document went, seen from us unless the words say otherwise. */
export function DirectionMark({ direction, words }: { readonly direction: Direction; readonly words?: string }) {
  const incoming = direction === 'in';
  const Icon = incoming ? IconArrowDownLeft : IconArrowUpRight;
  return (
    <span className={cx(classes.direction, incoming ? classes.incoming : classes.outgoing)}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      <span className="visually-hidden">{words ?? (incoming ? 'Received' : 'Sent')}</span>
    </span>
  );
}

const number = new Intl.NumberFormat('en-US');
const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** A transaction set by its number, with its name on hover. */
export function SetCode({ code, count = 1 }: { readonly code: string; readonly count?: number }) {
  return (
    <span
      className={classes.set}
      title={count > 1 ? `${number.format(count)} × ${setName(code) ?? code}` : setName(code)}
    >
      {code}
      {count > 1 && <span className={classes.times}>×{count < 1_000 ? count : short.format(count)}</span>}
    </span>
  );
}

const levels = [
  { level: 'standard', name: 'against the X12 standard' },
  { level: 'guide', name: "against the partner's guide" },
  { level: 'business', name: 'of the trade' },
  { level: 'note', name: 'remarks' },
] as const;

/** How many findings a document has, by the level that weighs most. */
export function FindingCounts({ counts }: { readonly counts: Counts }) {
  const present = levels.filter(({ level }) => counts[level] > 0);
  const total = present.reduce((sum, { level }) => sum + counts[level], 0);
  const heaviest = present[0];
  if (heaviest === undefined) return null;
  const words = present.map(({ level, name }) => `${counts[level]} ${name}`).join(', ');
  return (
    <Tooltip label={words}>
      <span className={cx(classes.findings, classes[heaviest.level])}>
        {total < 1_000 ? total : short.format(total)}
        <span className={classes.findingsWord}>{total === 1 ? 'finding' : 'findings'}</span>
      </span>
    </Tooltip>
  );
}

/** A value that people carry elsewhere: click copies it. */
export function Copyable({
  value,
  shown,
  label,
}: {
  readonly value: string;
  readonly shown?: string;
  readonly label: string;
}) {
  return (
    <CopyButton value={value} timeout={1_500}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? 'Copied' : `Copy ${label}`}>
          <button type="button" className={classes.copy} onClick={copy} aria-label={`Copy ${label} ${shown ?? value}`}>
            <span className="mono">{shown ?? value}</span>
            {copied ? <IconCheck size={13} /> : <IconCopy size={13} className={classes.copyIcon} />}
          </button>
        </Tooltip>
      )}
    </CopyButton>
  );
}
