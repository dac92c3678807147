import { Button, FileButton, Loader } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { api, client } from '../../lib/api.ts';
import type { Finding, Message, Problem } from '../../lib/contract.ts';
import { toProblem } from '../../lib/problem.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './home.module.css';

const pollMs = 500;
const mostShown = 5;

/** What came of dropping a file: the document, or why there is none. */
type Dropped = { readonly id: string; readonly problem?: Problem };

async function drop(partnerId: string, file: File): Promise<Dropped> {
  const { data, error } = await client.POST('/v1/partners/{partnerId}/sandbox/documents', {
    params: { path: { partnerId }, header: { 'X-File-Name': encodeURIComponent(file.name).slice(0, 255) } },
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file as never,
    bodySerializer: (body: unknown) => body as Blob,
  });
  if (data?.documents[0] !== undefined) return { id: data.documents[0].id };
  const problem = error as (Problem & { documentId?: string }) | undefined;
  // What is not agreed was kept, and can be looked at.
  if (problem?.documentId !== undefined) return { id: problem.documentId, problem };
  throw error;
}

const findingsOf = (message: Message): readonly Finding[] => [
  ...message.findings,
  ...message.interchanges.flatMap((one) => [
    ...one.findings,
    ...one.groups.flatMap((group) => [...group.findings, ...group.sets.flatMap((set) => set.findings)]),
  ]),
];

interface TryResult {
  readonly tone: 'green' | 'red' | 'amber';
  readonly title: string;
}

/** The result on the document alone: what the receiver then does with it is another matter. */
function verdictOf(message: Message, weighty: number): TryResult {
  const sets = message.interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  const codes = message.sets.map(({ code }) => code).join(', ');
  const refused = sets.filter(({ status }) => status === 'R').length;
  if (message.outcome === 'rejected' || message.sets.length === 0 || refused > 0)
    return {
      tone: 'red',
      title:
        refused > 0 && refused < sets.length
          ? `${refused} of ${sets.length} sets would be rejected`
          : `It would be rejected${codes === '' ? '' : `: ${codes}`}`,
    };
  return weighty > 0
    ? {
        tone: 'amber',
        title: `It would be accepted, with ${weighty} ${weighty === 1 ? 'finding' : 'findings'}: ${codes}`,
      }
    : { tone: 'green', title: `It would be accepted: ${codes}` };
}

function VerdictOn({ id }: { readonly id: string }) {
  const options = api.queryOptions('get', '/v1/messages/{documentId}', { params: { path: { documentId: id } } });
  const { data } = useQuery({
    ...options,
    refetchInterval: ({ state }) =>
      state.data === undefined || (state.data.interchangeCount === 0 && state.data.outcome === 'processing')
        ? pollMs
        : false,
  });
  if (data === undefined || (data.outcome === 'processing' && data.interchangeCount === 0))
    return (
      <p className={classes.result} role="status">
        <Loader size={12} /> Reading it …
      </p>
    );
  const weighty = findingsOf(data).filter(({ level }) => level !== 'note');
  const { tone, title } = verdictOf(data, weighty.length);
  return (
    <section className={classes.result} data-tone={tone} aria-label="TryResult" role="status">
      <h3>{title}</h3>
      <ul>
        {weighty.slice(0, mostShown).map((finding, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the findings never move
          <li key={nth}>{finding.explanation}</li>
        ))}
      </ul>
      {weighty.length > mostShown && <p className={classes.faint}>and {weighty.length - mostShown} more</p>}
      <p>
        <Link to="/messages/$documentId" params={{ documentId: id }} search={{ env: 'sandbox' } as never}>
          See it segment by segment, with our acknowledgement
        </Link>
      </p>
    </section>
  );
}

/** A place to drop a file and see what would be said about it, in the sandbox: nothing of it reaches production. */
export function TryPanel({ partnerId }: { readonly partnerId: string }) {
  const [over, setOver] = useState(false);
  const send = useMutation({ mutationFn: (file: File) => drop(partnerId, file) });
  const take = (file: File | null | undefined) => file && send.mutate(file);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const problem = send.error ? toProblem(send.error) : send.data?.problem;
  return (
    <Panel title="Try a document" note="in the sandbox; nothing of it reaches production">
      <section
        className={classes.drop}
        data-over={over || undefined}
        aria-label="Drop a document"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <IconFileUpload size={22} stroke={1.5} aria-hidden="true" />
        <p>Drop a file here to see what would be said about it. In X12, ISA15 is T.</p>
        <FileButton onChange={take}>
          {(props) => (
            <Button variant="default" loading={send.isPending} {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
      </section>
      {problem !== undefined && (
        <p className={classes.result} data-tone="red" role="alert">
          <b>{problem.title}.</b> {problem.detail}
        </p>
      )}
      {send.data !== undefined && send.data.problem === undefined && <VerdictOn id={send.data.id} key={send.data.id} />}
    </Panel>
  );
}
