import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { client } from '../../../lib/api.ts';
import { byteSize } from '../../../lib/bytes.ts';
import type { Message } from '../../../lib/contract.ts';
import { Failed, Loading } from '../../../ui/states.tsx';
import { hexLines, type RawLine, textLines } from '../raw-lines.ts';
import classes from './raw-tab.module.css';

/** More than this is for the download: a screen of a million bytes helps nobody. */
const shownBytes = 200_000;

function useRaw(documentId: string) {
  return useQuery({
    queryKey: ['raw', documentId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { data, error } = await client.GET('/v1/messages/{documentId}/raw', {
        params: { path: { documentId } },
        parseAs: 'arrayBuffer',
        signal,
      });
      if (data === undefined) throw error;
      return new Uint8Array(data);
    },
  });
}

function Line({ line }: { readonly line: RawLine }) {
  return (
    <li className={classes.line}>
      <span className={classes.offset}>{line.offset}</span>
      <span className={classes.bytes}>
        {line.hex !== undefined && <span className={classes.hex}>{line.hex}</span>}
        {line.text}
        {line.ending !== '' && <span className={classes.ending}>{line.ending}</span>}
      </span>
    </li>
  );
}

/** The bytes as they came, each line with the place of its first byte. */
export function RawTab({ message }: { readonly message: Message }) {
  const [look, setLook] = useState('text');
  const raw = useRaw(message.id);
  const lines = useMemo(() => {
    const bytes = raw.data?.subarray(0, shownBytes);
    if (bytes === undefined) return [];
    return look === 'text' ? textLines(bytes) : hexLines(bytes);
  }, [raw.data, look]);
  if (raw.isPending) return <Loading lines={12} label="Loading the bytes" />;
  if (raw.isError) return <Failed error={raw.error} onRetry={() => void raw.refetch()} />;
  const cut = raw.data.length > shownBytes;
  return (
    <div className={classes.tab}>
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Show as"
          value={look}
          onChange={setLook}
          data={[
            { value: 'text', label: 'Text' },
            { value: 'hex', label: 'Hex' },
          ]}
        />
        <span>
          {cut ? `the first ${byteSize(shownBytes)} of ${byteSize(raw.data.length)}` : byteSize(raw.data.length)}, never
          changed
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has nothing to focus in it */}
      <ol className={classes.sheet} aria-label="Bytes" tabIndex={0}>
        {lines.map((line) => (
          <Line key={line.offset} line={line} />
        ))}
      </ol>
    </div>
  );
}
