import standard from '../../../specs/tables/standard.json' with { type: 'json' };

/** A code table: what a code of a partner's document is called in canonical events, or the other way round. */
export interface CodeTable {
  /** Empty for codes that stand in the mapping itself. */
  readonly name: string;
  readonly codes: ReadonlyMap<string, string>;
  /** What a code that is not in the table is worth: a finding of that level, or none. */
  readonly unmapped: 'business' | 'note' | 'silent';
  /** Stands for a code that is not in the table; without it the field stays empty. */
  readonly otherwise?: string;
  /** Codes that are right in the list and wrong in the trade. */
  readonly traps: ReadonlyMap<string, Trap>;
}
export interface Trap {
  readonly meant: string;
  readonly because: string;
}

interface TableData {
  readonly unmapped: string;
  readonly otherwise?: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly traps?: Readonly<Record<string, Trap>>;
}

/** The tables of `specs/tables/standard.json`, by name. */
export const standardTables: ReadonlyMap<string, CodeTable> = new Map(
  Object.entries<TableData>(standard.tables).map(([name, data]) => [
    name,
    {
      name,
      codes: new Map(Object.entries(data.codes)),
      unmapped: data.unmapped === 'note' || data.unmapped === 'silent' ? data.unmapped : 'business',
      traps: new Map(Object.entries(data.traps ?? {})),
      ...(data.otherwise === undefined ? {} : { otherwise: data.otherwise }),
    },
  ]),
);

const reversed = new WeakMap<CodeTable, ReadonlyMap<string, string>>();

/** The code for a canonical word: the first one listed, where several codes mean the same. */
export function codeFor(table: CodeTable, word: string): string | undefined {
  let codes = reversed.get(table);
  if (!codes) {
    codes = new Map([...table.codes].reverse().map(([code, meaning]) => [meaning, code]));
    reversed.set(table, codes);
  }
  return codes.get(word);
}
