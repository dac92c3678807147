import type { DocumentNode } from '../../documents/document-node.ts';
import type { Path } from '../../language/path.ts';
import type { Segment } from '../../x12/model.ts';
import type { OriginTape } from './origin-tape.ts';

/** Where a value was found: an element of a segment, a node of a document, or a place in an event. */
export interface Trace {
  readonly segment?: Segment;
  readonly element?: number;
  readonly component?: number;
  readonly node?: DocumentNode;
  /** JSON pointer into the event. */
  readonly pointer?: string;
}

/** A value that is there, without blanks around it. */
export interface Found {
  readonly text: string;
  readonly trace: Trace;
}

/** What a mapping reads from: X12 trees, JSON, XML and CSV documents, the data of events. A scope is what an `each` looks at. */
export interface SourceReader<S> {
  /** The first value that is there. */
  read(path: Path, scope: S): Found | undefined;
  readAll(path: Path, scope: S): Found[];
  /** Loops, segments or objects, one per turn of `each`. */
  scopes(path: Path, scope: S): S[];
  /** Number of matches, empty ones included. */
  count(path: Path, scope: S): number;
  /** Ordinal of the scope in its `each`, from 1. */
  indexOf(scope: S): number;
  /** A moment at the path. */
  moment(path: Path, scope: S): { local: string; utc: string; zone: string; trace: Trace } | undefined;
  /** Qualifier and value side by side; see `Source` of kind `pair`. */
  pair(path: Path, at: readonly number[], codes: readonly string[], scope: S): Found | undefined;
  /** Where the value of a path would stand; empty where not even its segment is there. */
  locate(path: Path, scope: S): Trace;
}

/** Steps that a run may still take. Below zero everything answers empty, and the run ends with a finding. */
export interface Budget {
  left: number;
  /** Characters that the values made may still have; what overdraws it takes all steps. */
  text: number;
}

/** Counts the characters of a value that was made, or is about to be. */
export function spendText(budget: Budget, characters: number): void {
  budget.text -= characters;
  if (budget.text < 0) budget.left = -1;
}

/** A path as a source prepared it; what else is in it only that source knows. */
export interface BoundPath {
  readonly path: Path;
}

/**
 * The same as a `SourceReader`, for runs in which each step counts: values come as bare text, and where they came from stays behind as numbers on a
 * stack that the caller cuts back. What answers undefined has left nothing there.
 */
export interface ValueSource<S> {
  /** Where the values asked for came from; `traced` of them are in use. */
  readonly traces: number[];
  traced: number;
  /** What is read as a number is text of a document, not a number of our own. */
  readonly written: boolean;
  read(path: BoundPath, scope: S): string | undefined;
  /** One trace for each value. */
  readAll(path: BoundPath, scope: S): readonly string[];
  scopes(path: BoundPath, scope: S): readonly S[];
  count(path: BoundPath, scope: S): number;
  /** Whether there is a match, an empty one included. */
  has(path: BoundPath, scope: S): boolean;
  /** Ordinal of the scope in its `each`; `turn` is the count of the loop that runs. */
  indexOf(scope: S, turn: number): number;
  moment(path: BoundPath, scope: S): { local: string; utc: string; zone: string } | undefined;
  pair(path: BoundPath, codes: PairCodes, scope: S): string | undefined;
  /** What a number on the stack stands for. */
  traceOf(trace: number): Trace;
  /** Says that what the traces from `from` to `to` stand for went into what is made, though no field keeps it. */
  used(from: number, to: number): void;
  /** Writes the origin of a value that came from the traces from `from` to `to`, at least one. */
  keep(tape: OriginTape, from: number, to: number): void;
}

/** The elements where qualifiers stand, and the codes that are looked for there, best first. */
export interface PairCodes {
  readonly at: readonly number[];
  readonly codes: readonly string[];
  /** The codes as numbers, see `codeKey`; absent where one of them is too long for that. */
  readonly keys?: readonly number[];
}
