import { setTimeout as wait } from 'node:timers/promises';
import type { components } from '../../specs/generated/openapi.ts';
import { as2Ids, carrierSigner, type DemoPartners, sftpUser } from '../bin/demo-partners.ts';
import type { Environment } from '../store/documents.ts';
import { type Call, type Exchange, endpointOn, exchangesOf } from './demo-call.ts';
import { sendByAs2 } from './scripted-partner/send-by-as2.ts';
import { logIn } from './scripted-partner/sftp-login.ts';

type Receipt = components['schemas']['Receipt'];
type OutboxEntry = components['schemas']['OutboxEntry'];

/** Where a partner of the demo is, and who asks: with its own key, and with the eyes of the team. */
export interface Place {
  readonly url: string;
  readonly partner: string;
  readonly environment: Environment;
  readonly call: Call;
  readonly look: Call;
  readonly theirs: DemoPartners | undefined;
}

/** What became of a transmission. */
export interface Sent {
  readonly documentId?: string | undefined;
  /** The same bytes came before. */
  readonly isRepeated?: boolean;
  /** What the hub said to it, such as a receipt. */
  readonly note?: string;
  readonly refused?: { readonly outcome: string; readonly text: string };
}

interface Got {
  readonly file: string;
  readonly documentId?: string;
  readonly text: string;
}

/** How a partner's program exchanges documents with the hub. */
export interface Way {
  readonly by: 'HTTPS' | 'AS2' | 'SFTP';
  send(file: string, bytes: Buffer): Promise<Sent>;
  /** Takes what the hub has for the partner. */
  collect(): Promise<readonly Got[]>;
  end(): void;
}

/** By AS2 or SFTP where the partner has an endpoint for it, else over HTTPS. */
export const wayOf = async (place: Place): Promise<Way> =>
  (await byAs2(place)) ?? (await bySftp(place)) ?? byHttps(place);

const patience = 300;
const pauseMs = 200;

/** What `find` finds within a minute. */
export async function until<T>(find: () => Promise<T | undefined>): Promise<T | undefined> {
  for (let tries = 0; tries < patience; tries += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await wait(pauseMs);
  }
  return undefined;
}

async function byAs2({ url, partner, environment, look, theirs }: Place): Promise<Way | undefined> {
  const found = theirs && (await endpointOn(look, { partner, environment, channel: 'as2' }));
  if (!found) return undefined;
  const { path, told } = found;
  const ids = as2Ids(environment);
  const line = {
    own: { id: ids.carrier, signer: carrierSigner(theirs) },
    hub: { id: ids.hub, url: `${url}/as2`, certificate: told('Certificate of the hub') },
  };
  const begun = await newest(look, path);
  return {
    by: 'AS2',
    async send(fileName, bytes) {
      const before = await newest(look, path);
      const { messageId, receipt } = await sendByAs2(line, { fileName, bytes });
      const mine = ({ transportId, direction, kind }: Exchange) =>
        transportId === messageId && direction === 'in' && kind === 'message';
      const entry = (await exchangesOf(look, path)).find(mine);
      const note = `MDN: ${receipt}`;
      // A repetition gets the same receipt, and no entry of its own.
      if (!entry || (before !== undefined && entry.id <= before)) return { note, isRepeated: true };
      return { note, documentId: entry.documentIds[0] };
    },
    async collect() {
      await until(async () => ((await waiting(look, path)) === 0 ? true : undefined));
      const all = await exchangesOf(look, path);
      return all
        .filter(({ id, direction, kind }) => direction === 'out' && kind === 'message' && id > (begun ?? ''))
        .map(({ detail, documentIds, summary, state }) => ({
          file: String(detail.fileName ?? ''),
          ...(documentIds[0] !== undefined && { documentId: documentIds[0] }),
          text: `${setsOf(String(detail.fileName ?? ''))} · ${state === 'done' ? `MDN: ${String(detail.disposition ?? 'received')}` : summary}`,
        }))
        .toReversed();
    },
    end: () => undefined,
  };
}

const newest = async (look: Call, path: string): Promise<string | undefined> => (await exchangesOf(look, path))[0]?.id;

async function waiting(look: Call, path: string): Promise<number> {
  return ((await (await look(path)).json()) as { waiting: number }).waiting;
}

/** `997` of `997-000000012.x12`. */
const setsOf = (fileName: string): string => fileName.replace(/-[^-]*$/, '');

async function bySftp({ url, partner, environment, look, theirs }: Place): Promise<Way | undefined> {
  const found = theirs && (await endpointOn(look, { partner, environment, channel: 'sftp-server' }));
  const port = Number(found?.told('Port'));
  if (!found || !port) return undefined;
  const { path, endpoint } = found;
  const hostKeys = endpoint.tell.filter(({ label }) => label.startsWith('Host key')).map(({ value }) => value);
  const { privateKey } = theirs.warehouse;
  const login = await logIn({ host: new URL(url).hostname, port, user: sftpUser(environment), privateKey, hostKeys });
  return {
    by: 'SFTP',
    async send(fileName, bytes) {
      const before = (await newest(look, path)) ?? '';
      await login.send(fileName, bytes);
      const entry = await until(async () =>
        (await exchangesOf(look, path)).find(
          ({ id, direction, kind, detail }) =>
            id > before && direction === 'in' && kind === 'message' && detail.fileName === fileName,
        ),
      );
      if (entry?.state === 'refused') return { refused: { outcome: 'refused', text: entry.summary } };
      return { documentId: entry?.documentIds[0] };
    },
    collect: async () => (await login.collect()).map(({ fileName }) => ({ file: fileName, text: setsOf(fileName) })),
    end: () => login.end(),
  };
}

function byHttps({ call }: Place): Way {
  return {
    by: 'HTTPS',
    async send(file, bytes) {
      const response = await call('/v1/inbox', {
        ...{ method: 'POST', body: new Uint8Array(bytes) },
        headers: { 'content-type': 'application/edi-x12', 'x-file-name': file },
      });
      const answer = (await response.json()) as Partial<Receipt> & {
        title?: string;
        detail?: string;
        documentId?: string;
      };
      const receipt = answer.documents?.[0];
      if (receipt) return { documentId: receipt.id, isRepeated: receipt.duplicate };
      const text = [answer.title, answer.detail].filter(Boolean).join(': ');
      return { documentId: answer.documentId, refused: { outcome: `HTTP ${response.status}`, text } };
    },
    async collect() {
      const { documents } = (await (await call('/v1/outbox')).json()) as { documents: OutboxEntry[] };
      for (const { id } of documents) {
        await call(`/v1/outbox/${id}`);
        await call(`/v1/outbox/${id}/confirmation`, { method: 'PUT' });
      }
      return documents.map(({ id, fileName, sets }) => ({ file: fileName, documentId: id, text: sets.join(', ') }));
    },
    end: () => undefined,
  };
}
