import type { Path } from '../../language/path.ts';
import type { Condition, InboundMapping, Value } from '../language/plan.ts';
import { prepareText } from './evaluate-leaf.ts';
import { prepareTest } from './prepare-test.ts';
import type { Prepared, ReadText, Test } from './prepared.ts';
import { type Program, prepareProgram } from './program.ts';
import type { BoundPath } from './source.ts';

/** What is prepared for one kind of source. Remembered as long as the mappings are. */
export class PreparedParts<S> implements Prepared<S> {
  readonly bind: (path: Path) => BoundPath;
  readonly #texts = new WeakMap<Value, ReadText<S>>();
  readonly #tests = new WeakMap<Condition, Test<S>>();
  readonly #programs = new WeakMap<InboundMapping, Program<S>>();

  constructor(bind: (path: Path) => BoundPath) {
    this.bind = bind;
  }

  text(value: Value): ReadText<S> {
    return remembered(this.#texts, value, () => prepareText(value, this));
  }

  test(condition: Condition): Test<S> {
    return remembered(this.#tests, condition, () => prepareTest(condition, this));
  }

  program(mapping: InboundMapping): Program<S> {
    return remembered(this.#programs, mapping, () => prepareProgram(mapping, this));
  }
}

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
