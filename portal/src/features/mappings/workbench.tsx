import { autocompletion } from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { type Diagnostic, lintGutter, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
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
import { CodePane } from './code-pane.tsx';
import { completeMapping } from './completion.ts';
import { Difference, Lines } from './history-panel.tsx';
import { indexLinks, type Pane, type Traced } from './link-index.ts';
import { type MappingKey, readSample, useMappingChanges, useSamples } from './mappings-query.ts';
import { mark, markComments } from './marks.ts';
import { type Problem, problemsOf } from './problems.tsx';
import { ReviewActions } from './review-actions.tsx';
import { type AnnotatedSample, namedSample, readable } from './sample-view.ts';
import { useDraftText } from './use-draft-text.ts';
import { useTrial } from './use-trial.ts';
import { coverageWords, reviewWord } from './words.ts';
import classes from './workbench.module.css';

interface WorkbenchProps {
  readonly path: MappingKey;
  readonly detail: MappingDetail;
  readonly environment: Environment;
  readonly may: { readonly change: boolean; readonly review: boolean; readonly whatIf: boolean };
}

const own = 'own text';

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
    const found = index.at(pane, pane === 'mapping' ? line : place);
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
  const state = isDirty ? ({ word: 'Not saved', tone: 'amber' } as const) : reviewWord[review.state];
  return (
    <div className={classes.bench}>
      <LeaveGuard isDirty={draft.isDirtyNow} />
      <div className={classes.bar}>
        <div className={classes.says}>
          <Tag tone={state.tone}>{state.word}</Tag>
          <span>
            {trial?.coverage
              ? coverageWords(trial.coverage, { direction, sampled: sample !== '' && trial.refused === undefined })
              : isTrying
                ? 'Trying …'
                : 'Does not compile'}
          </span>
          <span className={classes.faint}>
            {isDirty ? (
              draft.keptAt ? (
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

type Draft = ReturnType<typeof useDraftText>;

/** What has to be decided before one goes on: a text of before, another one's version, a refusal. */
function Notices({
  draft,
  path,
  error,
}: {
  readonly draft: Draft;
  readonly path: MappingKey;
  readonly error: unknown;
}) {
  const [isComparing, setComparing] = useState(false);
  const { conflict, copy, base } = draft;
  return (
    <>
      {copy && (
        <div className={classes.notice} role="status">
          <p>
            You changed this mapping <RelativeTime at={copy.at} /> and did not save
            {copy.from !== base.hash && '; somebody saved another version since'}.
          </p>
          <Button variant="default" onClick={draft.takeCopy}>
            Go on with it
          </Button>
          <Button variant="default" onClick={draft.dropCopy}>
            Drop it
          </Button>
        </div>
      )}
      {conflict && (
        <div className={classes.notice} data-tone="red" role="alert">
          <p>{conflict.words}</p>
          <Button variant="default" onClick={() => setComparing(true)}>
            What they changed
          </Button>
          <Button variant="default" onClick={() => void draft.goOnFrom(conflict, true)}>
            Keep mine, on top of theirs
          </Button>
          <Button variant="default" onClick={() => void draft.goOnFrom(conflict, false)}>
            Take theirs
          </Button>
        </div>
      )}
      {error ? (
        <div className={classes.notice} data-tone="red">
          <ProblemList error={error} />
        </div>
      ) : null}
      {isComparing && conflict && (
        <Difference
          {...{ path, from: base.hash, to: conflict.theirs.mapping.hash }}
          title="What they changed"
          onClose={() => setComparing(false)}
          onTake={undefined}
        />
      )}
    </>
  );
}

/** The sample on the bench: one of the draft, a document that came, or a text of one's own. */
function useSample(path: MappingKey, environment: Environment) {
  const { data, isPending } = useSamples(path, environment);
  const samples = data?.samples ?? [];
  const [chosen, setChosen] = useState<string>();
  const [sample, setSample] = useState<string>();
  const [sampleError, setError] = useState<unknown>();
  const wanted = chosen ?? samples[0]?.id ?? (isPending ? undefined : own);
  useEffect(() => {
    if (wanted === undefined) return;
    if (wanted === own) {
      setSample((before) => before ?? '');
      return;
    }
    let isGone = false;
    readSample({ partnerId: path.partnerId, mapping: path.mapping }, wanted).then(
      ({ text }) => {
        if (isGone) return;
        setError(undefined);
        setSample(readable(text).replace(/\r\n?/g, '\n'));
      },
      (error: unknown) => {
        if (!isGone) setError(error);
      },
    );
    return () => {
      isGone = true;
    };
  }, [wanted, path.partnerId, path.mapping]);
  return {
    ...{ sample, samples, sampleId: wanted ?? own, sampleError },
    chooseSample: setChosen,
    editSample: (text: string) => {
      setSample(text);
      setChosen(own);
    },
  };
}

type Fault = { readonly line: number; readonly column: number; readonly message: string; readonly hint?: string };

function diagnosticOf({ doc }: EditorState, { line, column, message, hint }: Fault): Diagnostic {
  const { from, to, text } = doc.line(Math.min(line, doc.lines));
  const start = Math.min(from + column - 1, to);
  const word = /^[^\s:,{}[\]]+/.exec(text.slice(start - from))?.[0].length ?? 0;
  return {
    from: start,
    to: Math.min(to, start + Math.max(1, word)),
    severity: 'error',
    message: hint === undefined ? message : `${message} (${hint})`,
  };
}

function resultWords(trial: Parameters<typeof problemsOf>[0], direction: 'in' | 'out', isCurrent: boolean): string {
  if (!trial) return '';
  if (!isCurrent) return 'trying …';
  if (!trial.compiles) return 'nothing: the mapping has faults';
  if (trial.refused !== undefined) return 'nothing: the sample does not fit';
  if (direction === 'out') return trial.result.format.toUpperCase();
  const { events, rejected } = trial.made;
  const left = trial.left.events > 0 ? `, the first ${events - trial.left.events} shown` : '';
  return `${events} ${events === 1 ? 'event' : 'events'}${left}${rejected > 0 ? `; ${rejected} ${rejected === 1 ? 'set is' : 'sets are'} rejected` : ''}`;
}

/** Lines that only one of two texts has, in their order; a longest common run is kept at both ends. */
function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const around = 3;
  return [
    ...old.slice(Math.max(0, head - around), head).map((line) => ` ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail, old.length - tail + around).map((line) => ` ${line}`),
  ];
}
