import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Environment, MappingDetail, MappingTrial } from '../../lib/contract.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { CommentsPanel } from './comments-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import type { MappingKey, useMappingChanges } from './mappings-query.ts';
import { type Problem, Problems } from './problems.tsx';
import { Suggestions } from './suggestions.tsx';
import { WhatIfPanel } from './what-if-panel.tsx';
import classes from './workbench.module.css';

export type BelowTab = 'problems' | 'suggestions' | 'coverage' | 'what-if' | 'comments' | 'history';

interface BelowProps {
  readonly tab: BelowTab;
  readonly setTab: (tab: BelowTab) => void;
  readonly problems: readonly Problem[];
  readonly trial: MappingTrial | undefined;
  readonly direction: 'in' | 'out';
  readonly path: MappingKey;
  readonly text: string;
  readonly environment: Environment;
  readonly detail: MappingDetail;
  readonly isDirty: boolean;
  readonly isStale: boolean;
  readonly changes: ReturnType<typeof useMappingChanges>;
  readonly may: { readonly change: boolean; readonly review: boolean; readonly whatIf: boolean };
  /** Line of the cursor. */
  readonly line: number;
  /** Where the value at the cursor came from, in words. */
  readonly trace: string | undefined;
  readonly error: unknown;
  readonly onProblem: (problem: Problem) => void;
  readonly onAccept: (insertion: { readonly at: number; readonly insert: string }) => void;
  readonly onLine: (line: number) => void;
  readonly onTake: (text: string) => void;
}

/** What is below the panes, as in an editor: problems first, and beside them what helps to go on. */
export function Below(props: BelowProps) {
  const { tab, setTab, problems, trial, direction, path, text, environment, detail, isDirty, isStale } = props;
  const { changes, may, line, trace, error, onProblem, onAccept, onLine, onTake } = props;
  const [isClosed, setClosed] = useState(false);
  const open = detail.comments.filter((one) => one.answers === undefined && one.resolved === undefined).length;
  const tabs: readonly (readonly [BelowTab, string])[] = [
    ['problems', `Problems ${problems.length + (trial?.left.findings ?? 0)}`],
    ['suggestions', 'Suggestions'],
    ['coverage', 'Coverage'],
    ['what-if', 'What if'],
    ['comments', open > 0 ? `Comments ${open}` : 'Comments'],
    ['history', `Versions ${detail.history.length}`],
  ];
  return (
    <section className={classes.below} data-closed={isClosed} aria-label="Problems and more">
      <div className={classes.belowHead}>
        <div className={classes.belowTabs} role="tablist" aria-label="Below the panes">
          {tabs.map(([name, label]) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`below-${name}`}
              aria-selected={tab === name}
              aria-controls="below-panel"
              className={classes.belowTab}
              onClick={() => {
                setTab(name);
                setClosed(false);
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <span className={classes.trace} role="status">
          {trace}
        </span>
        <ActionIcon aria-label={isClosed ? 'Open the panel' : 'Close the panel'} onClick={() => setClosed(!isClosed)}>
          {isClosed ? <IconChevronUp size={16} /> : <IconChevronDown size={16} />}
        </ActionIcon>
      </div>
      {!isClosed && (
        <div
          role="tabpanel"
          id="below-panel"
          aria-labelledby={`below-${tab}`}
          className={classes.list}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached from the keyboard
          tabIndex={0}
        >
          {error ? <ProblemList error={error} /> : null}
          {tab === 'problems' && (
            <Problems
              isStale={isStale}
              problems={problems}
              left={trial?.left.findings ?? 0}
              refused={trial?.refused}
              onGo={onProblem}
            />
          )}
          {tab === 'suggestions' && (
            <Suggestions
              suggestions={trial?.compiles === false ? [] : trial?.suggestions}
              isStale={isStale}
              mayChange={may.change}
              onAccept={onAccept}
            />
          )}
          {tab === 'coverage' && <CoveragePanel coverage={trial?.coverage} direction={direction} />}
          {tab === 'what-if' && <WhatIfPanel path={path} text={text} usual={environment} mayRun={may.whatIf} />}
          {tab === 'comments' && (
            <CommentsPanel
              {...{ comments: detail.comments, hash: detail.mapping.hash, line, isDirty, changes }}
              mayComment={may.review}
              onGo={onLine}
            />
          )}
          {tab === 'history' && (
            <HistoryPanel path={path} history={detail.history} onTake={may.change ? onTake : undefined} />
          )}
        </div>
      )}
    </section>
  );
}
