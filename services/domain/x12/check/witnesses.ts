import { FindingRoom } from '../../finding-list.ts';
import { type FaultPlace, FaultSink } from '../fault-sink.ts';
import { type X12FindingCode, x12Findings } from '../findings-catalogue.ts';
import { keyOf, segmentKey } from '../read/tape.ts';
import type { TapePlace } from '../read/views.ts';
import type { SetDefinition, VersionDefinition } from '../standard/standard.ts';
import { ElementChecker } from './element-check.ts';
import { PlacedRoom } from './placed-room.ts';
import { Placer } from './placement.ts';

const SE = keyOf('SE');

/** Faults of segments that a witness remembers of one set; what comes behind them is not confirmed. */
const MOST_FAULTS = 100_000;

/**
 * What the well-known versions around a version find in a set. What one source says of the version itself rejects only what each of them finds too.
 * A set is judged by them when first asked about, its elements one segment at a time.
 */
export class Witnesses {
  readonly #version: VersionDefinition;
  #place: TapePlace | undefined;
  #code = '';
  #witnesses: readonly Witness[] | undefined;

  constructor(version: VersionDefinition) {
    this.#version = version;
  }

  /** Goes on to a set. */
  begin(place: TapePlace, code: string): void {
    this.#place = place;
    this.#code = code;
    this.#witnesses = undefined;
  }

  /** Whether each of them finds the same fault; without any nothing is confirmed. */
  readonly confirm = (code: X12FindingCode, at: FaultPlace): boolean => {
    this.#witnesses ??= this.#version.witnesses().map((version) => new Witness(version, this.#place!, this.#code));
    return this.#witnesses.length > 0 && this.#witnesses.every((witness) => witness.finds(code, at));
  };

  /** The version, the nearest older one first, whose layout the set fits without any fault. */
  fitting(): { readonly version: VersionDefinition; readonly definition: SetDefinition } | undefined {
    for (const version of this.#version.witnesses()) {
      const definition = version.sets.get(this.#code);
      if (definition === undefined) continue;
      const sink = new WitnessSink();
      placeIn(this.#place!, definition, version, sink);
      if (sink.isFaultless) return { version, definition };
    }
    return undefined;
  }
}

/** One version that looks at one set. */
class Witness {
  readonly #version: VersionDefinition;
  readonly #place: TapePlace;
  readonly #segments = new WitnessSink();
  readonly #checker: ElementChecker;
  #elements = new WitnessSink();
  /** The segment whose elements were looked at last. */
  #index = -1;

  constructor(version: VersionDefinition, place: TapePlace, code: string) {
    this.#version = version;
    this.#place = place;
    this.#checker = new ElementChecker(place.source, version.version);
    const definition = version.sets.get(code);
    if (definition !== undefined) placeIn(place, definition, version, this.#segments);
  }

  finds(code: X12FindingCode, at: FaultPlace): boolean {
    if (at.element === undefined) return this.#segments.faults.has(faultKey(code, at));
    if (at.index !== this.#index) this.#look(at.index);
    return this.#elements.faults.has(faultKey(code, at));
  }

  #look(index: number): void {
    this.#index = index;
    this.#elements = new WitnessSink();
    const { source, first } = this.#place;
    const key = segmentKey(source, index);
    const segment = this.#version.segmentsByKey.get(key);
    if (segment === undefined) return;
    this.#elements.begin(this.#place);
    // As where the set is checked: what ST and SE say is judged by `read`.
    if (index === first || key === SE) this.#checker.checkCount(index, segment, this.#elements);
    else this.#checker.check(index, segment, undefined, this.#elements);
  }
}

function placeIn(place: TapePlace, definition: SetDefinition, version: VersionDefinition, sink: WitnessSink): void {
  sink.begin(place);
  const room = new PlacedRoom();
  room.begin(place);
  new Placer(definition, version, room).run(place, sink);
}

/** Hears faults and keeps where they are; what is a note for a witness too confirms nothing. */
class WitnessSink extends FaultSink {
  readonly faults = new Set<string>();
  /** Not even a note was heard. */
  isFaultless = true;

  constructor() {
    super(new FindingRoom(), x12Findings);
  }

  override segment(...[code, , at]: Parameters<FaultSink['segment']>): void {
    this.#hear(code, at);
  }

  override gap(...[code, , at]: Parameters<FaultSink['gap']>): void {
    this.#hear(code, at);
  }

  override element(...[code, , at]: Parameters<FaultSink['element']>): void {
    this.#hear(code, at);
  }

  #hear(code: X12FindingCode, at: FaultPlace): void {
    this.isFaultless = false;
    if (at.basis === undefined && this.faults.size < MOST_FAULTS) this.faults.add(faultKey(code, at));
  }
}

function faultKey(code: X12FindingCode, { index, key, element = 0, component = 0 }: FaultPlace): string {
  return `${code} ${index} ${key} ${element} ${component}`;
}
