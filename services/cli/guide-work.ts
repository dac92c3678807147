import { basename } from 'node:path';
import { type ImportPreview, previewImport } from '../domain/imports/preview-import.ts';
import { NotReadable, type Origin } from '../domain/imports/spec.ts';
import { acceptGuide, draftToPreview, previewGuide, readGuides } from '../flows/imports.ts';
import { contentOf, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import type { GuideImportOptions } from './guide-commands.ts';
import { rulesOfHome } from './mapping-files.ts';
import { inTransaction, orFaults, partnerCalled } from './partner-choice.ts';

/** Shows what a specification would become, and takes it where that is asked for. */
export async function importGuide(file: string, options: GuideImportOptions): Promise<number> {
  const { partner, set, version, accept = false, json } = options;
  if (accept && partner === undefined) throw new UsageError('--accept needs --partner.');
  const bytes = await contentOf(file);
  const fileName = file === '-' ? 'standard input' : basename(file);
  if (partner === undefined) {
    const { standards } = rulesOfHome();
    const of = { standards, fileName, ...(set && { set }), ...(version && { version }) };
    const preview = await previewImport(bytes, of).catch((error: unknown) => {
      throw error instanceof NotReadable ? new UsageError(error.message) : error;
    });
    return tell(preview, json);
  }
  return orFaults(undefined, json, async () => {
    const uploaded = { bytes, fileName, set, version };
    const { preview, taken } = await inTransaction(async ({ tx, tools, who }) => {
      const orgId = await partnerCalled(tx, partner);
      const before = await previewGuide(tools.standards, await draftToPreview(tx, orgId), uploaded);
      if (!accept) return { preview: before, taken: undefined };
      return { preview: before, taken: await acceptGuide(tools, tx, { orgId, ...who, ...uploaded, preview: before }) };
    });
    const code = tell(preview, json, taken?.uploadId);
    if (taken !== undefined && !json)
      console.log(
        taken.path === undefined
          ? 'The file is kept.'
          : `It is in the draft of ${partner} as ${taken.path}; the next release brings it into production.`,
      );
    return code;
  });
}

function tell(preview: ImportPreview, json: boolean | undefined, uploadId?: string): number {
  const { guide, attachment, next, sets, format } = preview;
  const lost = guide?.notes.filter(({ kind }) => kind === 'lost') ?? [];
  const code =
    (guide === undefined && attachment === undefined) || lost.length > 0 ? exitCodes.findings : exitCodes.fine;
  if (json) {
    console.log(JSON.stringify({ ...preview, ...(uploadId && { uploadId }) }, null, 2));
    return code;
  }
  if (attachment) console.log(attachment.message);
  if (next !== undefined) {
    console.log(`${format}. ${next}`);
    for (const one of sets)
      console.log(`  ${one.code}  ${one.version ?? ''}  ${one.title ?? ''}${one.known ? '' : '  (not defined here)'}`);
  }
  if (guide) for (const line of linesOf(guide, format)) console.log(line);
  return code;
}

function linesOf(guide: NonNullable<ImportPreview['guide']>, format: string): string[] {
  const { differences, notes, affected, set, version, title, text } = guide;
  const deviations = differences.filter(({ kind }) => kind === 'deviation');
  const others = differences.filter(({ kind }) => kind !== 'deviation');
  const part = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', `${name} (${lines.length})`, ...lines.map((line) => `  ${line}`)];
  return [
    `${set} ${version} “${title}”, from ${format}`,
    ...part(
      'Not taken as it stands',
      notes.map(({ message, origin }) => at(message, origin)),
    ),
    ...part(
      'Deviations to agree',
      deviations.map((one) => at(one.text, one.origin)),
    ),
    ...part(
      'Differences from the standard',
      others.map((one) => at(one.kind === 'note' ? `${one.place}: ${one.text}` : one.text, one.origin)),
    ),
    ...part(
      'Mapping fields it affects',
      affected.map((one) => `${one.field ?? '-'}  ${one.text}  ${one.mapping}`),
    ),
    '',
    text.trimEnd(),
  ];
}

function at(text: string, origin: Origin | undefined): string {
  if (origin?.cell !== undefined) return `${text}  [${origin.cell}]`;
  return origin?.line === undefined ? text : `${text}  [line ${origin.line}]`;
}

/** The guides of a partner's draft, with the files that they were made of. */
export async function listGuides({ partner, json }: { partner: string; json?: boolean }): Promise<number> {
  const found = await inTransaction(async ({ tx, tools }) =>
    readGuides(tools.standards, tx, await partnerCalled(tx, partner)),
  );
  if (json) {
    console.log(JSON.stringify(found, null, 2));
    return exitCodes.fine;
  }
  for (const { path, title, set, versions, by, origin, isReleased } of found.guides) {
    const made = origin === undefined ? '' : `\tfrom ${origin.fileName}`;
    console.log(
      `${set}\t${versions.join(', ')}\t${title}\t${path}\t${isReleased ? 'released' : 'draft'}\t${by ?? ''}${made}`,
    );
  }
  for (const { fileName, format, by } of found.attachments) console.log(`${fileName}\t${format}\t${by}`);
  for (const { text, reason, agreed } of found.deviations)
    console.log(`${agreed ? 'agreed' : 'to agree'}\t${text} ${reason}`);
  if (found.guides.length === 0) console.log('No guide yet. `crossdock guide import` takes a specification.');
  return exitCodes.fine;
}
