import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

export type Span = readonly [from: number, to: number];

/** What is lit up: spans of the text, or whole lines, counted from 1. */
export interface Marks {
  readonly spans?: readonly Span[];
  readonly lines?: readonly number[];
}

const setMarks = StateEffect.define<Marks>();
const setCommented = StateEffect.define<readonly number[]>();

const lit = Decoration.mark({ class: 'cm-linked' });
const litLine = Decoration.line({ class: 'cm-linkedLine' });
const commentedLine = Decoration.line({
  class: 'cm-commented',
  attributes: { title: 'There is a comment on this line' },
});

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects, state }) {
    let next = marks.map(changes);
    for (const effect of effects) {
      if (!effect.is(setMarks)) continue;
      const { spans = [], lines = [] } = effect.value;
      const { length, lines: count } = state.doc;
      const ranges = [
        ...spans.filter(([from, to]) => from < to && to <= length).map(([from, to]) => lit.range(from, to)),
        ...lines.filter((line) => line >= 1 && line <= count).map((line) => litLine.range(state.doc.line(line).from)),
      ];
      next = RangeSet.of(ranges, true);
    }
    return next;
  },
  provide: (of) => EditorView.decorations.from(of),
});

const commented = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { changes, effects, state }) {
    let next = marks.map(changes);
    for (const effect of effects) {
      if (!effect.is(setCommented)) continue;
      const lines = effect.value.filter((line) => line >= 1 && line <= state.doc.lines);
      next = RangeSet.of(
        [...new Set(lines)].map((line) => commentedLine.range(state.doc.line(line).from)),
        true,
      );
    }
    return next;
  },
  provide: (of) => EditorView.decorations.from(of),
});

export const markable: Extension = [field, commented];

/** Lights up what belongs together, in place of what was lit before. @param show brings the first of it into sight */
export function mark(view: EditorView | undefined, marks: Marks, show: boolean): void {
  if (!view) return;
  const [span] = marks.spans ?? [];
  const [line] = marks.lines ?? [];
  const at =
    span?.[0] ??
    (line !== undefined && line >= 1 && line <= view.state.doc.lines ? view.state.doc.line(line).from : undefined);
  const isThere = at !== undefined && at <= view.state.doc.length;
  view.dispatch({
    effects: [setMarks.of(marks), ...(show && isThere ? [EditorView.scrollIntoView(at, { y: 'center' })] : [])],
  });
}

export const markComments = (view: EditorView | undefined, lines: readonly number[]): void =>
  view?.dispatch({ effects: setCommented.of(lines) });
