/** Shapes of the files in `specs/x12/<version>/`, as `specs/x12-set.schema.json` describes them. */
export type ElementType = 'AN' | 'ID' | 'N0' | 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'R' | 'DT' | 'TM' | 'B';

/** How often at most in succession; absent means once. */
export type MaxData = number | 'many';

/** A code list: with `partial`, other codes exist that are not in it. */
export interface CodesData {
  readonly partial: boolean;
  /** Codes that the runtime knows besides: those of ISO 3166 for countries, of ISO 4217 for currencies. */
  readonly known?: KnownCodes;
  readonly values: Readonly<Record<string, string>>;
}

export type KnownCodes = 'countries' | 'currencies';

export interface SimpleElementData {
  readonly name: string;
  readonly type: ElementType;
  readonly min: number;
  readonly max: number;
  readonly codes?: CodesData;
}

export interface CompositeElementData {
  readonly name: string;
  readonly components: readonly ElementUseData[];
}

export interface ElementUseData {
  readonly ref: string;
  readonly use: 'M' | 'O' | 'X';
  readonly max?: MaxData;
}

export interface SegmentData {
  readonly name: string;
  readonly elements?: readonly ElementUseData[];
  readonly rules?: readonly string[];
}

export interface SegmentUseData {
  readonly segment: string;
  readonly use: 'M' | 'O';
  readonly max?: MaxData;
}

export interface LoopUseData {
  readonly loop: string;
  /** The loop's id in the diagram of the standard, where known: `0100`, or `N1` in sets for trade. */
  readonly number?: string;
  readonly name: string;
  readonly use: 'M' | 'O';
  readonly max?: MaxData;
  readonly body: readonly (SegmentUseData | LoopUseData)[];
}

export interface CodesChange extends Pick<CodesData, 'partial' | 'known'> {
  readonly values?: Readonly<Record<string, string | null>>;
}

/**
 * A new element, or what differs from the one that the version has already (by inheritance, or from the product's own files where an
 * operator adds to them). A partial code list adds to the codes that are there, `null` takes one away; a complete list replaces them.
 */
export interface ElementChange {
  readonly name?: string;
  readonly type?: ElementType;
  readonly min?: number;
  readonly max?: number;
  readonly codes?: CodesChange | null;
  readonly components?: readonly ElementUseData[];
}

/** A new segment, or what differs from the one that the version has already. */
export type SegmentChange = Partial<SegmentData>;

/** `null` takes an inherited element away. */
export interface ElementsFile {
  readonly version: string;
  readonly elements: Readonly<Record<string, ElementChange | null>>;
}

/** `null` takes an inherited segment away. */
export interface SegmentsFile {
  readonly version: string;
  readonly segments: Readonly<Record<string, SegmentChange | null>>;
}

/** Entries by their ids: all of them, those in a list, or all but those in a list. */
export type Selection = 'all' | readonly string[] | { readonly except: readonly string[] };

/** A version that is written as its differences to another. What it inherits rests on the other version, until it is named here as compared. */
export interface VersionFile {
  readonly version: string;
  readonly extends: string;
  /** Inherited sets whose layout was compared with this version and holds there too. */
  readonly reviewed?: readonly string[];
  /** Inherited entries that were compared with this version and hold there too: elements (type and length), segments (their elements), syntax rules of segments. */
  readonly compared?: {
    readonly elements?: Selection;
    readonly segments?: Selection;
    readonly rules?: Selection;
  };
  /** What this version has from one public source only: it rejects nothing unless the well-known versions around find the same fault. */
  readonly oneSource?: {
    readonly sets?: Selection;
    readonly elements?: Selection;
    readonly segments?: Selection;
    readonly rules?: Selection;
  };
  /** Inherited sets that this version does not have. */
  readonly removed?: readonly string[];
}

export interface SetFile {
  readonly version: string;
  readonly set: string;
  readonly functionalId: string;
  readonly name: string;
  /** What to know of this set in this version. */
  readonly note?: string;
  readonly body: readonly (SegmentUseData | LoopUseData)[];
}

export type StandardFile = VersionFile | ElementsFile | SegmentsFile | SetFile;
