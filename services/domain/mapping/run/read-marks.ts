import type { TapePlace } from '../../x12/read/views.ts';

/** Room for the marks of some hundred small sets: one piece of memory for each would cost more than filling it. */
const chunkLength = 1 << 14;
let chunk = new Uint16Array(0);
let used = 0;

const whole = 1;
/** Components have a bit each as far as bits reach; no composite of the standard has more. */
const lastComponent = 15;

/**
 * Which values of a set reached an event: those that went into a field, and the qualifiers that chose them. Kept as one cell for each element of the
 * set, so that marking costs next to nothing and what is left can be told at the end.
 */
export class ReadMarks {
  readonly #cells: Uint16Array;
  /** Where the set's first segment stands in the cells, less its place on the tape. */
  readonly #base: number;
  readonly #starts: TapePlace['source']['tape']['starts'];
  readonly #first: number;

  constructor({ source, first, last }: TapePlace) {
    this.#starts = source.tape.starts;
    this.#first = first;
    const from = this.#starts[first]!;
    const length = this.#starts[last + 1]! - from;
    if (used + length > chunk.length) {
      chunk = new Uint16Array(Math.max(chunkLength, length));
      used = 0;
    }
    this.#cells = chunk;
    this.#base = used - from;
    used += length;
  }

  /** @param component 0: the whole element */
  add(segment: number, element: number, component: number): void {
    const at = this.#base + this.#starts[this.#first + segment]! + element;
    this.#cells[at] = this.#cells[at]! | (component === 0 ? whole : 1 << Math.min(component, lastComponent));
  }

  /** Whether all of an element was read. */
  hasWhole(segment: number, element: number): boolean {
    return (this.#cells[this.#base + this.#starts[this.#first + segment]! + element]! & whole) !== 0;
  }

  /** Whether some component of an element was read by itself. */
  hasSome(segment: number, element: number): boolean {
    return this.#cells[this.#base + this.#starts[this.#first + segment]! + element]! !== 0;
  }

  has(segment: number, element: number, component: number): boolean {
    const bits = whole | (1 << Math.min(component, lastComponent));
    return (this.#cells[this.#base + this.#starts[this.#first + segment]! + element]! & bits) !== 0;
  }
}
