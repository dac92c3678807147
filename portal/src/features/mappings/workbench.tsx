import { autocompletion } from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { lintGutter, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { Button, Modal, NativeSelect, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Environment, MappingDetail } from '../../lib/contract.ts';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { ProblemList } from '../../ui/problem-list.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Below, type BelowTab } from './below.tsx';
import { changedLines, diagnosticOf, resultWords, wasMapped } from './bench-words.ts';
import { CodePane } from './code-pane.tsx';
import { completeMapping } from './completion.ts';
import { Lines } from './history-panel.tsx';
import { indexLinks, type Pane, type Traced } from './link-index.ts';
import { type MappingKey, useMappingChanges } from './mappings-query.ts';
import { mark, markComments } from './marks.ts';
import { Notices } from './notices.tsx';
import { type Problem, problemsOf } from './problems.tsx';
import { ReviewActions } from './review-actions.tsx';
import { type AnnotatedSample, namedSample } from './sample-view.ts';
import { useDraftText } from './use-draft-text.ts';
import { own, useSample } from './use-sample.ts';
import { useTrial } from './use-trial.ts';
import { coverageWords, reviewTag } from './words.ts';
import classes from './workbench.module.css';

interface WorkbenchProps {
  readonly path: MappingKey;
  readonly detail: MappingDetail;
  readonly environment: Environment;
  readonly may: { readonly change: boolean; readonly review: boolean; readonly whatIf: boolean };
}

/** A mapping on the bench: the sample at the left, the mapping in the middle, what comes of it at the right, and what is wrong below. */
export default function Workbench({ path, detail, environment, may }: WorkbenchProps) {
  const changes = useMappingChanges(path);
  const draft = useDraftText(path, detail, changes.reload);
  const { text, isDirty } = draft;
  const { sample, samples, sampleId, chooseSample, editSample, sampleError } = useSample(path, environment);
  const [tab, setTab] = useState<BelowTab>('problems');
  const { tried, annotated, isTrying, error } = useTrial(path, text, sample, tab === 'suggestions');
  const [active, setActive] = useState<Pane>('mapping');
  const [cursor, setCursor] = useState(1);
  const [traced, setTraced] = useState<Traced>();
  const [isComparing, setComparing] = useState(false);
  const views = useRef<Partial<Record<Pane, EditorView | undefined>>>({});
  const named = useRef<AnnotatedSample>(undefined);
  named.current = annotated;
  const trial = tried?.trial;
  const index = useMemo(() => indexLinks(trial?.links ?? []), [trial]);
  const problems = useMemo(() => problemsOf(trial), [trial]);
  const isCurrent = tried !== undefined && tried.text === text && tried.sample === sample;
  const { direction } = detail.mapping;
  const live = useRef({ save: draft.saveNow, may: may.change });
  live.current = { save: draft.saveNow, may: may.change };

  const focus = (pane: Pane) => {
    setActive(pane);
    requestAnimationFrame(() => views.current[pane]?.focus());
  };
  const save = () => {
    if (live.current.may) live.current.save();
    return true;
  };
  useHotkeys(
    [
      ['mod+S', () => void save()],
      ['alt+1', () => focus('sample')],
      ['alt+2', () => focus('mapping')],
      ['alt+3', () => focus('result')],
    ],
    [],
    true,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what it asks later it asks through refs
  const mappingExtensions = useMemo(
    () => [
      ...[yaml(), lintGutter(), EditorState.tabSize.of(2)],
      autocompletion({ override: [completeMapping(detail.words, () => named.current?.places ?? [])] }),
      keymap.of([{ key: 'F8', run: nextDiagnostic }, indentWithTab]),
      EditorState.readOnly.of(!may.change),
    ],
    [],
  );
  const sampleExtensions = useMemo(() => [namedSample(() => named.current)], []);
  const resultExtensions = useMemo(
    () => [EditorState.lineSeparator.of('\n'), ...(direction === 'in' ? [json()] : [])],
    [direction],
  );

  useEffect(() => {
    const view = views.current.mapping;
    if (!view || !isCurrent || !trial) return;
    view.dispatch(
      setDiagnostics(
        view.state,
        trial.faults.map((fault) => diagnosticOf(view.state, fault)),
      ),
    );
  }, [isCurrent, trial]);
  const comments = detail.comments;
  useEffect(() => {
    const open = comments.filter((one) => one.resolved === undefined && one.line !== undefined);
    markComments(views.current.mapping, isDirty ? [] : open.map((one) => one.line!));
  }, [comments, isDirty]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names that have just come are drawn at once
  useEffect(() => views.current.sample?.dispatch({}), [annotated]);

  const trace = (pane: Pane) => (place: number, line: number) => {
    if (pane === 'mapping') setCursor(line);
    if (!isCurrent) return;
    const at = views.current[pane]?.state.doc.line(line);
    const found = index.at(pane, pane === 'mapping' ? line : place, [at?.from ?? 0, at?.to ?? 0]);
    setTraced(found);
    const { sample: view, mapping, result } = views.current;
    mark(view, { spans: found?.sample ?? [] }, pane !== 'sample');
    mark(mapping, { lines: found?.lines ?? [] }, pane !== 'mapping');
    mark(result, { spans: found?.result ?? [] }, pane !== 'result');
  };
  const goToLine = (line: number, column = 1) => {
    const view = views.current.mapping;
    if (!view || line > view.state.doc.lines) return;
    const { from, length } = view.state.doc.line(line);
    view.dispatch({ selection: { anchor: from + Math.min(column - 1, length) }, scrollIntoView: true });
    focus('mapping');
  };
  const goTo = ({ line, column, span }: Problem) => {
    if (line !== undefined) return goToLine(line, column);
    const pane = direction === 'in' ? 'sample' : 'result';
    if (!span || !isCurrent) return;
    mark(views.current[pane], { spans: [span] }, true);
    focus(pane);
  };
  const accept = ({ at, insert }: { readonly at: number; readonly insert: string }) => {
    const view = views.current.mapping;
    if (!view || !isCurrent) return;
    view.dispatch({
      ...{ changes: { from: at, insert }, userEvent: 'input.suggestion', scrollIntoView: true },
      selection: { anchor: at + insert.length },
    });
    setTab('suggestions');
    focus('mapping');
  };

  const { review } = detail.mapping;
  const state = isDirty ? ({ word: 'Not saved', tone: 'amber' } as const) : reviewTag(detail.mapping);
  return (
    <div className={classes.bench}>
      <LeaveGuard
        isDirty={draft.isDirtyNow}
        words="It is not in the draft. It is kept for you, and you find it here again."
      />
      <div className={classes.bar}>
        <div className={classes.says}>
          <Tag tone={state.tone}>{state.word}</Tag>
          <span>
            {trial?.coverage
              ? coverageWords(trial.coverage, { direction, sampled: isCurrent && wasMapped(trial) })
              : isTrying
                ? 'Trying …'
                : 'Does not compile'}
          </span>
          <span className={classes.faint}>
            {isDirty ? (
              draft.isKept ? (
                'kept for you, on every device'
              ) : draft.keptAt ? (
                <>
                  kept in this browser <RelativeTime at={draft.keptAt} />
                </>
              ) : (
                'changed'
              )
            ) : (
              <>
                draft of {detail.mapping.author}, <RelativeTime at={detail.mapping.at} />
              </>
            )}
          </span>
        </div>
        <div className={classes.actions}>
          <ReviewActions
            detail={detail}
            isDirty={isDirty}
            mayReview={may.review}
            mayAsk={may.change}
            changes={changes}
          />
          {isDirty && (
            <Button variant="default" onClick={() => setComparing(true)}>
              What I changed
            </Button>
          )}
          {may.change && (
            <Button disabled={!isDirty} loading={draft.save.isPending} onClick={draft.saveNow} title="Ctrl+S">
              Save
            </Button>
          )}
        </div>
      </div>
      <Notices draft={draft} path={path} error={draft.conflict ? undefined : draft.save.error} />
      {review.state === 'returned' && !isDirty && (
        <div className={classes.notice}>
          <p>
            <b>Returned by {review.by}:</b> {review.note}
          </p>
        </div>
      )}
      <div className={classes.tabs}>
        <SegmentedControl
          fullWidth
          aria-label="Pane"
          data={[
            { value: 'sample', label: direction === 'in' ? 'Sample' : 'Event' },
            { value: 'mapping', label: 'Mapping' },
            { value: 'result', label: 'Result' },
          ]}
          value={active}
          onChange={(next) => setActive(next as Pane)}
        />
      </div>
      <div className={classes.panes}>
        <section className={classes.pane} data-active={active === 'sample'} aria-label="Sample">
          <div className={classes.head}>
            <h2>{direction === 'in' ? 'Sample' : 'Event'}</h2>
            <NativeSelect
              size="xs"
              aria-label="Sample to try it on"
              className={classes.picker ?? ''}
              value={sampleId}
              onChange={(event) => chooseSample(event.currentTarget.value)}
              data={[
                ...samples.map(({ id, label, kind }) => ({
                  value: id,
                  label: kind === 'sample' ? label : `${label} (${kind === 'document' ? 'received' : 'made'})`,
                })),
                { value: own, label: 'Text of my own: paste it below' },
              ]}
            />
          </div>
          {sampleError !== undefined && <ProblemList error={sampleError} />}
          <CodePane
            label="Text of the sample"
            text={sample ?? ''}
            extensions={sampleExtensions}
            onChange={editSample}
            onCursor={trace('sample')}
            onView={(view) => {
              views.current.sample = view;
            }}
          />
        </section>
        <section className={classes.pane} data-active={active === 'mapping'} aria-label="Mapping">
          <div className={classes.head}>
            <h2>Mapping</h2>
            <span className={`mono ${classes.faint}`}>{path.mapping}</span>
          </div>
          <CodePane
            label="Text of the mapping"
            text={text}
            extensions={mappingExtensions}
            onChange={draft.setText}
            onCursor={trace('mapping')}
            onView={(view) => {
              views.current.mapping = view;
            }}
          />
        </section>
        <section className={classes.pane} data-active={active === 'result'} aria-label="Result">
          <div className={classes.head}>
            <h2>{direction === 'in' ? 'Event' : 'Document'}</h2>
            <span className={classes.faint}>{resultWords(trial, direction, isCurrent)}</span>
          </div>
          <CodePane
            label="Result"
            text={trial?.result.text ?? ''}
            extensions={resultExtensions}
            readOnly
            onCursor={trace('result')}
            onView={(view) => {
              views.current.result = view;
            }}
          />
        </section>
      </div>
      <Below
        {...{ tab, setTab, problems, trial, direction, path, text, environment, detail, isDirty, changes, may }}
        {...{ line: cursor, trace: traced?.words, isStale: !isCurrent, error }}
        onProblem={goTo}
        onAccept={accept}
        onLine={goToLine}
        onTake={draft.setText}
      />
      {isComparing && (
        <Modal opened onClose={() => setComparing(false)} title="What I changed and have not saved" size="xl">
          <Lines lines={changedLines(draft.base.text, text)} />
        </Modal>
      )}
    </div>
  );
}
