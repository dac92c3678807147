import type { components } from '../../specs/generated/openapi.ts';
import type { Finding } from '../domain/finding.ts';
import { append } from '../domain/lists.ts';
import { check } from '../domain/x12/check/check.ts';
import { type AnnotatedSegment, annotate, annotateEnvelope } from '../domain/x12/inspect/annotate.ts';
import type { FunctionalGroup, Interchange, TransactionSet } from '../domain/x12/model.ts';
import { read } from '../domain/x12/read/read.ts';
import { segmentCountOf, withVerdict } from '../domain/x12/read/views.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';
import type { StoredFindings } from '../store/read/findings.ts';
import { valuesOf } from './annotated-values.ts';

export type Annotated = components['schemas']['Annotated'];

export interface Page {
  /** First segment to show, from 0. */
  readonly offset: number;
  readonly limit: number;
}

/** Some segments that stand together: a whole set, or one of the envelope. */
interface Block {
  readonly start: number;
  readonly size: number;
  /** Those of its segments that are on a page, and findings of it that have no place among its segments. */
  readonly part: (from: number, to: number) => Part;
}

interface Part {
  readonly segments: readonly AnnotatedSegment[];
  readonly placeless: readonly Finding[];
}

const shownOfOthers = 4000;

/**
 * A document segment by segment, with names, meanings and findings in place, page by page. Only the sets on a page are checked, and only its segments are named.
 * @param stored the findings of the translation; before it there are those of the standard.
 */
export function annotatedDocument(
  bytes: Buffer,
  stored: StoredFindings | undefined,
  standards: Standards,
): (page: Page) => Annotated {
  const reading = read(bytes);
  const whole: Finding[] = [...(stored?.document ?? reading.findings)];
  const values = reading.interchanges.length === 0 ? valuesOf(bytes) : undefined;
  if (values) {
    const found = stored?.document ?? [];
    return ({ offset, limit }) => ({
      ...{ total: values.total, segments: values.page(offset, limit, found) },
      findings: contractual(values.placeless(found)),
    });
  }
  if (reading.interchanges.length === 0) {
    const text = bytes.toString('latin1', 0, shownOfOthers);
    return () => ({ total: 0, segments: [], findings: contractual(whole), text });
  }
  const blocks = reading.interchanges.flatMap((interchange, place) => {
    const judged = withStored(interchange, place, stored);
    append(whole, placeless(judged));
    return blocksOf(judged, stored, standards);
  });
  const total = blocks.reduce((sum, { size }) => sum + size, 0);
  return (page) => {
    const findings = [...whole];
    const segments: Annotated['segments'] = [];
    let index = 0;
    for (const block of blocks) {
      const [from, to] = [Math.max(0, page.offset - index), Math.min(block.size, page.offset + page.limit - index)];
      if (from < to) {
        const part = block.part(from, to);
        append(findings, part.placeless);
        append(
          segments,
          part.segments.map((segment, nth) => segmentView(segment, index + from + nth)),
        );
      }
      index += block.size;
    }
    return { total, segments, findings: contractual(findings) };
  };
}

function withStored(interchange: Interchange, place: number, stored: StoredFindings | undefined): Interchange {
  if (!stored) return interchange;
  const groups = interchange.groups.map((group, nth) => ({
    ...group,
    findings: stored.groups.get(`${place}/${nth}`) ?? group.findings,
  }));
  return { ...interchange, findings: stored.interchanges.get(place) ?? interchange.findings, groups };
}

const envelopeSegments = new Set(['ISA', 'IEA', 'TA1', 'GS', 'GE']);

/** Findings about envelopes that point at none of their segments. */
function placeless({ findings, groups }: Interchange): Finding[] {
  return [...findings, ...groups.flatMap((group) => group.findings)].filter(
    ({ segment }) => !segment || !envelopeSegments.has(segment),
  );
}

function blocksOf(interchange: Interchange, stored: StoredFindings | undefined, standards: Standards): Block[] {
  const envelope = annotateEnvelope(interchange, standards);
  const blocks: Block[] = envelope.map((segment) => ({
    ...{ start: segment.range[0], size: 1 },
    part: () => ({ segments: [segment], placeless: [] }),
  }));
  for (const group of interchange.groups)
    for (const set of group.sets)
      blocks.push({
        ...{ start: set.range[0], size: segmentCountOf(set) },
        part: partsOf(interchange, group, set, stored, standards),
      });
  return blocks.sort((a, b) => a.start - b.start);
}

/** Parts of a set, which is checked for the first and not again for the next: it may be as large as its document. */
function partsOf(
  interchange: Interchange,
  group: FunctionalGroup,
  set: TransactionSet,
  stored: StoredFindings | undefined,
  standards: Standards,
): Block['part'] {
  const look = () => {
    const alone = { interchanges: [{ ...interchange, groups: [{ ...group, sets: [set] }] }], findings: [] };
    const checked = check(alone, standards).interchanges[0]!.groups[0]!.sets[0]!;
    const known = stored ? (stored.sets.get(set.range[0]) ?? []) : checked.findings;
    const size = checked.segments.length;
    return {
      judged: withVerdict(checked, known, checked.status),
      placeless: known.filter(({ position = 0 }) => position < 1 || position > size),
    };
  };
  let kept: WeakRef<ReturnType<typeof look>> | undefined;
  return (from, to) => {
    const looked = kept?.deref() ?? look();
    kept = new WeakRef(looked);
    const segments = annotate(looked.judged, standards, group.version, from, to);
    return { segments, placeless: looked.placeless };
  };
}

function segmentView(segment: AnnotatedSegment, index: number): Annotated['segments'][number] {
  return {
    index,
    id: segment.id,
    ...(segment.name !== undefined && { name: segment.name }),
    ...(segment.position > 0 && { position: segment.position }),
    ...(segment.loop && { loop: segment.loop.id }),
    depth: segment.loop?.depth ?? 0,
    raw: segment.raw,
    start: segment.range[0],
    end: segment.range[1],
    elements: segment.elements.map((element) => ({
      position: element.position,
      ...(element.reference !== undefined && { reference: element.reference }),
      ...(element.name !== undefined && { name: element.name }),
      value: element.value,
      ...(element.codeMeaning !== undefined && { meaning: element.codeMeaning }),
      start: element.range[0],
      end: element.range[1],
    })),
    findings: contractual(segment.findings),
  };
}

/** The same objects; the contract's type only knows no `readonly`. */
const contractual = (findings: readonly Finding[]) => findings as Annotated['findings'];
