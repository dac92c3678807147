import { append } from '../../lists.ts';
import { groupStatus } from '../check/status.ts';
import type { Delimiters, FunctionalGroup, TransactionSet } from '../model.ts';
import type { SegmentDraft } from '../write/draft.ts';
import { type AcknowledgementKind, distinctCodes, printable, setAnswer, verdictOn } from './acknowledge-set.ts';

/** AK103 and AK203 came with this version; a 999 fills them, as it answers to what they name. */
const WITH_CONVENTIONS = '005010';

export interface GroupAnswerOptions {
  readonly kind: AcknowledgementKind;
  /** Answer accepted sets with an AK2 loop too. */
  readonly includeAcceptedSets: boolean;
  /** Those that the answer is written with. */
  readonly delimiters: Delimiters;
}

/** AK901: what an acknowledgement of that kind says of a checked group. */
export function verdictOnGroup(group: FunctionalGroup, kind: AcknowledgementKind): FunctionalGroup['status'] {
  if (kind === '999' || group.status === 'R') return group.status;
  return groupStatus({ findings: group.findings, sets: group.sets.map((set) => ({ status: verdictOn(set, kind) })) });
}

/** A 997 or 999, which is never answered itself. */
export const isAcknowledgementSet = ({ code }: TransactionSet): boolean => code === '997' || code === '999';

/** The body of the 997 or 999 that answers a checked group: AK1, an AK2 loop for each set, AK9. */
export function groupAnswer(group: FunctionalGroup, options: GroupAnswerOptions): SegmentDraft[] {
  const { kind, includeAcceptedSets, delimiters } = options;
  const withConventions = kind === '999' && (/^\d{6}/.exec(group.version)?.[0] ?? '') >= WITH_CONVENTIONS;
  const version = withConventions ? printable(group.version, delimiters).slice(0, 12) : '';
  const segments: SegmentDraft[] = [
    { id: 'AK1', elements: [group.functionalId.slice(0, 2), numberOf(group.control), version] },
  ];
  for (const set of group.sets) {
    if (isAcknowledgementSet(set)) continue;
    if (includeAcceptedSets || verdictOn(set, kind) !== 'A')
      append(segments, setAnswer(set, kind, delimiters, withConventions));
  }
  segments.push(groupTrailer(group, kind));
  return segments;
}

function groupTrailer(group: FunctionalGroup, kind: AcknowledgementKind): SegmentDraft {
  const codes = distinctCodes(group.findings.map(({ ack }) => ack?.ak905));
  const received = group.sets.length;
  const stated = group.trailer?.text(1) ?? '';
  const included = /^\d{1,6}$/.test(stated) ? String(Number(stated)) : String(received);
  const status = verdictOnGroup(group, kind);
  const accepted = status === 'R' ? 0 : group.sets.filter((set) => set.status !== 'R').length;
  return { id: 'AK9', elements: [status, included, String(received), String(accepted), ...codes] };
}

/** GS06 as AK102 may carry it. One that is no number would name another group: its interchange is rejected instead. */
function numberOf(control: string): string {
  const text = control.trim();
  const digits = text.length > 9 ? text.replace(/^0+(?=\d)/, '') : text;
  return /^\d{1,9}$/.test(digits) ? digits : '0';
}
