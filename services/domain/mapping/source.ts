import type { DocumentNode } from '../documents/document-node.ts';
import type { Segment } from '../x12/model.ts';
import type { Path } from './path.ts';

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
}
