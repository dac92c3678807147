import { keyAt } from '../../rules/tape-test.ts';
import { SetLoops } from '../../x12/check/set-loops.ts';
import type { Source } from '../../x12/read/tape.ts';
import type { Placement, TapePlace } from '../../x12/read/views.ts';
import { ReadMarks } from './read-marks.ts';
import type { Budget } from './source.ts';
import { rankOf, type X12Filter, type X12Path, type X12Step } from './x12-path.ts';

const none: readonly number[] = [];

/**
 * Finds segments and loops of a checked set by paths. A scope is the number of a segment, counted from 0: the whole loop where it opens one (the set
 * is 0), else that segment in its loop. Each segment that is looked at is one step of the budget.
 */
export abstract class X12Search {
  protected readonly source: Source;
  /** Place of the set's first segment on the tape. */
  protected readonly first: number;
  protected readonly loops: SetLoops;
  protected readonly budget: Budget;
  /** What reached an event so far. */
  readonly marks: ReadMarks;

  constructor(place: TapePlace, placement: Placement, budget: Budget) {
    this.source = place.source;
    this.first = place.first;
    this.loops = new SetLoops(place, placement);
    this.budget = budget;
    this.marks = new ReadMarks(place);
  }

  /** Looks at a segment that was searched for; true ends the search. */
  protected abstract see(segment: number): boolean;

  /** The text of an element without blanks around it, '' where there is none. */
  protected abstract bareText(segment: number, element: number, component: number | undefined): string;

  /** The segment's id as `keyOf` gives it. */
  protected keyOf(segment: number): number {
    return this.loops.key(segment);
  }

  /** Sees all segments that the path's last step names, in the order of the loops. */
  protected visit(path: X12Path, scope: number): void {
    if (this.budget.left < 0 || !this.loops.keys.mayHave(path.ids)) return;
    const { steps } = path;
    if (path.near) {
      this.#visitLast(steps[0]!, scope);
    } else if (path.beside !== 0) {
      this.#visitBeside(path, scope);
    } else if (path.path.origin === 'ancestor') {
      const start = this.#ancestor(steps[0]!, scope);
      if (start < 0) return;
      if (steps.length > 1) this.#visitSteps(steps, 1, start);
      else this.see(start);
    } else if (path.path.deep) {
      this.#descend((loop) =>
        steps.length === 1 ? this.#visitOwn(steps[0]!, loop) : this.#visitSteps(steps, 0, loop),
      );
    } else {
      this.#visitSteps(steps, 0, path.path.origin === 'root' ? 0 : scope);
    }
  }

  /** Loops or segments that an `each` looks at, one after the other. */
  protected find(path: X12Path, scope: number): readonly number[] {
    if (this.budget.left < 0 || !this.loops.keys.mayHave(path.ids)) return none;
    const found: number[] = [];
    const { steps } = path;
    if (path.path.origin === 'ancestor') {
      const start = this.#ancestor(steps[0]!, scope);
      if (start >= 0 && steps.length > 1) this.#collect(steps, 1, start, found);
      else if (start >= 0) found.push(start);
    } else if (path.path.deep) {
      this.#descend((loop) => {
        this.#collect(steps, 0, loop, found);
        return false;
      });
    } else {
      this.#collect(steps, 0, path.path.origin === 'root' ? 0 : this.loops.owner(scope), found);
    }
    return found;
  }

  /** Sees the segments of the same name right behind or before the one that an `each` looks at, up to the next one that the `each` looks at too. */
  #visitBeside({ steps, beside, until }: X12Path, scope: number): void {
    const loops = this.loops;
    const { key, filters } = steps[0]!;
    const owner = loops.owner(scope);
    for (let segment = scope + beside; segment > 0 && segment < loops.count; segment += beside) {
      if (loops.key(segment) !== key || loops.owner(segment) !== owner || this.#spend()) return;
      if (this.#fits(segment, until)) return;
      if (this.#fits(segment, filters) && this.see(segment)) return;
    }
  }

  /** Follows the steps from a loop on; the last one may name segments of its own or loops below. True ends the search. */
  #visitSteps(steps: readonly X12Step[], index: number, scope: number): boolean {
    const step = steps[index]!;
    if (index === steps.length - 1) return this.#visitLast(step, scope);
    const loops = this.loops;
    for (let loop = loops.childNamed(loops.owner(scope), step.key); loop !== 0; loop = loops.same(loop)) {
      if (this.#spend()) return true;
      if (this.#fits(loop, step.filters) && this.#visitSteps(steps, index + 1, loop)) return true;
    }
    return false;
  }

  #visitLast(step: X12Step, scope: number): boolean {
    const loops = this.loops;
    const owner = loops.owner(scope);
    if (owner !== scope && loops.key(scope) === step.key) return this.#fits(scope, step.filters) && this.see(scope);
    if (this.#visitOwn(step, owner)) return true;
    for (let loop = loops.childNamed(owner, step.key); loop !== 0; loop = loops.same(loop)) {
      if (this.#spend()) return true;
      if (this.#fits(loop, step.filters) && this.see(loop)) return true;
    }
    return false;
  }

  #visitOwn(step: X12Step, loop: number): boolean {
    const loops = this.loops;
    const { key, filters } = step;
    for (let from = loop; ; ) {
      const segment = loops.ownNamed(from, key, this.budget);
      if (segment < 0) return false;
      if (this.budget.left < 0) return true;
      if ((filters.length === 0 || this.#fits(segment, filters)) && this.see(segment)) return true;
      from = loops.nextOwn(segment);
      if (from === 0) return false;
    }
  }

  #collect(steps: readonly X12Step[], index: number, from: number, found: number[]): void {
    const step = steps[index]!;
    const loops = this.loops;
    const before = found.length;
    const last = index === steps.length - 1;
    let some = false;
    for (let loop = loops.childNamed(from, step.key); loop !== 0; loop = loops.same(loop)) {
      if (this.#spend()) return;
      if (!this.#fits(loop, step.filters)) continue;
      some = true;
      if (last) found.push(loop);
      else this.#collect(steps, index + 1, loop, found);
    }
    if (!last || some || found.length > before) return;
    // The first segment is the loop itself, which is found from above.
    for (let segment = loops.nextOwn(from); segment !== 0; segment = loops.nextOwn(segment)) {
      if (this.#spend()) return;
      if (loops.key(segment) === step.key && this.#fits(segment, step.filters)) found.push(segment);
    }
  }

  /** All loops of the set, the set itself first, in the order of the loops; without recursion, as levels can be as deep as a document is long. */
  #descend(see: (loop: number) => boolean): void {
    const loops = this.loops;
    for (let loop = 0; ; ) {
      if (this.#spend() || see(loop)) return;
      let next = loops.child(loop);
      while (next === 0 && loop !== 0) {
        next = loops.sibling(loop);
        if (next === 0) loop = loops.parent(loop);
      }
      if (next === 0) return;
      loop = next;
    }
  }

  /** The nearest loop around the scope, itself included, that the step names; -1 where there is none. */
  #ancestor(step: X12Step, scope: number): number {
    const loops = this.loops;
    for (let loop = loops.owner(scope); ; loop = loops.parent(loop)) {
      if (this.#spend()) return -1;
      if (loops.key(loop) === step.key && this.#fits(loop, step.filters)) return loop;
      if (loop === 0) return -1;
    }
  }

  #fits(segment: number, filters: readonly X12Filter[]): boolean {
    for (let nth = 0; nth < filters.length; nth += 1) {
      const { element, component, keys, texts, negated } = filters[nth]!;
      const key = keyAt(this.source, this.first + segment, element, component);
      let holds = keys === undefined ? key !== 0 : rankOf(keys, key) >= 0;
      if (!holds && texts.length > 0) holds = texts.includes(this.bareText(segment, element, component));
      if (holds === negated) return false;
      // Only a code that was asked for says something by being there.
      if (holds && keys !== undefined) this.marks.add(segment, element, component ?? 0);
    }
    return true;
  }

  #spend(): boolean {
    this.budget.left -= 1;
    return this.budget.left < 0;
  }
}
