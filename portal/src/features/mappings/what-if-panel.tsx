import { Button, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Environment, WhatIf } from '../../lib/contract.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import { Tag } from '../../ui/tag.tsx';
import { type MappingKey, whatIfMapping } from './mappings-query.ts';
import classes from './workbench.module.css';

const count = (of: number, one: string) => `${of} ${of === 1 ? one : `${one}s`}`;
const verbs = { added: 'comes new', removed: 'goes', changed: 'changes' } as const;

/** The verdict in a sentence, with what it leaves out. */
function verdict({ nothing, compared, differing, found, left, environment }: WhatIf): string {
  if (nothing !== undefined) return nothing;
  const missing = [
    left.large > 0 ? `${left.large} too large for the bench` : '',
    left.late > 0 ? `${left.late} not reached in time` : '',
    found - compared - left.large - left.late > 0 ? `${found - compared - left.large - left.late} gone` : '',
  ].filter((part) => part !== '');
  const rest = missing.length === 0 ? '' : ` Not compared: ${missing.join(', ')}.`;
  const head = `${count(compared, 'document')} of ${environment} compared`;
  return `${head}: ${differing === 0 ? 'nothing would change' : `${differing} would come out differently`}.${rest}`;
}

/** What a text, that of the draft unless given, would make of the last documents that the mapping in use has worked on. */
export function WhatIfPanel({
  path,
  text,
  usual,
  mayRun,
}: {
  readonly path: MappingKey;
  readonly text?: string;
  readonly usual: Environment;
  readonly mayRun: boolean;
}) {
  const [environment, setEnvironment] = useState<Environment>(usual);
  const ask = useMutation({
    mutationFn: () => whatIfMapping(path, { environment, ...(text !== undefined && { text }) }),
  });
  return (
    <>
      <div className={classes.item}>
        <SegmentedControl
          aria-label="Documents of"
          data={[
            { value: 'production', label: 'Production' },
            { value: 'sandbox', label: 'Sandbox' },
          ]}
          value={environment}
          onChange={(next) => setEnvironment(next as Environment)}
        />
        <Button disabled={!mayRun} loading={ask.isPending} onClick={() => ask.mutate()}>
          Compare on the last 50 documents
        </Button>
        <span className={classes.faint}>
          Runs {text === undefined ? 'it' : 'this text'} and the mapping in use; nothing is stored.
        </span>
      </div>
      <div role="status">
        <ProblemList error={ask.error} />
        {ask.data !== undefined && <p className={classes.quiet}>{verdict(ask.data)}</p>}
      </div>
      <ul className={classes.rows} aria-label="Differences">
        {ask.data?.fields.map((one) => (
          <li key={`${one.event} ${one.field} ${one.kind}`} className={classes.item}>
            <div className={classes.words}>
              <b className="mono">{one.field === '' ? (one.event === '' ? 'a line' : 'the whole event') : one.field}</b>{' '}
              {verbs[one.kind]} in {count(one.documents, 'document')}
              {one.changes > one.documents && ` (${one.changes} times)`}{' '}
              <span className={classes.faint}>{one.event}</span>
              {one.examples.map((example, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: examples never move
                <div key={nth} className="mono">
                  {example.before ?? 'nothing'} → {example.after ?? 'nothing'}{' '}
                  <span className={classes.faint}>{example.subject}</span>
                </div>
              ))}
            </div>
          </li>
        ))}
        {ask.data?.findings.map((one) => (
          <li key={`${one.kind} ${one.code} ${one.level}`} className={classes.item}>
            <Tag tone={one.kind === 'appeared' ? 'amber' : 'slate'} look="plain">
              {one.kind === 'appeared' ? 'New finding' : 'Finding gone'}
            </Tag>
            <div className={classes.words}>
              {one.explanation}{' '}
              <span className={classes.faint}>
                {count(one.count, 'time')} in {count(one.documents, 'document')}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
