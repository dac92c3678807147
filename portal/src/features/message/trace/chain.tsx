import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconLink, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Origin } from '../../../lib/contract.ts';
import { valueWords } from '../field-rows.ts';
import { type Thread, writesOf } from '../selection.ts';
import classes from './chain.module.css';

interface ChainProps {
  readonly thread: Thread | undefined;
  /** Something is selected, and where it came from is on its way. */
  readonly isPending: boolean;
  readonly onClear: () => void;
}

function Step({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={classes.step}>
      <span className={classes.name}>{name}</span>
      <span className={classes.what}>{children}</span>
    </li>
  );
}

const longest = 42;

function brief(words: string): string {
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

const mostNamed = 4;

/** The first few, and how many more there are. */
function few(words: readonly string[]): string {
  const more = words.length - mostNamed;
  return more > 0 ? `${words.slice(0, mostNamed).join(', ')} and ${more} more` : words.join(', ');
}

function byteWords(ranges: Thread['ranges']): string {
  return few(ranges.map(([start, end]) => (end - start === 1 ? `byte ${start}` : `bytes ${start}–${end}`)));
}

function unique(values: readonly (string | undefined)[]): string {
  return few([...new Set(values.filter((value) => value !== undefined))]);
}

function Steps({ thread }: { readonly thread: Thread }) {
  const origins = thread.links.flatMap(({ pointer }): Origin[] => {
    const origin = thread.event.provenance[pointer];
    return origin === undefined ? [] : [origin];
  });
  const writes = writesOf(thread.event).filter(({ key }) => thread.writes.has(key));
  const lines = [...new Set(origins.flatMap(({ mappingLine }) => mappingLine ?? []))];
  const [pointer, ...others] = thread.links.map((link) => link.pointer);
  return (
    <ol className={classes.steps} aria-live="polite">
      <Step name={unique(origins.map((origin) => origin.place)) || (thread.ranges.length > 0 ? 'Document' : 'Mapping')}>
        {thread.ranges.length > 0 ? byteWords(thread.ranges) : 'not read from the document'}
      </Step>
      {lines.length > 0 && (
        <Step name="Mapping">
          {lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.toSorted((a, b) => a - b).join(', ')}`}
        </Step>
      )}
      <Step name="Event">
        {pointer === undefined ? 'no field was created from it' : <span className="mono">{pointer}</span>}
        {others.length > 0 && ` and ${others.length} more`}
      </Step>
      <Step name="Odoo">
        {writes.length === 0
          ? 'not written'
          : writes
              .slice(0, 2)
              .map(({ write }) => `${write.model} ${write.recordId} ${write.field} = ${brief(valueWords(write.after))}`)
              .join('; ')}
        {writes.length > 2 && ` and ${writes.length - 2} more`}
      </Step>
    </ol>
  );
}

/** The way of the selected value in one line: place, mapping line, field, record. */
export function Chain({ thread, isPending, onClear }: ChainProps) {
  return (
    <section
      className={classes.chain}
      aria-label="Way of the selected value"
      data-on={thread !== undefined || undefined}
    >
      {thread === undefined ? (
        <p className={classes.hint}>
          {isPending
            ? 'Looking where it came from …'
            : 'Select an element, a field or an Odoo value to follow it both ways. Arrow keys move, Enter selects, Esc lets go.'}
        </p>
      ) : (
        <>
          <Steps thread={thread} />
          <div className={classes.actions}>
            <CopyButton value={window.location.href} timeout={1_500}>
              {({ copied, copy }) => (
                <Tooltip label={copied ? 'Copied' : 'Copy a link to this value'}>
                  <ActionIcon size={24} onClick={copy} aria-label="Copy a link to this value">
                    {copied ? <IconCheck size={15} /> : <IconLink size={15} />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
            <ActionIcon size={24} onClick={onClear} aria-label="Let go of the value">
              <IconX size={15} />
            </ActionIcon>
          </div>
        </>
      )}
    </section>
  );
}
