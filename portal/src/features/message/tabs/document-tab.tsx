import { IconCircleCheck, IconFileOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Finding, Message } from '../../../lib/contract.ts';
import { revealIn } from '../../../ui/reveal.ts';
import { Failed, Loading, Nothing } from '../../../ui/states.tsx';
import { useAnnotated } from '../annotated-query.ts';
import { DocumentView } from '../document/document-view.tsx';
import { FindingNote, findingPlace } from '../document/finding-note.tsx';
import { countFindings, shortened, totalsOf } from '../findings.ts';
import { type Range, selectionOf } from '../selection.ts';
import type { ViewControl } from '../use-view.ts';
import classes from './document-tab.module.css';
import { ElementCard } from './element-card.tsx';

interface DocumentTabProps {
  readonly message: Message;
  readonly control: ViewControl;
}

function FindingList({ message, onGo }: { readonly message: Message; readonly onGo: (finding: Finding) => void }) {
  const { shown, more } = shortened(message);
  const count = countFindings(totalsOf(message));
  return (
    <section className={classes.card} aria-label="Findings">
      <h2>
        Findings <span className={classes.number}>{count === 0 ? '' : count}</span>
      </h2>
      {count === 0 ? (
        <p className={classes.clean}>
          <IconCircleCheck size={16} stroke={1.8} aria-hidden="true" /> Nothing to object to.
        </p>
      ) : (
        <ol>
          {shown.map((finding) => (
            <li key={`${finding.code}${finding.offset ?? ''}${finding.explanation}`}>
              <button type="button" className={classes.go} data-level={finding.level} onClick={() => onGo(finding)}>
                <b className="mono">{findingPlace(finding) ?? 'Document'}</b>
                <span>{finding.explanation}</span>
              </button>
            </li>
          ))}
          {more.map(({ code, level, more: rest, total }) => (
            <li key={`${level}${code}`} className={classes.more} data-level={level}>
              <b className="mono">{code}</b>{' '}
              {rest < total
                ? `${rest} more of this kind (${total} in all)`
                : `${rest} of this kind, not listed one by one`}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The whole document with names, meanings and findings in place. */
export function DocumentTab({ message, control }: DocumentTabProps) {
  const pane = useRef<HTMLDivElement>(null);
  const selection = selectionOf(control.view);
  const range = selection?.kind === 'bytes' ? selection.range : undefined;
  const { query, segments, first } = useAnnotated(message, range?.[1]);
  useEffect(() => {
    const lit = range && pane.current?.querySelector(`[data-range="${range[0]}-${range[1]}"], [data-lit]`);
    if (pane.current && lit && segments.length > 0) revealIn(pane.current, lit);
  }, [range?.[0], range?.[1], segments.length]);
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
        <FindingList message={message} onGo={go} />
      </aside>
    </div>
  );
}
