import { basename } from 'node:path';
import { CodedError } from '../domain/errors.ts';
import { askForReview, decide } from '../flows/mappings/review.ts';
import { mappingStanding } from '../flows/mappings/standing.ts';
import { runWhatIf, type WhatIf, whatIfQuestion } from '../flows/mappings/what-if.ts';
import type { Who } from '../flows/mappings/who.ts';
import { withContext } from './command-context.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { readConfiguration } from './mapping-files.ts';
import { inTransaction, partnerCalled } from './partner-choice.ts';
import { textTable } from './text-table.ts';

export interface ReviewOptions {
  readonly partner: string;
  readonly note?: string;
  readonly json?: boolean;
}

/** `mappings/945-in.yaml` and `945-in.yaml` are the same. */
const nameOf = (mapping: string) => mapping.replace(/^mappings\//, '');

/** `crossdock mapping review`, `approve` and `return`: about the version that the draft has. @returns the exit code */
export async function review(
  what: 'ask' | 'approve' | 'return',
  mapping: string,
  { partner, note, json }: ReviewOptions,
): Promise<number> {
  const name = nameOf(mapping);
  const standing = await inTransaction(async ({ tx, tools, who: { actor, by } }) => {
    const orgId = await partnerCalled(tx, partner);
    const who: Who = { actor, by, side: 'team' };
    const of = async () => {
      const { mappings } = await mappingStanding(tx, orgId, tools.now());
      const found = mappings.find(({ path }) => path === `mappings/${name}`);
      if (found) return found;
      const known = mappings.map(({ path }) => nameOf(path)).join(', ');
      throw new UsageError(`The draft of ${partner} has no mapping ${name}; it has ${known || 'none'}.`);
    };
    const asked = { orgId, name, hash: (await of()).hash, note, who };
    if (what === 'ask') await askForReview(tools, tx, asked);
    else await decide(tools, tx, { ...asked, verdict: what === 'approve' ? 'approved' : 'returned' });
    return of();
  });
  const said = { ask: 'a review is asked for', approve: 'approved', return: 'returned' }[what];
  console.log(
    json
      ? JSON.stringify({ partner, mapping: name, ...standing })
      : `${name} of ${partner}: ${said} (${standing.hash.slice(0, 8)}).`,
  );
  return exitCodes.fine;
}

export interface WhatIfOptions {
  readonly partner: string;
  readonly mapping: string;
  readonly environment: 'production' | 'sandbox';
  readonly file?: string;
  readonly count: number;
  readonly json?: boolean;
}

/** `crossdock mapping what-if`: what a mapping would make of the partner's last documents. @returns the exit code: 1 when something would change */
export async function whatIf({ partner, mapping, environment, file, count, json }: WhatIfOptions): Promise<number> {
  const found = await withContext(process.env, async (context) => {
    try {
      const question = await context.db.system.transaction(async (tx) => {
        const orgId = await partnerCalled(tx, partner);
        const text = file === undefined ? undefined : readConfiguration(file);
        const name = nameOf(mapping || basename(file ?? ''));
        return whatIfQuestion(context, tx, { orgId, name, environment, count, side: 'team', text });
      });
      return await runWhatIf(context, question);
    } catch (error) {
      if (error instanceof CodedError) throw new UsageError(error.more.detail ?? error.message);
      throw error;
    }
  });
  if (json) console.log(JSON.stringify({ partner, mapping: nameOf(mapping), ...found }, null, 2));
  else report(found);
  return found.differing > 0 ? exitCodes.findings : exitCodes.fine;
}

function report({ nothing, fields, findings, compared, differing, found, left, environment }: WhatIf): void {
  if (nothing !== undefined) {
    console.log(nothing);
    return;
  }
  if (fields.length > 0)
    console.log(
      textTable(
        ['field', 'how', 'documents', 'before', 'after', 'event'],
        fields.map(({ field, kind, documents, examples: [example], event }) => [
          ...[field || 'the whole', kind, String(documents)],
          ...[example?.before ?? '', example?.after ?? '', event],
        ]),
      ),
    );
  for (const { kind, level, code, documents, explanation } of findings)
    console.log(`${kind === 'appeared' ? '+' : '-'} ${level}: ${code} in ${documents}: ${explanation}`);
  const rest = [
    left.large > 0 ? `${left.large} too large` : '',
    left.late > 0 ? `${left.late} not reached in time` : '',
  ].filter((part) => part !== '');
  console.log(
    `${compared} of ${found} documents of ${environment} compared, ${differing === 0 ? 'nothing would change' : `${differing} differ`}${rest.length > 0 ? `; left out: ${rest.join(', ')}` : ''}`,
  );
}
