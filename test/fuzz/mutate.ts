import { bytesOf, isa, textOf } from '../domain/x12/support.ts';
import type { Pick } from './random.ts';
import { seeds } from './seeds.ts';

const INSERTED = [
  ...['ISA*', '~', '*', 'GS*', 'ST*945*0001~', 'SE*1*0001~', 'GE*1*1~', 'IEA*1*000000001~', 'HL*9*9*I~', 'LX*1~'],
  ...['\n', '\r\n', '\0', '\xff', '>', '^', ' ', 'BIN*9*', 'BIN*400*', 'BDS*ASC*3*', isa(), `${isa()}~`],
];

/** Changes that know the structure: segments swapped, dropped, doubled, moved between documents, elements emptied, delimiters and envelopes put in the middle. */
function mutate(bytes: Uint8Array, other: Uint8Array, pick: Pick): Uint8Array {
  const text = textOf(bytes);
  const separator = text[3] ?? '*';
  const terminator = text[105] ?? '~';
  const segments = text.split(terminator);
  const at = pick(segments.length);
  const elements = (segments[at] ?? '').split(separator);
  const replaced = (value: string) =>
    segments.with(at, elements.with(pick(elements.length), value).join(separator)).join(terminator);
  const changes: readonly (() => string)[] = [
    () => text.slice(0, pick(text.length)),
    () => text.slice(pick(text.length)),
    () => segments.toSpliced(at, 1).join(terminator),
    () => segments.toSpliced(at, 0, segments[pick(segments.length)]!).join(terminator),
    () => segments.with(at, segments[pick(segments.length)]!).join(terminator),
    () => segments.toSpliced(at, 1, elements.toSpliced(pick(elements.length), 1).join(separator)).join(terminator),
    () => replaced(''),
    () => replaced(String(pick(10 ** 9))),
    () => replaced('A'.repeat(pick(200))),
    () => replaced(elements[pick(elements.length)]!.toLowerCase()),
    () => {
      const cut = pick(text.length);
      return text.slice(0, cut) + INSERTED[pick(INSERTED.length)]! + text.slice(cut);
    },
    () => {
      const cut = pick(text.length);
      return text.slice(0, cut) + String.fromCharCode(pick(256)) + text.slice(cut + 1);
    },
    () => text.replaceAll(terminator, String.fromCharCode(pick(256))),
    () => text.replaceAll(separator, String.fromCharCode(pick(256))),
    () => text.slice(0, pick(text.length)) + textOf(other),
    () => text.replaceAll('\n', '').replace(/.{40}/g, '$&\n'),
  ];
  return bytesOf(changes[pick(changes.length)]!());
}

/** One input: mostly a document with a few mutations, now and then bytes by chance, with and without an ISA before them. */
export function inputFrom(pick: Pick): Uint8Array {
  if (pick(20) === 0) {
    const noise = Uint8Array.from({ length: pick(600) }, () => pick(256));
    return pick(2) === 0 ? noise : bytesOf(isa() + textOf(noise));
  }
  let bytes = seeds[pick(seeds.length)]!;
  for (let change = pick(5); change >= 0; change -= 1) bytes = mutate(bytes, seeds[pick(seeds.length)]!, pick);
  return bytes;
}
