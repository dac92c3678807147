import { Button, FileButton, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { Form } from '../../../ui/form.tsx';
import classes from './sandbox.module.css';

interface DropZoneProps {
  readonly onTake: (name: string, document: Blob) => void;
  readonly busy: boolean;
  /** What is said of what becomes of it. */
  readonly note: string;
  /** There is a result already: less room. */
  readonly small: boolean;
}

/** Takes a document by drop, by choice, or as text. */
export function DropZone({ onTake, busy, note, small }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const takeFile = (file: File | null | undefined) => file && onTake(file.name, file);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) return takeFile(file);
    const dragged = event.dataTransfer.getData('text/plain');
    if (dragged !== '') onTake('pasted text', new Blob([dragged]));
  };
  const pasted = (event: ClipboardEvent) => {
    const [file] = event.clipboardData.files;
    if (file === undefined) return;
    event.preventDefault();
    takeFile(file);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      data-small={small || undefined}
      aria-label="A document to look at"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <div className={classes.dropHead}>
        <IconFileUpload size={22} stroke={1.5} aria-hidden="true" />
        <div>
          <b>Drop a document here, or paste it below.</b>
          <p>{note}</p>
        </div>
        <FileButton onChange={takeFile}>
          {(props) => (
            <Button variant="default" loading={busy} {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
      </div>
      <Form
        className={classes.paste}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onTake('pasted text', new Blob([text]));
        }}
      >
        <Textarea
          aria-label="The document as text"
          placeholder="ISA*00*          *00*          *ZZ*…"
          rows={small ? 2 : 6}
          spellCheck={false}
          className={classes.text ?? ''}
          value={text}
          onPaste={pasted}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
        <Button type="submit" loading={busy} disabled={text.trim() === ''}>
          Look at it
        </Button>
      </Form>
    </section>
  );
}
