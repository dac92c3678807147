import { type PartnerKind, partnerKinds } from '../domain/configuration/configuration.ts';
import { UnusableConfiguration } from '../flows/compile-once.ts';
import { createPartner } from '../flows/partners.ts';
import { saveDraft } from '../flows/releases.ts';
import { textsOf } from '../store/configurations.ts';
import { importCrossReferences, listCrossReferences } from '../store/cross-references.ts';
import type { Tx } from '../store/database.ts';
import { partnersCalled } from '../store/partners.ts';
import { partnersInUse } from '../store/releases.ts';
import { compiledTemplates, partnerFromTemplates, templateNames } from '../store/templates.ts';
import { UsageError } from './command-input.ts';
import {
  type CrossReferenceTables,
  readConfigurationFolder,
  writeConfigurationFolder,
} from './configuration-folder.ts';
import { exitCodes } from './exit-codes.ts';
import { entriesOf } from './lookup-commands.ts';
import { rulesOfHome, topTextOf } from './mapping-files.ts';
import { filesOf, inTransaction, orFaults, partnerCalled } from './partner-choice.ts';
import type { CreateOptions, ExportOptions, ImportOptions } from './partner-commands.ts';

export async function list({ json }: { json?: boolean }): Promise<number> {
  const found = await inTransaction(({ tx }) => partnersInUse(tx));
  for (const { name, kind, production, sandbox } of found) {
    if (json) console.log(JSON.stringify({ name, kind, production, sandbox }));
    else {
      const runs = production === null ? 'nothing released' : `release ${production}`;
      console.log(`${name}\t${kind}\tproduction: ${runs}\tsandbox: ${sandbox ?? 'nothing'}`);
    }
  }
  if (found.length === 0 && !json)
    console.log(
      'There is no partner yet. `crossdock partner create` makes one, `crossdock partner import` takes a folder.',
    );
  return exitCodes.fine;
}

export function listTemplates({ json }: { json?: boolean }): number {
  for (const [name, { kind, documents }] of compiledTemplates(rulesOfHome().standards)) {
    const sets = documents.map(({ set, direction }) => `${set} ${direction}`);
    console.log(json ? JSON.stringify({ name, kind, documents: sets }) : `${name}\t${kind}\t${sets.join(', ')}`);
  }
  return exitCodes.fine;
}

export async function create(name: string, options: CreateOptions): Promise<number> {
  const { template, qualifier, id, group, zone, json } = options;
  const unknown = template.find((one) => !templateNames().includes(one));
  if (unknown !== undefined)
    throw new UsageError(`There is no template ${unknown}; there are ${templateNames().join(', ')}.`);
  if ((qualifier === undefined) !== (id === undefined)) throw new UsageError('--qualifier and --id go together.');
  const identity = qualifier !== undefined && id !== undefined ? [{ qualifier, isaId: id, gsId: group ?? id }] : [];
  const kind = options.kind === undefined ? kindOf(template) : partnerKinds.find((one) => one === options.kind);
  if (kind === undefined) throw new UsageError(`--kind is "${options.kind}"; it must be ${partnerKinds.join(', ')}.`);
  const files = partnerFromTemplates(template, {
    ...{ name, kind, ...(zone !== undefined && { zone }) },
    identities: { production: identity, sandbox: identity },
  });
  return orFaults(files, json, async () => {
    const { hash } = await inTransaction(async ({ tx, desk, actor }) => {
      const orgId = await createPartner(desk, tx, { actor, name, kind });
      return saveDraft(desk, tx, { orgId, actor, files });
    });
    if (json) console.log(JSON.stringify({ partner: name, kind, draft: hash }));
    else
      console.log(
        `${name} is there, and the sandbox runs its draft. For production: crossdock partner release make --partner "${name}" --note "…"`,
      );
  });
}

function kindOf(templates: readonly string[]): PartnerKind {
  const compiled = compiledTemplates(rulesOfHome().standards);
  const kinds = new Set(templates.map((name) => compiled.get(name)!.kind));
  const [only = 'carrier'] = kinds;
  return kinds.size > 1 ? 'carrier-3pl' : only;
}

export async function exportPartner(folder: string, options: ExportOptions): Promise<number> {
  const { partner, of, replace = false, json } = options;
  const { files, tables } = await inTransaction(async ({ tx }) => {
    const orgId = await partnerCalled(tx, partner);
    return { files: await filesOf(tx, orgId, of), tables: await crossReferencesOf(tx, orgId) };
  });
  const written = writeConfigurationFolder(folder, files, tables, { replace });
  if (json) console.log(JSON.stringify({ partner, of, folder, files: written }));
  else console.log(`${written.length} files of ${partner} (${describe(of)}) written to ${folder}.`);
  return exitCodes.fine;
}

const describe = (which: string) => (/^\d+$/.test(which) ? `release ${which}` : which);

async function crossReferencesOf(tx: Tx, orgId: string): Promise<CrossReferenceTables> {
  const tables = new Map<string, Map<string, string>>();
  for (const { name, key, value } of await listCrossReferences(tx, orgId)) {
    const entries = tables.get(name) ?? new Map<string, string>();
    tables.set(name, entries.set(key, value));
  }
  return tables;
}

export async function importPartner(folder: string, options: ImportOptions): Promise<number> {
  const { json, create: mayCreate = false } = options;
  const { files, crossReferences, faults } = readConfigurationFolder(folder);
  const tables = new Map(
    [...crossReferences].map(([name, bytes]) => [name, entriesOf(`cross-references/${name}.csv`, bytes)] as const),
  );
  const head = textsOf(files).get('partner.yaml') ?? '';
  return orFaults(files, json, async () => {
    if (faults.length > 0) throw new UnusableConfiguration(faults);
    const name = topTextOf(head, 'partner') ?? '';
    const wanted = options.partner ?? name;
    if (wanted !== name && name !== '')
      throw new UsageError(`partner.yaml is of ${name}, not of ${wanted}. Correct \`partner\` there, or --partner.`);
    const result = await inTransaction(async ({ tx, desk, actor }) => {
      const there = await partnersCalled(tx, wanted);
      const made = there.length === 0 && mayCreate;
      if (there.length === 0 && !made && wanted !== '')
        throw new UsageError(`There is no partner called ${wanted}. Add --create to make it.`);
      // Where the head is broken there is no name; the compiler says what is wrong with it.
      const kind = partnerKinds.find((one) => one === topTextOf(head, 'kind')) ?? 'carrier';
      const orgId = made
        ? await createPartner(desk, tx, { actor, name: wanted, kind })
        : wanted === ''
          ? desk.newId()
          : await partnerCalled(tx, wanted);
      const draft = await saveDraft(desk, tx, { orgId, actor, files });
      for (const [lookup, entries] of tables)
        await importCrossReferences(tx, orgId, lookup, entries, { replace: true, at: desk.now() });
      return { ...draft, made };
    });
    const entries = [...tables.values()].reduce((sum, { size }) => sum + size, 0);
    if (json)
      console.log(
        JSON.stringify({
          partner: wanted,
          created: result.made,
          draft: result.hash,
          changed: result.changed,
          files: files.size,
          crossReferences: entries,
          faults: [],
        }),
      );
    else {
      if (result.made) console.log(`${wanted} was made.`);
      console.log(
        result.changed
          ? `${files.size} files are the draft of ${wanted} now. Production runs what it ran before, until a release is made.`
          : `The draft of ${wanted} is the same already.`,
      );
      if (entries > 0) console.log(`${entries} cross references hold from now on, in production too.`);
    }
  });
}
