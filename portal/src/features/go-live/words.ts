import type { GoLive, GoLiveDocument, GoLiveRequest } from '../../lib/contract.ts';
import type { Tone } from '../../ui/tag.tsx';

/** Where a document is on its way, in a word, with whose turn it is. */
export interface DocumentWords {
  readonly tone: Tone;
  readonly label: string;
  readonly says: string;
}

/** `945 from you, 004010` of `inbound/945/004010`. */
export function keyWords(key: string, isTeam: boolean): string {
  const [direction, set = '', version] = key.split('/');
  const way = direction === 'inbound' ? 'from' : 'to';
  return `${set} ${way} ${isTeam ? 'the partner' : 'you'}${version === undefined ? '' : `, ${version}`}`;
}

export const requestOf = ({ requests }: GoLive, { request }: GoLiveDocument): GoLiveRequest | undefined =>
  requests.find(({ id }) => id === request);

/** A request that something may still be decided about. */
export const isOpen = (request: GoLiveRequest | undefined): request is GoLiveRequest =>
  request !== undefined && request.state !== 'live' && request.state !== 'cancelled';

export function documentWords(document: GoLiveDocument, request: GoLiveRequest | undefined): DocumentWords {
  const { production, parallelRun, hypercare, wentBack } = document;
  if (isOpen(request)) return requestWords(request);
  if (production?.isChanged)
    return {
      tone: 'amber',
      label: 'Live, changed since',
      says: 'The draft says something else of it than production runs.',
    };
  if (production?.canary !== undefined)
    return {
      tone: 'accent',
      label: 'Canary',
      says: `Live for ${production.canary}; the rest is compared and not written.`,
    };
  if (production && hypercare && Date.parse(hypercare.until) > Date.now())
    return { tone: 'green', label: 'Live, watched closely', says: `${hypercare.progress}.` };
  if (production)
    return { tone: 'green', label: 'Live', says: `Production runs it, with release ${production.release}.` };
  if (wentBack) return { tone: 'red', label: 'Taken back', says: wentBack.why };
  if (parallelRun) return parallelWords(parallelRun);
  return { tone: 'slate', label: 'Not in production', says: 'Production does not take it yet.' };
}

const parallelWords = ({ state, progress, why }: NonNullable<GoLiveDocument['parallelRun']>): DocumentWords =>
  state === 'passed'
    ? { tone: 'green', label: 'Parallel run passed', says: `${progress}.` }
    : state === 'failed'
      ? { tone: 'red', label: 'Parallel run differs', says: why ?? `${progress}.` }
      : { tone: 'accent', label: 'Parallel run', says: `${progress}.` };

export function requestWords({
  state,
  approvals,
  approvalsNeeded,
  goLiveAt,
  returned,
  why,
}: GoLiveRequest): DocumentWords {
  const given = `${approvals.length} of ${approvalsNeeded} ${approvalsNeeded === 1 ? 'approval' : 'approvals'}`;
  switch (state) {
    case 'asked':
      return { tone: 'accent', label: 'Asked for', says: `${given}. The integration team looks at it.` };
    case 'returned':
      return {
        tone: 'amber',
        label: `Returned ${returned?.code ?? ''}`,
        says: [returned?.cause, returned?.note].filter(Boolean).join(' '),
      };
    case 'void':
      return { tone: 'amber', label: 'Ask again', says: `It was changed after it was asked for. ${why ?? ''}` };
    case 'scheduled':
      return {
        tone: 'green',
        label: 'Approved, has a date',
        says: goLiveAt ? `It goes live on ${dateWords(goLiveAt)}.` : '',
      };
    case 'approved':
      return { tone: 'green', label: 'Approved', says: 'The release is being made.' };
    case 'live':
      return { tone: 'green', label: 'Live', says: 'It went live.' };
    case 'cancelled':
      return { tone: 'slate', label: 'Cancelled', says: why ?? '' };
  }
}

export const dateWords = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const partNames = {
  documents: 'Documents',
  agreement: 'Agreement',
  mappings: 'Mappings',
  guides: 'Guides',
  tables: 'Tables and look-ups',
  endpoints: 'Channels',
  certificates: 'Certificates',
  'cross-references': 'Cross references',
} as const;
