import {
  type ImportedSpec,
  ItemRoom,
  importLimits,
  Notes,
  type SpecElement,
  type SpecItem,
  type SpecSegment,
  type SpecSet,
  type SpecUse,
  shortText,
  versionOf,
} from '../spec.ts';
import { readParts, type SefPart } from './brackets.ts';
import { type SefEntry, type SefFile, scanSef } from './scan-sef.ts';
import { readCodeLists, type SefCodes } from './sef-codes.ts';
import {
  numberOf,
  readElements,
  readSegments,
  type SefElement,
  type SefSegment,
  uses,
  wordsOf,
} from './sef-dictionary.ts';
import { readTexts, type SefTexts } from './sef-texts.ts';
import { readValues, type SefValues } from './sef-values.ts';

interface Dictionary {
  readonly segments: ReadonlyMap<string, SefSegment>;
  readonly composites: ReadonlyMap<string, SefSegment>;
  readonly elements: ReadonlyMap<string, SefElement>;
  readonly codes: SefCodes;
  readonly texts: SefTexts;
  readonly values: SefValues;
  readonly notes: Notes;
  readonly room: ItemRoom;
}

/** Reads SEF 1.0 to 1.6 (Foresight). Semantic exits are reported and never run. @throws NotReadable */
export function readSef(text: string): ImportedSpec {
  const notes = new Notes();
  const room = new ItemRoom();
  const file = scanSef(text, notes);
  const dictionary: Dictionary = {
    segments: readSegments(file.sections.get('SEGS'), notes, room),
    composites: readSegments(file.sections.get('COMS'), notes, room),
    elements: readElements(file, notes),
    codes: readCodeLists(file, notes),
    texts: readTexts(file, notes),
    values: readValues(file, notes),
    notes,
    room,
  };
  const version = versionIn(file, notes);
  const sets = (file.sections.get('SETS') ?? []).map((entry) => setOf(entry, dictionary, version));
  dictionary.values.reportRest(notes);
  reportSemantics(file, notes);
  return { format: 'sef', formatVersion: file.version, sets, notes: notes.list };
}

/** `name,,ver rel [industry],agency,base,title` of `.INI`. */
function versionIn({ sections }: SefFile, notes: Notes): string | undefined {
  const [entry] = sections.get('INI') ?? [];
  if (entry === undefined) return undefined;
  const [, , release = '', agency = 'X', base = ''] = entry.value.split(',');
  if (agency !== '' && agency !== 'X')
    notes.lost(
      { line: entry.line },
      `The file is for a standard of agency ${agency}, and only X12 (agency X) can be taken.`,
    );
  return versionOf(release) ?? versionOf(base.split('-').at(-1) ?? '');
}

function setOf(entry: SefEntry, dictionary: Dictionary, version: string | undefined): SpecSet {
  const reader = new SetReader(entry, dictionary);
  const items = reader.read();
  const { title, notes } = dictionary.texts.ofSet(entry.key);
  return {
    code: entry.key,
    ...(version === undefined ? {} : { version }),
    ...(title === undefined ? {} : { title }),
    items,
    nested: true,
    partial: false,
    notes,
    origin: { line: entry.line },
  };
}

const segmentForm = /^([.!$&-])?([A-Z][A-Z0-9]{1,2})(?:\*(\d+))?(?:@(\d+))?(?:,([MOC]?))?(?:,(>?\d*))?$/;
const loopForm = /^([A-Z0-9_]*)(?::(>?\d+))?(?:[+-]\d+)?$/i;
const requirement: Readonly<Record<string, SpecUse>> = { M: 'required', O: 'optional', C: 'optional' };

class SetReader {
  readonly #entry: SefEntry;
  readonly #dictionary: Dictionary;
  #ordinal = 0;

  constructor(entry: SefEntry, dictionary: Dictionary) {
    this.#entry = entry;
    this.#dictionary = dictionary;
  }

  read(): readonly SpecItem[] {
    const { value, line } = this.#entry;
    return this.#items(readParts(value, line)).filter(
      (item) => item.kind === 'loop' || (item.id !== 'ST' && item.id !== 'SE'),
    );
  }

  #items(parts: readonly SefPart[]): SpecItem[] {
    return parts.flatMap((part): SpecItem[] => {
      if (part.kind === 'sign') return [];
      return part.kind === 'item' ? this.#segment(part.text) : this.#loop(part);
    });
  }

  #loop({ head, parts }: Extract<SefPart, { kind: 'group' }>): SpecItem[] {
    const origin = { line: this.#entry.line };
    const [, name = '', repeat] = loopForm.exec(head) ?? [];
    if (head !== '' && !loopForm.test(head))
      this.#dictionary.notes.changed(
        origin,
        `Set ${this.#entry.key}: “{${head.slice(0, 30)}” is not understood as the head of a loop.`,
      );
    const items = this.#items(parts);
    const [first] = items;
    if (first === undefined) return [];
    const id = name || (first.kind === 'segment' ? first.id : first.id);
    const max = repeat === undefined ? 1 : numberOf(repeat);
    return [{ kind: 'loop', id, ...(first.use && { use: first.use }), max, items, origin }];
  }

  #segment(text: string): SpecItem[] {
    const { notes, room, segments, texts } = this.#dictionary;
    const { key: set, line } = this.#entry;
    room.take();
    const [, attribute = '', id, mask, ordinal, use = '', max] = segmentForm.exec(text) ?? [];
    this.#ordinal = ordinal === undefined ? this.#ordinal + 1 : Number(ordinal);
    if (id === undefined) {
      notes.lost({ line }, `Set ${set}: “[${text.slice(0, 40)}]” is no segment that SEF describes.`);
      return [];
    }
    if (id === 'ST' || id === 'SE') return [];
    const definition = segments.get(id);
    if (definition === undefined) notes.lost({ line }, `Set ${set}: the file does not say which elements ${id} has.`);
    const segment: SpecSegment = {
      kind: 'segment',
      id,
      use: attribute === '.' ? 'not-used' : attribute === '!' ? 'required' : (requirement[use] ?? 'optional'),
      max: max ? numberOf(max) : 1,
      ...(definition && attribute !== '.' && { elements: this.#elements(id, definition, mask) }),
      rules: attribute === '.' ? [] : (definition?.rules ?? []),
      notes: [wordsOf[attribute] ?? '', ...texts.ofSegment(set, this.#ordinal)].filter(Boolean),
      origin: { line },
    };
    return [segment];
  }

  #elements(id: string, { elements, masks, line }: SefSegment, maskNumber: string | undefined): SpecElement[] {
    const { composites } = this.#dictionary;
    const mask = maskNumber === undefined ? undefined : masks[Number(maskNumber) - 1];
    if (maskNumber !== undefined && mask === undefined)
      this.#dictionary.notes.lost(
        { line: this.#entry.line },
        `${id} names mask ${maskNumber}, which the file does not have.`,
      );
    const signs = mask === undefined ? undefined : [...mask.replaceAll(/\*\d+/g, '.')];
    return elements.flatMap((element, index) => {
      const position = index + 1;
      const sign = signs === undefined ? '.' : (signs[index] ?? '#');
      if (!(sign in uses))
        this.#dictionary.notes.lost({ line }, `${id}: “${sign}” in mask ${maskNumber} is not understood.`);
      const made = this.#element(position, undefined, element, line, sign, id);
      if (made.use === 'not-used') return [made];
      const inner = composites.get(element.reference)?.elements ?? [];
      return [made, ...inner.map((part, nth) => this.#element(position, nth + 1, part, line, '.'))];
    });
  }

  #element(
    position: number,
    component: number | undefined,
    { reference, use, attribute, length, repeat }: SefSegment['elements'][number],
    line: number,
    sign: string,
    segment = '',
  ): SpecElement {
    const { elements, codes, texts, values } = this.#dictionary;
    const { key: set } = this.#entry;
    const known = elements.get(reference);
    const own =
      component === undefined
        ? (codes.at(set, this.#ordinal, position) ?? values.at(set, this.#ordinal, segment, position))
        : undefined;
    const list = own ?? codes.of(reference);
    const range = length ?? (known && { min: known.min, max: known.max });
    const said = uses[sign] ?? use;
    return {
      position,
      ...(component === undefined ? {} : { component }),
      reference,
      ...(said && { use: said }),
      ...(range && { length: range }),
      ...(repeat === undefined ? {} : { max: repeat }),
      ...(list && list.length <= importLimits.codes && { codes: list }),
      notes: [
        wordsOf[sign] ?? wordsOf[attribute] ?? '',
        ...texts.ofElement(set, this.#ordinal, position, component),
      ].filter(Boolean),
      origin: { line },
    };
  }
}

function reportSemantics({ sections }: SefFile, notes: Notes): void {
  for (const { key, value, line } of sections.get('SEMREFS') ?? []) {
    if (/COMEXIT/i.test(value))
      notes.lost(
        { line },
        `The rule for ${key || 'a segment'} calls a program of its author (COMEXIT). It is never run here, and what it checks is not in the guide.`,
      );
    else
      notes.lost(
        { line },
        `The semantic rule “${shortText(`${key}=${value}`, 80)}” is not in the guide. Write it below \`rules\` if it matters.`,
      );
  }
  for (const { key, value, line } of sections.get('OBJVARS') ?? [])
    notes.lost({ line }, `“${shortText(`${key}=${value}`, 80)}” of .OBJVARS is not in the guide.`);
}
