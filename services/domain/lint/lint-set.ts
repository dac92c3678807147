import { recounted } from '../counted-findings.ts';
import type { Finding } from '../finding.ts';
import { byPlace, FindingRoom, placeNumber } from '../finding-list.ts';
import { checkGuide } from '../guide/check-guide.ts';
import type { Guide } from '../guide/guide.ts';
import { checkTradeRules, explained } from '../trade-rules/check-trade-rules.ts';
import type { TradeRules } from '../trade-rules/trade-rules.ts';
import { dayNumber, dayOfInstant } from '../x12/check/calendar.ts';
import { setStatus } from '../x12/check/status.ts';
import type { FoundInSet } from '../x12/fault-sink.ts';
import type { TransactionSet } from '../x12/model.ts';
import { firstSegmentOf, isPlaced, type PlacedSet } from '../x12/read/views.ts';

/** What a set is held against beyond the standard. */
export interface Linter {
  /** Guides of the partner; that of the set's kind and version is taken. */
  readonly guides: readonly Guide[];
  readonly tradeRules: TradeRules;
  /** When the document came. Without it dates are compared with that of their interchange: a file on a command line may be old. */
  readonly receivedAt?: Date;
}

/** What stands around a set. */
export interface AroundSet {
  /** GS08. */
  readonly version?: string;
  /** See `receivedDayOf`. */
  readonly receivedDay?: number | undefined;
}

/**
 * Holds a checked set against the guide of its partner and the trade rules. Findings stand with those of the standard, in the order of the
 * document; a guide that is enforced rejects the set. What the standard found is told in the words of the trade where a trade rule has them.
 * @param listed the room for what is found, shared by the sets of a document
 */
export function lintSet(
  set: TransactionSet,
  { guides, tradeRules }: Linter,
  listed = new FindingRoom(),
  { version = '', receivedDay }: AroundSet = {},
): TransactionSet {
  if (!isPlaced(set)) return set;
  const { placement, unlisted } = set;
  const guide = guides.find(({ definition }) => definition === placement?.definition);
  const standard = explained(set, tradeRules);
  const guided = guide === undefined ? undefined : checkGuide(set, guide, listed, receivedDay);
  const checked = checkTradeRules(set, tradeRules, listed, receivedDay, placesOf(guided));
  const unguided =
    guide === undefined ? withoutGuide(set, guides, version).map((finding) => listed.admit(finding)) : [];
  const own = [...unguided, ...(guided?.findings ?? []), ...checked.findings];
  if (own.length === 0 && standard === set.findings)
    return unlisted === undefined ? set : set.judged({ findings: set.findings, status: set.status, placement });
  const unseen = [...(guided?.unlisted?.elements ?? []), ...checked.unlistedPlaces];
  const findings = [...withoutSpokenOf(standard, unlisted?.codes ?? [], own, unseen), ...own].sort(byPlace);
  return set.judged({ findings, status: set.status === 'R' ? 'R' : setStatus(findings), placement });
}

/** The day with which dates of an interchange are compared, counted from 1970; undefined where nothing tells one. */
export function receivedDayOf({ receivedAt }: Linter, { date }: { readonly date: string }): number | undefined {
  return receivedAt === undefined ? dayNumber(date) : dayOfInstant(receivedAt);
}

/** The elements of which a guide has spoken, as `placeNumber` has them. */
function placesOf(guided: FoundInSet | undefined): ReadonlySet<number> {
  const listed = guided?.findings.map(({ position = 0, element, component }) =>
    placeNumber(position, element, component),
  );
  return new Set([...(listed ?? []), ...(guided?.unlisted?.elements ?? [])]);
}

/** That the partner's guides for a set are for other versions: it would look as if it kept to them. */
function withoutGuide(set: PlacedSet, guides: readonly Guide[], version: string): readonly Finding[] {
  const others = guides.filter((guide) => guide.set === set.code);
  const [first] = others;
  if (first === undefined || set.placement === undefined) return [];
  const versions = others.map((guide) => guide.version).join(', ');
  const [offset, end] = firstSegmentOf(set.place).range;
  const { layoutOf } = set.placement;
  const isForThis = others.some((guide) => version.startsWith(guide.version));
  const why =
    layoutOf === undefined || !isForThis
      ? `is for ${versions}, and this group is in ${version || 'another version'}: no guide was held against the set. Let the guide name this version too, or write one for it.`
      : `is for the layout of ${versions}, and this set is laid out as in ${layoutOf}: no guide was held against it.`;
  const explanation = `The guide “${first.title}” (${first.reference}) ${why}`;
  const place = { segment: 'ST', position: 1, offset, end };
  return [{ code: 'guide.version-other', level: 'note', ...place, received: version, expected: versions, explanation }];
}

/** That a code is not in our part of a list says nothing more where guide or trade rule have spoken of it, whether that is listed or not. */
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
