import type { Configuration } from '../../domain/configuration/configuration.ts';
import type { TemplateMapping } from '../../domain/workbench/suggestion.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { compiledTemplates, templateNames, templateTexts, templateWords } from '../../library/templates.ts';

/** A template as people choose it. */
export interface TemplateView {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly kind: Configuration['kind'];
  readonly timeZone?: string;
  readonly documents: readonly {
    readonly set: string;
    /** What the standard calls the set; the name itself of a document that is no X12. */
    readonly name: string;
    readonly direction: 'in' | 'out';
    readonly version: string;
  }[];
}

const compiled = new WeakMap<Standards, ReadonlyMap<string, Configuration>>();

/** All templates, compiled once for the standards. */
export function templatesFor(standards: Standards): ReadonlyMap<string, Configuration> {
  const found = compiled.get(standards) ?? compiledTemplates(standards);
  compiled.set(standards, found);
  return found;
}

const mappings = new WeakMap<Standards, readonly TemplateMapping[]>();

/** The mappings of all templates. */
export function templateMappings(standards: Standards): readonly TemplateMapping[] {
  const found =
    mappings.get(standards) ??
    [...templatesFor(standards)].flatMap(([template, { documents }]) => {
      const texts = templateTexts(template);
      return documents.map(({ mapping: file, compiled: mapping }) => ({
        ...{ template, file, text: texts.get(`mappings/${file}`) ?? '', mapping },
      }));
    });
  mappings.set(standards, found);
  return found;
}

const titles = new Map<string, string>();

/** The template that has a mapping, byte for byte. */
export function templateWith(
  standards: Standards,
  text: string | undefined,
): { readonly name: string; readonly title: string } | undefined {
  const name = templateMappings(standards).find((one) => one.text === text)?.template;
  if (name === undefined) return undefined;
  const title = titles.get(name) ?? templateWords(name).title;
  titles.set(name, title);
  return { name, title };
}

/** What the standard calls a set of a version. */
export const setNameOf = (standards: Standards, set: string, version: string): string =>
  standards.forVersion(version)?.definition.sets.get(set)?.name ?? set;

/** The templates by name, with the documents that each brings. */
export function listTemplates(standards: Standards): readonly TemplateView[] {
  return [...templatesFor(standards)].map(([name, { kind, zone, documents }]) => ({
    ...{ name, ...templateWords(name), kind, ...(zone !== undefined && { timeZone: zone }) },
    documents: documents.map(({ set, direction, version }) => ({
      ...{ set, name: setNameOf(standards, set, version), version },
      direction: direction === 'inbound' ? 'in' : 'out',
    })),
  }));
}

/** Tells of files whether a template has them word for word. */
export function templateHolds(): (path: string, text: string) => boolean {
  const templates = templateNames().map(templateTexts);
  return (path, text) => templates.some((texts) => texts.get(path) === text);
}
