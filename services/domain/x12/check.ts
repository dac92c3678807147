import type { Finding } from '../finding.ts';
import { ElementChecker } from './element-check.ts';
import { fault } from './fault.ts';
import { FaultSink } from './fault-sink.ts';
import { checkLevels } from './hl-check.ts';
import type { FunctionalGroup, Interchange, Reading, TransactionSet } from './model.ts';
import { placeSegments, segmentKey } from './placement.ts';
import type { SetDefinition } from './set-definition.ts';
import type { Standards, VersionDefinition } from './standard.ts';
import { groupStatus, interchangeStatus, setStatus } from './status.ts';
import { Span } from './tape.ts';
import { buildTree, UNPLACED } from './tree.ts';
import { placeOf, tapeSet } from './views.ts';

export interface CheckOptions {
  /** Findings listed per set at most (500); a note says how many were left out. */
  readonly findingLimit?: number;
}

const FINDING_LIMIT = 500;

/**
 * Checks a reading (from `read`) against the standard: segments in their loops, elements, lengths, types, codes, syntax rules.
 * Answers the same reading with all findings, the loops of each set (`tree`) and the statuses that a 997 and TA1 report.
 */
export function check(reading: Reading, standards: Standards, options: CheckOptions = {}): Reading {
  return {
    ...reading,
    interchanges: reading.interchanges.map((interchange) => checkInterchange(interchange, standards, options)),
  };
}

function checkInterchange(interchange: Interchange, standards: Standards, options: CheckOptions): Interchange {
  const status = interchangeStatus(interchange.findings);
  const groups = interchange.groups.map((group) => checkGroup(group, standards, options, status === 'R'));
  return { ...interchange, groups, status };
}

function checkGroup(
  group: FunctionalGroup,
  standards: Standards,
  options: CheckOptions,
  rejected: boolean,
): FunctionalGroup {
  const found = standards.forVersion(group.version);
  const findings = [...group.findings, ...versionFaults(group, found)];
  const definition = found?.definition;
  const foreign = definition !== undefined && isForeign(group, definition);
  if (foreign) findings.push(functionalIdFault(group));
  const refused = rejected || findings.some(({ ack }) => ack?.ak905 !== undefined);
  const sets = group.sets.map((set) => checkSet(set, foreign ? undefined : group, definition, options, refused));
  return { ...group, findings, sets, status: rejected ? 'R' : groupStatus({ findings, sets }) };
}

function versionFaults(group: FunctionalGroup, found: ReturnType<Standards['forVersion']>): Finding[] {
  if (found?.exact || group.header === undefined) return [];
  const [offset, end] = group.header.rangeOf(8);
  const place = { segment: 'GS', element: 8, reference: '480', offset, end, said: group.version };
  if (found === undefined) {
    const explanation =
      'GS08 is not a version of X12, so the group could not be checked. Write version and release with six digits, such as 004010.';
    return [
      fault('x12.group.version-unsupported', {
        ...place,
        expected: 'such as 004010',
        explanation,
        ack: { ak905: '2' },
      }),
    ];
  }
  const { version } = found.definition;
  const explanation = `Version ${group.version} has no definitions here; the group was checked against ${version}.`;
  return [fault('x12.group.version-fallback', { ...place, expected: version, explanation })];
}

/** The group's functional id is unknown though a set in it is known; sets that are unknown as well say so themselves. */
function isForeign(group: FunctionalGroup, definition: VersionDefinition): boolean {
  if (group.header === undefined || definition.functionalIds.has(group.functionalId)) return false;
  return group.sets.some((set) => definition.sets.has(set.code));
}

function functionalIdFault(group: FunctionalGroup): Finding {
  const [offset, end] = group.header!.rangeOf(1);
  const place = { segment: 'GS', element: 1, reference: '479', offset, end, said: group.functionalId };
  const explanation = `GS01 "${group.functionalId}" is no functional id that is known here. Write that of the sets in the group, such as SW for the 945.`;
  return fault('x12.group.functional-id', {
    ...place,
    expected: 'such as SW for the 945',
    explanation,
    ack: { ak905: '1' },
  });
}

function checkSet(
  set: TransactionSet,
  group: FunctionalGroup | undefined,
  version: VersionDefinition | undefined,
  options: CheckOptions,
  refused: boolean,
): TransactionSet {
  const place = placeOf(set);
  const definition = version?.sets.get(set.code);
  const findings: Finding[] = [...set.findings, ...identityFaults(set, group, version)];
  if (place === undefined) return set;
  let placed: Int32Array | undefined;
  if (version !== undefined && definition !== undefined) {
    const sink = new FaultSink(place, spanOf(set), options.findingLimit ?? FINDING_LIMIT);
    placed = checkBody(set, version, definition, sink);
    findings.push(...sink.findings);
  }
  if (refused) findings.push(envelopeNote(set));
  if (findings.length > 1) findings.sort(byPlace);
  const tree =
    placed && definition && ((segments: TransactionSet['segments']) => buildTree(definition, placed, segments));
  return tapeSet(place, { findings, status: setStatus(findings), ...(tree && { tree }) });
}

function byPlace(a: Finding, b: Finding): number {
  return (a.position ?? 0) - (b.position ?? 0) || (a.element ?? 0) - (b.element ?? 0);
}

function checkBody(
  set: TransactionSet,
  version: VersionDefinition,
  definition: SetDefinition,
  sink: FaultSink,
): Int32Array {
  const place = placeOf(set)!;
  const placed = placeSegments(place, definition, version, sink);
  const elements = new ElementChecker(place.source);
  for (let index = place.first; index <= place.last; index += 1) {
    const at = placed[index - place.first]!;
    const stray = at < UNPLACED ? version.segmentsByKey.get(segmentKey(place, index)) : undefined;
    if (stray !== undefined) elements.check(index, stray, undefined, sink);
    if (at < 0) continue;
    const node = definition.nodes[at]!;
    const inLoop = node.loop.parent !== undefined;
    // ST and SE are judged by `read`, with codes of their own.
    if (!inLoop && (node.segment.id === 'ST' || node.segment.id === 'SE')) continue;
    elements.check(index, node.segment, inLoop ? node.loop.id : undefined, sink);
  }
  checkLevels(place, definition, placed, sink);
  sink.close();
  return placed;
}

function identityFaults(
  set: TransactionSet,
  group: FunctionalGroup | undefined,
  version: VersionDefinition | undefined,
): Finding[] {
  if (version === undefined || set.findings.some(({ ack }) => ack?.ak502 === '6')) return [];
  const definition = version.sets.get(set.code);
  const [offset, end] = set.segments[0]!.rangeOf(1);
  const place = { segment: 'ST', position: 1, element: 1, reference: '143', offset, end, said: set.code };
  if (definition === undefined) {
    const known = [...version.sets.keys()].join(', ');
    const explanation = `There is no definition of set ${set.code} here. Send only the sets that were agreed.`;
    return [
      fault('x12.set.not-supported', { ...place, expected: `one of ${known}`, explanation, ack: { ak502: '1' } }),
    ];
  }
  if (group?.header === undefined || definition.functionalId === group.functionalId) return [];
  const explanation = `Set ${set.code} belongs in a group with GS01 ${definition.functionalId}, not ${group.functionalId}. Put it in a group of its own.`;
  const expected = `a set of functional id ${group.functionalId}`;
  return [fault('x12.set.wrong-group', { ...place, expected, explanation, ack: { ak502: '6' } })];
}

function envelopeNote(set: TransactionSet): Finding {
  const [offset, end] = set.segments[0]!.range;
  const explanation =
    'The set is not accepted because the group or interchange around it is rejected. Correct the envelope and send it again.';
  return fault('x12.set.envelope-rejected', { segment: 'ST', position: 1, offset, end, explanation });
}

function spanOf(set: TransactionSet): () => Span {
  let span: Span | undefined;
  return () => {
    span ??= new Span(placeOf(set)!.source, ...set.range);
    return span;
  };
}
