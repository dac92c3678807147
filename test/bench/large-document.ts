import { readFileSync } from 'node:fs';

/** The documents that are measured: small sets as partners send them. */
export const benchSamples = [
  { set: '214', profile: 'standard-carrier', file: '214-departed' },
  { set: '856', profile: 'standard-3pl', file: '856-sotpi' },
  { set: '945', profile: 'standard-3pl', file: '945-complete' },
] as const;
export type BenchSample = (typeof benchSamples)[number];

export function sampleText({ profile, file }: BenchSample): string {
  return readFileSync(new URL(`../../partners/${profile}/samples/${file}.x12`, import.meta.url), 'latin1');
}

/** The sample as one interchange of about the wanted size, its transaction set repeated; counts and control numbers are right. */
export function enlarge(sample: string, wanted: number): string {
  return [...piecesOf(sample, wanted)].join('');
}

/** The same a few hundred sets at a time, so that the whole need not be held. */
export function* piecesOf(sample: string, wanted: number): Generator<string, void, undefined> {
  const segments = sample
    .split('~')
    .map((segment) => segment.trim())
    .filter(Boolean);
  const from = segments.findIndex((segment) => segment.startsWith('ST*'));
  const to = segments.findIndex((segment) => segment.startsWith('SE*'));
  const body = segments.slice(from + 1, to).join('~\n');
  const head = segments[from]!.replace(/\*[^*]*$/, '*');
  const count = Math.ceil(wanted / (body.length + 30));
  const gs = segments.find((segment) => segment.startsWith('GS*'))!;
  const isa = segments[0]!;
  yield `${isa}~\n${gs}~\n`;
  for (let first = 1; first <= count; first += setsInPiece) {
    let piece = '';
    for (let nth = first; nth < first + setsInPiece && nth <= count; nth += 1) {
      const control = String(nth).padStart(9, '0');
      piece += `${head}${control}~\n${body}~\nSE*${to - from + 1}*${control}~\n`;
    }
    yield piece;
  }
  yield `GE*${count}*${gs.split('*')[6]}~\nIEA*1*${isa.split('*')[13]}~\n`;
}

const setsInPiece = 200;
