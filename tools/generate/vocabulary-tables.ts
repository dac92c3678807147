import type { ResolvedSchema } from './event-compatibility.ts';
import type { EventSchemas } from './event-schemas.ts';

/** `specs/tables/standard.json`, as far as people read it here. */
export interface CodeTables {
  readonly tables: Readonly<
    Record<string, { readonly title: string; readonly list?: string; readonly codes: Readonly<Record<string, string>> }>
  >;
}

/** A list of words, where it stands in the vocabulary, and the tables that lead to its words. */
interface WordList {
  readonly title: string;
  readonly words: (definitions: EventSchemas['vocabulary']['$defs']) => ResolvedSchema | undefined;
  readonly tables: readonly string[];
}

const wordLists: readonly WordList[] = [
  { title: 'Milestones', words: (d) => d.Milestone, tables: ['milestones', 'appointments'] },
  { title: 'Reasons', words: (d) => d.ReasonMeaning, tables: ['reasons'] },
  { title: 'What went wrong', words: (d) => d.ExceptionKind, tables: ['exceptions', 'delivery-exceptions'] },
  { title: 'Units', words: (d) => d.Unit, tables: ['units', 'weight-units', 'packaging'] },
  { title: 'Parties', words: (d) => d.Party?.properties?.role, tables: ['parties'] },
  { title: 'References', words: (d) => d.Reference?.properties?.kind, tables: ['references'] },
  { title: 'Modes of transport', words: (d) => d.Carrier?.properties?.mode, tables: ['transport-modes'] },
  { title: 'Conditions of received goods', words: (d) => d.Condition, tables: ['conditions'] },
  { title: 'Reasons of adjustments', words: (d) => d.AdjustmentReason, tables: ['adjustment-reasons'] },
  { title: 'States of stock', words: (d) => d.InventoryState, tables: ['inventory-states'] },
  { title: 'Charges', words: (d) => d.ChargeKind, tables: ['charges'] },
];

/** Puts the lists that are made from schemas and tables between their markers in a text. */
export function withVocabulary(text: string, schemas: EventSchemas, tables: CodeTables): string {
  return [
    ['events', eventList(schemas)],
    ['vocabulary', wordLists.map((list) => wordTable(list, schemas, tables)).join('\n\n')],
  ].reduce((result, [name, made]) => {
    const [start, end] = [`<!-- made: ${name} -->\n`, `<!-- end: ${name} -->`];
    const [before, rest] = result.split(start);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`specs/events/README.md lacks the markers of ${name}.`);
    return `${before}${start}\n${made}\n\n${end}${after}`;
  }, text);
}

function eventList({ types }: EventSchemas): string {
  const lines = [...types].map(([type, { title }]) => `| [\`${type}\`](${type}.schema.json) | ${title} |`);
  return ['| event | says |', '|---|---|', ...lines].join('\n');
}

function wordTable(
  { title, words, tables: names }: WordList,
  { vocabulary }: EventSchemas,
  { tables }: CodeTables,
): string {
  const list = words(vocabulary.$defs);
  if (!list?.enum) throw new Error(`The vocabulary has no list of words for “${title}”.`);
  const used = names.flatMap((name) => (tables[name] ? [{ name, ...tables[name] }] : []));
  const head = used.map(({ name, list: number }) => `${name}${number ? ` (list ${number})` : ''}`);
  const lines = list.enum.map(String).map((word) => {
    const cells = used.map(({ codes }) =>
      Object.keys(codes)
        .filter((code) => codes[code] === word)
        .map((code) => `\`${code}\``)
        .join(' '),
    );
    return `| ${[`\`${word}\``, ...cells].join(' | ')} |`;
  });
  const kind = list.$comment === 'open' ? 'An open list.' : 'A closed list.';
  return [
    `### ${title}`,
    '',
    `${kind} ${list.description ?? ''}`.trim(),
    '',
    `| ${['word', ...head].join(' | ')} |`,
    `|${'---|'.repeat(head.length + 1)}`,
    ...lines,
  ].join('\n');
}
