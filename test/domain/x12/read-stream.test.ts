import { describe, expect, it } from 'vitest';
import { check } from '../../../services/domain/x12/check/check.ts';
import { checkStream, StreamChecker } from '../../../services/domain/x12/check/check-stream.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { type ReadItem, readStream, StreamReader } from '../../../services/domain/x12/read/read-stream.ts';
import { isPlaced } from '../../../services/domain/x12/read/views.ts';
import { pickFrom } from '../../fuzz/random.ts';
import { skipped } from '../../support/skipped.ts';
import { gathered, itemsOf, plain } from './plain-reading.ts';
import { samples } from './samples.ts';
import { bodies, bytesOf, corpus, corpusBytes, interchange, isa, standards } from './support.ts';

const sets = Object.keys(bodies).map((set) => ({ set }));
const many = interchange(sets);
const binary = (data: string) => interchange({ set: '214', bodies: [[`BIN*${data.length}*${data}`, 'NTE**END']] });

/** Documents that a cut between two chunks could make a reader misunderstand. */
const tricky: readonly (readonly [string, string])[] = [
  ['several groups', many],
  ['CRLF after terminators', many.replaceAll('~', '~\r\n')],
  ['CRLF as terminators', many.replaceAll('~', '\r\n')],
  ['a byte order mark', `\xef\xbb\xbf${many}`],
  ['half a byte order mark', '\xef\xbb'],
  ['lines of 80 bytes', many.replace(/.{80}/g, '$&\r\n')],
  ['a line break inside one late segment only', many.replace(/HILLTOP(?!.*HILLTOP)/s, 'HILL\nTOP')],
  [
    'line breaks after terminators first and inside segments later',
    `${many.replace('~', '~\n')}`.replace('W06', 'W\n06'),
  ],
  ['binary data with terminators and headers', binary(`~~IEA*1*000000001~${isa()}~\n`)],
  ['binary data with a wrong length', binary('abc').replace('BIN*3', 'BIN*700')],
  ['binary data that run beyond the end', binary('abc').replace('BIN*3', 'BIN*99999999')],
  ['a terminator of three bytes', many.replaceAll('~', '\xe2\x80\xa6')],
  [
    'a terminator of three bytes that values begin like',
    many.replace('HILLTOP', 'HILL\xe2\x82\xac').replaceAll('~', '\xe2\x80\xa6'),
  ],
  ['two interchanges with other delimiters', `${many}\n\n${many.replaceAll('*', '|').replaceAll('~', '!')}`],
  ['an interchange cut by another', interchange().slice(0, 250) + many],
  [
    'an interchange cut by another whose ISA holds its terminator',
    interchange().replaceAll('~', ':').slice(0, 250) + many.replaceAll('>', ':'),
  ],
  ['a segment whose id begins like an ISA', interchange({ bodies: [['ISAX*1', 'IS*1', 'I*1']] })],
  ['an ISA cut by another', isa().slice(0, 60) + many],
  ['an ISA that is cut', isa().slice(0, 60)],
  [
    'almost an ISA inside a long segment',
    interchange({ bodies: [[`NTE**${isa().slice(0, 103).replaceAll('*', '+')}`]] }),
  ],
  ['junk before, between and after', `Dear partner,${interchange()}II ISA${interchange()}ISA`],
  ['more junk than is looked at', 'junk '.repeat(400) + interchange()],
  ['junk alone', 'I say, '.repeat(400)],
  ['delimiters that cannot be used', `${isa({ 16: '>' })}A${many}${many}`],
  ['no component separator', interchange({}, undefined, isa({ 16: '' })).replaceAll('~', '~\n')],
  ['an ISA of another width', interchange({}, undefined, isa({ 6: 'BHFT', 8: 'NORTHGATE' }))],
  ['no trailers', interchange(sets, (all) => all.filter((segment) => !/^(SE|GE|IEA)/.test(segment)))],
  ['no terminator at the end', many.slice(0, -1)],
  ['empty segments and blanks', many.replaceAll('~N', '~~ \tN')],
  ['a group at fault', interchange(sets, (all) => all.map((segment) => (segment === 'GE*1*3' ? 'GE*2*3' : segment)))],
  ['an interchange at fault', many.replace(/IEA\*\d/, 'IEA*77')],
  ['an unknown functional id', interchange({ functionalId: 'QX', bodies: [bodies['945'], bodies['945']] })],
  ['nothing', ''],
  ['white space', ' \r\n'],
  ['no X12', '{"order": 1}'],
];

/** Everything as `read` and `check` give it for the whole. */
const whole = (bytes: Uint8Array) => plain(check(read(bytes), standards));
const streamed = (bytes: Uint8Array, next: () => number, roomBytes: number) => {
  const checker = new StreamChecker(standards);
  return plain(gathered(itemsOf(bytes, next, roomBytes).map((item) => checker.take(item))));
};

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('a document that is read as a stream', () => {
  it.each(tricky)('is read as the whole is, however it is cut: %s', (_, text) => {
    const bytes = bytesOf(text);
    const pick = pickFrom(1);
    const expected = whole(bytes);
    for (const roomBytes of [1, 200, 100_000]) {
      expect(streamed(bytes, () => 1, roomBytes)).toEqual(expected);
      expect(streamed(bytes, () => 1 + pick(120), roomBytes)).toEqual(expected);
      expect(streamed(bytes, () => 106, roomBytes)).toEqual(expected);
    }
  });

  it('is read as the whole is where a chunk ends at any one byte', () => {
    const alike = interchange({ set: '997', bodies: [['ISAX*1', 'AK1*OW*1']] });
    for (const text of [binary('a~b*c'), interchange().slice(0, 250) + interchange({ set: '997' }), alike]) {
      const bytes = bytesOf(text);
      const expected = whole(bytes);
      for (let cut = 1; cut < bytes.length; cut += 1) {
        const lengths = [cut, bytes.length];
        expect(streamed(bytes, () => lengths.shift() ?? bytes.length, 1)).toEqual(expected);
      }
    }
  });

  it.each(samples)('is read as the whole is, a sample of ours: $file', ({ bytes }) => {
    const pick = pickFrom(bytes.length);
    expect(streamed(bytes, () => 1 + pick(64), 1 + pick(1000))).toEqual(whole(bytes));
  });

  it.skipIf(corpus === undefined)(
    skipped('is read as the whole is, every real file', corpus === undefined && '../shared/corpus is not here'),
    () => {
      const pick = pickFrom(2);
      for (const entry of corpus!) {
        const bytes = corpusBytes(entry);
        if (bytes.length > 40_000) continue;
        expect(
          streamed(bytes, () => 1 + pick(300), 1 + pick(3000)),
          entry.file,
        ).toEqual(whole(bytes));
      }
    },
  );

  it('gives each piece with the byte that completes it', () => {
    const text = interchange([{ set: '945', bodies: [bodies['945'], bodies['945']] }, { set: '214' }]);
    const reader = new StreamReader();
    const given: [ReadItem['kind'], string][] = [];
    for (let at = 0; at < text.length; at += 1)
      for (const { kind } of reader.push(bytesOf(text[at]!))) given.push([kind, text.slice(0, at + 1)]);
    expect(given.map(([kind, before]) => [kind, before.split('~').at(-2)!.split('*')[0], before.at(-1)])).toEqual([
      // The ISA is sure of its terminator when the next segment begins.
      ['interchange', 'ISA', '*'],
      ['group', 'GS', '~'],
      ['set', 'SE', '~'],
      ['set', 'SE', '~'],
      ['group-end', 'GE', '~'],
      ['group', 'GS', '~'],
      ['set', 'SE', '~'],
      ['group-end', 'GE', '~'],
      ['interchange-end', 'IEA', '~'],
    ]);
    expect(reader.end()).toEqual([]);
  });

  it('is given item by item from any source of chunks, unchecked and checked', async () => {
    const bytes = bytesOf(many);
    const chunks = [bytes.subarray(0, 700), bytes.subarray(700)];
    expect(plain(gathered(await collect(readStream(chunks))))).toEqual(plain(read(bytes)));
    async function* later() {
      yield* chunks;
    }
    expect(plain(gathered(await collect(checkStream(later(), standards))))).toEqual(whole(bytes));
  });

  it('keeps sets whole that are held on to, whatever comes after them', () => {
    const bytes = bytesOf(interchange({ bodies: Array.from({ length: 50 }, () => bodies['945']) }));
    const chunk = new Uint8Array(100);
    const reader = new StreamReader(300);
    const held: ReadItem[] = [];
    for (let at = 0; at < bytes.length; at += chunk.length) {
      chunk.set(bytes.subarray(at, at + chunk.length));
      held.push(...reader.push(chunk.subarray(0, Math.min(chunk.length, bytes.length - at))));
      chunk.fill(0);
    }
    expect(plain(gathered([...held, ...reader.end()]))).toEqual(plain(read(bytes)));
  });

  it('is held in one part after the other, and no part is longer than the room and its largest set', () => {
    const one = bytesOf(interchange({ bodies: Array.from({ length: 500 }, () => bodies['945']) }));
    const roomBytes = 10_000;
    const parts = new Map<unknown, number>();
    for (const item of itemsOf(one, () => 1000, roomBytes)) {
      if (item.kind !== 'set' || !isPlaced(item.set)) continue;
      const { tape } = item.set.place.source;
      parts.set(tape, tape.bytes.length);
    }
    expect(Math.max(...parts.values())).toBeLessThanOrEqual(roomBytes);
    expect(parts.size).toBeGreaterThan(one.length / roomBytes);
  });

  it('may have a set that is longer than any room', () => {
    const body = Array.from({ length: 20_000 }, (_, nth) => `N9*BM*BOL${nth}`);
    const bytes = bytesOf(interchange({ bodies: [bodies['945'], body, bodies['945']] }));
    expect(streamed(bytes, () => 700, 1000)).toEqual(whole(bytes));
  });

  it('costs no more than its length when a segment never ends, and when binary data go on and on', () => {
    const endless = bytesOf(`${interchange().slice(0, 200)}${'X*'.repeat(1_500_000)}`);
    expect(gathered(itemsOf(endless, () => 100)).interchanges).toHaveLength(1);
    const data = bytesOf(binary('*'.repeat(2_000_000)));
    expect(gathered(itemsOf(data, () => 100)).interchanges[0]!.findings).toEqual([]);
    const junk = bytesOf('ISA'.repeat(500_000));
    expect(gathered(itemsOf(junk, () => 100)).interchanges).toEqual([]);
  });
});
