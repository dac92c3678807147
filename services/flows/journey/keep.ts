import { type Journey, journeyOf } from '../../domain/journey/journey.ts';
import type { Tx } from '../../store/database.ts';
import { noteAgreementText } from '../../store/journey/signatures.ts';
import { enterStage, savePresent, stageEntries } from '../../store/journey/standings.ts';
import { lockPartner } from '../../store/releases.ts';
import type { ReleaseTools } from '../releases.ts';
import { presentAgreement } from './agreement.ts';
import { readEvidence } from './evidence.ts';

/**
 * Computes where a partner stands and keeps it: a stretch of time at a stage ends where stage or turn change, and lists show what is kept. The only writer of
 * `stage_entry` and of an organisation's stage. Called where evidence changes, and by a round for what changes elsewhere.
 */
export async function keepJourney(tools: ReleaseTools, tx: Tx, orgId: string): Promise<Journey> {
  await lockPartner(tx, orgId);
  const agreement = await presentAgreement(tools.standards, tx, orgId);
  const at = tools.now();
  if (agreement) await noteAgreementText(tx, orgId, { hash: agreement.hash, text: agreement.text, at, by: 'hub' });
  const journey = journeyOf(await readEvidence(tools, tx, orgId));
  const last = (await stageEntries(tx, orgId)).at(-1);
  const present = presentOf(journey);
  if (last?.stage === journey.stage && last.turn === journey.turn) await savePresent(tx, orgId, present);
  else await enterStage(tx, orgId, { id: tools.newId(), stage: journey.stage, turn: journey.turn, at, ...present });
  return journey;
}

/** What lists show, so that five hundred partners are one statement. */
function presentOf({ reason, next, documents, requirements, forecast }: Journey) {
  const { title, action, minutes, since, dueAt } = next ?? {};
  return {
    reason,
    next: next ? { title, action, minutes, since, dueAt } : null,
    standing: {
      documents: documents.map(({ set, direction, version, stage }) => ({ set, direction, version, stage })),
      pastDue: requirements.pastDue.length,
      errors: requirements.errors.length,
      // A partner may wait for the team and the team for it, each at another document.
      turns: [...new Set(requirements.currentlyDue.map(({ turn }) => turn))],
      ...(forecast.state === 'forecast' && { forecast: forecast.at }),
    },
  };
}
