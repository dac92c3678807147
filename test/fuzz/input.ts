import { bytesOf, textOf } from '../domain/x12/support.ts';
import { inputFrom } from './mutate.ts';
import { mutateText } from './mutate-text.ts';
import { type Pick, pickFrom } from './random.ts';
import { documentTexts, guideTexts, mappingTexts, type NamedText, tradeRuleTexts } from './texts.ts';

export const kinds = ['x12', 'document', 'mapping', 'guide', 'tradeRules'] as const;
export type Kind = (typeof kinds)[number];

/** One input, and the numbers that make all that is done with it. */
export interface Input {
  readonly kind: Kind;
  /** The file that was spoiled, where it is one of ours. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly pick: Pick;
}

/** Of a hundred inputs; what is no X12 takes several times as long each. */
const shares: readonly (readonly [Kind, number])[] = [
  ['x12', 83],
  ['document', 12],
  ['mapping', 2],
  ['guide', 1],
  ['tradeRules', 2],
];

const texts: Readonly<Record<Exclude<Kind, 'x12'>, readonly NamedText[]>> = {
  document: documentTexts,
  mapping: mappingTexts,
  guide: guideTexts,
  tradeRules: tradeRuleTexts,
};

const seedOf = (seed: number, input: number) => Math.imul(seed, 0x9e3779b1) + Math.imul(input, 0x85ebca6b);

/** An input by its number; the same in every run with the same seed. */
export function inputOf(seed: number, input: number): Input {
  const pick = pickFrom(seedOf(seed, input));
  const kind = kindAt(pick(100));
  if (kind === 'x12') return { kind, name: '', bytes: inputFrom(pick), pick };
  const { name, text } = texts[kind][pick(texts[kind].length)]!;
  const spoiled = mutateText(text, pick);
  return { kind, name, bytes: kind === 'document' ? documentBytes(spoiled, pick) : Buffer.from(spoiled), pick };
}

function kindAt(place: number): Kind {
  let from = 0;
  for (const [kind, share] of shares) {
    from += share;
    if (place < from) return kind;
  }
  return 'x12';
}

/** As UTF-8, now and then with a byte that is none, a mark of another encoding before it, or cut off. */
function documentBytes(text: string, pick: Pick): Uint8Array {
  const bytes = Buffer.from(text);
  const changes: readonly (() => Uint8Array)[] = [
    () => bytes,
    () => bytes,
    () => bytes.subarray(0, pick(bytes.length)),
    () => bytesOf(textOf(bytes)),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
    () => {
      bytes[pick(bytes.length)] = pick(256);
      return bytes;
    },
  ];
  return changes[pick(changes.length)]!();
}
