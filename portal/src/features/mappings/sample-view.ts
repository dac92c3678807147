import type { EditorState } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  hoverTooltip,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { MappingTrial } from '../../lib/contract.ts';

export type AnnotatedSample = NonNullable<MappingTrial['annotated']>;

const isaLength = 106;

/** X12 with a segment a line, as people read it; line feeds behind terminators mean nothing. Everything else stays as it is. */
export function readable(text: string): string {
  if (!text.startsWith('ISA') || text.length < isaLength) return text;
  const terminator = text[isaLength - 1] ?? '~';
  if (/[\r\n]/.test(terminator)) return text;
  return text
    .split(terminator)
    .map((segment) => segment.replace(/^[\r\n]+/, ''))
    .join(`${terminator}\n`)
    .replace(/\n$/, '');
}

/** The segment that holds a place. */
function segmentAt({ segments }: AnnotatedSample, place: number): readonly number[] | undefined {
  let [from, to] = [0, segments.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((segments[middle]?.[0] ?? 0) <= place) from = middle + 1;
    else to = middle;
  }
  const found = segments[from - 1];
  return found && place <= (found[1] ?? 0) ? found : undefined;
}

/** What stands at a place, in the standard's names: segment, element, what its code means. */
export function nameAt(state: EditorState, annotated: AnnotatedSample, place: number): readonly string[] | undefined {
  const segment = segmentAt(annotated, place);
  const kind = segment && annotated.kinds[segment[2] ?? 0];
  if (!segment || !kind) return undefined;
  const [from = 0] = segment;
  const separator = state.sliceDoc(from + kind.id.length, from + kind.id.length + 1);
  const before = state.sliceDoc(from, place).split(separator);
  const head = `${kind.id}${kind.name === undefined ? '' : ` ${kind.name}`}${kind.loop === undefined ? '' : `, loop ${kind.loop}`}`;
  const position = before.length - 1;
  const element = kind.elements[position - 1];
  if (position < 1 || separator === '') return [head];
  const value = state.sliceDoc(from, segment[1] ?? from).split(separator)[position] ?? '';
  const meaning = annotated.codes[element?.reference ?? '']?.[value.trim()];
  const name = `${kind.id}-${String(position).padStart(2, '0')} ${element?.name ?? ''}`;
  return [head, meaning === undefined ? name : `${name}: ${value} = ${meaning}`];
}

const segmentMark = Decoration.mark({ class: 'cm-segment' });

/** Names on hover, and segment ids that stand out; only what is in sight is drawn. */
export function namedSample(annotated: () => AnnotatedSample | undefined) {
  const draw = (view: EditorView): DecorationSet => {
    const known = annotated();
    if (!known) return Decoration.none;
    const ranges = view.visibleRanges.flatMap(({ from, to }) => {
      const marks = [];
      for (let at = view.state.doc.lineAt(from).number; at <= view.state.doc.lines; at += 1) {
        const line = view.state.doc.line(at);
        if (line.from > to) break;
        const segment = segmentAt(known, line.from);
        const kind = segment?.[0] === line.from ? known.kinds[segment[2] ?? 0] : undefined;
        if (kind && line.text.startsWith(kind.id)) marks.push(segmentMark.range(line.from, line.from + kind.id.length));
      }
      return marks;
    });
    return Decoration.set(ranges, true);
  };
  const drawn = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      known = annotated();
      constructor(view: EditorView) {
        this.decorations = draw(view);
      }
      update(update: ViewUpdate): void {
        if (!update.docChanged && !update.viewportChanged && this.known === annotated()) return;
        this.known = annotated();
        this.decorations = draw(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );
  const hover = hoverTooltip((view, pos) => {
    const known = annotated();
    const names = known && nameAt(view.state, known, pos);
    if (!names) return null;
    return {
      pos,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-name';
        for (const [nth, name] of names.entries()) {
          const line = document.createElement(nth === 0 ? 'b' : 'div');
          line.textContent = name;
          dom.append(line);
        }
        return { dom };
      },
    };
  });
  return [drawn, hover];
}
