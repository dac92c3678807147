import { standardTables } from '../../domain/language/tables.ts';
import { codeOfMilestone, exceptional, milestoneOfCode } from '../../domain/shipment-facts.ts';
import type { Milestone } from './event-data.ts';
import type { Marker } from './notes.ts';

/** Which milestones are the same fact, whoever tells them and by which event. Pure. */

/** Milestones whose date moves the planned date of a transfer. */
export const etas = new Set(['estimated-delivery', 'estimated-delivery-appointment']);

const tableOf = (name: string) => standardTables.get(name)!.codes;
const planned = new Set(tableOf('appointments').values());

/** What is going to be, and has not happened: its moment says nothing of which document is the newer one. */
export const isPlan = ({ milestone, happened }: Milestone): boolean =>
  planned.has(milestone) || milestone.startsWith('estimated-') || happened === 'estimated pickup';

/** What was wrong with what was delivered, as far as it is told. */
export function exceptionsIn({ milestone, reason, exceptions }: Milestone): NonNullable<Milestone['exceptions']> {
  if (exceptions) return exceptions;
  const kind = milestone === 'delivered' && reason && tableOf('delivery-exceptions').get(reason.code);
  return kind ? [{ kind: kind as NonNullable<Milestone['exceptions']>[number]['kind'], code: reason!.code }] : [];
}

/** Whether somebody has to do something. */
export const needsPerson = (data: Milestone): boolean =>
  exceptional.has(data.milestone) || (data.happened !== undefined && !isPlan(data)) || exceptionsIn(data).length > 0;

/** A code of the standard stays; a partner's own is called by the usual code of its milestone, so that it is the same fact by whatever way it comes. */
function codeIn({ statusCode, milestone }: Milestone): string {
  const isStandard = milestoneOfCode(statusCode) === milestone || milestone === 'other';
  return isStandard ? statusCode : (codeOfMilestone(milestone) ?? statusCode);
}

function reasonIn(data: Milestone): string | undefined {
  if (data.reason && data.reason.code !== 'NS') return data.reason.code;
  const wrong = exceptionsIn(data).map(({ code, kind }) => code ?? kind);
  return wrong.length > 0 ? [...new Set(wrong)].join('+') : undefined;
}

const joined = (parts: readonly (string | number | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join('.');

/** The same status at the same stop, and why: `D1.S1.2`. Its time stands beside it in the marker. */
export const factOf = (data: Milestone): string => joined([codeIn(data), reasonIn(data), data.stop]);

/** As notes of before had it, with a partner's own code. */
const formerFactOf = (data: Milestone): string =>
  joined([data.statusCode, data.reason && data.reason.code !== 'NS' ? data.reason.code : undefined, data.stop]);

function partsOf(fact: string) {
  const [code = '', ...rest] = fact.split('.');
  const stop = rest.length > 0 && /^\d+$/.test(rest.at(-1)!) ? rest.pop() : undefined;
  return { code, reason: rest[0], stop };
}

/** Codes of one milestone are one word; appointments are told apart by their codes. */
const wordOf = (code: string) => tableOf('milestones').get(code) ?? code.toLowerCase();

/** Documents know the minute where others know the second. */
function isSameTime(one: string, other: string): boolean {
  const [a, b] = [Date.parse(one), Date.parse(other)];
  if (a === b) return true;
  const minute = 60_000;
  return Math.floor(a / minute) === Math.floor(b / minute) && (a % minute === 0 || b % minute === 0);
}

const estimateKey = 'estimate';
const isEstimate = ({ key }: Marker) => key === estimateKey || key?.startsWith(`${estimateKey} `) === true;
/** When the goods are awaited by a note of an estimate. */
const estimateOf = ({ key, at }: Marker) => (key === estimateKey ? at : key!.slice(estimateKey.length + 1));

const isSameStatus = (one: Marker, fact: string): boolean => {
  const [there, here] = [partsOf(one.fact), partsOf(fact)];
  const stops = there.stop === here.stop || there.stop === undefined || here.stop === undefined;
  return stops && wordOf(there.code) === wordOf(here.code);
};

/** What is told, beside the notes on its transfer. */
export function compareWithNotes(
  { id, time, data }: { readonly id: string; readonly time: string; readonly data: Milestone },
  markers: readonly Marker[],
) {
  const fact = factOf(data);
  const plan = isPlan(data);
  // Where nothing says when an estimate was made, the moment that it names stands for it.
  const isUndated = plan && Date.parse(time) === Date.parse(data.at.utc);
  const key = isUndated ? estimateKey : plan ? `${estimateKey} ${data.at.utc}` : undefined;
  const same = markers.filter((one) => isSameStatus(one, fact) && isSameTime(one.at, time));
  const { reason } = partsOf(fact);
  const covers = (one: Marker) => reason === undefined || partsOf(one.fact).reason === reason;
  const last = markers.findLast((one) => isEstimate(one) && isSameStatus(one, fact));
  const isRepeated = plan && last !== undefined && covers(last) && isSameTime(estimateOf(last), data.at.utc);
  const isFormer = (one: Marker) => one.fact === id || (one.at === time && one.fact === formerFactOf(data));
  const noted = markers.filter(
    (one) => (isRepeated && one === last) || (same.includes(one) && covers(one)) || isFormer(one),
  );
  const newest = markers
    .filter((one) => !isEstimate(one) || (plan && one.key !== estimateKey))
    .map(({ at }) => at)
    .sort()
    .at(-1);
  return {
    marker: { topic: 'milestone', at: time, fact, ...(key && { key }) } satisfies Marker,
    isKnown: noted.length > 0,
    /** What the notes say that are it. */
    texts: noted.map(({ text = '' }) => text),
    /** It was noted with less, or for another reason. */
    isNotedOtherwise: same.length > 0,
    isStale: !isUndated && newest !== undefined && time < newest,
  };
}
