import { Button, Tabs } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { setName } from '../../lib/sets.ts';
import { Panel } from '../../ui/panel.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { AffectedFields, fieldsOf } from './affected-fields.tsx';
import { DifferenceList } from './difference-list.tsx';
import classes from './guides.module.css';
import { type Chosen, type Preview, type PreviewedGuide, useImport } from './guides-query.ts';
import { Rows } from './rows.tsx';
import { Refusal } from './upload-panel.tsx';
import { originText } from './words.ts';

interface PreviewViewProps {
  readonly partnerId: string;
  readonly chosen: Chosen;
  readonly preview: Preview;
  readonly mayAccept: boolean;
  readonly isReading: boolean;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onDone: () => void;
}

/** What an uploaded file would become: differences from the standard, what was not understood, and the mapping fields that it affects. */
export function PreviewView(props: PreviewViewProps) {
  const { partnerId, chosen, preview, mayAccept, onDone } = props;
  const { guide, attachment, draft } = preview;
  const take = useImport(partnerId);
  const accept = useMutation({ mutationFn: () => take(chosen, draft), onSuccess: onDone });
  const canBeTaken = guide !== undefined || attachment !== undefined;
  return (
    <Panel
      title={chosen.name}
      note={preview.format}
      action={
        <>
          <Button variant="default" onClick={onDone}>
            Discard
          </Button>
          {canBeTaken && mayAccept && (
            <Button loading={accept.isPending} onClick={() => accept.mutate()}>
              {guide === undefined ? 'Keep the file' : 'Accept into the draft'}
            </Button>
          )}
        </>
      }
    >
      {accept.error !== null && <Refusal error={accept.error} />}
      {attachment !== undefined && <p className={classes.sentence}>{attachment.message}</p>}
      {guide === undefined && preview.next !== undefined && <SetChoice {...props} />}
      {guide !== undefined && <GuidePreview preview={preview} guide={guide} />}
    </Panel>
  );
}

/** The file has several sets: one of them is taken at a time. */
function SetChoice({ preview, chosen, isReading, onChoose }: PreviewViewProps) {
  const known = preview.sets.filter((one) => one.known);
  const others = preview.sets.filter((one) => !one.known).map(({ code }) => code);
  return (
    <div className={classes.sets}>
      <p>{preview.next}</p>
      <ul>
        {known.map(({ code, title, version }) => (
          <li key={code}>
            <Button
              variant="default"
              size="compact-sm"
              loading={isReading && chosen.set === code}
              onClick={() => onChoose({ ...chosen, set: code })}
            >
              {code}
            </Button>
            <span>
              {title ?? setName(code) ?? ''} <span className={classes.faint}>{version ?? ''}</span>
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className={classes.faint}>
          Not defined here, so that no guide can be written for {others.length === 1 ? 'it' : 'them'}:{' '}
          {others.join(', ')}
        </p>
      )}
    </div>
  );
}

const toneOf = (count: number, tone: Tone): Tone => (count > 0 ? tone : 'slate');

function GuidePreview({ preview, guide }: { readonly preview: Preview; readonly guide: PreviewedGuide }) {
  const deviations = guide.differences.filter(({ kind }) => kind === 'deviation');
  const others = guide.differences.filter(({ kind }) => kind !== 'deviation');
  const unread = guide.notes.filter(({ kind }) => kind !== 'told');
  const told = guide.notes.filter(({ kind }) => kind === 'told');
  const first = unread.length > 0 ? 'notes' : deviations.length > 0 ? 'deviations' : 'differences';
  const [shown, setShown] = useState<string | null>(first);
  const tab = (value: string, label: string, count: number, tone: Tone) => (
    <Tabs.Tab value={value}>
      {label} <Tag tone={toneOf(count, tone)}>{count}</Tag>
    </Tabs.Tab>
  );
  return (
    <>
      <p className={classes.sentence}>
        It becomes the guide of the <b>{guide.set}</b> in <span className="mono">{guide.version}</span>, as{' '}
        <span className="mono">{preview.path}</span>
        {preview.replaces ? ', in place of the one that is there' : ', the first of this document'}. The sandbox checks
        documents by it at once; production does from the next release on.
        {deviations.length > 0 &&
          ` ${deviations.length} ${deviations.length === 1 ? 'thing contradicts' : 'things contradict'} the standard, and ${deviations.length === 1 ? 'is' : 'are'} agreed when the team releases the draft.`}
      </p>
      <Tabs value={shown} onChange={setShown} keepMounted={false}>
        <Tabs.List aria-label="What the specification means" className={classes.tabs ?? ''}>
          {tab('notes', 'Not taken as it stands', unread.length, 'amber')}
          {tab('deviations', 'Deviations to agree', deviations.length, 'violet')}
          {tab('differences', 'Differences from the standard', others.length, 'slate')}
          {tab('affected', 'Mapping fields', fieldsOf(guide.affected).length, 'slate')}
          <Tabs.Tab value="text">The guide</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="notes">
          <Rows
            empty="Everything in the file is in the guide as it stands there."
            rows={[...unread, ...told].map(({ kind, origin, message }) => ({
              lead: originText(origin),
              text: message,
              ...(kind !== 'told' && { tag: kind === 'lost' ? 'not in the guide' : 'taken otherwise' }),
              tone: kind === 'lost' ? ('amber' as const) : ('slate' as const),
            }))}
          />
        </Tabs.Panel>
        <Tabs.Panel value="deviations">
          <Rows
            empty="Nothing in it contradicts the standard."
            rows={deviations.map(({ text, place, origin }) => ({ lead: place, text, end: originText(origin) }))}
          />
        </Tabs.Panel>
        <Tabs.Panel value="differences">
          <DifferenceList differences={others} />
        </Tabs.Panel>
        <Tabs.Panel value="affected">
          <AffectedFields affected={guide.affected} />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
          <pre className={classes.text} tabIndex={0}>
            {guide.text}
          </pre>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
