import type { MappingCoverage, MappingRow } from '../../lib/contract.ts';
import type { Tone } from '../../ui/tag.tsx';

type Review = MappingRow['review'];

/** A review in a word. */
export const reviewWord: Readonly<Record<Review['state'], { readonly word: string; readonly tone: Tone }>> = {
  unreviewed: { word: 'Not reviewed', tone: 'slate' },
  asked: { word: 'Review asked for', tone: 'amber' },
  approved: { word: 'Approved', tone: 'green' },
  returned: { word: 'Returned', tone: 'red' },
};

/** How the version of the draft stands, in a word. What a template has is reviewed already, until somebody changes it. */
export const reviewTag = (row: Pick<MappingRow, 'review' | 'template'>) =>
  isTemplate(row) ? ({ word: 'Template', tone: 'green' } as const) : reviewWord[row.review.state];

export const isTemplate = ({ review, template }: Pick<MappingRow, 'review' | 'template'>): boolean =>
  review.state === 'unreviewed' && template !== undefined;

const count = (of: number, one: string, many = `${one}s`) => `${of} ${of === 1 ? one : many}`;

/** "34 of 36 mandatory, 2 dropped": how much of the document reaches the event. Without a sample nothing is said of what is dropped. */
export function coverageWords(
  { mandatory, fields, dropped, left }: MappingCoverage,
  { direction, sampled }: { readonly direction: MappingRow['direction']; readonly sampled: boolean },
): string {
  const parts = [
    mandatory.of > 0 ? `${mandatory.covered} of ${mandatory.of} mandatory elements` : '',
    `${fields.mapped} of ${fields.of} fields`,
    sampled && direction === 'in'
      ? dropped.length === 0
        ? 'nothing of the sample dropped'
        : `${count(dropped.length + left.dropped, 'place')} of the sample dropped`
      : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Whose turn it is, and what comes next. */
export function nextStep(row: MappingRow): string {
  const { review, inProduction, agreed } = row;
  if (!agreed) return 'No document is agreed with it, so nothing runs it.';
  if (review.state === 'asked') return `${review.by ?? 'Somebody'} waits for a review.`;
  if (review.state === 'returned') return `Returned by ${review.by ?? 'a reviewer'}: ${review.note ?? ''}`;
  if (inProduction === 'same') return 'Production runs this version.';
  const runs = inProduction === 'other' ? 'Production runs another version.' : 'Not in production yet.';
  if (isTemplate(row)) return `${runs} Unchanged from the template, it needs no review.`;
  return review.state === 'approved'
    ? `${runs} The next release brings this one.`
    : `${runs} Ask for a review when it is ready.`;
}
