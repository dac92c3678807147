import type { SubjectType } from '../../domain/obligations/subject.ts';

/** Subjects of one type: documents by their ids, which are unique; others by what an organization calls them in one environment. */
export type Subjects =
  | { readonly type: 'document'; readonly ids: readonly string[] }
  | {
      readonly type: Exclude<SubjectType, 'document'>;
      readonly ids: readonly string[];
      readonly orgId: string;
      readonly environment: string;
    };

/** SQL that says whether a row is about one of subjects, with its parameters; `ids` comes from the caller, piece by piece. */
export function isAboutSql(subjects: Subjects) {
  if (subjects.type === 'document') return { sql: 'document_id = any(:ids::uuid[])' };
  const { type, orgId, environment } = subjects;
  const sql =
    'subject_id = any(:ids::text[]) and subject_type = :type and org_id = :orgId and environment = :environment';
  return { sql, type, orgId, environment };
}
