import type { Requirement } from '../domain/journey/requirements.ts';
import { readJourney } from '../flows/journey/read-journey.ts';
import { waive } from '../flows/journey/waive.ts';
import { listStandings } from '../store/read/standings.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import type { JourneyOptions, ListOptions, WaiveOptions } from './journey-commands.ts';
import { inTransaction, partnerCalled } from './partner-choice.ts';
import { textTable } from './text-table.ts';

const day = (at: Date) => at.toISOString().slice(0, 10);

export async function list({ turn, json }: ListOptions): Promise<number> {
  if (turn !== undefined && turn !== 'team' && turn !== 'partner')
    throw new UsageError(`--turn is "${turn}"; it must be team or partner.`);
  const journeys = await inTransaction(({ tx }) => listStandings(tx, { turn }));
  if (json) console.log(JSON.stringify({ journeys }));
  else
    console.log(
      textTable(
        ['partner', 'stage', 'turn', 'since', 'past due', 'what comes next'],
        journeys.map(({ partner, stage, turns, since, pastDue, next, reason }) => [
          ...[partner.name, stage, turns.join(' and ') || 'nobody', since.slice(0, 10), String(pastDue)],
          next?.title ?? reason,
        ]),
      ),
    );
  return journeys.some(({ pastDue }) => pastDue > 0) ? exitCodes.findings : exitCodes.fine;
}

export async function show({ partner, json }: JourneyOptions): Promise<number> {
  const journey = await inTransaction(async ({ tx, tools }) =>
    readJourney(tools, tx, await partnerCalled(tx, partner)),
  );
  const { stage, turn, since, reason, requirements, met, documents, forecast } = journey;
  const { currentlyDue, eventuallyDue, pastDue, errors } = requirements;
  if (json) console.log(JSON.stringify(journey));
  else {
    const ahead =
      forecast.state === 'forecast'
        ? `live about ${day(forecast.at)} at this pace`
        : forecast.state === 'live'
          ? 'in production'
          : 'not enough data for a forecast';
    console.log(`${partner}: ${stage}, turn of ${turn} since ${day(since)}; ${ahead}\n${reason}`);
    part('Due now', currentlyDue, (one) => `by ${day(one.dueAt)}${pastDue.includes(one) ? ', past due' : ''}`);
    for (const { requirement, reason: why, remedy } of errors) console.log(`  ! ${requirement}: ${why} ${remedy}`);
    part('Later', eventuallyDue, () => '');
    part(
      'Met',
      met,
      ({ satisfiedBy, waiver }) => satisfiedBy?.what ?? `waived by ${waiver?.by} until ${waiver && day(waiver.until)}`,
    );
    console.log(`Documents: ${documents.map((one) => `${one.set} ${one.stage}`).join(', ') || 'none'}`);
  }
  return pastDue.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function part(title: string, requirements: readonly Requirement[], more: (one: Requirement) => string): void {
  if (requirements.length === 0) return;
  console.log(`${title}:`);
  console.log(
    textTable(
      ['  id', 'turn', 'what'],
      requirements.map((one) => [`  ${one.id}`, one.turn, `${one.title}${more(one) === '' ? '' : ` (${more(one)})`}`]),
    ),
  );
}

export async function waiveIt(requirement: string, { partner, why, until, json }: WaiveOptions): Promise<number> {
  const end = new Date(/^\d{4}-\d\d-\d\d$/.test(until) ? `${until}T23:59:59.000Z` : until);
  if (Number.isNaN(end.getTime())) throw new UsageError(`--until is "${until}"; write a day such as 2027-03-01.`);
  await inTransaction(async ({ tx, tools, who }) => {
    const orgId = await partnerCalled(tx, partner);
    await waive(tools, tx, { orgId, requirement, why, until: end, ...who });
  });
  console.log(
    json ? JSON.stringify({ requirement, until: end.toISOString() }) : `${requirement} is waived until ${day(end)}.`,
  );
  return exitCodes.fine;
}
