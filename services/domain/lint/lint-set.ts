import type { Finding } from '../finding.ts';
import { byPlace, FindingRoom, placeNumber, recounted } from '../finding-list.ts';
import { checkGuide } from '../guide/check-guide.ts';
import type { Guide } from '../guide/guide.ts';
import { checkTraps, explained } from '../traps/check-traps.ts';
import type { Traps } from '../traps/trap.ts';
import { dayNumber, dayOfInstant } from '../x12/check/calendar.ts';
import { setStatus } from '../x12/check/status.ts';
import type { FoundInSet } from '../x12/fault-sink.ts';
import type { TransactionSet } from '../x12/model.ts';
import { isPlaced } from '../x12/read/views.ts';

/** What a set is held against beyond the standard. */
export interface Linter {
  /** Guides of the partner; that of the set's kind and version is taken. */
  readonly guides: readonly Guide[];
  readonly traps: Traps;
  /** When the document came. Without it dates are compared with that of their interchange: a file on a command line may be old. */
  readonly receivedAt?: Date;
}

/**
 * Holds a checked set against the guide of its partner and the traps of the trade. Findings stand with those of the standard, in the order of the
 * document; a guide that is enforced rejects the set. `listed` is the room for what is found, shared by the sets of a document. What the standard found is told in the words of the trade where a trap has them.
 * @param receivedDay see `receivedDayOf`
 */
export function lintSet(
  set: TransactionSet,
  { guides, traps }: Linter,
  listed = new FindingRoom(),
  receivedDay?: number,
): TransactionSet {
  if (!isPlaced(set)) return set;
  const { placement, unlisted } = set;
  const guide = guides.find(({ definition }) => definition === placement?.definition);
  const standard = explained(set, traps);
  const guided = guide === undefined ? undefined : checkGuide(set, guide, listed, receivedDay);
  const trapped = checkTraps(set, traps, listed, receivedDay);
  const own = [...(guided?.findings ?? []), ...withoutGuided(trapped.findings, guided)];
  if (own.length === 0 && standard === set.findings)
    return unlisted === undefined ? set : set.judged({ findings: set.findings, status: set.status, placement });
  const unseen = [...(guided?.unlisted?.elements ?? []), ...trapped.unlistedPlaces];
  const findings = [...withoutSpokenOf(standard, unlisted?.codes ?? [], own, unseen), ...own].sort(byPlace);
  return set.judged({ findings, status: set.status === 'R' ? 'R' : setStatus(findings), placement });
}

/** The day with which dates of an interchange are compared, counted from 1970; undefined where nothing tells one. */
export function receivedDayOf({ receivedAt }: Linter, { date }: { readonly date: string }): number | undefined {
  return receivedAt === undefined ? dayNumber(date) : dayOfInstant(receivedAt);
}

/** A note of the trade says nothing more where the guide has spoken of the same element. */
function withoutGuided(trapped: readonly Finding[], guided: FoundInSet | undefined): readonly Finding[] {
  if (guided === undefined || !trapped.some(({ level }) => level === 'note')) return trapped;
  const placeOf = ({ position = 0, element, component }: Finding) => placeNumber(position, element, component);
  const places = new Set([...guided.findings.map(placeOf), ...(guided.unlisted?.elements ?? [])]);
  return trapped.filter((finding) => finding.level !== 'note' || !places.has(placeOf(finding)));
}

/** That a code is not in our part of a list says nothing more where guide or trap have spoken of it, whether that is listed or not. */
function withoutSpokenOf(
  standard: readonly Finding[],
  unlistedCodes: readonly number[],
  others: readonly Finding[],
  unseen: readonly number[],
): readonly Finding[] {
  if (others.length === 0 || !standard.some(({ code }) => code === codeUnlisted)) return standard;
  const spokenOf = new Set(unseen);
  for (const { position, element, component } of others)
    if (position !== undefined) spokenOf.add(placeNumber(position, element, component));
  const left = unlistedCodes.filter((place) => !spokenOf.has(place)).length;
  const kept = standard.filter(({ code, count, position = 0, element, component }) => {
    if (code !== codeUnlisted) return true;
    return count === undefined ? !spokenOf.has(placeNumber(position, element, component)) : left > 0;
  });
  const total = left + kept.filter(({ code, count }) => code === codeUnlisted && count === undefined).length;
  return kept.map((one) => (one.code === codeUnlisted && one.count !== undefined ? recounted(one, left, total) : one));
}

const codeUnlisted = 'x12.element.code-unlisted';
