/** What a clock may run for. */
export const clockSubjects = ['document', 'order', 'stage', 'endpoint', 'certificate'] as const;

/** What a case may be about. */
export const caseSubjects = [...clockSubjects, 'connection', 'api-key', 'organization'] as const;
export type SubjectType = (typeof caseSubjects)[number];

/** What a clock runs for, or a case is about. */
export interface Subject<T extends SubjectType = SubjectType> {
  readonly type: T;
  /**
   * Id of the document, endpoint, certificate, connection or organization; number of the order or shipment; name of the partner's stage; first letters
   * of the API key.
   */
  readonly id: string;
}

/** Columns of a row about a subject: a document by its foreign key, anything else by type and id. */
export const subjectColumns = ({ type, id }: Subject) => ({
  subject_type: type,
  document_id: type === 'document' ? id : null,
  subject_id: type === 'document' ? null : id,
});
