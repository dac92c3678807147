import { isFixture } from '../../domain/certification/fixture.ts';
import { scenarioPacks } from '../../library/scenario-packs.ts';
import { newcomersUnder } from '../../store/scenario-documents.ts';
import type { Context } from '../context.ts';
import { type RunBy, startRun } from './runs.ts';

const by: RunBy = { actor: 'a document', by: { kind: 'hub' }, side: 'partner' };

/** A document of the last minutes under a fixture number that no run has starts one, where the scenario of the number begins with the partner. */
export async function startByNumber(context: Context): Promise<void> {
  const since = new Date(context.now().getTime() - lookBackMs);
  for (const { orgId, number, seq } of await newcomersUnder(context.db.system, since)) {
    const scenario = isFixture(number)
      ? [...scenarioPacks().values()].find(({ prefix }) => number.startsWith(prefix))
      : undefined;
    if (scenario?.frames[0]?.by !== 'partner') continue;
    await context.db.system
      .transaction(async (tx) => {
        await startRun(context, tx, { orgId, scenario: scenario.id, number, after: seq - 1 }, by);
      })
      .catch((error: unknown) => context.log.debug({ err: error }, 'a document under a fixture number starts no run'));
  }
}

const lookBackMs = 10 * 60_000;
