import type { Path } from '../../language/path.ts';
import type { Found, SourceReader, Trace } from './source.ts';
import { bindX12, pairCodes } from './x12-path.ts';
import type { X12Values } from './x12-values.ts';

/** Lets those who look at single places read a set like any other source. */
export class X12Source implements SourceReader<number> {
  readonly #values: X12Values;

  constructor(values: X12Values) {
    this.#values = values;
  }

  read(path: Path, scope: number): Found | undefined {
    const mark = this.#values.traced;
    return this.#found(this.#values.read(bindX12(path), scope), mark);
  }

  readAll(path: Path, scope: number): Found[] {
    const mark = this.#values.traced;
    const texts = this.#values.readAll(bindX12(path), scope);
    return this.#traces(mark).map((trace, nth) => ({ text: texts[nth]!, trace }));
  }

  scopes(path: Path, scope: number): number[] {
    return [...this.#values.scopes(bindX12(path), scope)];
  }

  count(path: Path, scope: number): number {
    return this.#values.count(bindX12(path), scope);
  }

  indexOf(): number {
    return 1;
  }

  moment(): undefined {
    return undefined;
  }

  pair(path: Path, at: readonly number[], codes: readonly string[], scope: number): Found | undefined {
    const mark = this.#values.traced;
    return this.#found(this.#values.pair(bindX12(path), pairCodes(at, codes), scope), mark);
  }

  locate(path: Path, scope: number): Trace {
    return this.#values.locate(bindX12(path), scope) ?? {};
  }

  #found(text: string | undefined, mark: number): Found | undefined {
    const [trace] = this.#traces(mark);
    return text === undefined || !trace ? undefined : { text, trace };
  }

  #traces(mark: number): Trace[] {
    const values = this.#values;
    const traces = values.traces.slice(mark, values.traced).map((trace) => values.traceOf(trace));
    values.traced = mark;
    return traces;
  }
}
