import { CodedError } from '../../domain/errors.ts';
import type { Mapping } from '../../domain/mapping/language/plan.ts';
import { eventFault } from '../../domain/mapping/run/valid-events.ts';
import type { Side } from '../../domain/roles.ts';
import { readEventData } from '../../domain/translate/render-data.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import type { Environment } from '../../store/documents.ts';
import { bytesOfDocument, dataOfEvent, recentDocuments, recentEvents } from '../../store/mappings.ts';
import { type Draft, formatOf, mappingNamed, readDraft } from './draft-mapping.ts';

/** Something to try a mapping on. */
export interface SampleRow {
  /** `sample:945-complete.x12`, `document:<id>` or `event:<id>`. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'sample' | 'document' | 'event';
  readonly at?: Date;
}

const newest = 20;
const endings = { x12: /\.x12$/i, json: /\.json$/i, csv: /\.(csv|txt)$/i, xml: /\.xml$/i } as const;
/** Larger ones do not fit on the bench. */
export const largestSample = 2 * 1024 * 1024;

/** @throws CodedError `mapping.unusable` */
export function refuseLargeSample(text: string | undefined): void {
  if (text === undefined || text.length <= largestSample) return;
  throw new CodedError('mapping.unusable', {
    detail: `The sample has ${text.length.toLocaleString('en-US')} characters, and the bench takes ${largestSample.toLocaleString('en-US')}. Cut it down to the part that matters.`,
  });
}

/** What a mapping can be tried on: samples of the draft first, then what came or was made last. */
export async function listSamples(
  standards: Standards,
  tx: Tx,
  of: { readonly orgId: string; readonly name: string; readonly environment: Environment },
): Promise<readonly SampleRow[]> {
  const { orgId, name, environment } = of;
  const draft = await readDraft(standards, tx, orgId);
  const { mapping } = mappingNamed(draft, name);
  const own = samplesOf(draft, mapping).map(
    (path): SampleRow => ({
      id: `sample:${path.slice('samples/'.length)}`,
      label: path.slice('samples/'.length),
      kind: 'sample',
    }),
  );
  if (mapping.direction === 'inbound') {
    const documents = await recentDocuments(tx, { orgId, environment, kind: mapping.set, limit: newest });
    const rows = documents.filter(({ bytes }) => bytes <= largestSample);
    return [
      ...own,
      ...rows.map(
        ({ id, at, fileName }): SampleRow => ({
          id: `document:${id}`,
          label: fileName ?? mapping.set,
          kind: 'document',
          at,
        }),
      ),
    ];
  }
  const events = await recentEvents(tx, { orgId, environment, type: mapping.renders, limit: newest });
  return [
    ...own,
    ...events.map(({ id, at, subject }): SampleRow => ({ id: `event:${id}`, label: subject, kind: 'event', at })),
  ];
}

/** Paths of the draft's samples that a mapping can be tried on; the longest last, since the first is what a newcomer looks at. */
export function samplesOf({ texts }: Draft, mapping: Mapping): readonly string[] {
  const fits = ([path, text]: [string, string]): boolean => {
    if (!path.startsWith('samples/') || path.includes('.expected.')) return false;
    if (mapping.direction === 'inbound')
      return path.startsWith(`samples/${mapping.set}-`) && endings[formatOf(mapping)].test(path);
    if (!path.endsWith('.event.json')) return false;
    const data = readEventData(Buffer.from(text, 'utf8'));
    return typeof data !== 'string' && eventFault(mapping.renders, data) === undefined;
  };
  return [...texts]
    .filter(fits)
    .map(([path]) => path)
    .sort();
}

/** The text of a sample. What is no X12 is read as UTF-8. @throws CodedError `http.not-found` */
export async function readSampleText(
  standards: Standards,
  tx: Tx,
  of: { readonly orgId: string; readonly name: string; readonly id?: string | undefined; readonly side: Side },
): Promise<{ readonly id: string; readonly text: string }> {
  const { orgId, name, side } = of;
  const draft = await readDraft(standards, tx, orgId);
  const { mapping } = mappingNamed(draft, name);
  const id = of.id ?? `sample:${samplesOf(draft, mapping)[0]?.slice('samples/'.length) ?? ''}`;
  const [kind, rest] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  if (kind === 'sample') {
    const text = draft.texts.get(`samples/${rest}`);
    if (text !== undefined) return { id, text };
  } else if (kind === 'document' && isId(rest)) {
    const bytes = await bytesOfDocument(tx, orgId, rest);
    if (bytes && bytes.length > largestSample)
      throw new CodedError('http.conflict', {
        detail: `This document has ${bytes.length.toLocaleString('en-US')} bytes, and the bench takes ${largestSample.toLocaleString('en-US')}.`,
      });
    if (bytes) return { id, text: bytes.toString(formatOf(mapping) === 'x12' ? 'latin1' : 'utf8') };
  } else if (kind === 'event') {
    const data = await dataOfEvent(tx, orgId, rest);
    if (data) return { id, text: JSON.stringify(side === 'team' ? data : withoutRecord(data), null, 2) };
  }
  throw new CodedError('http.not-found', { detail: 'There is no such sample.' });
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The id of the record in Odoo that an event was made of is not for partners. */
export function withoutRecord(data: Record<string, unknown>): Record<string, unknown> {
  const { recordId: _, ...rest } = data;
  return rest;
}
