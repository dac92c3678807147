import { append } from '../../lists.ts';
import { importLimits, type Notes, NotReadable } from '../spec.ts';

/** An entry of a section, `ID=…` or a line of text, with continued lines joined. */
export interface SefEntry {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

export interface SefFile {
  readonly version: string;
  readonly sections: ReadonlyMap<string, readonly SefEntry[]>;
}

/** Sections whose entries are `ID=…`. */
const keyed = new Set(['SETS', 'SEGS', 'COMS', 'ELMS', 'CODES', 'VALLISTS', 'VALREFS', 'SEMREFS', 'OBJVARS']);
const plain = new Set(['INI', 'TEXT,SETS', 'TEXT,SEGS', 'TEXT,COMS', 'TEXT,ELMS', 'TEXT']);
const heads = new Set(['VER', 'STD', 'PRIVATE', 'PUBLIC', ...plain, ...keyed]);

const sectionForm = /^\.([A-Z]+(?:,[A-Z]+)?)\s*(.*)$/;
const keyForm = /^([A-Z0-9][A-Z0-9_.]*)=/i;
/** Of `.VALREFS` the key is a place: `//ISA//6`. */
const placeForm = /^([A-Z0-9/][A-Z0-9_./-]*)=/i;
const textForm = /^[A-Z0-9]{1,6}(?:~[^,]{0,20})*,\d{1,2},/i;

/**
 * Splits a SEF file into its sections. Lines that were wrapped are joined: only known names begin a section, and only what looks like an entry begins one.
 * @throws NotReadable for an encrypted file, and for one without sections
 */
export function scanSef(text: string, notes: Notes): SefFile {
  if (text.startsWith('EDIDE')) throw new NotReadable('an encrypted SEF file', encrypted);
  const sections = new Map<string, SefEntry[]>();
  let version = '1.0';
  let current: string | undefined;
  let isPrivate = false;
  let privateAt = 0;
  let entries: { key: string; parts: string[]; line: number }[] = [];
  const close = () => {
    if (current !== undefined) {
      const list = sections.get(current) ?? [];
      append(
        list,
        entries.map(({ key, parts, line }) => ({ key, value: parts.join(current === 'VALLISTS' ? '\n' : ''), line })),
      );
      sections.set(current, list);
    }
    entries = [];
  };
  const lines = text.split(/\r\n|\n|\r/);
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const [, name = '', rest = ''] = sectionForm.exec(raw) ?? [];
    if (isPrivate && name !== 'PUBLIC') continue;
    if (heads.has(name)) {
      close();
      current = keyed.has(name) || plain.has(name) ? name : undefined;
      isPrivate = name === 'PRIVATE';
      if (isPrivate) privateAt = line;
      if (name === 'VER') version = rest.trim() || version;
      continue;
    }
    if (raw.trim() === '') continue;
    if (current === undefined) {
      notes.lost({ line }, `“${raw.slice(0, 60)}” stands in no section that SEF knows.`);
      continue;
    }
    const begins = keyed.has(current)
      ? (current === 'VALREFS' ? placeForm : keyForm).exec(raw)
      : current === 'INI'
        ? true
        : textForm.test(raw);
    const last = entries.at(-1);
    if (begins || last === undefined) {
      const key = Array.isArray(begins) ? begins[1]! : '';
      entries.push({ key, parts: [key === '' ? raw : raw.slice(key.length + 1)], line });
    } else last.parts.push(raw);
  }
  close();
  const unread = `The part that line ${privateAt} begins with .PRIVATE is not ended by .PUBLIC, so nothing behind it was read.`;
  if (!sections.has('SETS'))
    throw new NotReadable(
      'a SEF file without sets',
      `The SEF file has no section .SETS, so there is no set to take.${isPrivate ? ` ${unread}` : ''}`,
    );
  if (isPrivate) notes.lost({ line: privateAt }, unread);
  if (!(Number(version) >= 1 && Number(version) < 1.7))
    notes.lost({ line: 1 }, `SEF ${version.slice(0, 20)} is not known here; it was read like SEF 1.6.`);
  if ((sections.get('SETS')?.length ?? 0) > importLimits.sets)
    throw new NotReadable(
      'a very large SEF file',
      `The file has more than ${importLimits.sets} sets. Export those that are used.`,
    );
  return { version, sections };
}

const encrypted =
  'This SEF file is encrypted (it begins with EDIDE): only the program that its author licensed can open it. Ask its author for a plain SEF file (“save as SEF, not encrypted”), or for the layout as a table in XLSX or CSV.';
