import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../../services/domain/events.ts';
import { standardTables } from '../../../services/domain/language/tables.ts';
import { fileText, standards } from './support.ts';

interface Schema {
  readonly [key: string]: unknown;
  readonly enum?: readonly string[];
  readonly $comment?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}
const { $defs } = JSON.parse(fileText('specs/events/common.schema.json')) as {
  $defs: Readonly<Record<string, Schema>>;
};

/** Lists of words with the tables that lead to them, and the words that no X12 code leads to: those of Odoo, or of other sources. */
const lists = [
  { list: $defs.Milestone, tables: ['milestones', 'appointments'], own: ['other'] },
  { list: $defs.ReasonMeaning, tables: ['reasons'], own: [] },
  { list: $defs.ExceptionKind, tables: ['exceptions', 'delivery-exceptions'], own: ['overage', 'loss', 'other'] },
  { list: $defs.Unit, tables: ['units', 'weight-units', 'packaging'], own: ['unknown'] },
  { list: $defs.Party?.properties?.role, tables: ['parties'], own: ['other'] },
  { list: $defs.Reference?.properties?.kind, tables: ['references'], own: ['depositor-order', 'other'] },
  { list: $defs.Carrier?.properties?.mode, tables: ['transport-modes'], own: ['other'] },
  { list: $defs.Condition, tables: ['conditions'], own: ['wrong-item', 'expired', 'other'] },
  { list: $defs.AdjustmentReason, tables: ['adjustment-reasons'], own: [] },
  {
    list: $defs.ChargeKind,
    tables: ['charges'],
    own: ['allowance', 'accessorial', 'lumper', 'redelivery', 'hazardous', 'packaging', 'pickup', 'duty', 'loading'],
  },
  {
    list: $defs.InventoryState,
    tables: ['inventory-states'],
    own: ['allocated', 'in-transit', 'on-order', 'backordered', 'quarantine', 'other'],
  },
];

describe('the vocabulary', () => {
  it.each(lists)('has every word that $tables lead to, and no word that nothing leads to', ({ list, tables, own }) => {
    const led = tables.flatMap((name) => {
      const table = standardTables.get(name);
      return table ? [...table.codes.values(), ...(table.otherwise ? [table.otherwise] : [])] : [];
    });
    expect([...new Set([...led, ...own])].sort()).toEqual([...(list?.enum ?? [])].sort());
  });

  it('is open where a code may come that nobody has a word for yet', () => {
    expect(lists.map(({ list }) => list?.$comment)).toEqual(lists.map(() => 'open'));
  });

  it('defines nothing that no event uses', () => {
    const used = new Set<string>();
    const visit = (text: string) => {
      for (const [, name] of text.matchAll(/common\.schema\.json#\/\$defs\/(\w+)/g)) {
        if (used.has(name!)) continue;
        used.add(name!);
        visit(JSON.stringify($defs[name!]));
      }
    };
    for (const type of eventTypes) visit(fileText(`specs/events/${type}.schema.json`));
    expect([...used].sort()).toEqual(Object.keys($defs).sort());
  });

  it('has a schema for each event type, and no other', () => {
    const files = readdirSync(new URL('../../../specs/events/', import.meta.url)).filter((name) =>
      /\.v\d+\./.test(name),
    );
    expect(files.sort()).toEqual(eventTypes.map((type) => `${type}.schema.json`).sort());
  });
});

describe('the tables', () => {
  const { tables } = JSON.parse(fileText('specs/tables/standard.json')) as {
    tables: Record<string, { list?: string; codes: Record<string, string> }>;
  };

  it.each(Object.entries(tables).filter(([, { list }]) => list))(
    'of %s translate no code that the data of the standard have not heard of',
    (_, { list, codes }) => {
      const { elements } = standards.forVersion('004010')!.definition;
      const lists = list!.split(', ').map((number) => elements.get(number)?.codes);
      const known = new Set(lists.flatMap((one) => [...(one?.keys() ?? [])]));
      // A list of which we have no part is checked by nobody.
      const judged = lists.every((one) => one);
      expect(Object.keys(codes).filter((code) => judged && !known.has(code))).toEqual([]);
    },
  );
});
