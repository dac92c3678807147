import type { Path } from '../../language/path.ts';
import type { OriginTape } from './origin-tape.ts';
import { placeName } from './run.ts';
import type { BoundPath, Found, PairCodes, SourceReader, Trace, ValueSource } from './source.ts';

/** Paths that a `SourceReader` reads need no preparation. */
export function bindPath(path: Path): BoundPath {
  return { path };
}

/** Lets the evaluator read from a `SourceReader`. */
export class ReaderValues<S> implements ValueSource<S> {
  readonly traces: number[] = [];
  traced = 0;
  readonly #reader: SourceReader<S>;
  readonly #found: Trace[] = [];

  constructor(reader: SourceReader<S>) {
    this.#reader = reader;
  }

  /** Asked where a number was read; what has no place in a document is our own. */
  get written(): boolean {
    const trace = this.traced === 0 ? undefined : this.#found[this.traces[this.traced - 1]!];
    return trace?.segment !== undefined || trace?.node !== undefined;
  }

  read({ path }: BoundPath, scope: S): string | undefined {
    return this.#take(this.#reader.read(path, scope));
  }

  readAll({ path }: BoundPath, scope: S): readonly string[] {
    return this.#reader.readAll(path, scope).map((found) => this.#take(found)!);
  }

  scopes({ path }: BoundPath, scope: S): readonly S[] {
    return this.#reader.scopes(path, scope);
  }

  count({ path }: BoundPath, scope: S): number {
    return this.#reader.count(path, scope);
  }

  has({ path }: BoundPath, scope: S): boolean {
    return this.#reader.count(path, scope) > 0;
  }

  indexOf(scope: S): number {
    return this.#reader.indexOf(scope);
  }

  moment({ path }: BoundPath, scope: S): { local: string; utc: string; zone: string } | undefined {
    const moment = this.#reader.moment(path, scope);
    if (moment) this.#push(moment.trace);
    return moment;
  }

  pair({ path }: BoundPath, { at, codes }: PairCodes, scope: S): string | undefined {
    return this.#take(this.#reader.pair(path, at, codes, scope));
  }

  traceOf(trace: number): Trace {
    return this.#found[trace] ?? {};
  }

  used(): void {}

  keep(tape: OriginTape, from: number, to: number): void {
    const ranges = [];
    for (let at = from; at < to; at += 1) {
      const { segment, element, component, node } = this.traceOf(this.traces[at]!);
      if (node) ranges.push(node.range);
      else if (segment) ranges.push(segment.rangeOf(element ?? 1, component));
    }
    const first = this.traceOf(this.traces[from]!);
    const place = placeName(first);
    tape.push(ranges.length);
    tape.push(place === undefined ? 0 : tape.nameOf(place));
    tape.push(0);
    tape.push(first.segment?.position ?? 0);
    for (const [start, end] of ranges) {
      tape.push(start);
      tape.push(end);
    }
  }

  #take(found: Found | undefined): string | undefined {
    if (!found) return undefined;
    this.#push(found.trace);
    return found.text;
  }

  /** What nobody on the stack refers to any more makes room, so that a long run does not collect every trace it ever saw. */
  #push(trace: Trace): void {
    if (this.traced === 0) this.#found.length = 0;
    this.traces[this.traced++] = this.#found.push(trace) - 1;
  }
}
