import type { Finding } from '../../finding.ts';
import { fault } from '../fault.ts';
import type { ByteRange, Delimiters } from '../model.ts';
import { findFixedHeader, ISA_BYTES } from '../read/fixed-header.ts';
import { binaryElement, type ElementDraft, type Newlines, type SegmentDraft } from './draft.ts';

/** Where a segment and its elements came to stand; `elements[0]` is element 01. Ranges exclude terminator and separators. */
export interface WrittenSegment {
  readonly id: string;
  readonly range: ByteRange;
  readonly elements: readonly ByteRange[];
}

interface WriterOptions {
  readonly newline?: Newlines | undefined;
  readonly encoding?: 'latin1' | 'utf8' | undefined;
  readonly asReceived?: boolean | undefined;
  readonly keepTrailing?: boolean | undefined;
}

const FIRST_BYTES = 4096;
const USUAL_ADVICE = 'Choose UTF-8 or other delimiters for the partner, or change the value';
/** The writer makes these itself. */
const ENVELOPE = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']);
/** Line breaks and other control characters, which readers drop or reject, and halves of characters. */
const UNSAFE = /[\p{Cc}\p{Cs}]/u;
/** Of received bytes only those of ASCII: a byte of UTF-8 looks like a control character of Latin-1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE_RECEIVED = /[\x00-\x1f\x7f]/;

/** Appends segments to a growing buffer and notes what cannot be written. */
export class SegmentWriter {
  readonly findings: Finding[] = [];
  readonly #delimiters: Delimiters;
  readonly #reserved: ReadonlySet<string>;
  readonly #options: WriterOptions;
  readonly #encoder = new TextEncoder();
  #buffer = new Uint8Array(FIRST_BYTES);
  #length = 0;
  #position = 0;
  #segments = 0;

  constructor(delimiters: Delimiters, options: WriterOptions) {
    this.#delimiters = delimiters;
    const { element, component, repetition, terminator } = delimiters;
    this.#reserved = new Set([element, component, terminator[0]!, ...(repetition === undefined ? [] : [repetition])]);
    this.#options = options;
  }

  /** Appends a segment and its terminator. The header of an interchange is exempt from what its own values would collide with. */
  segment(draft: SegmentDraft, kind: 'ISA' | 'body' | 'other' = 'other'): WrittenSegment {
    const { id } = draft;
    this.#position = id === 'ST' ? 1 : this.#position + 1;
    const start = this.#length;
    const elements = this.#options.keepTrailing || kind === 'ISA' ? draft.elements : withoutTrailing(draft.elements);
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id) || elements.length === 0 || (kind === 'body' && ENVELOPE.has(id)))
      this.#refuseSegment(id);
    this.#append(id);
    const ranges = elements.map((element, index) => {
      this.#append(this.#delimiters.element);
      const from = this.#length;
      if (kind === 'ISA') this.#header(element as string, index + 1);
      else this.#element(id, element, index + 1);
      return [from, this.#length] as const;
    });
    const end = this.#length;
    this.#append(this.#delimiters.terminator + this.#newline());
    this.#segments += 1;
    const data = binaryElement(id);
    if (data > 0 && ranges.length >= data) this.#checkLength(draft, data, ranges[data - 1]!);
    if (kind !== 'ISA' && this.#length - start > ISA_BYTES && data === 0) {
      const written = this.#buffer.subarray(start, this.#length);
      if (findFixedHeader(written, 1, end - start) >= 0) this.#refuseHeader(id);
    }
    return { id, range: [start, end], elements: ranges };
  }

  /** What stands behind the terminator; a terminator that breaks the line needs nothing more. */
  #newline(): string {
    const { newline = '' } = this.#options;
    if (typeof newline !== 'string') return newline[this.#segments] ?? '';
    return newline.startsWith(this.#delimiters.terminator)
      ? newline.slice(1)
      : /\n$/.test(this.#delimiters.terminator)
        ? ''
        : newline;
  }

  /** Readers find the end of binary data by the length that stands before them. */
  #checkLength({ id, elements }: SegmentDraft, data: number, [from, to]: ByteRange): void {
    if (Number(elements[data - 2]) === to - from) return;
    const explanation = `${id} would say that its data are ${elements[data - 2] || 'no'} bytes long, and they are ${to - from}. Correct the length.`;
    this.findings.push(
      fault('x12.write.segment', { segment: id, position: this.#position, element: data - 1, explanation }),
    );
  }

  /** What was written so far. */
  bytes(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  #header(value: string, element: number): void {
    if (element === 11 || element === 16) this.#append(value);
    else this.#value('ISA', value, element);
  }

  #element(id: string, draft: ElementDraft, element: number): void {
    if (typeof draft === 'string') {
      if (binaryElement(id) === element) this.#append(draft);
      else this.#value(id, draft, element);
      return;
    }
    const repetitions = isNested(draft) ? draft : [draft];
    const { component, repetition } = this.#delimiters;
    if (repetitions.length > 1 && repetition === undefined)
      this.#refuse(id, element, 'repetitions, but no repetition separator is agreed');
    for (const [nth, components] of repetitions.entries()) {
      if (nth > 0) this.#append(repetition ?? '');
      const kept = this.#options.keepTrailing ? components : withoutTrailing(components);
      for (const [part, value] of kept.entries()) {
        if (part > 0) this.#append(component);
        this.#value(id, value, element, kept.length > 1 ? part + 1 : undefined);
      }
    }
  }

  #value(id: string, value: string, element: number, component?: number): void {
    for (const char of value) {
      if (!this.#reserved.has(char)) continue;
      const where = `${id}-${String(element).padStart(2, '0')}`;
      const explanation = `${where} would hold ${JSON.stringify(char)}, which is a delimiter of this interchange. Choose other delimiters for the partner, or take the character out.`;
      const place = { segment: id, position: this.#position, element, component, received: value };
      this.findings.push(fault('x12.write.collision', { ...place, expected: 'no delimiter', explanation }));
      return;
    }
    const unsafe = (this.#options.asReceived ? UNSAFE_RECEIVED : UNSAFE).exec(value)?.[0];
    if (unsafe !== undefined) {
      const code = `U+${unsafe.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
      const what = /\p{Cc}/u.test(unsafe) ? `a control character (${code})` : `half a character (${code})`;
      this.#refuse(id, element, what, 'Take it out of the value');
      return;
    }
    this.#append(value, id, element);
  }

  #append(text: string, id?: string, element?: number): void {
    if (this.#length + text.length * 3 > this.#buffer.length) this.#grow(text.length * 3);
    if (this.#options.encoding === 'utf8' && id !== undefined) {
      this.#length += this.#encoder.encodeInto(text, this.#buffer.subarray(this.#length)).written;
      return;
    }
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 255) {
        this.#refuse(id ?? '', element ?? 0, `"${text}", which Latin-1 cannot carry`);
        return;
      }
      this.#buffer[this.#length++] = code;
    }
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.#length + needed));
    larger.set(this.#buffer);
    this.#buffer = larger;
  }

  #refuse(id: string, element: number, what: string, advice = USUAL_ADVICE): void {
    const where = `${id}-${String(element).padStart(2, '0')}`;
    const place = { segment: id, position: this.#position, element };
    const explanation = `${where} would hold ${what}. ${advice}.`;
    this.findings.push(fault('x12.write.character', { ...place, explanation }));
  }

  /** Whoever reads it would take what a value holds for the beginning of another interchange. */
  #refuseHeader(id: string): void {
    const explanation = `Segment ${id} would hold an ISA segment of full length, which readers take for the next interchange. Take it out of the value.`;
    this.findings.push(fault('x12.write.collision', { segment: id, position: this.#position, explanation }));
  }

  #refuseSegment(id: string): void {
    const explanation = `Segment "${id}" cannot be written: its id is not valid or that of an envelope, or it has no value. Correct the mapping.`;
    this.findings.push(fault('x12.write.segment', { segment: id, position: this.#position, explanation }));
  }
}

function isNested(draft: readonly string[] | readonly (readonly string[])[]): draft is readonly (readonly string[])[] {
  return typeof draft[0] === 'object';
}

/** Without the empty values at the end. */
function withoutTrailing<T extends ElementDraft>(values: readonly T[]): readonly T[] {
  let end = values.length;
  while (end > 0 && isEmpty(values[end - 1]!)) end -= 1;
  return end === values.length ? values : values.slice(0, end);
}

function isEmpty(value: ElementDraft): boolean {
  return typeof value === 'string' ? value === '' : value.every((part) => isEmpty(part));
}
