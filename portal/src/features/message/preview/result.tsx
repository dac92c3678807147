import { CopyButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconFileOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Finding, Preview } from '../../../lib/contract.ts';
import { Panel } from '../../../ui/panel.tsx';
import { revealIn } from '../../../ui/reveal.ts';
import { Nothing } from '../../../ui/states.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { DocumentView } from '../document/document-view.tsx';
import { FindingList } from '../document/finding-list.tsx';
import { FindingNote } from '../document/finding-note.tsx';
import type { Range } from '../selection.ts';
import classes from './sandbox.module.css';
import type { Looked, usePreview } from './use-preview.ts';

const looks = {
  accepted: { tone: 'green', icon: IconCircleCheck },
  noted: { tone: 'amber', icon: IconAlertTriangle },
  rejected: { tone: 'red', icon: IconCircleX },
} as const;

const answerTones: Readonly<Record<Preview['acknowledgements'][number]['verdict'], Tone>> = {
  accepted: 'green',
  'accepted-with-errors': 'amber',
  'partially-accepted': 'amber',
  rejected: 'red',
};

/** The answer, a segment a line. */
const lines = (text: string) => text.replaceAll(/~(?!\n)/g, '~\n').trim();

function Answers({ answers }: { readonly answers: Preview['acknowledgements'] }) {
  if (answers.length === 0)
    return (
      <Panel title="Our answer">
        <p className={classes.plain}>No acknowledgement is owed for it.</p>
      </Panel>
    );
  return answers.map(({ kind, verdict, words, text }, nth) => (
    <Panel
      // biome-ignore lint/suspicious/noArrayIndexKey: the answers never move
      key={nth}
      title={`The ${kind} it would get`}
      note="its control numbers are examples"
      action={
        <>
          <Tag tone={answerTones[verdict]}>{words}</Tag>
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <button type="button" className={classes.link} onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </button>
            )}
          </CopyButton>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section className={classes.raw} tabIndex={0} aria-label={`Text of the ${kind}`}>
        <pre>{lines(text)}</pre>
      </section>
    </Panel>
  ));
}

const odooStates: Readonly<Record<Preview['odoo'][number]['state'], { readonly word: string; readonly tone: Tone }>> = {
  changes: { word: 'Would change', tone: 'green' },
  nothing: { word: 'Is there already', tone: 'slate' },
  stopped: { word: 'Would not be taken', tone: 'red' },
  kept: { word: 'Kept', tone: 'slate' },
  unknown: { word: 'Not known', tone: 'amber' },
};

function InTheirOdoo({ preview, whose }: { readonly preview: Preview; readonly whose: string }) {
  const { odoo, eventCount } = preview;
  return (
    <Panel
      title={`In ${whose} Odoo`}
      note={
        eventCount > odoo.length && odoo.length > 0 ? `the first ${odoo.length} of ${eventCount}` : 'nothing is written'
      }
    >
      {odoo.length === 0 && <p className={classes.plain}>Nothing would be changed.</p>}
      <ul className={classes.odoo}>
        {odoo.map(({ type, subject, state, before, after }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the events never move
          <li key={nth}>
            <p className={classes.odooHead}>
              <b>{subject}</b> <Tag tone={odooStates[state].tone}>{odooStates[state].word}</Tag>
              <span className="visually-hidden">{type}</span>
            </p>
            <dl>
              {before.length > 0 && (
                <div>
                  <dt>Before</dt>
                  {before.map((one) => (
                    <dd key={one}>{one}</dd>
                  ))}
                </div>
              )}
              <div>
                <dt>{state === 'changes' && before.length > 0 ? 'After' : 'Then'}</dt>
                {after.map((one) => (
                  <dd key={one}>{one}</dd>
                ))}
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Events({ events, count }: { readonly events: Preview['events']; readonly count: number }) {
  return (
    <Panel
      title="The events it becomes"
      note={count > events.length ? `the first ${events.length} of ${count.toLocaleString('en-US')}` : `${count}`}
    >
      {count === 0 && <p className={classes.plain}>No event comes of it.</p>}
      {events.map(({ type, subject, data }, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the events never move
        <details key={nth} className={classes.event} open={nth === 0}>
          <summary>
            <span className="mono">{type}</span> {subject}
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
          <section className={classes.raw} tabIndex={0} aria-label={`Data of ${type}`}>
            <pre>{JSON.stringify(data, null, 2)}</pre>
          </section>
        </details>
      ))}
    </Panel>
  );
}

interface ResultProps {
  readonly looked: Looked;
  readonly control: ReturnType<typeof usePreview>;
  /** Whose Odoo is shown; none without an account. */
  readonly whose: string | undefined;
}

/** The document segment by segment, and where to look in it. */
function Annotated({ looked, control }: Pick<ResultProps, 'looked' | 'control'>) {
  const pane = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<Range>();
  const { preview, segments } = looked;
  const { annotated } = preview;
  useEffect(() => {
    if (pane.current === null || range === undefined) return;
    const at = segments.find(({ start, end }) => start <= range[0] && range[0] < end);
    const exact = pane.current.querySelector(`[data-range="${range[0]}-${range[1]}"]`);
    const seen = exact ?? pane.current.querySelector(`[data-segment-row="${at?.index}"]`);
    if (seen !== null) revealIn(pane.current, seen);
  }, [range, segments]);
  const go = (finding: Finding) => {
    if (finding.offset === undefined) return;
    const next: Range = [finding.offset, finding.end ?? finding.offset];
    setRange(next);
    control.reach(next[1]);
  };
  return (
    <div className={classes.work}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section ref={pane} className={classes.sheet} aria-label="The document" tabIndex={0}>
        {annotated.findings.map((finding) => (
          <FindingNote key={`${finding.code}${finding.explanation}`} finding={finding} />
        ))}
        {segments.length === 0 && annotated.text !== undefined && (
          <pre className={classes.document}>{annotated.text}</pre>
        )}
        {segments.length === 0 && annotated.text === undefined && (
          <Nothing icon={<IconFileOff size={20} stroke={1.7} />} title="Nothing to show segment by segment">
            {preview.sizeBytes.toLocaleString('en-US')} bytes that hold no text.
          </Nothing>
        )}
        {segments.length > 0 && (
          <DocumentView
            segments={segments}
            lit={range === undefined ? [] : [range]}
            onSelect={setRange}
            withNames
            more={
              control.hasMore
                ? { total: annotated.total, loading: control.isReading, load: () => void control.readOn() }
                : undefined
            }
          />
        )}
      </section>
      <aside className={classes.aside}>
        <FindingList
          title={looked.name}
          findings={preview.findings}
          totals={preview.findingTotals}
          onGo={go}
          copyWords="Copy"
        />
      </aside>
    </div>
  );
}

/** What would come of the document: the verdict first. */
export function Result({ looked, control, whose }: ResultProps) {
  const { preview, name } = looked;
  const { tone, icon: Mark } = looks[preview.verdict];
  return (
    <>
      <section className={classes.verdict} data-tone={tone} role="status" aria-label="Verdict">
        <Mark size={22} stroke={1.7} aria-hidden="true" />
        <div>
          <h2>{preview.title}</h2>
          <p>
            {name}, {preview.sizeBytes.toLocaleString('en-US')} bytes
            {preview.annotated.total > 0 && `, ${preview.annotated.total.toLocaleString('en-US')} segments`}. Nothing of
            it was kept.
          </p>
        </div>
        <button type="button" className={classes.link} onClick={control.clear}>
          Clear
        </button>
      </section>
      <div className={classes.results}>
        {whose !== undefined && <InTheirOdoo preview={preview} whose={whose} />}
        <Answers answers={preview.acknowledgements} />
      </div>
      <Annotated key={`${name} ${preview.sizeBytes}`} looked={looked} control={control} />
      {whose !== undefined && <Events events={preview.events} count={preview.eventCount} />}
    </>
  );
}
