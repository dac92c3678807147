import type { AcknowledgementPolicy, ResendRule, Sla } from '../configuration/configuration.ts';
import { isAcknowledgement } from '../configuration/document-key.ts';

/** For how many days a sender may not use an interchange control number again. */
export const controlNumberDays = 365;

/** What both sides sign: everything that is agreed, in a fixed form whose hash names it. */
export interface AgreementText {
  readonly format: 1;
  readonly company: string;
  readonly partner: string;
  readonly documents: readonly AgreedLine[];
  /** Where a guide lets the partner differ from the standard, and why. */
  readonly deviations: readonly Deviation[];
  readonly controlNumberDays: number;
  readonly retention: string;
}

/** A document x direction x version x channel. */
export interface AgreedLine {
  readonly direction: 'inbound' | 'outbound';
  readonly set: string;
  readonly version: string;
  readonly name: string;
  readonly endpoint: string;
  /** Of the endpoint; empty where nobody has made it. */
  readonly channel: string;
  /** What it is held against, with the beginning of the file's hash: a change of it is a change of the agreement. */
  readonly guides: readonly string[];
  readonly acknowledgement: AcknowledgementPolicy;
  readonly sla: Sla;
  readonly resend: ResendRule;
}

export interface Deviation {
  readonly guide: string;
  readonly place: string;
  readonly what: string;
  readonly reason: string;
}

/** The same value always as the same text: keys in their order, nothing between. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${parts.join(',')}}`;
}

/** What of an agreement people read about one document, each under its word. */
export function lineWords(line: AgreedLine): Readonly<Record<string, string>> {
  const { acknowledgement: ack, sla, resend } = line;
  const isOut = line.direction === 'outbound';
  return {
    Document: line.name,
    Direction: isOut ? 'to the partner' : 'from the partner',
    Version: line.version === '' ? 'as its guide says' : line.version,
    Channel: line.channel === '' ? `${line.endpoint} (not set up yet)` : `${line.endpoint} (${line.channel})`,
    Guide: line.guides.join(', ') || 'the standard alone',
    Acknowledgement: isAcknowledgement(line)
      ? 'none'
      : `${ack.functional}${ack.includeAcceptedSets ? ' with accepted sets' : ''}; TA1 ${ta1Words[ack.ta1]}`,
    Clocks: isOut ? clocks(sla, line.set) : 'acknowledged by us within one hour',
    ...(isOut && {
      'Sent again': { same: 'as it is', new: 'under new numbers', either: 'as it is or under new numbers' }[
        resend.numbers
      ],
    }),
  };
}

const ta1Words = { never: 'never', 'when-requested': 'when asked for', always: 'always' } as const;

function clocks(sla: Sla, set: string): string {
  return [
    `collected within ${span(sla.collectedWithinMinutes)}`,
    ...(sla.receiptWithinMinutes === undefined ? [] : [`receipt within ${span(sla.receiptWithinMinutes)}`]),
    ...(isAcknowledgement({ set }) ? [] : [`acknowledged within ${span(sla.acknowledgedWithinMinutes)}`]),
    ...(isAcknowledgement({ set }) ? [] : [`answered within ${span(sla.answeredWithinMinutes)}`]),
  ].join(', ');
}

function span(minutes: number): string {
  const [count, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, 'day'] : minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** One thing that two texts say differently; absent on the side that does not say it. */
export interface Difference {
  readonly where: string;
  readonly before?: string;
  readonly after?: string;
}

/** What of an agreement differs between two texts, in people's words. */
export function differences(before: AgreementText, after: AgreementText): readonly Difference[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((where) => {
    const [was, is] = [old.get(where), now.get(where)];
    if (was === is) return [];
    return [{ where, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
  });
}

function wordsOf(text: AgreementText): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  words.set('Company', text.company);
  words.set('Partner', text.partner);
  for (const line of text.documents)
    for (const [word, says] of Object.entries(lineWords(line)))
      words.set(`${line.name}, ${line.direction === 'inbound' ? 'from' : 'to'} the partner: ${word}`, says);
  for (const { guide, place, what, reason } of text.deviations)
    words.set(`Deviation ${guide} ${place}: ${what}`, reason);
  words.set('Control numbers', `not used again for ${text.controlNumberDays} days`);
  words.set('Retention', text.retention);
  return words;
}
