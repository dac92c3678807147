import { FindingCollector, FindingRoom } from '../finding-list.ts';
import type { TakeBroken } from '../mapping/run/check-assertions.ts';
import { checkRules } from '../rules/check-rules.ts';
import type { FoundInSet } from '../x12/fault-sink.ts';
import type { TransactionSet } from '../x12/model.ts';
import { isPlaced, type PlacedSet } from '../x12/read/views.ts';
import type { Guide } from './guide.ts';
import { GuideChecker } from './guide-checker.ts';
import { codesOf } from './guide-words.ts';
import { type KnownFaults, knownFaults } from './known-faults.ts';
import { namePlace } from './name-place.ts';
import { ruleCodes } from './rule-codes.ts';

const nothing: FoundInSet = { findings: [], unlisted: undefined };
const checkers = new WeakMap<Guide, GuideChecker>();

/**
 * What a checked set does against a guide: level `guide`, with the codes of a 999 and the guide's own notes. Nothing where the set was not checked
 * against the definition that the guide narrows. What the standard's check reported is not reported again. `listed` is the room for what is found.
 */
export function checkGuide(
  set: TransactionSet,
  guide: Guide,
  listed = new FindingRoom(),
  receivedDay?: number,
): FoundInSet {
  if (!isPlaced(set) || set.placement?.definition !== guide.definition) return nothing;
  let checker = checkers.get(guide);
  if (checker === undefined) {
    checker = new GuideChecker(guide);
    checkers.set(guide, checker);
  }
  const known = knownFaults(set);
  const found = checker.check(set.place, set.placement, known, listed);
  if (guide.rules.rules.length === 0) return found;
  const broken = brokenRules(set, guide, known, listed, receivedDay);
  if (broken.isEmpty) return found;
  const { elements = [], codes = [], segments = [] } = found.unlisted ?? {};
  return {
    findings: [...found.findings, ...broken.findings],
    unlisted: { elements: [...elements, ...broken.unlistedPlaces], codes, segments },
  };
}

function brokenRules(
  set: PlacedSet,
  guide: Guide,
  known: KnownFaults,
  listed: FindingRoom,
  receivedDay: number | undefined,
): FindingCollector {
  const placement = set.placement!;
  const broken = new FindingCollector(listed);
  const take: TakeBroken = (finding, rule) => {
    if (known.hasElementOf(finding)) return;
    const { own, nearest } = ruleCodes(finding, rule);
    broken.add({
      ...namePlace(finding, placement),
      ...(finding.trigger && { trigger: namePlace(finding.trigger, placement) }),
      explanation: `${finding.explanation} So says the guide “${guide.title}” (${guide.reference}).`,
      ack: codesOf(guide, own, nearest),
    });
  };
  checkRules(set, guide.rules, take, receivedDay);
  return broken;
}
