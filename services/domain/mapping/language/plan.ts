import type { DocumentFormat } from '../../documents/read-document.ts';
import type { EventType } from '../../events.ts';
import type { FindingLevel } from '../../finding.ts';
import type { Path } from '../../language/path.ts';
import type { CodeTable } from '../../language/tables.ts';
import type { DateFormat } from '../run/written-date.ts';
import type { CelProgram, CelType } from './cel.ts';

/** A compiled mapping: data only, checked against the event's schema, ready to be run. */
export type Mapping = InboundMapping | OutboundMapping;

interface Header {
  /** File or name given to the compiler. */
  readonly name: string;
  readonly title?: string;
  /** ST01 of the set that is read or written; of a document that is no X12 its name. */
  readonly set: string;
  /** GS08 as far as it matters, such as `004010`; empty for a document that is no X12. */
  readonly version: string;
  /** Further versions that the mapping serves as it is. */
  readonly alsoIn?: readonly string[];
  /** Number of expressions; the cost of a run is bounded by it and by the size of the document. */
  readonly size: number;
}

export interface InboundMapping extends Header {
  readonly direction: 'inbound';
  /** Absent for X12. */
  readonly reads?: DocumentFormat;
  /** What tells the document from others of its format that the partner sends; absent where the first record that is read of it does. */
  readonly recognise?: Condition;
  readonly emissions: readonly Emission[];
  readonly assertions: readonly Assertion[];
  /** X12 only: what the mapping declares to leave out. */
  readonly leaves: readonly Leaving[];
}

/** Places of a set that a mapping leaves out on purpose. */
export interface Leaving {
  readonly line: number;
  /** From the set down, without conditions: elements, segments, or loops with all that is in them. */
  readonly paths: readonly Path[];
  /** A sentence for people. */
  readonly because: string;
  /** A value there is nothing to speak of; otherwise it is told as a note. */
  readonly silent: boolean;
}

export interface OutboundMapping extends Header {
  readonly direction: 'outbound';
  readonly renders: EventType;
  readonly parts: readonly Part[];
  /** Absent for X12, which is what `parts` are for. */
  readonly writes?: WritePlan;
  readonly assertions: readonly Assertion[];
}

/** One kind of event that the mapping makes, one per match of `each`. */
export interface Emission {
  readonly type: EventType;
  readonly line: number;
  readonly each?: Path;
  readonly when?: Condition;
  readonly subject: Value;
  /** Name of the field of `data` whose moment is the time of the event. */
  readonly time?: string;
  readonly data: ObjectValue;
}

export type Value = LeafValue | FirstValue | ObjectValue | EachValue | ListValue | MomentValue;

interface Common {
  readonly line: number;
  readonly when?: Condition;
}

export interface LeafValue extends Common {
  readonly kind: 'leaf';
  readonly source: Source;
  readonly table?: CodeTable;
  readonly lookup?: Lookup;
  /** The table is read from meaning to code. */
  readonly reverse?: boolean;
  /** Stands in where the source is empty. */
  readonly fallback?: string;
  readonly as: Conversion;
  /** Implied decimals of N-type elements. */
  readonly decimals?: number;
  /** Least number that the field takes. */
  readonly minimum?: number;
  /** Longest text; what is longer is cut, with a finding. */
  readonly max?: number;
  /** Convert a moment to the partner's zone before it is written. */
  readonly inPartnerZone?: boolean;
  readonly required?: boolean;
}

/** A cross reference of the partner by name; the caller brings its entries. */
export interface Lookup {
  readonly name: string;
  /** What a key that it does not know is worth. */
  readonly unmapped: 'business' | 'note' | 'silent';
  /** Stands for a key that it does not know. */
  readonly otherwise?: string;
}

/** A CEL expression and the values that it is about. */
export interface CelExpression {
  readonly kind: 'cel';
  readonly program: CelProgram;
  readonly variables: readonly CelVariable[];
}
export interface CelVariable {
  readonly name: string;
  readonly value: Value;
  readonly type: CelType;
}

/** How text becomes a field, or a field becomes text. */
export type Conversion = 'text' | 'number' | 'integer' | 'sscc' | 'gtin' | 'upper' | 'date' | 'time' | 'time-code';

export type Source =
  | { readonly kind: 'path'; readonly path: Path }
  | { readonly kind: 'const'; readonly text: string }
  /** A value that the caller resolved beforehand. */
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'count'; readonly path: Path }
  /** With `times` each value is multiplied by that element of its segment first. */
  | { readonly kind: 'sum'; readonly path: Path; readonly times?: number }
  /** The first number less the second; nothing where one is missing. */
  | { readonly kind: 'minus'; readonly of: readonly [Value, Value] }
  /** A hash total: the sum of all values without their signs and points. */
  | { readonly kind: 'hash'; readonly path: Path }
  /** All different values, in the order of the document. */
  | { readonly kind: 'distinct'; readonly path: Path; readonly glue: string }
  | { readonly kind: 'join'; readonly of: readonly Value[]; readonly glue: string }
  /** Qualifier and value side by side: the value whose qualifier is one of the codes, in the order of the codes. */
  | { readonly kind: 'pair'; readonly of: Path; readonly at: readonly number[]; readonly codes: readonly string[] }
  | CelExpression
  /** Ordinal of the current match of the nearest `each`, from 1. */
  | { readonly kind: 'index' };

export interface FirstValue extends Common {
  readonly kind: 'first';
  readonly of: readonly Value[];
}
export interface ObjectValue extends Common {
  readonly kind: 'object';
  readonly fields: readonly Field[];
  readonly required: readonly string[];
  readonly oneOf: readonly string[];
  /** The event cannot do without this object: what is missing in it is a business matter, otherwise a note. */
  readonly vital: boolean;
}
export interface Field {
  readonly name: string;
  readonly value: Value;
}
export interface EachValue extends Common {
  readonly kind: 'each';
  readonly path: Path;
  readonly item: Value;
  readonly minItems: number;
}
export interface ListValue extends Common {
  readonly kind: 'list';
  readonly of: readonly Value[];
  readonly minItems: number;
}
export interface MomentValue extends Common {
  readonly kind: 'moment';
  /** Absent in X12, which writes CCYYMMDD. */
  readonly format?: DateFormat;
  readonly date: Value;
  readonly time?: Value;
  readonly code?: Value;
  readonly place?: { readonly city?: Value; readonly state?: Value; readonly country?: Value };
}

/** How two numbers compare. */
export type Order = 'atLeast' | 'above' | 'atMost' | 'below';

/** Keys of GS1 with a check digit. */
export type Gs1KeyKind = 'sscc' | 'gtin' | 'gln';

export type Condition =
  | { readonly kind: 'present'; readonly value: Value }
  /** A segment, loop, object or list is there. */
  | { readonly kind: 'exists'; readonly path: Path }
  | { readonly kind: 'in'; readonly value: Value; readonly choices: readonly string[] }
  /** Numbers may differ by `within`; `rounding` is what rounded factors and products of a sum explain. */
  | { readonly kind: 'same'; readonly left: Value; readonly right: Value; readonly within?: number | 'rounding' }
  /** Two numbers. Where one is missing, or is none, nothing is in order. */
  | { readonly kind: 'order'; readonly order: Order; readonly left: Value; readonly right: Value }
  /** A date not further from the day of receipt than so many days. */
  | { readonly kind: 'near'; readonly value: Value; readonly past: number; readonly future: number }
  | { readonly kind: 'valid'; readonly value: Value; readonly key: Gs1KeyKind }
  /** The code is none that the table lists as a trap. */
  | { readonly kind: 'untrapped'; readonly value: Value; readonly table: CodeTable }
  /** The time code is that of its zone on the day: no standard time in summer. The table knows the zone of each code. */
  | { readonly kind: 'daylight'; readonly value: Value; readonly date: Value; readonly zones: CodeTable }
  /** Each HL stands below a level that the table allows for its code; `top` is no level above. */
  | { readonly kind: 'levels'; readonly parents: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'length'; readonly value: Value; readonly characters: number }
  | { readonly kind: 'unique'; readonly path: Path; readonly as: Conversion }
  | CelExpression
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

/** A rule of the trade that the document should keep; broken, it becomes a finding. */
export interface Assertion {
  readonly line: number;
  readonly code: `business.${string}` | `guide.${string}`;
  readonly level: FindingLevel;
  readonly explain: string;
  readonly each?: Path;
  readonly when?: Condition;
  readonly that: Condition;
  /** In place of `each`, trade rules only: numbers of data elements; the rule looks at each place of a set that holds one of them, */
  readonly elements?: ReadonlySet<string>;
  /** but for these, each an element of a segment with at most one condition. */
  readonly except?: readonly Path[];
}

/** What a mapping writes that is no X12. */
export type WritePlan =
  /** The event as it is. */
  | { readonly name: 'event'; readonly line: number }
  | { readonly name: 'json'; readonly body: TemplateNode }
  | { readonly name: 'csv'; readonly table: CsvTable };

/** A JSON document to be: objects and lists around single values. */
export type TemplateNode = TemplateValue | TemplateObject | TemplateList;
export interface TemplateValue {
  readonly kind: 'value';
  readonly value: Value;
  /** How the text is written. */
  readonly as: 'text' | 'number' | 'boolean';
}
export interface TemplateObject {
  readonly kind: 'object';
  readonly line: number;
  readonly when?: Condition;
  readonly fields: readonly { readonly name: string; readonly node: TemplateNode }[];
}
export interface TemplateList {
  readonly kind: 'list';
  readonly line: number;
  readonly each: Path;
  readonly when?: Condition;
  readonly item: TemplateNode;
}

/** A CSV document to be: a row per match of `each`, or a single one. */
export interface CsvTable {
  readonly each?: Path;
  readonly when?: Condition;
  readonly columns: readonly { readonly name: string; readonly value: Value }[];
  readonly delimiter: string;
  readonly quote: string;
  readonly header: boolean;
  readonly newline: '\r\n' | '\n';
  /** Cells that a spreadsheet would run as a formula get an apostrophe before them. */
  readonly guardFormulas: boolean;
}

/** A stretch of rendered segments. */
export type Part = SegmentPart | GroupPart;
export interface SegmentPart extends Common {
  readonly kind: 'segment';
  readonly id: string;
  readonly each?: Path;
  readonly elements: readonly { readonly position: number; readonly value: Value }[];
  /** Nothing in it comes from the event, so it is always written. */
  readonly fixed: boolean;
}
export interface GroupPart extends Common {
  readonly kind: 'group';
  readonly each?: Path;
  readonly parts: readonly Part[];
}
