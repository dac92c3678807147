import { CodedError } from '../../domain/errors.ts';
import type { MappingFault } from '../../domain/language/fault.ts';
import { checkMapping } from '../../domain/mapping/report/mapping-faults.ts';
import { audit } from '../../store/audit.ts';
import { bytesOf } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { mappingVersions } from '../../store/mappings.ts';
import { lockPartner } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { changeEntry, type ReleaseTools, saveDraft } from '../releases.ts';
import { type Draft, nameForm, pathOf, readDraft } from './draft-mapping.ts';
import { versionOf } from './standing.ts';
import { namesFor, type Who } from './who.ts';

export interface SavedMapping {
  readonly hash: string;
  /** False when the draft had the very text before. */
  readonly changed: boolean;
}

/** More is no mapping; `readYaml` reads no more either. */
export const longestMapping = 256 * 1024;

const asWords = (fault: Omit<MappingFault, 'file'>) =>
  `${fault.message}${fault.hint === undefined ? '' : ` (${fault.hint})`}`;

/** @throws CodedError `mapping.unusable` with each fault at its line */
export function refuseFaults(name: string, faults: readonly MappingFault[]): void {
  if (faults.length === 0) return;
  const errors = faults.map((fault) => ({ place: `text/${fault.line}:${fault.column}`, message: asWords(fault) }));
  const [first] = faults;
  const more = faults.length === 1 ? '' : ` There are ${faults.length} faults in all.`;
  throw new CodedError('mapping.unusable', {
    detail: `${name} was not saved: line ${first!.line}: ${asWords(first!)}${more}`,
    errors,
  });
}

/** A text of a size that a mapping may have. @throws CodedError `mapping.unusable` */
export function refuseLong(name: string, text: string): void {
  if (text.length <= longestMapping) return;
  const detail = `${name} has ${text.length.toLocaleString('en-US')} characters, and a mapping may have ${longestMapping.toLocaleString('en-US')}. The largest that anybody needed has some 20,000: look whether a document was pasted in its place.`;
  throw new CodedError('mapping.unusable', { detail });
}

/**
 * Puts a mapping into the partner's draft. The version that was there stays, as every version does; a review of it does not hold for the new one.
 * @throws CodedError `mapping.unusable` for a text with faults or for another document; `http.conflict`, with who changed it and when, where the draft has
 * another version than its author saw
 */
export async function saveMapping(
  context: Pick<Context, 'db'>,
  tools: ReleaseTools,
  tx: Tx,
  of: {
    readonly orgId: string;
    readonly name: string;
    readonly text: string;
    /** Hash of the version that its author saw; null for a file that is new. */
    readonly insteadOf: string | null;
    readonly who: Who;
  },
): Promise<SavedMapping> {
  const { orgId, name, insteadOf, who } = of;
  if (!nameForm.test(name) || name.includes('..'))
    throw new CodedError('mapping.unusable', {
      detail: `"${name}" is no name of a mapping: use letters, digits, dots, hyphens, and .yaml at the end.`,
    });
  refuseLong(name, of.text);
  const text = of.text.replaceAll('\r\n', '\n');
  await lockPartner(tx, orgId);
  const draft = await readDraft(tools.standards, tx, orgId);
  const path = pathOf(name);
  const before = draft.hashes[path] ?? null;
  if (before !== insteadOf) throw await changedBy(context, tx, { orgId, name, path, hash: before, who });
  const { mapping, faults } = checkMapping(text, name, draft.configuration.tables, tools.standards);
  refuseFaults(name, faults);
  if (mapping) refuseOther(name, mapping, draft);
  const files = new Map(draft.texts).set(path, text);
  const saved = await saveDraft(tools, tx, { orgId, actor: who.actor, by: who.by, files: bytesOf(files) });
  const { hashes } = await readDraft(tools.standards, tx, orgId);
  const hash = hashes[path]!;
  if (saved.changed) {
    const entry = changeEntry({ orgId, actor: who.actor, by: who.by }, tools.now());
    await audit(tx, [{ ...entry, action: 'mapping-text.saved', detail: { mapping: name, before, after: hash } }]);
  }
  return { hash, changed: saved.changed };
}

async function changedBy(
  context: Pick<Context, 'db'>,
  tx: Tx,
  of: {
    readonly orgId: string;
    readonly name: string;
    readonly path: string;
    readonly hash: string | null;
    readonly who: Who;
  },
): Promise<CodedError> {
  const { orgId, name, path, hash, who } = of;
  if (hash === null)
    return new CodedError('http.conflict', {
      detail: `Somebody took ${name} out of the draft since you opened it. Nothing was saved; your text is still here.`,
    });
  const version = versionOf(await mappingVersions(tx, orgId, path), path, hash);
  const nameOf = await namesFor(context, tx, who.side);
  const by = version ? nameOf(version.by, version.byId) : 'Somebody';
  const at = version ? ` at ${version.at.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '';
  return new CodedError('http.conflict', {
    detail: `${by} saved another version of ${name}${at}. Nothing of yours was saved or lost: compare the two, then save again.`,
  });
}

/** A mapping for another document than those that are agreed with this file. */
function refuseOther(
  name: string,
  mapping: {
    readonly set: string;
    readonly direction: string;
    readonly version: string;
    readonly alsoIn?: readonly string[];
  },
  { configuration }: Draft,
): void {
  for (const { mapping: file, set, direction, version } of configuration.documents) {
    if (file !== name) continue;
    const words = (way: string, which: string, of: string) =>
      `the ${which}${of === '' ? '' : ` in ${of}`} ${way === 'inbound' ? 'from the partner' : 'to the partner'}`;
    const serves = mapping.version === version || mapping.alsoIn?.includes(version);
    if (mapping.set === set && mapping.direction === direction && serves) continue;
    throw new CodedError('mapping.unusable', {
      detail: `${name} is agreed for ${words(direction, set, version)}, and this text maps ${words(mapping.direction, mapping.set, mapping.version)}. Save it under a name of its own, or agree on that document first.`,
    });
  }
}
