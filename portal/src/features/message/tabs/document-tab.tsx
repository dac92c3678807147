import { IconFileOff } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Finding, Message } from '../../../lib/contract.ts';
import { revealIn } from '../../../ui/reveal.ts';
import { Failed, Loading, Nothing } from '../../../ui/states.tsx';
import { useAnnotated } from '../annotated-query.ts';
import { DocumentView } from '../document/document-view.tsx';
import { FindingList } from '../document/finding-list.tsx';
import { FindingNote } from '../document/finding-note.tsx';
import { findingsOf, totalsOf } from '../findings.ts';
import { titleOf } from '../naming.ts';
import { type Range, selectionOf } from '../selection.ts';
import type { ViewControl } from '../use-view.ts';
import classes from './document-tab.module.css';
import { ElementCard } from './element-card.tsx';

interface DocumentTabProps {
  readonly message: Message;
  readonly control: ViewControl;
}

/** The whole document with names, meanings and findings in place. */
export function DocumentTab({ message, control }: DocumentTabProps) {
  const pane = useRef<HTMLDivElement>(null);
  const selection = selectionOf(control.view);
  const range = selection?.kind === 'bytes' ? selection.range : undefined;
  const findings = useMemo(() => findingsOf(message), [message]);
  // With nothing selected, what keeps the document from being good is worth the first look.
  const { finding } = message.step;
  const target = range ?? (finding === undefined ? undefined : ([finding.start, finding.end] as const));
  const { query, segments, first } = useAnnotated(message, target?.[1]);
  useEffect(() => {
    if (pane.current === null || target === undefined || segments.length === 0) return;
    const at = segments.find(({ start, end }) => start <= target[0] && target[0] < end);
    const exact = pane.current.querySelector(`[data-range="${target[0]}-${target[1]}"], [data-lit]`);
    const seen = exact ?? pane.current.querySelector(`[data-segment-row="${at?.index}"]`);
    if (seen !== null) revealIn(pane.current, seen);
  }, [target?.[0], target?.[1], segments]);
  const select = (next: Range) => control.select({ kind: 'bytes', range: next });
  const go = (finding: Finding) => {
    if (finding.offset !== undefined) select([finding.offset, finding.end ?? finding.offset]);
  };
  if (query.isPending) return <Loading lines={12} label="Loading the document" />;
  if (query.isError && first === undefined) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={classes.tab}>
      <div ref={pane} className={classes.sheet}>
        {first?.findings.map((finding) => (
          <FindingNote key={`${finding.code}${finding.explanation}`} finding={finding} />
        ))}
        {segments.length === 0 && first?.text !== undefined && <pre className={classes.text}>{first.text}</pre>}
        {segments.length === 0 && first?.text === undefined && (
          <Nothing icon={<IconFileOff size={20} stroke={1.7} />} title="Nothing to show segment by segment">
            The bytes are kept as they came; look at them under Raw.
          </Nothing>
        )}
        {segments.length > 0 && (
          <DocumentView
            segments={segments}
            lit={range === undefined ? [] : [range]}
            onSelect={select}
            withNames
            more={
              query.hasNextPage
                ? {
                    total: first?.total ?? 0,
                    loading: query.isFetchingNextPage,
                    load: () => void query.fetchNextPage(),
                  }
                : undefined
            }
          />
        )}
      </div>
      <aside className={classes.aside}>
        {range !== undefined && <ElementCard message={message} segments={segments} range={range} control={control} />}
        <FindingList
          title={`${titleOf(message)} (${message.fileName ?? message.id})`}
          findings={findings}
          totals={totalsOf(message)}
          onGo={go}
        />
      </aside>
    </div>
  );
}
