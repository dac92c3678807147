import type { Differences as Found } from '../../lib/contract.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import classes from './releases.module.css';
import { useDifferences } from './releases-query.ts';

const changes = { added: 'new', removed: 'taken out', changed: 'changed' } as const;
// More than these and nobody reads them; they are opened one by one.
const openAtMost = 3;

function File({ file, open }: { readonly file: Found['files'][number]; readonly open: boolean }) {
  const count = (mark: string) => file.lines.filter((line) => line.startsWith(mark)).length;
  return (
    <details className={classes.file} open={open}>
      <summary>
        <span className={classes.path}>{file.path}</span>
        <span className={classes.faint}>
          {changes[file.change]}
          {file.change === 'changed' && ` · ${count('+')} lines in, ${count('-')} out`}
        </span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached from the keyboard */}
      <pre className={classes.lines} tabIndex={0}>
        {file.lines.map((line, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
          <span key={nth} data-mark={line[0]}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
    </details>
  );
}

/** The files that differ between two configurations of a partner, line by line. */
export function Differences({
  partnerId,
  from,
  to,
}: {
  readonly partnerId: string;
  readonly from?: string;
  readonly to?: string;
}) {
  const of = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const { data, isPending, error, refetch } = useDifferences(partnerId, of);
  if (isPending) return <Loading lines={5} label="Comparing" />;
  if (data === undefined) return <Failed error={error} onRetry={() => void refetch()} />;
  const { files } = data;
  if (files.length === 0) return <p className={classes.faint}>No file differs.</p>;
  const isFirst = data.from === undefined;
  const { samples = [], shown = [] } = Object.groupBy(files, ({ path }) =>
    path.startsWith('samples/') ? 'samples' : 'shown',
  );
  return (
    <div className={classes.files}>
      <p className={classes.faint}>
        {isFirst
          ? `Nothing was released before: ${files.length} files are new.`
          : `${files.length} ${files.length === 1 ? 'file differs' : 'files differ'}.`}
      </p>
      {shown.map((file) => (
        <File key={file.path} file={file} open={!isFirst && shown.length <= openAtMost} />
      ))}
      {samples.length > 0 && (
        <details className={classes.samples}>
          <summary>
            {samples.length} {samples.length === 1 ? 'sample' : 'samples'}
            <span className={classes.faint}> · they change nothing of what is done</span>
          </summary>
          {samples.map((file) => (
            <File key={file.path} file={file} open={false} />
          ))}
        </details>
      )}
    </div>
  );
}
