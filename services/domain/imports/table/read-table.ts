import {
  type ImportedSpec,
  ItemRoom,
  importLimits,
  Notes,
  NotReadable,
  type Origin,
  type SpecElement,
  type SpecSegment,
  type SpecSet,
  shortText,
  versionOf,
} from '../spec.ts';
import { readAttributes, readCodes, readElementPlace, readLength, readMax, readUse } from './cell-values.ts';
import { type Column, type Headings, headingsOf } from './headings.ts';
import { originOf, type Sheet, type TableRow } from './sheet.ts';

/** What is known beside the table itself: people rarely write the set into it. */
export interface TableHint {
  readonly set?: string;
  readonly version?: string;
  readonly fileName?: string;
}

type Making<T> = { -readonly [K in keyof T]: T[K] };
interface OpenSegment extends Making<Omit<SpecSegment, 'elements' | 'notes' | 'rules'>> {
  elements: (Making<Omit<SpecElement, 'codes' | 'notes'>> & { codes?: string[]; notes: string[] })[];
  notes: string[];
  rules: string[];
}

type OpenSet = Omit<SpecSet, 'items'> & { readonly items: OpenSegment[] };

/** The row that was most likely meant as headings, with its words, so that whoever sent it sees what to rename. */
function nearest(sheets: readonly Sheet[]): string {
  for (const sheet of sheets)
    for (const row of sheet.rows) {
      const words = row.cells.filter(Boolean);
      if (words.length < 2) continue;
      const said = words.slice(0, 8).map((word) => `“${word.slice(0, 30)}”`);
      const where = sheet.name === undefined ? `Line ${row.number}` : `Row ${row.number} of the sheet “${sheet.name}”`;
      return ` ${where} has ${said.join(', ')}${words.length > 8 ? ' and more' : ''}: rename those that mean the same.`;
    }
  return '';
}

/** Reads layout tables: segments and elements in one table, or a list of segments and a table for the elements of each. @throws NotReadable */
export function readTables(sheets: readonly Sheet[], format: 'csv' | 'xlsx', hint: TableHint): ImportedSpec {
  const notes = new Notes();
  const room = new ItemRoom();
  const open = new Map<string, OpenSet>();
  for (const sheet of sheets) new SheetReader(sheet, hint, open, notes, room).read();
  const sets = [...open.values()].filter(({ items }) => items.length > 0);
  if (sets.length === 0)
    throw new NotReadable(
      format === 'csv' ? 'a CSV file' : 'an XLSX file',
      `No layout table was found: one row must have headings such as “Segment”, “Element”, “Req”, “Max Use”, “Min/Max”, “Codes”, “Notes”.${nearest(sheets)}`,
    );
  const closed = sets.map((set) => ({ ...set, items: set.items.map(closedSegment) }));
  return { format, sets: closed, notes: notes.list };
}

function closedSegment({ elements, ...segment }: OpenSegment): SpecSegment {
  return elements.length === 0 || segment.use === 'not-used' ? segment : { ...segment, elements };
}

class SheetReader {
  readonly #sheet: Sheet;
  readonly #sets: Map<string, OpenSet>;
  readonly #notes: Notes;
  readonly #room: ItemRoom;
  #headings: Headings | undefined;
  #set: string | undefined;
  #version: string | undefined;
  #segment: OpenSegment | undefined;

  constructor(sheet: Sheet, hint: TableHint, sets: Map<string, OpenSet>, notes: Notes, room: ItemRoom) {
    this.#sheet = sheet;
    this.#sets = sets;
    this.#notes = notes;
    this.#room = room;
    // A file name may hold any number; who uploads it knows better.
    this.#set = setIn(sheet.name) ?? hint.set ?? setIn(hint.fileName);
    this.#version = hint.version;
  }

  read(): void {
    let isFound = false;
    for (const row of this.#sheet.rows) {
      if (row.cells.every((cell) => cell === '')) continue;
      const headings = headingsOf(row.cells);
      if (headings) {
        isFound = true;
        this.#headings = headings;
        for (const column of headings.unknown)
          this.#notes.lost(
            originOf(this.#sheet, row, column),
            `The column “${row.cells[column]!.slice(0, 40)}” is not understood; what stands in it is not in the guide.`,
          );
      } else if (this.#headings) this.#take(row, this.#headings);
      else this.#title(row);
    }
    if (!isFound && this.#sheet.name !== undefined && this.#sheet.rows.some(({ cells }) => cells.some(Boolean)))
      this.#notes.lost(
        { cell: `${this.#sheet.name}!A1` },
        `The sheet “${this.#sheet.name}” has no layout table and was left out.`,
      );
  }

  /** Lines above the table name set and version. */
  #title({ cells }: TableRow): void {
    const text = cells.join(' ');
    const [, set] = titleForm.exec(text) ?? [];
    this.#set = set ?? this.#set;
    const [, version] =
      /(?:version|release|x12)\D{0,10}(0{0,2}[3-8]0\d\d0?)/i.exec(text) ?? /\b(00[3-8]0\d0)\b/.exec(text) ?? [];
    if (version) this.#version ??= versionOf(version);
  }

  #take(row: TableRow, { columns }: Headings): void {
    this.#room.take();
    const cell = (wanted: Column): string => {
      for (const [index, column] of columns) if (column === wanted) return row.cells[index] ?? '';
      return '';
    };
    const at = (wanted: Column): Origin => {
      for (const [index, column] of columns) if (column === wanted) return originOf(this.#sheet, row, index);
      return originOf(this.#sheet, row, 0);
    };
    if (/^\d{3}$/.test(cell('set')) && cell('set') !== this.#set) {
      this.#set = cell('set');
      this.#segment = undefined;
    }
    this.#version ??= versionOf(cell('version'));
    const written = cell('element');
    const place = written === '' ? undefined : readElementPlace(written);
    const id = (cell('segment') || place?.segment || '').trim().toUpperCase();
    if (id !== '' && !/^[A-Z][A-Z0-9]{1,2}$/.test(id)) {
      this.#notes.lost(at('segment'), `“${id.slice(0, 40)}” is no segment id; the row was left out.`);
      return;
    }
    if (written !== '' && place === undefined) {
      this.#notes.lost(
        at('element'),
        `“${written.slice(0, 40)}” is no element such as 02 or W0602; the row was left out.`,
      );
      return;
    }
    if (place !== undefined) this.#element(id, place, cell, at);
    else if (id !== '')
      this.#open(id, cell, at, this.#sheet.name !== undefined ? originOf(this.#sheet, row, 0) : { line: row.number });
    else this.#further(cell, at, row);
  }

  #open(id: string, cell: (column: Column) => string, at: (column: Column) => Origin, origin: Origin): void {
    if (id === 'ST' || id === 'SE') {
      this.#segment = undefined;
      return;
    }
    const use = this.#use(cell, at);
    const max = this.#count(cell('max'), at('max'));
    const loopMax = this.#count(cell('loopMax'), at('loopMax'));
    const rules =
      cell('rules')
        .toUpperCase()
        .match(/[PRECL](?:\d\d){2,}/g) ?? [];
    this.#segment = {
      kind: 'segment',
      id,
      ...(use && { use }),
      ...(max === undefined ? {} : { max }),
      ...(loopMax === undefined ? {} : { loopMax }),
      elements: [],
      rules: [...rules],
      notes: cell('notes') === '' ? [] : [shortText(cell('notes'))],
      origin,
    };
    this.#setOf(origin).items.push(this.#segment);
  }

  #element(
    id: string,
    { position, component }: { position: number; component?: number },
    cell: (column: Column) => string,
    at: (column: Column) => Origin,
  ): void {
    const origin = at('element');
    let segment = this.#segment;
    if (segment === undefined || (id !== '' && segment.id !== id)) segment = this.#segmentFor(id, origin);
    if (segment === undefined) {
      this.#notes.lost(origin, 'An element stands before any segment; the row was left out.');
      return;
    }
    const written = cell('attributes');
    const attributes = readAttributes(written);
    const use = this.#use(cell, at) ?? attributes.use;
    const length = this.#lengthIn(cell, at) ?? attributes.length;
    const codes = this.#codesIn(cell('codes'), at('codes'));
    segment.elements.push({
      position,
      ...(component === undefined ? {} : { component }),
      ...(cell('reference') && { reference: cell('reference') }),
      ...(use && { use }),
      ...(length && { length }),
      ...(codes && { codes }),
      notes: cell('notes') === '' ? [] : [shortText(cell('notes'))],
      origin,
    });
  }

  /** The elements of segments may stand in tables of their own behind the list of segments: then they belong to the first without any. */
  #segmentFor(id: string, origin: Origin): OpenSegment | undefined {
    if (id === '' || id === 'ST' || id === 'SE') return undefined;
    const { items } = this.#setOf(origin);
    const same = items.filter((one) => one.id === id);
    const found = same.find(({ elements }) => elements.length === 0) ?? same.at(-1);
    this.#segment = found;
    if (found) return found;
    this.#segment = { kind: 'segment', id, elements: [], rules: [], notes: [], origin };
    items.push(this.#segment);
    return this.#segment;
  }

  /** A row without segment and element goes on with the one above: more codes, more notes. */
  #further(cell: (column: Column) => string, at: (column: Column) => Origin, row: TableRow): void {
    const last = this.#segment?.elements.at(-1);
    const codes = this.#codesIn(cell('codes') || cell('reference'), at('codes'));
    if (last && codes) last.codes = [...(last.codes ?? []), ...codes];
    const more = cell('notes');
    if (more !== '') (last ?? this.#segment)?.notes.push(shortText(more));
    if ((last && codes) || more !== '') return;
    const text = row.cells.filter(Boolean).join(' ');
    this.#notes.lost(
      originOf(this.#sheet, row, 0),
      `“${text.slice(0, 60)}” is neither segment nor element; the row was left out.`,
    );
  }

  #setOf(origin: Origin): OpenSet {
    const code = this.#set ?? '';
    const known = this.#sets.get(code);
    if (known) return known;
    const made = {
      code,
      ...(this.#version === undefined ? {} : { version: this.#version }),
      items: [] as OpenSegment[],
      ...{ nested: false, partial: false, notes: [], origin },
    };
    this.#sets.set(code, made);
    return made;
  }

  #use(cell: (column: Column) => string, at: (column: Column) => Origin) {
    for (const column of ['usage', 'requirement'] as const) {
      const text = cell(column);
      if (text === '') continue;
      const use = readUse(text);
      // `Used` only says that it is there at all: M or O beside it says more.
      if (use !== undefined && !(column === 'usage' && use === 'optional' && cell('requirement') !== '')) return use;
      if (use === undefined)
        this.#notes.lost(
          at(column),
          `“${text.slice(0, 30)}” does not say whether it is required; M, O, C, Must Use and Not Used do.`,
        );
    }
    return undefined;
  }

  #count(text: string, origin: Origin, of: 'times' | 'length' = 'times'): number | undefined {
    if (text === '') return undefined;
    const max = readMax(text);
    const not = of === 'times' ? 'is no number of times; 1, 25 and >1 are.' : 'is no length; a number such as 30 is.';
    if (max === undefined) this.#notes.lost(origin, `“${text.slice(0, 30)}” ${not}`);
    return max;
  }

  #lengthIn(cell: (column: Column) => string, at: (column: Column) => Origin) {
    const [min, max] = [
      this.#count(cell('minLength'), at('minLength'), 'length'),
      this.#count(cell('maxLength'), at('maxLength'), 'length'),
    ];
    if (max !== undefined && Number.isFinite(max)) return { min: min ?? 1, max };
    const text = cell('length');
    if (text === '') return undefined;
    const length = readLength(text);
    if (length === undefined)
      this.#notes.lost(at('length'), `“${text.slice(0, 30)}” is no length; 8, 1/20 and 1-20 are.`);
    return length;
  }

  #codesIn(text: string, origin: Origin): string[] | undefined {
    if (text === '') return undefined;
    const codes = readCodes(text);
    if (codes) return codes.slice(0, importLimits.codes);
    this.#notes.lost(origin, `“${text.slice(0, 40)}” is no list of codes; “ST, SF” and “ST = Ship to” are.`);
    return undefined;
  }
}

/** `945 Warehouse shipping advice`, `Transaction set 945`, `X12 945`. */
const titleForm = /(?:^\s*|\b(?:set|transaction|x12|edi|ts)\b\D{0,20})([1-9]\d\d)\b(?!\d)/i;

/** `945`, `945 Shipping advice`, `X12 945`: three digits that stand alone. */
const setIn = (text: string | undefined): string | undefined =>
  /(?:^|[^\d])([1-9]\d\d)(?:[^\d]|$)/.exec(text ?? '')?.[1];
