import type { Pick } from './random.ts';

const morsels = [
  ...[
    '[',
    ']',
    '{',
    '}',
    ':',
    '- ',
    '^',
    '//',
    '/',
    '!',
    '=',
    '|',
    ',',
    '01',
    'LX',
    'each: ',
    'first: ',
    'not: ',
    '\n',
    '  ',
  ],
  ...[
    '*',
    '&a',
    '"',
    '~',
    '-99',
    '.1',
    'null',
    'cel: ',
    'lookup: ',
    'groupBy: ',
    '@',
    "'",
    '.',
    'all: ',
    'atLeast: ',
    '-1',
    '20960131',
  ],
  ...[
    '<',
    '>',
    '<!--',
    ']]>',
    '<![CDATA[',
    '&lt;',
    '&#x0;',
    '</',
    '/>',
    '<?',
    '\\u0000',
    '\u0000',
    '\u00e9',
    '1e309',
    ';',
    '\r',
  ],
];

/** A text with a few pieces cut, doubled, moved or replaced: every other time whole lines, codes and numbers. */
export function mutateText(text: string, pick: Pick): string {
  return pick(2) === 0 ? mutateLines(text, pick) : mutateCharacters(text, pick);
}

function mutateLines(text: string, pick: Pick): string {
  const lines = text.split('\n');
  const at = pick(lines.length);
  const line = lines[at] ?? '';
  const changed = [
    [],
    [line, line],
    [line.replace(/-\d\d/, `-0${pick(10)}`)],
    [line.replace(/\b[A-Z][A-Z0-9]{1,2}\b/, 'LX')],
    [line.replace(/=\w+/, '!=ZZ')],
    [line.replace(/, (table|as|when): [^,}]+/, '')],
    [line.replace(/: (\w+)$/, ': { const: $1 }')],
    [line.replace(/\d+/, String(pick(100_000)))],
    [lines[pick(lines.length)] ?? ''],
  ];
  return lines.toSpliced(at, 1, ...changed[pick(changed.length)]!).join('\n');
}

function mutateCharacters(text: string, pick: Pick): string {
  let result = text;
  for (let turn = pick(5); turn >= 0; turn -= 1) {
    const at = pick(result.length);
    const piece = result.slice(at, at + pick(30));
    const morsel = morsels[pick(morsels.length)]!;
    const inserts = ['', piece + piece, morsel, morsel + piece, piece.split('').reverse().join('')];
    result = result.slice(0, at) + inserts[pick(inserts.length)]! + result.slice(at + piece.length);
  }
  return result;
}
