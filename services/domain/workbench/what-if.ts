import type { MappedEvent } from '../events.ts';
import type { Finding, FindingLevel } from '../finding.ts';
import { compareEvents, compareFindings } from '../mapping/report/compare-events.ts';

/** What a mapping made of one document. */
export interface Made {
  readonly events: readonly Pick<MappedEvent, 'type' | 'subject' | 'time' | 'data'>[];
  readonly findings: readonly Finding[];
  /** The document that an event was written as, line by line. */
  readonly written?: readonly string[];
}

export interface ChangeExample {
  /** Id of the document. */
  readonly document: string;
  readonly subject?: string;
  /** JSON, or a line of what is written; absent where there is none. */
  readonly before?: string;
  readonly after?: string;
}

/** A field of an event, or a segment of what is written, that comes out differently. */
export interface FieldChange {
  /** Event type; empty for what is written. */
  readonly event: string;
  /** `lines[]/product/sku`, or the id of a segment; empty for the event as a whole. */
  readonly field: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly changes: number;
  readonly documents: number;
  /** The first few. */
  readonly examples: readonly ChangeExample[];
}

export interface FindingGroup {
  readonly kind: 'appeared' | 'vanished';
  readonly code: string;
  readonly level: FindingLevel;
  readonly count: number;
  readonly documents: number;
  /** Of the first one. */
  readonly explanation: string;
}

export interface WhatIfDifference {
  /** Documents that were run by both. */
  readonly compared: number;
  readonly differing: number;
  readonly events: { readonly before: number; readonly after: number };
  readonly fields: readonly FieldChange[];
  readonly findings: readonly FindingGroup[];
}

const mostExamples = 3;
const longestExample = 120;

type Counted<T> = T & { readonly seen: Set<string> };

/** Adds up how two mappings differ, document by document. */
export class WhatIfTally {
  #compared = 0;
  #differing = 0;
  readonly #events = { before: 0, after: 0 };
  readonly #fields = new Map<
    string,
    Counted<{ event: string; field: string; kind: FieldChange['kind']; changes: number; examples: ChangeExample[] }>
  >();
  readonly #findings = new Map<string, Counted<{ kind: FindingGroup['kind']; finding: Finding; count: number }>>();

  add(document: string, before: Made, after: Made): void {
    this.#compared += 1;
    this.#events.before += before.events.length;
    this.#events.after += after.events.length;
    const events = compareEvents(before.events, after.events);
    const findings = compareFindings(before.findings, after.findings);
    for (const { kind, type, subject, changes } of events) {
      if (kind !== 'changed') this.#field(document, { event: type, field: '', kind }, { document, subject });
      for (const { pointer, ...values } of changes) {
        const sort = 'before' in values ? ('after' in values ? 'changed' : 'removed') : 'added';
        const example = { document, subject, ...textOf('before', values), ...textOf('after', values) };
        this.#field(document, { event: type, field: fieldOf(pointer), kind: sort }, example);
      }
    }
    const lines = this.#lines(document, before.written ?? [], after.written ?? []);
    for (const { kind, finding } of findings) {
      const key = `${kind} ${finding.code} ${finding.level}`;
      const known = this.#findings.get(key) ?? { kind, finding, count: 0, seen: new Set() };
      known.count += finding.count ?? 1;
      known.seen.add(document);
      this.#findings.set(key, known);
    }
    if (events.length + findings.length + lines > 0) this.#differing += 1;
  }

  /** Lines of what is written that only one of the two has, by their segment. */
  #lines(document: string, before: readonly string[], after: readonly string[]): number {
    const left = new Map<string, number>();
    for (const line of before) left.set(line, (left.get(line) ?? 0) + 1);
    const added = after.filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    });
    const removed = [...left].flatMap(([line, count]) => Array<string>(Math.max(0, count)).fill(line));
    const short = (line: string) => line.slice(0, longestExample);
    for (const line of removed)
      this.#field(document, { event: '', field: headOf(line), kind: 'removed' }, { document, before: short(line) });
    for (const line of added)
      this.#field(document, { event: '', field: headOf(line), kind: 'added' }, { document, after: short(line) });
    return removed.length + added.length;
  }

  #field(document: string, of: Pick<FieldChange, 'event' | 'field' | 'kind'>, example: ChangeExample): void {
    const key = `${of.event} ${of.field} ${of.kind}`;
    const known = this.#fields.get(key) ?? { ...of, changes: 0, examples: [], seen: new Set() };
    known.changes += 1;
    known.seen.add(document);
    if (known.examples.length < mostExamples) known.examples.push(example);
    this.#fields.set(key, known);
  }

  result(): WhatIfDifference {
    return {
      ...{ compared: this.#compared, differing: this.#differing, events: { ...this.#events } },
      fields: [...this.#fields.values()]
        .map(({ seen, ...rest }) => ({ ...rest, documents: seen.size }))
        .sort((a, b) => b.documents - a.documents || b.changes - a.changes || (a.field < b.field ? -1 : 1)),
      findings: [...this.#findings.values()]
        .map(({ kind, finding: { code, level, explanation }, count, seen }) => ({
          ...{ kind, code, level, count, documents: seen.size, explanation },
        }))
        .sort((a, b) => b.documents - a.documents || (a.code < b.code ? -1 : 1)),
    };
  }
}

/** `/lines/0/sku` as the field that it is one of: `lines[]/sku`. */
const fieldOf = (pointer: string): string => pointer.replace(/^\//, '').replace(/\/\d+(?=\/|$)/g, '[]');
/** The segment of a line of X12; of another line nothing. */
const headOf = (line: string): string => /^([A-Z][A-Z0-9]{1,2})\*/.exec(line)?.[1] ?? '';

function textOf(key: 'before' | 'after', values: { readonly before?: unknown; readonly after?: unknown }) {
  return key in values ? { [key]: JSON.stringify(values[key]).slice(0, longestExample) } : {};
}
