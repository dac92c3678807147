import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../services/domain/finding.ts';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { samples } from './samples.ts';
import { bodies, checked, interchange, textOf } from './support.ts';

/** Findings of level standard that one wrong segment may cause. */
const MOST = 3;

interface Body {
  readonly name: string;
  /** Everything before the first set, and after it. */
  readonly before: string;
  readonly after: string;
  /** ST to the last one before SE. */
  readonly segments: readonly string[];
  readonly control: string;
}

const faultsOf = (text: string): readonly Finding[] =>
  allFindings(checked(text)).filter(({ level }) => level === 'standard');

/** The first set of each document that has no fault. */
const valid: readonly Body[] = [
  ...Object.keys(bodies).map((set) => ({ file: set, text: interchange({ set }) })),
  ...samples.map(({ file, bytes }) => ({ file, text: textOf(bytes) })),
].flatMap(({ file, text }) => {
  const [, before, body, , control, after] = /^(.*?)(ST\*.*?)SE\*(\d+)\*(\w+)(~.*)$/s.exec(text) ?? [];
  if (faultsOf(text).length > 0) return [];
  const segments = body!.split('~').map((segment) => segment.trim());
  return [{ name: file, before: before!, segments: segments.slice(0, -1), control: control!, after: after! }];
});

/** The document with other segments in its first set, and the right count. */
const documentOf = ({ before, control, after }: Body, segments: readonly string[]): string =>
  `${before}${[...segments, `SE*${segments.length + 1}*${control}`].join('~')}${after}`;

const idOf = (segment: string) => segment.split('*')[0]!;
const withId = (segment: string, id: string) => id + segment.slice(idOf(segment).length);

/** Where something was changed. What is said of it names the segment, or stands there: beside it, where a neighbour shows that it is wrong. */
interface Change {
  readonly segments: readonly string[];
  readonly at: readonly number[];
}

const changes: readonly (readonly [string, (all: readonly string[], at: number) => Change])[] = [
  ['removed', (all, at) => ({ segments: all.toSpliced(at, 1), at: [at] })],
  ['doubled', (all, at) => ({ segments: all.toSpliced(at, 0, all[at]!), at: [at] })],
  [
    'misspelt in its first letter',
    (all, at) => ({ segments: all.with(at, withId(all[at]!, `Q${idOf(all[at]!).slice(1)}`)), at: [at] }),
  ],
  [
    'misspelt in its last letter',
    (all, at) => ({ segments: all.with(at, withId(all[at]!, `${idOf(all[at]!).slice(0, -1)}Z`)), at: [at] }),
  ],
  [
    'misspelt with its last two letters swapped',
    (all, at) => ({
      segments: all.with(at, withId(all[at]!, idOf(all[at]!).replace(/(.)(.)$/, '$2$1'))),
      at: [at],
    }),
  ],
  [
    'written in small letters',
    (all, at) => ({ segments: all.with(at, withId(all[at]!, idOf(all[at]!).toLowerCase())), at: [at] }),
  ],
  ['replaced by one of another kind', (all, at) => ({ segments: all.with(at, 'CUR*BY*USD'), at: [at] })],
  ['replaced by one that does not exist', (all, at) => ({ segments: all.with(at, 'QQQ*1'), at: [at] })],
  [
    'swapped with the next',
    (all, at) => ({
      segments: all.with(at, all[at + 1] ?? all[at]!).with(Math.min(at + 1, all.length - 1), all[at]!),
      at: [at, at + 1],
    }),
  ],
  ['moved down', (all, at) => moved(all, at, Math.min(at + 3, all.length - 1))],
  ['moved up', (all, at) => moved(all, at, Math.max(at - 3, 1))],
];

const moved = (all: readonly string[], at: number, to: number): Change => ({
  segments: all.toSpliced(at, 1).toSpliced(to, 0, all[at]!),
  at: [at, to],
});

describe('one wrong segment in a set that is right', () => {
  it.each(changes)(`%s, causes ${MOST} faults at most, and one of them says where`, (_, change) => {
    let faulty = 0;
    for (const body of valid) {
      for (let at = 1; at < body.segments.length; at += 1) {
        const { segments, at: places } = change(body.segments, at);
        const faults = faultsOf(documentOf(body, segments));
        const received = `${body.name}, ${body.segments[at]}: ${faults.map((f) => `${f.code} at ${f.segment} ${f.position}`)}`;
        expect(faults.length, received).toBeLessThanOrEqual(MOST);
        if (faults.length === 0) continue;
        faulty += 1;
        const names = places.map((place) => idOf(body.segments[place] ?? ''));
        const isThere = ({ position = 0, segment = '' }: Finding) =>
          names.includes(segment) || places.some((place) => Math.abs(position - 1 - place) <= 2);
        expect(faults.some(isThere), received).toBe(true);
      }
    }
    expect(faulty).toBeGreaterThan(50);
  });
});
