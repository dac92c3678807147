/** Shapes of the files in `specs/x12/<version>/`, as `specs/x12-set.schema.json` describes them. */
export type ElementType = 'AN' | 'ID' | 'N0' | 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'R' | 'DT' | 'TM' | 'B';

/** How often at most in succession; absent means once. */
export type MaxData = number | 'many';

export interface SimpleElementData {
  readonly name: string;
  readonly type: ElementType;
  readonly min: number;
  readonly max: number;
  readonly codes?: { readonly partial: boolean; readonly values: Readonly<Record<string, string>> };
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
  readonly name: string;
  readonly use: 'M' | 'O';
  readonly max?: MaxData;
  readonly body: readonly (SegmentUseData | LoopUseData)[];
}

export interface ElementsFile {
  readonly version: string;
  readonly elements: Readonly<Record<string, SimpleElementData | CompositeElementData>>;
}

export interface SegmentsFile {
  readonly version: string;
  readonly segments: Readonly<Record<string, SegmentData>>;
}

export interface SetFile {
  readonly version: string;
  readonly set: string;
  readonly functionalId: string;
  readonly name: string;
  readonly body: readonly (SegmentUseData | LoopUseData)[];
}

export type StandardFile = ElementsFile | SegmentsFile | SetFile;
