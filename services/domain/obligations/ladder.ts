export const rungs = ['transport', 'mdn', 'ta1', 'functional-ack', 'business-answer', 'odoo'] as const;
export type RungName = (typeof rungs)[number];
export type RungState = 'done' | 'pending' | 'failed' | 'late' | 'not-expected';

/** Rungs that answer what we send, each with a clock of the same name that starts when the document is handed over. */
export const answerRungs = ['ta1', 'functional-ack', 'business-answer'] as const satisfies readonly RungName[];
export type AnswerRung = (typeof answerRungs)[number];

/** A rung of a document's acknowledgement ladder, as it stands from now on. */
export interface Rung {
  readonly documentId: string;
  readonly orgId: string;
  readonly rung: RungName;
  readonly state: RungState;
  readonly at?: Date;
  readonly dueAt?: Date;
  /** How long the partner has from the handing over, which comes later: its clock starts then. */
  readonly withinMinutes?: number;
  /** By when the document itself asks for it. */
  readonly askedFor?: Date;
  readonly detail?: string;
  /** The document that brought it about. */
  readonly byDocumentId?: string;
}
