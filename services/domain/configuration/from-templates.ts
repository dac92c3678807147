import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { GuideFile } from '../guide/compile-guide.ts';
import type { Configuration, PartnerKind } from './configuration.ts';
import { extendedBy, guideFilesOf, ownGuides } from './guide-files.ts';

export interface Template {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The partner that is to be made. */
export interface NewPartner {
  readonly name: string;
  readonly kind: PartnerKind;
  readonly zone?: string;
  readonly identities: Configuration['identities'];
}

const head = 'partner.yaml';

/**
 * The files of a new partner. Of several templates the first one says how documents are acknowledged and delimited; of a document or file that several of
 * them have, that of the first holds. What guides extend is copied with them, so that the files stand for themselves.
 */
export function fromTemplates(
  [first, ...more]: readonly Template[],
  partner: NewPartner,
  guides: readonly GuideFile[],
): ReadonlyMap<string, string> {
  if (!first) throw new Error('A partner is made from at least one template.');
  const files = new Map([...first.files].filter(([path]) => isAgreed(path)));
  const document = parseDocument(files.get(head) ?? '');
  for (const { name, files: others } of more) addTemplate(document, files, { name, files: others });
  for (const [path, text] of basesOf(files, guides)) files.set(path, text);
  files.set(head, headOf(document, partner, [first, ...more]));
  return files;
}

/** Adds the documents that are not there yet, with their mappings, and all other files under paths that are free. */
function addTemplate(document: Document, files: Map<string, string>, template: Template): void {
  const documents = document.get('documents');
  const others = parseDocument(template.files.get(head) ?? '').get('documents');
  if (!isSeq(documents) || !isSeq(others)) return;
  const keyOf = (node: unknown) =>
    isMap(node) ? `${node.get('direction')} ${node.get('set') ?? node.get('document')}` : '';
  const known = new Set(documents.items.map(keyOf));
  for (const item of others.items) {
    if (!isMap(item) || known.has(keyOf(item))) continue;
    const file = String(item.get('mapping'));
    const text = template.files.get(`mappings/${file}`) ?? '';
    const isFree = [undefined, text].includes(files.get(`mappings/${file}`));
    const name = isFree ? file : `${template.name}-${file}`;
    item.set('mapping', name);
    files.set(`mappings/${name}`, text);
    documents.add(item);
  }
  for (const [path, text] of template.files)
    if (isAgreed(path) && !path.startsWith('mappings/') && !files.has(path)) files.set(path, text);
}

/** Packs of scenarios test what is agreed, and are no part of it. */
const isAgreed = (path: string): boolean => !path.startsWith('scenarios/');

/** What the guides extend, as files of their own folders. */
function basesOf(
  files: ReadonlyMap<string, string>,
  guides: readonly GuideFile[],
): readonly (readonly [string, string])[] {
  const own = guideFilesOf(files, ownGuides);
  return extendedBy(own, guides).map(({ reference, text }) => [`guides/${reference}.yaml`, text] as const);
}

function headOf(document: Document, partner: NewPartner, templates: readonly Template[]): string {
  for (const key of ['template', 'title', 'description', 'kind']) document.delete(key);
  if (partner.zone !== undefined) document.set('zone', partner.zone);
  const { production, sandbox } = partner.identities;
  const named = { ...(production.length > 0 && { production }), ...(sandbox.length > 0 && { sandbox }) };
  const identities = Object.entries(named).map(([environment, list]) => [
    environment,
    list.map(({ qualifier, isaId, gsId }) => ({ qualifier, id: isaId, ...(gsId !== isaId && { group: gsId }) })),
  ]);
  const lead = document.createNode({
    partner: partner.name,
    kind: partner.kind,
    templates: templates.map(({ name }) => name),
    ...(identities.length > 0 && { identities: Object.fromEntries(identities) }),
  }) as YAMLMap;
  inOneLine(lead.get('templates'));
  const made = lead.get('identities');
  if (isMap(made)) for (const { value } of made.items) inOneLine(value);
  const { contents } = document;
  if (isMap(contents)) contents.items = [...lead.items, ...contents.items];
  document.commentBefore = null;
  return document.toString({ lineWidth: 0 });
}

function inOneLine(node: unknown): void {
  if (isSeq(node) || isMap(node)) node.flow = true;
}
