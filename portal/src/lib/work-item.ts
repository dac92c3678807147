import type { Work } from './contract.ts';

/** Something that waits for a person: a document, or a case that is about none. */
export interface WorkItem {
  /** Of the document; undefined where there is none. */
  readonly documentId?: string | undefined;
  /** What people call it. */
  readonly name: string;
  readonly work: Work;
}
