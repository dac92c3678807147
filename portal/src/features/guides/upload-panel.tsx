import { Button, FileButton, Textarea, TextInput } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { toProblem } from '../../lib/problem.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './guides.module.css';
import type { Chosen } from './guides-query.ts';

interface UploadPanelProps {
  readonly isReading: boolean;
  readonly error: unknown;
  /** The file that could not be taken. */
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}

/** A place for the specification that one has: dropped, chosen or pasted. */
export function UploadPanel({ isReading, error, chosen, onChoose }: UploadPanelProps) {
  const [over, setOver] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [set, setSet] = useState('');
  const [version, setVersion] = useState('');
  const purpose = { ...(set.length === 3 && { set }), ...(version.length === 6 && { version }) };
  const take = (file: File | null | undefined) => file && onChoose({ name: file.name, content: file, ...purpose });
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <Panel title="Upload a specification" note="you see what it means before anything is changed">
      <section
        className={classes.drop}
        data-over={over || undefined}
        aria-label="Drop a specification"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <IconFileUpload size={22} stroke={1.5} aria-hidden="true" />
        <p>
          Drop the file here: SEF, OpenEDI JSON, MuleSoft ESL, a layout table as XLSX or CSV, or a guide as YAML. A PDF
          or Word file is kept for people to read.
        </p>
        <div className={classes.ways}>
          <TextInput
            size="xs"
            aria-label="Set, where the file does not say it"
            placeholder="Set, if not in the file"
            value={set}
            maxLength={3}
            onChange={({ currentTarget }) => setSet(currentTarget.value.replace(/\D/g, ''))}
            className={classes.setInput ?? ''}
          />
          <TextInput
            size="xs"
            aria-label="Version, where it should be another one than in the file"
            placeholder="Version, such as 004010"
            value={version}
            maxLength={6}
            onChange={({ currentTarget }) => setVersion(currentTarget.value.replace(/\D/g, ''))}
            className={classes.setInput ?? ''}
          />
          <FileButton onChange={take}>
            {(props) => (
              <Button loading={isReading} {...props}>
                Choose a file
              </Button>
            )}
          </FileButton>
          <Button variant="default" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
            Paste text
          </Button>
        </div>
      </section>
      {pasting && (
        <form
          className={classes.paste}
          onSubmit={(event) => {
            event.preventDefault();
            onChoose({ name: 'pasted', content: new Blob([pasted]), ...purpose });
          }}
        >
          <Textarea
            label="The specification as text"
            rows={8}
            value={pasted}
            onChange={({ currentTarget }) => setPasted(currentTarget.value)}
          />
          <Button type="submit" disabled={pasted.trim() === ''} loading={isReading}>
            See what it means
          </Button>
        </form>
      )}
      {error !== null && error !== undefined && (
        <Refusal error={error}>
          {chosen !== undefined && Object.keys(purpose).length > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              loading={isReading}
              onClick={() => onChoose({ ...chosen, ...purpose })}
            >
              Read {chosen.name} again{set.length === 3 ? ` as a ${set}` : ''}
            </Button>
          )}
        </Refusal>
      )}
    </Panel>
  );
}

/** Why a file was not taken, and what may be done about it. */
export function Refusal({ error, children }: { readonly error: unknown; readonly children?: ReactNode }) {
  const { title, detail } = toProblem(error);
  return (
    <div className={classes.refusal} role="alert">
      <p>
        <b>{title}.</b> {detail}
      </p>
      {children}
    </div>
  );
}
