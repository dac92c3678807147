import type { components } from '../../specs/generated/openapi.ts';
import type { Finding } from '../domain/finding.ts';
import type { Context } from '../flows/context.ts';
import { type Tried, tryOut } from '../flows/sandbox/preview.ts';
import { annotatedDocument, type Page } from './annotated.ts';

type Schemas = components['schemas'];

/** A document to look at, as Base64, and the page of it that is wanted. */
export interface PreviewQuestion extends Page {
  readonly orgId?: string;
  readonly content: string;
}

/** What would come of a document, without what Odoo has to say. */
export interface PreviewAnswer {
  readonly preview: Omit<Schemas['Preview'], 'odoo'>;
  /** All events, of which the preview shows the first. */
  readonly events: Tried['events'];
}

/** @returns undefined where there is no such organisation */
export type Previews = (question: PreviewQuestion) => Promise<PreviewAnswer | undefined>;

const shownEvents = 20;
// A rule that is broken ten thousand times is understood after some of them; the totals count all.
const shownOfRule = 100;

/** Makes previews in this process. */
export function previewsHere(context: Context): Previews {
  return async ({ orgId, content, ...page }) => {
    const bytes = Buffer.from(content, 'base64');
    const tried = await tryOut(context, { bytes, ...(orgId !== undefined && { orgId }) });
    if (!tried) return undefined;
    const { standards } = context.catalog;
    const annotated = annotatedDocument(bytes, tried.findings, standards)(page);
    return {
      preview: {
        ...verdictOn(tried, orgId === undefined),
        kind: tried.kind,
        ...(tried.name !== undefined && { name: tried.name }),
        sizeBytes: bytes.length,
        annotated,
        findings: listed(tried),
        findingTotals: tried.totals.map((one) => ({ ...one })),
        sets: tried.sets.map((one) => ({ ...one })),
        acknowledgements: tried.answers.map((one) => ({ ...one })),
        events: tried.events.slice(0, shownEvents).map(({ type, subject, time, data }) => ({
          ...{ type, subject, data },
          ...(time !== undefined && { time }),
        })),
        eventCount: tried.events.length,
      },
      events: tried.events,
    };
  };
}

// A preview is far more than a translation: each segment is annotated, and the events are shown. From here on it would be felt by everybody else.
const largePreviewBytes = 32 * 1024;

/** Previews of small documents are made here, those of larger ones by `apart` where there is such a thing. */
export function previewsBySize(context: Context, apart: Previews | undefined): Previews {
  const here = previewsHere(context);
  const fromBytes = Math.min(context.limits.largeBytes, largePreviewBytes);
  return (question) => (apart && (question.content.length * 3) / 4 >= fromBytes ? apart : here)(question);
}

function listed({ findings }: Tried): Finding[] & Schemas['Preview']['findings'] {
  const counts = new Map<string, number>();
  const lists = [
    findings.document,
    ...[findings.interchanges, findings.groups, findings.sets].flatMap((one) => [...one.values()]),
  ];
  return lists.flat().filter(({ code, level }) => {
    const key = `${level} ${code}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= shownOfRule;
  }) as Finding[] & Schemas['Preview']['findings'];
}

/** One sentence, from the view of whoever would send it. */
function verdictOn(tried: Tried, isAlone: boolean): Pick<Schemas['Preview'], 'verdict' | 'title'> {
  const { kind, sets, refused, totals } = tried;
  const weighty = totals.filter(({ level }) => level !== 'note').reduce((sum, { total }) => sum + total, 0);
  const notes = totals.filter(({ level }) => level === 'note').reduce((sum, { total }) => sum + total, 0);
  const remarks = notes > 0 ? ` and ${counted(notes, 'remark')}` : '';
  const found = counted(weighty, 'finding') + remarks;
  const what = whatIs(tried);
  if (kind === 'unreadable') return { verdict: 'rejected', title: 'It would be refused: nothing can be made of it' };
  if (kind === 'x12') {
    const rejected = sets.filter(({ status }) => status === 'R').length;
    if (refused > 0) return { verdict: 'rejected', title: `It would be rejected as a whole, with ${found}` };
    if (rejected > 0 && rejected < sets.length)
      return { verdict: 'rejected', title: `${rejected} of ${sets.length} sets would be rejected, with ${found}` };
    if (rejected > 0) return { verdict: 'rejected', title: `It would be rejected: ${what}, with ${found}` };
  } else if (tried.events.length === 0 && weighty > 0)
    return { verdict: 'rejected', title: `Nothing would be made of it, with ${found}` };
  const good = isAlone && kind === 'x12' ? 'It is good by the standard' : 'It would be accepted';
  return weighty > 0
    ? { verdict: 'noted', title: `It would be accepted, with ${found}: ${what}` }
    : { verdict: 'accepted', title: `${good}${notes > 0 ? `, with ${counted(notes, 'remark')}` : ''}: ${what}` };
}

const counted = (count: number, what: string) => `${count.toLocaleString('en-US')} ${count === 1 ? what : `${what}s`}`;

function whatIs({ kind, name, sets, events }: Tried): string {
  if (kind === 'document') return name ?? 'a document';
  if (kind === 'events') return `${events.length} ${events.length === 1 ? 'event' : 'events'}`;
  if (kind === 'attachment') return 'a file';
  const counts = [...Map.groupBy(sets, ({ code }) => code)].map(([code, all]) =>
    all.length > 1 ? `${code} × ${all.length}` : code,
  );
  return counts.length > 0 ? counts.join(', ') : 'an interchange without sets';
}
