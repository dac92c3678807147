import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { toProblem } from '../../lib/problem.ts';
import { DropZone } from '../../ui/drop-zone.tsx';
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
  const [set, setSet] = useState('');
  const [version, setVersion] = useState('');
  const purpose = { ...(set.length === 3 && { set }), ...(version.length === 6 && { version }) };
  return (
    <Panel title="Upload a specification" note="you see what it means before anything is changed">
      <div className={classes.place}>
        <DropZone
          label="Drop a specification"
          title="Drop the file here."
          words="SEF, OpenEDI JSON, MuleSoft ESL, a layout table as XLSX or CSV, or a guide as YAML. A PDF or Word file is kept for people to read."
          isBusy={isReading}
          onTake={(name, content) => onChoose({ name, content, ...purpose })}
          paste={{ label: 'The specification as text', button: 'See what it means', rows: 8, isFolded: true }}
        >
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
        </DropZone>
      </div>
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
