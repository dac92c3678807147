import { DropZone } from '../../../ui/drop-zone.tsx';

interface DocumentDropProps {
  readonly onTake: (name: string, document: Blob) => void;
  readonly busy: boolean;
  /** What is said of what becomes of it. */
  readonly note: string;
  /** There is a result already: less room. */
  readonly small: boolean;
}

/** Takes a document that is to be looked at. */
export const DocumentDrop = ({ onTake, busy, note, small }: DocumentDropProps) => (
  <DropZone
    label="A document to look at"
    title="Drop a document here, or paste it below."
    words={note}
    onTake={onTake}
    isBusy={busy}
    paste={{
      label: 'The document as text',
      button: 'Look at it',
      rows: small ? 2 : 6,
      placeholder: 'ISA*00*          *00*          *ZZ*…',
    }}
  />
);
