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

/**
 * What the well-known versions around a version find in a set. What one source says of the version itself rejects only what each of them finds too.
 * A set is judged by them when first asked about.
 */
export class Witnesses {
  readonly #version: VersionDefinition;
  #place: TapePlace | undefined;
  #code = '';
  #found: readonly ReadonlySet<string>[] | undefined;

  constructor(version: VersionDefinition) {
    this.#version = version;
  }

  /** Goes on to a set. */
  begin(place: TapePlace, code: string): void {
    this.#place = place;
    this.#code = code;
    this.#found = undefined;
  }

  /** Whether each of them finds the same fault; without any nothing is confirmed. */
  readonly confirm = (code: X12FindingCode, at: FaultPlace): boolean => {
    this.#found ??= this.#version.witnesses().map((version) => faultsOf(this.#place!, this.#code, version));
    const same = faultKey(code, at);
    return this.#found.length > 0 && this.#found.every((faults) => faults.has(same));
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

function faultsOf(place: TapePlace, code: string, version: VersionDefinition): ReadonlySet<string> {
  const sink = new WitnessSink();
  const definition = version.sets.get(code);
  if (definition === undefined) return sink.faults;
  placeIn(place, definition, version, sink);
  const { source, first, last } = place;
  const elements = new ElementChecker(source, version.version);
  for (let index = first; index <= last; index += 1) {
    const key = segmentKey(source, index);
    const segment = version.segmentsByKey.get(key);
    if (segment === undefined) continue;
    // As where the set is checked: what ST and SE say is judged by `read`.
    if (index === first || key === SE) elements.checkCount(index, segment, sink);
    else elements.check(index, segment, undefined, sink);
  }
  return sink.faults;
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
    if (at.basis === undefined) this.faults.add(faultKey(code, at));
  }
}

function faultKey(code: X12FindingCode, { index, key, element = 0, component = 0 }: FaultPlace): string {
  return `${code} ${index} ${key} ${element} ${component}`;
}
