import { Button, FileButton, Textarea } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type ClipboardEvent, type DragEvent, type ReactNode, useEffect, useState } from 'react';
import classes from './drop-zone.module.css';
import { Form } from './form.tsx';

interface DropZoneProps {
  readonly label: string;
  readonly title: string;
  readonly words: string;
  readonly onTake: (name: string, content: Blob) => void;
  readonly isBusy: boolean;
  readonly paste: {
    readonly label: string;
    readonly button: string;
    readonly rows: number;
    readonly placeholder?: string;
    /** What is pasted is the exception: its place is opened first. */
    readonly isFolded?: boolean;
  };
  /** What else is to be said of the file. */
  readonly children?: ReactNode;
}

const pasted = 'pasted text';

/** A file that misses its place would be opened by the browser, and the page with all that is on it would be gone. */
function useNothingElsewhere(): void {
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', stay);
    window.addEventListener('drop', stay);
    return () => {
      window.removeEventListener('dragover', stay);
      window.removeEventListener('drop', stay);
    };
  }, []);
}

/** Takes one file by drop, by choice, or as text. */
export function DropZone({ label, title, words, onTake, isBusy, paste, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const [text, setText] = useState('');
  const [surplus, setSurplus] = useState(0);
  const [isOpen, setOpen] = useState(paste.isFolded !== true);
  useNothingElsewhere();
  const takeFiles = (files: FileList) => {
    const [file] = files;
    setSurplus(Math.max(0, files.length - 1));
    if (file !== undefined) onTake(file.name, file);
    return file !== undefined;
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (takeFiles(event.dataTransfer.files)) return;
    const dragged = event.dataTransfer.getData('text/plain');
    if (dragged !== '') onTake(pasted, new Blob([dragged]));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (takeFiles(event.clipboardData.files)) event.preventDefault();
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        // From one part of it to another is no leaving.
        if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={dropped}
    >
      <div className={classes.head}>
        <IconFileUpload size={22} stroke={1.5} aria-hidden="true" />
        <div className={classes.words}>
          <b>{title}</b>
          <p>{words}</p>
        </div>
        <div className={classes.ways}>
          {children}
          <FileButton onChange={(file) => file && onTake(file.name, file)}>
            {(props) => (
              <Button variant="default" loading={isBusy} {...props}>
                Choose a file
              </Button>
            )}
          </FileButton>
          {paste.isFolded && (
            <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              Paste text
            </Button>
          )}
        </div>
      </div>
      {surplus > 0 && (
        <p role="status">
          One file at a time: the first was taken, {surplus} more {surplus === 1 ? 'was' : 'were'} not.
        </p>
      )}
      {isOpen && (
        <Form
          className={classes.paste}
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') onTake(pasted, new Blob([text]));
          }}
        >
          <Textarea
            aria-label={paste.label}
            placeholder={paste.placeholder ?? paste.label}
            rows={paste.rows}
            spellCheck={false}
            className={classes.text ?? ''}
            value={text}
            onPaste={onPaste}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
          <Button type="submit" loading={isBusy} disabled={text.trim() === ''}>
            {paste.button}
          </Button>
        </Form>
      )}
    </section>
  );
}
