import { closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { portalLook } from './editor-look.ts';
import { markable } from './marks.ts';
import classes from './workbench.module.css';

interface CodePaneProps {
  /** For people who do not see the screen. */
  readonly label: string;
  readonly text: string;
  readonly extensions?: Extension;
  readonly readOnly?: boolean;
  readonly onChange?: (text: string) => void;
  /** A person moved the cursor, by mouse or keys. */
  readonly onCursor?: (place: number, line: number) => void;
  readonly onView: (view: EditorView | undefined) => void;
}

/** A text in an editor, in one of the panes. Another `text` takes the place of what is there; what is typed is told. */
export function CodePane({
  label,
  text,
  extensions = [],
  readOnly = false,
  onChange,
  onCursor,
  onView,
}: CodePaneProps) {
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const changed = useEffectEvent((now: string) => onChange?.(now));
  const moved = useEffectEvent((place: number, line: number) => onCursor?.(place, line));
  const made = useEffectEvent((of: EditorView | undefined) => onView(of));
  const begin = useEffectEvent(() => ({ doc: text, extensions }));
  useEffect(() => {
    const own = begin();
    const editor = new EditorView({
      parent: holder.current!,
      state: EditorState.create({
        doc: own.doc,
        extensions: [
          ...[lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(), bracketMatching()],
          ...[search({ top: true }), markable, portalLook, own.extensions],
          EditorView.contentAttributes.of({ 'aria-label': label, ...(readOnly && { 'aria-readonly': 'true' }) }),
          readOnly ? EditorState.readOnly.of(true) : [history(), closeBrackets(), keymap.of(historyKeymap)],
          keymap.of([...searchKeymap, ...defaultKeymap]),
          EditorView.updateListener.of(({ docChanged, selectionSet, transactions, state }) => {
            if (docChanged && !transactions.some((one) => one.isUserEvent('set'))) changed(state.doc.toString());
            if (selectionSet && transactions.some((one) => one.isUserEvent('select'))) {
              const { head } = state.selection.main;
              moved(head, state.doc.lineAt(head).number);
            }
          }),
        ],
      }),
    });
    view.current = editor;
    made(editor);
    return () => {
      made(undefined);
      editor.destroy();
    };
  }, [label, readOnly]);
  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text }, userEvent: 'set' });
  }, [text]);
  return <div ref={holder} className={classes.code} />;
}
