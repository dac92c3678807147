import { partnerKinds } from '../domain/configuration/configuration.ts';
import { filesNamed } from '../flows/compare-configurations.ts';
import { UnusableConfiguration } from '../flows/compile-once.ts';
import { importLookup } from '../flows/lookups.ts';
import { makePartner } from '../flows/onboarding/make-partner.ts';
import { templatesFor } from '../flows/onboarding/templates.ts';
import { createPartner } from '../flows/partners.ts';
import { saveDraft } from '../flows/releases.ts';
import { textsOf } from '../store/configurations.ts';
import { listCrossReferences } from '../store/cross-references.ts';
import type { Tx } from '../store/database.ts';
import { partnersCalled } from '../store/partners.ts';
import { partnersInUse } from '../store/releases.ts';
import { quoted, UsageError } from './command-input.ts';
import {
  type CrossReferenceTables,
  readConfigurationFolder,
  writeConfigurationFolder,
} from './configuration-folder.ts';
import { exitCodes } from './exit-codes.ts';
import { entriesOf } from './lookup-commands.ts';
import { rulesOfHome, topTextOf } from './mapping-files.ts';
import { inTransaction, orFaults, partnerCalled } from './partner-choice.ts';
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
  for (const [name, { kind, documents }] of templatesFor(rulesOfHome().standards)) {
    const sets = documents.map(({ set, direction }) => `${set} ${direction}`);
    console.log(json ? JSON.stringify({ name, kind, documents: sets }) : `${name}\t${kind}\t${sets.join(', ')}`);
  }
  return exitCodes.fine;
}

export async function create(name: string, options: CreateOptions): Promise<number> {
  const { template: templates, zone, json } = options;
  const kind = partnerKinds.find((one) => one === options.kind);
  if (options.kind !== undefined && kind === undefined)
    throw new UsageError(`--kind is "${options.kind}"; it must be ${partnerKinds.join(', ')}.`);
  const wanted = { name, templates, kind, zone, identities: identitiesOf(options) };
  return orFaults(undefined, json, async () => {
    const made = await inTransaction(({ tx, tools, who }) => makePartner(tools, tx, wanted, who));
    if (json) console.log(JSON.stringify({ partner: name, id: made.orgId, kind: made.kind, draft: made.draft }));
    else console.log(nextSteps(name));
    return exitCodes.fine;
  });
}

/** The id for both environments, or another one for the sandbox. */
function identitiesOf({ qualifier, id, group, sandboxQualifier, sandboxId, sandboxGroup }: CreateOptions) {
  if ((qualifier === undefined) !== (id === undefined)) throw new UsageError('--qualifier and --id go together.');
  const production = qualifier !== undefined && id !== undefined ? [{ qualifier, isaId: id, gsId: group ?? id }] : [];
  if (sandboxId === undefined) return { production, sandbox: production };
  const other = sandboxQualifier ?? qualifier;
  if (other === undefined) throw new UsageError('--sandbox-id needs --sandbox-qualifier, or --qualifier.');
  return { production, sandbox: [{ qualifier: other, isaId: sandboxId, gsId: sandboxGroup ?? sandboxId }] };
}

const nextSteps = (name: string) => `${name} is there, and the sandbox runs its draft. Next:
  crossdock key create --organization ${quoted(name)} --environment sandbox --name "…"   a key for its machine
  crossdock user add --help                                                        a person who may sign in
  crossdock partner release make --partner ${quoted(name)} --note "…"                    production runs it from then on`;

export async function exportPartner(folder: string, options: ExportOptions): Promise<number> {
  const { partner, of, replace = false, json } = options;
  const { files, tables } = await inTransaction(async ({ tx }) => {
    const orgId = await partnerCalled(tx, partner);
    return { files: await filesNamed(tx, orgId, of), tables: await crossReferencesOf(tx, orgId) };
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
    const result = await inTransaction(async ({ tx, tools, who }) => {
      const there = await partnersCalled(tx, wanted);
      const made = there.length === 0 && mayCreate;
      if (there.length === 0 && !made && wanted !== '')
        throw new UsageError(`There is no partner called ${wanted}. Add --create to make it.`);
      // Where the head is broken there is no name; the compiler says what is wrong with it.
      const kind = partnerKinds.find((one) => one === topTextOf(head, 'kind')) ?? 'carrier';
      const orgId = made
        ? await createPartner(tools, tx, { ...who, name: wanted, kind })
        : wanted === ''
          ? tools.newId()
          : await partnerCalled(tx, wanted);
      const draft = await saveDraft(tools, tx, { orgId, ...who, files });
      let looked = 0;
      for (const [lookup, changes] of tables) {
        const { written, removed } = await importLookup(tx, { orgId, ...who, name: lookup, changes, at: tools.now() });
        looked += written + removed;
      }
      return { ...draft, made, looked };
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
      if (result.looked > 0) console.log(`${entries} cross references hold from now on, in production too.`);
    }
    return exitCodes.fine;
  });
}
