import { CodedError } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { commentsOf, insertComment, resolveComment, versionText } from '../../store/mappings.ts';
import { changeEntry, type ReleaseTools } from '../releases.ts';
import { pathOf } from './draft-mapping.ts';
import { personOf, type Who } from './who.ts';

interface Commented {
  readonly orgId: string;
  readonly name: string;
  readonly who: Who;
}

const mostComments = 1000;

/** Says something of a line of a version, or answers what was said. @returns the id @throws CodedError */
export async function addComment(
  tools: ReleaseTools,
  tx: Tx,
  of: Commented & {
    readonly hash: string;
    readonly line: number;
    readonly text: string;
    readonly answers?: string | undefined;
  },
): Promise<string> {
  const { orgId, name, who, hash, line, answers } = of;
  const path = pathOf(name);
  const said = await versionText(tx, orgId, path, hash);
  if (said === undefined)
    throw new CodedError('http.conflict', {
      detail: `${name} has no such version: save it first, then comment on it.`,
    });
  const lines = said.split('\n').length;
  if (line > lines)
    throw new CodedError('http.conflict', {
      detail: `This version of ${name} has ${lines} lines, and no line ${line}.`,
    });
  const known = await commentsOf(tx, orgId, path);
  if (known.length >= mostComments)
    throw new CodedError('http.conflict', {
      detail: `A mapping may have ${mostComments} comments, and ${name} has them.`,
    });
  if (answers !== undefined && !known.some((one) => one.id === answers && one.answers === null))
    throw new CodedError('http.not-found', { detail: 'There is no such comment to answer.' });
  const id = tools.newId();
  const at = tools.now();
  await insertComment(tx, orgId, {
    ...{ id, path, hash, line, answers: answers ?? null, text: of.text.trim() },
    ...{ by: who.actor, byId: personOf(who), at },
  });
  const entry = changeEntry({ orgId, actor: who.actor, by: who.by }, at);
  await audit(tx, [{ ...entry, action: 'mapping-comment.added', detail: { mapping: name, hash, line } }]);
  return id;
}

/** Marks what was said as settled, or takes that back. @throws CodedError `http.not-found` */
export async function settleComment(
  tools: ReleaseTools,
  tx: Tx,
  { orgId, name, who, id, resolved }: Commented & { readonly id: string; readonly resolved: boolean },
): Promise<void> {
  const found = (await commentsOf(tx, orgId, pathOf(name))).find((one) => one.id === id && one.answers === null);
  if (!found) throw new CodedError('http.conflict', { detail: 'There is no such comment on this mapping.' });
  if ((found.resolvedAt !== null) === resolved) return;
  const at = tools.now();
  await resolveComment(tx, id, resolved ? who.actor : null, resolved ? at : null);
  const entry = changeEntry({ orgId, actor: who.actor, by: who.by }, at);
  await audit(tx, [
    { ...entry, action: 'mapping-comment.settled', detail: { mapping: name, line: found.line, resolved } },
  ]);
}
