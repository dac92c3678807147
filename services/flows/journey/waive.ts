import { CodedError } from '../../domain/errors.ts';
import { journeyOf } from '../../domain/journey/journey.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { insertWaiver } from '../../store/journey/standings.ts';
import { lockPartner } from '../../store/releases.ts';
import { refuseBody } from '../refuse-body.ts';
import type { ReleaseTools } from '../releases.ts';
import { readEvidence } from './evidence.ts';
import { keepJourney } from './keep.ts';

const dayMs = 86_400_000;
/** Longer than that nobody remembers why. */
const longestDays = 366;

export interface Waiving extends ActedBy {
  readonly orgId: string;
  /** Id of the requirement. */
  readonly requirement: string;
  readonly why: string;
  /** In the past it ends the waiver that is there. */
  readonly until: Date;
}

/**
 * Lets a requirement be until a day, or ends that.
 * @throws CodedError `http.not-found` where nothing of this id is asked for, `http.conflict` where it is met, `http.request-invalid`
 */
export async function waive(tools: ReleaseTools, tx: Tx, of: Waiving): Promise<void> {
  const { orgId, requirement, until, actor, by } = of;
  const at = tools.now();
  const why = of.why.trim();
  const ends = until.getTime() <= at.getTime();
  refuseBody([
    ...(why === ''
      ? [{ place: 'body/why', message: 'Say why: it stands beside the requirement until the waiver ends.' }]
      : []),
    ...(until.getTime() > at.getTime() + longestDays * dayMs
      ? [{ place: 'body/until', message: 'A waiver ends within a year; it can be given again.' }]
      : []),
  ]);
  await lockPartner(tx, orgId);
  const { requirements, met } = journeyOf(await readEvidence(tools, tx, orgId));
  const found = [...requirements.currentlyDue, ...requirements.eventuallyDue, ...met].find(
    ({ id }) => id === requirement,
  );
  if (!found) throw new CodedError('http.not-found', { detail: `Nothing called ${requirement} is asked for.` });
  if (found.satisfiedBy && !ends)
    throw new CodedError('http.conflict', { detail: `It is met already: ${found.satisfiedBy.what}` });
  await insertWaiver(tx, orgId, { id: tools.newId(), requirement, why, until, at, by: actor });
  await audit(tx, [
    {
      ...{ orgId, at, actor, by, action: 'partner.requirement-waived', subject: { type: 'organization', id: orgId } },
      detail: { requirement, why, until: until.toISOString(), ...(ends && { ended: true }) },
    },
  ]);
  await keepJourney(tools, tx, orgId);
}
