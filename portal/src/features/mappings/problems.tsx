import { useRef } from 'react';
import type { MappingTrial } from '../../lib/contract.ts';
import { LongList } from '../../ui/long-list.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import type { Span } from './marks.ts';
import classes from './workbench.module.css';

/** A fault of the mapping, or what was found in the document. */
export interface Problem {
  readonly kind: 'mapping' | MappingTrial['findings'][number]['level'];
  readonly words: string;
  readonly where: string;
  /** In the mapping. */
  readonly line?: number;
  readonly column?: number;
  /** In the sample that is read, or in what was written. */
  readonly span?: Span;
}

const looks: Readonly<Record<Problem['kind'], { readonly word: string; readonly tone: Tone }>> = {
  mapping: { word: 'Mapping', tone: 'red' },
  standard: { word: 'Standard', tone: 'red' },
  guide: { word: 'Guide', tone: 'amber' },
  business: { word: 'Trade', tone: 'amber' },
  note: { word: 'Note', tone: 'slate' },
};

/** Faults first, then findings by weight. */
export function problemsOf(trial: MappingTrial | undefined): readonly Problem[] {
  if (!trial) return [];
  const faults = trial.faults.map(
    ({ line, column, message, hint }): Problem => ({
      ...{ kind: 'mapping', line, column, where: `line ${line}` },
      words: hint === undefined ? message : `${message} (${hint})`,
    }),
  );
  const order = ['standard', 'guide', 'business', 'note'];
  const findings = trial.findings
    .toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
    .map(
      ({ level, explanation, place, span, count }): Problem => ({
        ...{ kind: level, where: place ?? '' },
        words: count === undefined ? explanation : `${explanation} (${count} times)`,
        ...(span && { span: [span[0] ?? 0, span[1] ?? 0] as const }),
      }),
    );
  return [...faults, ...findings];
}

const rowPx = 30;

/** What is wrong, one below the other; each leads to its place. */
export function Problems({
  problems,
  left,
  refused,
  isStale,
  onGo,
}: {
  readonly problems: readonly Problem[];
  /** They are of what stood there before: it is tried at this moment. */
  readonly isStale: boolean;
  /** Findings that are not listed. */
  readonly left: number;
  readonly refused: string | undefined;
  readonly onGo: (problem: Problem) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  return (
    <div className={classes.list} data-pane-scroll>
      {refused !== undefined && <p className={classes.quiet}>{refused}</p>}
      {problems.length === 0 && refused === undefined && (
        <p className={classes.quiet}>
          {isStale ? 'Trying …' : 'No fault in the mapping, and nothing to find in this sample.'}
        </p>
      )}
      <LongList
        list={list}
        count={problems.length}
        rowPx={rowPx}
        reveal={undefined}
        label="Problems"
        drawnWhole={60}
        render={(nth) => {
          const problem = problems[nth]!;
          const { word, tone } = looks[problem.kind];
          return (
            <button type="button" className={classes.problem} onClick={() => onGo(problem)}>
              <Tag tone={tone} look="plain">
                {word}
              </Tag>
              <span className={classes.where}>{problem.where}</span>
              <span>{problem.words}</span>
            </button>
          );
        }}
      />
      {left > 0 && <p className={classes.quiet}>{left} more of these are not listed.</p>}
    </div>
  );
}
