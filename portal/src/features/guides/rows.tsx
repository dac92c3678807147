import { Button } from '@mantine/core';
import { useState } from 'react';
import { Tag, type Tone } from '../../ui/tag.tsx';
import classes from './guides.module.css';

interface Row {
  readonly lead: string;
  readonly text: string;
  readonly end?: string;
  readonly tag?: string;
  readonly tone?: Tone;
}

/** A long list begins with so many rows. */
const atFirst = 40;

/** Rows of words with a place before them and one behind; a long list is shown in full on demand. */
export function Rows({ rows, empty }: { readonly rows: readonly Row[]; readonly empty: string }) {
  const [all, setAll] = useState(false);
  if (rows.length === 0) return <p className={classes.empty}>{empty}</p>;
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <>
      <ul className={classes.rows}>
        {shown.map(({ lead, text, end, tag, tone = 'slate' }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
          <li key={nth}>
            <span className={classes.lead}>{lead}</span>
            <span className={classes.words}>
              {text} {tag !== undefined && <Tag tone={tone}>{tag}</Tag>}
            </span>
            {end !== undefined && end !== '' && <span className={classes.end}>{end}</span>}
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <p className={classes.more}>
          <Button variant="default" size="compact-sm" onClick={() => setAll(true)}>
            Show all {rows.length}
          </Button>
        </p>
      )}
    </>
  );
}
