import type { Path } from './path.ts';
import type { SourceReader, Trace } from './source.ts';
import { bindX12, pairCodes } from './x12-path.ts';
import type { X12Values } from './x12-values.ts';

/** Lets those who look at single places read a set like any other source. */
export function x12Source(values: X12Values): SourceReader<number> {
  const traces = (mark: number): Trace[] => {
    const found = values.traces.slice(mark, values.traced).map((trace) => values.traceOf(trace));
    values.traced = mark;
    return found;
  };
  return {
    read(path, scope) {
      const mark = values.traced;
      const text = values.read(bindX12(path), scope);
      const [trace] = traces(mark);
      return text === undefined || !trace ? undefined : { text, trace };
    },
    readAll(path, scope) {
      const mark = values.traced;
      const texts = values.readAll(bindX12(path), scope);
      return traces(mark).map((trace, nth) => ({ text: texts[nth]!, trace }));
    },
    scopes: (path, scope) => [...values.scopes(bindX12(path), scope)],
    count: (path, scope) => values.count(bindX12(path), scope),
    indexOf: () => 1,
    moment: () => undefined,
    pair(path, at, codes, scope) {
      const mark = values.traced;
      const text = values.pair(bindX12(path), pairCodes(at, codes), scope);
      const [trace] = traces(mark);
      return text === undefined || !trace ? undefined : { text, trace };
    },
    locate: (path: Path, scope) => values.locate(bindX12(path), scope) ?? {},
  };
}
