import type { Command } from 'commander';
import { runCommand } from './command-input.ts';
import { addHoldCommands } from './go-live-commands.ts';

// Loaded when a command runs, so that the others need not wait for a database driver.
const load = () => import('./partner-work.ts');
const loadReleases = () => import('./release-work.ts');

export interface OfPartner {
  readonly partner: string;
  readonly json?: boolean;
}
export interface CreateOptions {
  readonly template: readonly string[];
  readonly qualifier?: string;
  readonly id?: string;
  readonly group?: string;
  readonly sandboxQualifier?: string;
  readonly sandboxId?: string;
  readonly sandboxGroup?: string;
  readonly zone?: string;
  readonly kind?: string;
  readonly json?: boolean;
}
export interface ExportOptions extends OfPartner {
  readonly of: string;
  readonly replace?: boolean;
}
export interface ImportOptions {
  readonly partner?: string;
  readonly create?: boolean;
  readonly json?: boolean;
}
export interface CandidateOptions extends OfPartner {
  readonly remove?: boolean;
}
export interface MakeOptions extends OfPartner {
  readonly note: string;
  readonly of: string;
}
export interface RestoreOptions extends OfPartner {
  readonly note?: string;
}

const several = (text: string, before: readonly string[] = []) => [...before, text];
const ofText = 'draft, the name of a candidate, or the number of a release';

/** `crossdock partner`: partners, their configuration as files, and its releases. */
export function addPartnerCommands(program: Command): void {
  const partner = program
    .command('partner')
    .description('Partners: make them from templates, move their configuration as files, release it')
    .addHelpText(
      'after',
      `
The configuration of a partner is a folder of files: partner.yaml (identities, documents, acknowledgement), mappings/, guides/, tables.yaml,
lookups.yaml, samples/. The sandbox runs the draft, or a candidate; production runs a release. Running processes take up a change within seconds.
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.
Exit codes: 0 fine, 1 the configuration has faults, 2 wrong usage.`,
    );
  partner
    .command('list')
    .description('Print the partners with what each environment runs')
    .option('--json', 'print one JSON object per partner')
    .action((options: { json?: boolean }) => runCommand(async () => (await load()).list(options)));
  partner
    .command('templates')
    .description('Print the templates that partners are made from')
    .option('--json', 'print one JSON object per template')
    .action((options: { json?: boolean }) => runCommand(async () => (await load()).listTemplates(options)));
  addHoldCommands(partner);
  addFileCommands(partner);
  addSandboxCommands(partner);
  addReleaseCommands(partner);
}

function addFileCommands(partner: Command): void {
  partner
    .command('create <name>')
    .description(
      'Make a partner; its draft is what the templates have. Production runs nothing before the first release',
    )
    .requiredOption('--template <name>', 'a template; repeat it for a carrier that is a warehouse too', several)
    .option('--qualifier <code>', 'qualifier of its id in ISA, such as ZZ, 02 or 12')
    .option('--id <id>', 'its id in ISA, in sandbox and production')
    .option('--group <id>', 'its id in GS, where that is another')
    .option('--sandbox-qualifier <code>', 'in the sandbox, where that is another')
    .option('--sandbox-id <id>', 'in the sandbox, where that is another')
    .option('--sandbox-group <id>', 'in the sandbox, where that is another')
    .option('--zone <zone>', 'IANA zone of its local times; that of the template unless given')
    .option('--kind <kind>', 'carrier, 3pl or carrier-3pl; what the templates are unless given')
    .option('--json', 'print one JSON object')
    .action((name: string, options: CreateOptions) => runCommand(async () => (await load()).create(name, options)));
  partner
    .command('export <folder>')
    .description('Write the configuration of a partner, and its cross references, into a folder')
    .requiredOption('--partner <name>', 'name of the partner')
    .option('--of <which>', ofText, 'draft')
    .option('--replace', 'write over a former export; files that are no configuration stay')
    .option('--json', 'print one JSON object')
    .action((folder: string, options: ExportOptions) =>
      runCommand(async () => (await load()).exportPartner(folder, options)),
    );
  partner
    .command('import <folder>')
    .description('Make the files of a folder the draft of a partner, unless they have faults')
    .option('--partner <name>', 'name of the partner; that in partner.yaml unless given, and it must be the same')
    .option('--create', 'make the partner where there is none')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Files in cross-references/ are CSV with the columns key and value. They take the place of all entries of that look-up, and hold at once, in
production too: cross references are data and not part of a release.`,
    )
    .action((folder: string, options: ImportOptions) =>
      runCommand(async () => (await load()).importPartner(folder, options)),
    );
}

function addSandboxCommands(partner: Command): void {
  partner
    .command('candidate <candidate>')
    .description('Give the draft a name, under which the sandbox may run it while the draft goes on')
    .requiredOption('--partner <name>', 'name of the partner')
    .option('--json', 'print one JSON object')
    .option('--remove', 'forget the candidate; releases that were made of it stay')
    .action((candidate: string, options: CandidateOptions) =>
      runCommand(async () => (await loadReleases()).candidate(candidate, options)),
    );
  partner
    .command('sandbox <which>')
    .description('Say what the sandbox runs: draft, or the name of a candidate')
    .requiredOption('--partner <name>', 'name of the partner')
    .option('--json', 'print one JSON object')
    .action((which: string, options: OfPartner) =>
      runCommand(async () => (await loadReleases()).sandbox(which, options)),
    );
}

function addReleaseCommands(partner: Command): void {
  const release = partner
    .command('release')
    .description('Releases of a partner: what production runs. They are never changed; rolling back makes a new one');
  release
    .command('make')
    .description('Make a release, which production runs from now on')
    .requiredOption('--partner <name>', 'name of the partner')
    .requiredOption('--note <text>', 'what changes, and why')
    .option('--of <which>', ofText, 'draft')
    .option('--json', 'print one JSON object')
    .action((options: MakeOptions) => runCommand(async () => (await loadReleases()).make(options)));
  release
    .command('list')
    .description('Print the releases, the newest first, and the candidates')
    .requiredOption('--partner <name>', 'name of the partner')
    .option('--json', 'print one JSON object')
    .action((options: OfPartner) => runCommand(async () => (await loadReleases()).listReleases(options)));
  release
    .command('diff [from] [to]')
    .description(`Print how files differ between two of: ${ofText}. The newest release and the draft unless given`)
    .requiredOption('--partner <name>', 'name of the partner')
    .option('--json', 'print one JSON object')
    .action((from: string | undefined, to: string | undefined, options: OfPartner) =>
      runCommand(async () => (await loadReleases()).diffReleases(from, to, options)),
    );
  release
    .command('restore <number>')
    .description('Roll back: make a new release of the content of an older one. The draft stays as it is')
    .requiredOption('--partner <name>', 'name of the partner')
    .option('--note <text>', 'why')
    .option('--json', 'print one JSON object')
    .action((number: string, options: RestoreOptions) =>
      runCommand(async () => (await loadReleases()).restore(number, options)),
    );
}
