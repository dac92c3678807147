/** Where something stands in an uploaded file: a line, or a cell of a sheet. */
export interface Origin {
  readonly line?: number;
  /** Such as `Segments!C14`. */
  readonly cell?: string;
}

/** Something of an uploaded file that was not understood, or not taken as it stands. */
export interface ImportNote {
  /** `lost`: it is not in the guide. `changed`: it is, in another way. `told`: worth knowing, and nothing was lost. */
  readonly kind: 'lost' | 'changed' | 'told';
  readonly origin?: Origin;
  readonly message: string;
}

export const formats = {
  sef: 'SEF',
  openedi: 'OpenEDI JSON',
  esl: 'MuleSoft ESL',
  csv: 'layout table (CSV)',
  xlsx: 'layout table (XLSX)',
  guide: 'guide of Crossdock',
} as const;
export type SpecFormat = keyof typeof formats;

/** What a specification says must be, may be, or must not be there; undefined where it says nothing. */
export type SpecUse = 'required' | 'optional' | 'not-used';

/** A specification as any of the formats tells it, before it is held against the standard. */
export interface ImportedSpec {
  readonly format: SpecFormat;
  /** Of the format, such as `1.5` of SEF. */
  readonly formatVersion?: string;
  readonly sets: readonly SpecSet[];
  readonly notes: readonly ImportNote[];
}

export interface SpecSet {
  readonly code: string;
  /** Six digits, such as 004010; undefined where the file does not say. */
  readonly version?: string;
  readonly title?: string;
  readonly items: readonly SpecItem[];
  /** The file tells loops; otherwise segments stand one after the other, and the standard says in which loop. */
  readonly nested: boolean;
  /** It only says what differs from a base: what it does not name stays as the standard has it. */
  readonly partial: boolean;
  readonly notes: readonly string[];
  readonly origin: Origin;
}

export type SpecItem = SpecSegment | SpecLoop;

export interface SpecSegment {
  readonly kind: 'segment';
  readonly id: string;
  readonly use?: SpecUse;
  readonly max?: number;
  /** In a file without loops: how often the loop that it opens may be there. */
  readonly loopMax?: number;
  /** It is meant wherever the set has it: the file names no place. */
  readonly anywhere?: true;
  /** Undefined where the file says nothing of its elements. */
  readonly elements?: readonly SpecElement[];
  /** Syntax rules, as the standard writes them: `P0102`. */
  readonly rules: readonly string[];
  readonly notes: readonly string[];
  readonly origin: Origin;
}

export interface SpecLoop {
  readonly kind: 'loop';
  /** As the file calls it; its first segment names it for us. */
  readonly id: string;
  readonly use?: SpecUse;
  readonly max?: number;
  readonly items: readonly SpecItem[];
  readonly origin: Origin;
}

export interface SpecElement {
  readonly position: number;
  readonly component?: number;
  readonly reference?: string;
  readonly use?: SpecUse;
  readonly length?: { readonly min: number; readonly max: number };
  readonly max?: number;
  readonly codes?: readonly string[];
  readonly notes: readonly string[];
  readonly origin: Origin;
}

/** What an upload may hold. */
export const importLimits = {
  /** Bytes of the file. */
  bytes: 2 * 1024 * 1024,
  /** Bytes of a PDF or Word file, which is kept and not read. */
  attachment: 10 * 1024 * 1024,
  /** Bytes of an XLSX when it is unpacked. */
  unpacked: 24 * 1024 * 1024,
  sets: 200,
  /** Segments and elements of a whole file. */
  items: 30_000,
  /** Rows of a table. */
  rows: 20_000,
  /** Characters of a YAML, whose parser is slow. */
  yaml: 1024 * 1024,
  depth: 20,
  notes: 500,
  codes: 400,
} as const;

/** The file is no specification that can be read: a sentence for its sender. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
  /** What the file seems to be, in a word. */
  readonly seems: string;

  constructor(seems: string, message: string) {
    super(message);
    this.seems = seems;
  }
}

/** Collects notes; the last one counts those for which there is no room. */
export class Notes {
  readonly #list: ImportNote[] = [];
  #more = 0;

  lost(origin: Origin | undefined, message: string): void {
    this.#add('lost', origin, message);
  }

  changed(origin: Origin | undefined, message: string): void {
    this.#add('changed', origin, message);
  }

  told(origin: Origin | undefined, message: string): void {
    this.#add('told', origin, message);
  }

  get list(): readonly ImportNote[] {
    if (this.#more === 0) return this.#list;
    return [...this.#list, { kind: 'lost', message: `${this.#more} more of the same kinds are not listed here.` }];
  }

  #add(kind: ImportNote['kind'], origin: Origin | undefined, message: string): void {
    if (this.#list.length >= importLimits.notes) this.#more += 1;
    else this.#list.push({ kind, ...(origin && { origin }), message });
  }
}

/** Refuses a file that has more than is read. */
export class ItemRoom {
  #left: number = importLimits.items;

  take(): void {
    this.#left -= 1;
    if (this.#left < 0)
      throw new NotReadable(
        'a very large specification',
        `The file holds more than ${importLimits.items} segments and elements. Upload the sets one by one.`,
      );
  }
}

/** A loop is named after its first segment, however the file calls it; undefined for one without segments. */
export function openerOf({ items }: SpecLoop): string | undefined {
  const [first] = items;
  return first === undefined ? undefined : first.kind === 'segment' ? first.id : openerOf(first);
}

/** Text for people on one line, no longer than a note of a guide. */
export function shortText(text: string, most = 300): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length > most ? `${flat.slice(0, most - 1).trimEnd()}…` : flat;
}

/** `004 010`, `4010`, `00401`, `004010VICS` as 004010; undefined for what is no version of X12. */
export function versionOf(text: string): string | undefined {
  const digits = /^\D{0,2}(\d[\d ]*)/.exec(text.trim())?.[1]?.replaceAll(' ', '') ?? '';
  if (/^00\d{4}/.test(digits)) return digits.slice(0, 6);
  if (/^[3-8]\d{3}$/.test(digits)) return `00${digits}`;
  return /^00\d{3}$/.test(digits) ? `${digits}0` : undefined;
}
