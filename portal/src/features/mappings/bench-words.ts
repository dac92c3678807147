import type { Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { MappingTrial } from '../../lib/contract.ts';

type Fault = { readonly line: number; readonly column: number; readonly message: string; readonly hint?: string };

/** A fault under its word in the text. */
export function diagnosticOf({ doc }: EditorState, { line, column, message, hint }: Fault): Diagnostic {
  const { from, to, text } = doc.line(Math.min(line, doc.lines));
  const start = Math.min(from + column - 1, to);
  const word = /^[^\s:,{}[\]]+/.exec(text.slice(start - from))?.[0].length ?? 0;
  return {
    from: start,
    to: Math.min(to, start + Math.max(1, word)),
    severity: 'error',
    message: hint === undefined ? message : `${message} (${hint})`,
  };
}

/** What came of it, in a few words. */
export function resultWords(trial: MappingTrial | undefined, direction: 'in' | 'out', isCurrent: boolean): string {
  if (!trial) return '';
  if (!isCurrent) return 'trying …';
  if (!trial.compiles) return 'nothing: the mapping has faults';
  if (trial.refused !== undefined) return 'nothing: the sample does not fit';
  if (direction === 'out') return trial.result.format.toUpperCase();
  const { events, rejected } = trial.made;
  const left = trial.left.events > 0 ? `, the first ${events - trial.left.events} shown` : '';
  return `${events} ${events === 1 ? 'event' : 'events'}${left}${rejected > 0 ? `; ${rejected} ${rejected === 1 ? 'set is' : 'sets are'} rejected` : ''}`;
}

/** Something of the sample came through the mapping: of one that is refused, or rejected as a whole, there is no telling what is dropped. */
export const wasMapped = ({ refused, made }: MappingTrial): boolean => refused === undefined && made.events > 0;

/** Lines that only one of two texts has, in their order; a longest common run is kept at both ends. */
export function changedLines(before: string, after: string): readonly string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const around = 3;
  return [
    ...old.slice(Math.max(0, head - around), head).map((line) => ` ${line}`),
    ...old.slice(head, old.length - tail).map((line) => `-${line}`),
    ...now.slice(head, now.length - tail).map((line) => `+${line}`),
    ...old.slice(old.length - tail, old.length - tail + around).map((line) => ` ${line}`),
  ];
}
