export const rungs = ['transport', 'mdn', 'ta1', 'functional-ack', 'business-answer', 'odoo'] as const;
export type RungName = (typeof rungs)[number];
export type RungState = 'done' | 'pending' | 'failed' | 'late' | 'not-expected';

/** A rung of a document's acknowledgement ladder, as it stands from now on. */
export interface Rung {
  readonly documentId: string;
  readonly orgId: string;
  readonly rung: RungName;
  readonly state: RungState;
  readonly at?: Date;
  readonly dueAt?: Date;
  readonly detail?: string;
  /** The document that brought it about. */
  readonly byDocumentId?: string;
}
