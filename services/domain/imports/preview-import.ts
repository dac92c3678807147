import { compileConfiguration } from '../configuration/compile.ts';
import { compileGuides, type GuideFile } from '../guide/compile-guide.ts';
import { faultText } from '../language/fault.ts';
import type { Mapping } from '../mapping/language/plan.ts';
import type { Standards } from '../x12/standard/standard.ts';
import { type AffectedField, affectedFields } from './affected-fields.ts';
import { type Difference, describeGuide } from './describe-guide.ts';
import { importSpec } from './import-spec.ts';
import { formats, type ImportNote, NotReadable, type Origin, type SpecSet, versionOf } from './spec.ts';
import { specToGuide } from './to-guide/spec-to-guide.ts';

/** A guide that an upload came to, with all that there is to know before it is accepted. */
export interface ImportedGuide {
  readonly set: string;
  readonly version: string;
  readonly title: string;
  /** The guide as YAML. */
  readonly text: string;
  readonly differences: readonly (Difference & { readonly origin?: Origin })[];
  /** Of the file and of this set. */
  readonly notes: readonly ImportNote[];
  readonly affected: readonly AffectedField[];
}

export interface ImportPreview {
  /** What the file is, in words, such as `SEF 1.5`. */
  readonly format: string;
  /** Sets in the file. */
  readonly sets: readonly {
    readonly code: string;
    readonly version?: string;
    readonly title?: string;
    readonly known: boolean;
  }[];
  /** Absent where the file has several sets and none was chosen, and for a document for people. */
  readonly guide?: ImportedGuide;
  /** A document for people, which is kept beside the guides. */
  readonly attachment?: { readonly mediaType: string; readonly what: string; readonly message: string };
  /** What to do next, where there is no guide. */
  readonly next?: string;
}

export interface PreviewOptions {
  readonly standards: Standards;
  readonly fileName?: string;
  /** Which set of the file, or which one it is for where the file does not say. */
  readonly set?: string;
  /** The version to write the guide for, where the file does not say or it should be another one. */
  readonly version?: string;
  /** What is agreed with the partner now. */
  readonly files?: ReadonlyMap<string, string>;
}

/** Reads an uploaded specification and shows what accepting it would mean. Stores nothing. @throws NotReadable */
export async function previewImport(bytes: Uint8Array, options: PreviewOptions): Promise<ImportPreview> {
  const { standards, fileName, set, version } = options;
  const imported = await importSpec(bytes, {
    ...(fileName && { fileName }),
    ...(set && { set }),
    ...(version && { version }),
  });
  if (imported.kind === 'attachment') {
    const { mediaType, what } = imported;
    const message = `${what} is written for people and is not read here: it is kept beside the guides, and anybody who may see the guides can get it. To check documents by it, upload the layout as a table in XLSX or CSV.`;
    return { format: what, sets: [], attachment: { mediaType, what, message } };
  }
  if (imported.kind === 'guide') return ownGuide(imported.text, imported.notes, options);
  const { spec } = imported;
  const format = spec.formatVersion ? `${formats[spec.format]} ${spec.formatVersion}` : formats[spec.format];
  const sets = spec.sets.map((one) => setView(one, standards, version));
  const chosen = choose(spec.sets, set);
  if (chosen === undefined) {
    const next =
      spec.sets.length === 0
        ? 'The file holds no set that can be taken.'
        : set === undefined
          ? 'The file holds several sets. Choose one.'
          : `The file holds no set ${set}. Choose one that it holds.`;
    return { format, sets, next };
  }
  return { format, sets, guide: made(chosen, spec.notes, options) };
}

function choose(sets: readonly SpecSet[], set: string | undefined): SpecSet | undefined {
  if (set !== undefined)
    return (
      sets.find(({ code }) => code === set) ??
      (sets.length === 1 && sets[0]?.code === '' ? { ...sets[0], code: set } : undefined)
    );
  return sets.length === 1 ? sets[0] : undefined;
}

function setView({ code, version, title }: SpecSet, standards: Standards, asked: string | undefined) {
  const found = standards.forVersion(asked ?? version ?? usual);
  return {
    code,
    ...(version && { version }),
    ...(title && { title }),
    known: found?.exact === true && found.definition.sets.has(code),
  };
}

const usual = '004010';

function made(set: SpecSet, fileNotes: readonly ImportNote[], options: PreviewOptions): ImportedGuide {
  const { standards } = options;
  if (set.code === '')
    throw new NotReadable('a layout table', 'The table does not say which set it is for. Choose the set, such as 945.');
  const told = set.version;
  const version = (options.version && versionOf(options.version)) ?? told ?? usual;
  const found = standards.forVersion(version);
  if (!found?.exact)
    throw new NotReadable(
      'a specification of another version',
      `The specification is for version ${version}, of which there are no definitions here. Known are ${standards.versions.join(', ')}: choose one, or import the tables of ${version} (crossdock standards import).`,
    );
  const definition = found.definition.sets.get(set.code);
  if (definition === undefined)
    throw new NotReadable(
      `a specification of set ${set.code}`,
      `There is no definition of set ${set.code} in ${version} here, so a guide for it cannot be written. Known are ${[...found.definition.sets.keys()].join(', ')}.`,
    );
  const { text, origins, notes } = specToGuide(
    set,
    definition,
    version,
    new Set(found.definition.segmentsByKey.keys()),
  );
  const versionNote: ImportNote[] =
    told === undefined
      ? [{ kind: 'changed', message: `The file does not name its version; ${version} was taken.` }]
      : told === version
        ? []
        : [{ kind: 'changed', message: `The file is for version ${told}, and the guide is written for ${version}.` }];
  return finished(text, [...fileNotes, ...versionNote, ...notes], origins, options);
}

function ownGuide(text: string, notes: readonly ImportNote[], options: PreviewOptions): ImportPreview {
  const guide = finished(text, notes, new Map(), options);
  return { format: formats.guide, sets: [{ code: guide.set, version: guide.version, known: true }], guide };
}

/** The guide compiled, and what it means for the partner's mappings. */
function finished(
  text: string,
  notes: readonly ImportNote[],
  origins: ReadonlyMap<string, Origin>,
  { standards, files }: PreviewOptions,
): ImportedGuide {
  const file: GuideFile = { file: 'the guide', reference: 'guides/uploaded', text };
  const others = files ? guidesBeside(files) : [];
  const { guides, faults } = compileGuides([...others, file], standards);
  const guide = guides.find(({ reference }) => reference === file.reference);
  if (guide === undefined) {
    const own = faults.filter((fault) => fault.file === file.file);
    throw new NotReadable(
      'a guide with faults',
      `The guide has faults: ${own.slice(0, 5).map(faultText).join(' ')}${own.length > 5 ? ` And ${own.length - 5} more.` : ''}`,
    );
  }
  const differences = describeGuide(guide).map((one) => {
    const origin = origins.get(one.place);
    return origin ? { ...one, origin } : one;
  });
  const affected = files ? affectedFields(guide, mappingsOf(files, standards)) : [];
  return { set: guide.set, version: guide.version, title: guide.title, text, differences, notes, affected };
}

/** Guides of templates that an uploaded guide may extend. */
const guidesBeside = (files: ReadonlyMap<string, string>): readonly GuideFile[] =>
  [...files].flatMap(([path, text]) => {
    const [, reference] = /^guides\/([A-Za-z0-9-]+\/[A-Za-z0-9-]+)\.ya?ml$/.exec(path) ?? [];
    return reference === undefined ? [] : [{ file: path, reference, text }];
  });

function mappingsOf(files: ReadonlyMap<string, string>, standards: Standards): readonly Mapping[] {
  const { configuration } = compileConfiguration(files, { standards });
  return configuration ? configuration.documents.map(({ compiled }) => compiled) : [];
}
