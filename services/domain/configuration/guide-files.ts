import type { GuideFile } from '../guide/compile-guide.ts';

const guideForm = /^guides\/(?:([A-Za-z0-9-]+)\/)?([A-Za-z0-9-]+)\.ya?ml$/;

/** What references to the guides of a partner begin with; those of a template begin with its name. */
export const ownGuides = 'guides';

/**
 * The guides among the files of a configuration, under the names by which `extends` calls them. `guides/214.yaml` is `guides/214` for a partner and
 * `standard-carrier/214` in that template; `guides/standard-carrier/214.yaml` is `standard-carrier/214` for both, and there to be extended only.
 * @param lead what references to those at the top begin with.
 */
export function guideFilesOf(files: ReadonlyMap<string, string>, lead: string): readonly GuideFile[] {
  return [...files].flatMap(([file, text]) => {
    const [, folder = lead, name] = guideForm.exec(file) ?? [];
    return name === undefined ? [] : [{ file, reference: `${folder}/${name}`, text }];
  });
}

/** Those of the known guides that some guides extend, directly or by way of others. */
export function extendedBy(guides: readonly GuideFile[], known: readonly GuideFile[]): readonly GuideFile[] {
  const byReference = new Map(known.map((guide) => [guide.reference, guide]));
  const found = new Map<string, GuideFile>();
  const open = [...guides];
  for (let guide = open.pop(); guide; guide = open.pop()) {
    // Only a hint at what is needed: the compiler reads the line properly.
    const [, reference = ''] = /^extends:\s*["']?([A-Za-z0-9/-]+)/m.exec(guide.text) ?? [];
    const parent = byReference.get(reference);
    if (!parent || found.has(reference) || guides.some((own) => own.reference === reference)) continue;
    found.set(reference, parent);
    open.push(parent);
  }
  return [...found.values()];
}
