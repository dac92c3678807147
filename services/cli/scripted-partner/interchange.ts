import type { Said } from './said.ts';

/** How somebody is called in envelopes. */
export interface TradingId {
  readonly qualifier: string;
  readonly id: string;
}

/** Between whom and where a document goes. */
export interface Envelope {
  readonly from: TradingId;
  readonly to: TradingId;
  readonly environment: 'sandbox' | 'production';
}

/** Sets of one functional group with their envelope. */
export function interchange({ from, to, environment }: Envelope, control: number, sets: readonly Said[]): string {
  const now = new Date().toISOString();
  const [long, time] = [now.slice(0, 10).replaceAll('-', ''), now.slice(11, 16).replace(':', '')];
  const number = String(control).padStart(9, '0');
  const usage = environment === 'production' ? 'P' : 'T';
  const isa = ({ qualifier, id }: TradingId) => `${qualifier}*${id.padEnd(15)}`;
  const lines = [
    `ISA*00*          *00*          *${isa(from)}*${isa(to)}*${long.slice(2)}*${time}*U*00401*${number}*0*${usage}*>`,
    `GS*${sets[0]!.functional}*${from.id}*${to.id}*${long}*${time}*${control}*X*004010`,
    ...sets.flatMap(({ segments }) => [...segments, `SE*${segments.length + 1}*${segments[0]!.split('*')[2]}`]),
    `GE*${sets.length}*${control}`,
    `IEA*1*${number}`,
  ];
  return lines.map((line) => `${line}~`).join('');
}

/** The elements of the first segment with this name. */
export const segmentOf = (text: string, tag: string): readonly string[] =>
  text
    .split('~')
    .map((one) => one.trim().split('*'))
    .find(([id]) => id === tag) ?? [];

/** A 997 for a document of the hub's. */
export function acknowledgementOf(text: string, code: 'A' | 'R' = 'A'): Said {
  const [, functional, , , , , group] = segmentOf(text, 'GS');
  const [, set, control] = segmentOf(text, 'ST');
  const counts = code === 'A' ? '1*1*1' : '1*1*0';
  return {
    functional: 'FA',
    segments: [
      'ST*997*0001',
      `AK1*${functional}*${group}`,
      `AK2*${set}*${control}`,
      `AK5*${code}${code === 'R' ? '*5' : ''}`,
      `AK9*${code}*${counts}`,
    ],
  };
}
