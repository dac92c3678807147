import { CodedError } from '../../domain/errors.ts';
import type { Tx } from '../../store/database.ts';
import { dropUnsavedText, keepUnsavedText, unsavedText } from '../../store/unsaved-mappings.ts';
import type { ReleaseTools } from '../releases.ts';
import { mappingNamed, pathOf, readDraft } from './draft-mapping.ts';
import { refuseLong } from './save.ts';

export interface Unsaved {
  readonly orgId: string;
  readonly name: string;
  readonly userId: string;
  /** Null drops what is kept. */
  readonly text: string | null;
  readonly basedOn: string;
  /** Which one its author saw last; 0 for none. */
  readonly revision: number;
}

/**
 * Keeps what a person typed in a mapping and has not saved, whatever it is worth as a mapping, until that person saves or drops it.
 * @returns the revision that is kept now; 0 for none
 * @throws CodedError `http.conflict` where another device of the same person kept another text meanwhile; `mapping.unusable` where it is too long for any mapping
 */
export async function keepUnsaved(tools: ReleaseTools, tx: Tx, of: Unsaved): Promise<number> {
  const { orgId, name, userId, text, basedOn } = of;
  mappingNamed(await readDraft(tools.standards, tx, orgId), name);
  const whose = { orgId, path: pathOf(name), userId };
  const before = await unsavedText(tx, whose, true);
  if (before?.text === text) return before.revision;
  if ((before?.revision ?? 0) !== of.revision) throw keptElsewhere(name);
  if (text === null) {
    await dropUnsavedText(tx, whose);
    return 0;
  }
  refuseLong(name, text);
  const revision = of.revision + 1;
  if (!(await keepUnsavedText(tx, whose, { text, basedOn, revision, keptAt: tools.now() }))) throw keptElsewhere(name);
  return revision;
}

const keptElsewhere = (name: string) =>
  new CodedError('http.conflict', {
    detail: `You typed something else in ${name} on another device since. Nothing of either was written over: choose which one you go on with.`,
  });
