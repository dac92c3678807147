import type { Command } from 'commander';
import { documentChannelNames } from '../domain/configuration/document-channels.ts';
import { runCommand } from './command-input.ts';

const load = () => import('./agreement-work.ts');
const loadSignatures = () => import('./signature-work.ts');

export interface AgreementOptions {
  readonly partner: string;
  readonly direction?: string;
  readonly json?: boolean;
}
export interface ListOptions extends AgreementOptions {
  readonly of: string;
}
export interface AddOptions extends AgreementOptions {
  readonly template?: string;
}
export interface SignOptions extends AgreementOptions {
  readonly name: string;
  readonly title?: string;
}
export interface PdfOptions extends AgreementOptions {
  readonly hash?: string;
}
export interface ChangeOptions extends AgreementOptions {
  /** `version` belongs to the program. */
  readonly setVersion?: string;
  readonly endpoint?: string;
  readonly channel?: string;
  readonly functional?: string;
  readonly ta1?: string;
  readonly acceptedSets?: string;
  readonly collected?: string;
  readonly receipt?: string;
  readonly ta1Within?: string;
  readonly acknowledged?: string;
  readonly answered?: string;
  readonly resend?: string;
  readonly reissuedWith?: string;
}

/** `crossdock agreement`: which documents are exchanged with a partner, and on which terms. */
export function addAgreementCommands(program: Command): void {
  const agreement = program
    .command('agreement')
    .description('Documents that are agreed with a partner: list, show, add, change, remove; signatures, sign, pdf')
    .addHelpText(
      'after',
      `
A document is a transaction set such as 945, or the name of a JSON, CSV or XML document. Changes go to the partner's draft: the sandbox runs it, and
production from the next release on (crossdock partner release make).
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.
Exit codes: 0 fine, 1 the configuration would have faults, 2 wrong usage or refused.`,
    );
  const command = (name: string, description: string) =>
    agreement
      .command(name)
      .description(description)
      .requiredOption('--partner <name>', 'name of the partner')
      .option('--json', 'print one JSON object');
  const direction = ['--direction <way>', 'in (from the partner) or out; needed where a set goes both ways'] as const;
  const of = [
    '--of <which>',
    'draft, the name of a candidate, the number of a release, or production or sandbox for what these run',
    'draft',
  ] as const;
  command('list', 'Print the documents that are agreed')
    .option(...of)
    .action((options: ListOptions) => runCommand(async () => (await load()).list(options)));
  command('show <document>', 'Print one with all its terms')
    .option(...direction)
    .option(...of)
    .action((document: string, options: ListOptions) => runCommand(async () => (await load()).show(document, options)));
  command('add <document>', 'Agree on a document that a template has; its mapping, guide and samples go into the draft')
    .option(...direction)
    .option('--template <name>', 'the template to take it from; the first that has it unless given')
    .action((document: string, options: AddOptions) => runCommand(async () => (await load()).add(document, options)));
  command('change <document>', 'Change its version, acknowledgement or deadlines; what is not named stays')
    .option(...direction)
    .option('--set-version <version>', 'version such as 004010; its mapping must serve it')
    .option('--endpoint <name>', 'the endpoint at which it is exchanged; `crossdock endpoint list` prints them')
    .option(
      '--channel <kind>',
      `where that endpoint is set up later: what it will be, of ${documentChannelNames.join(', ')}; alone: the endpoint of this channel`,
    )
    .option('--functional <kind>', '997 or 999')
    .option('--ta1 <when>', 'never, when-requested or always')
    .option('--accepted-sets <yes|no>', 'whether the 997 or 999 lists accepted sets too')
    .option('--collected <time>', 'how long the partner has for collecting it from its mailbox')
    .option(
      '--receipt <time>',
      'how long the partner has for the receipt (MDN), such as 2h; none: what its endpoint says',
    )
    .option(
      '--ta1-within <time>',
      'how long the partner has for the TA1, which we then ask for; none: none is asked for',
    )
    .option('--acknowledged <time>', 'how long the partner has for the 997 or 999, such as 90m, 24h, 2d')
    .option('--answered <time>', 'how long the partner has for the business answer')
    .option(
      '--resend <numbers>',
      'how it may be sent once more: same (the same bytes), new (new control numbers) or either',
    )
    .option('--reissued-with <which>', 'the configuration that it is written anew with: present or original')
    .action((document: string, options: ChangeOptions) =>
      runCommand(async () => (await load()).change(document, options)),
    );
  command('remove <document>', 'End the agreement; its files stay in the draft')
    .option(...direction)
    .action((document: string, options: AgreementOptions) =>
      runCommand(async () => (await load()).remove(document, options)),
    );
  command(
    'signatures',
    'Print who has signed the agreement as it is now, and what differs from what was signed',
  ).action((options: AgreementOptions) => runCommand(async () => (await loadSignatures()).signatures(options)));
  command('sign', 'Sign the agreement for the team, as it stands in the draft')
    .requiredOption('--name <name>', 'who signs')
    .option('--title <title>', 'such as Head of Integration')
    .action((options: SignOptions) => runCommand(async () => (await loadSignatures()).sign(options)));
  command('pdf <file>', 'Write the agreement as PDF, with its hash and signatures')
    .option('--hash <sha256>', 'an earlier text; the present one unless given')
    .action((file: string, options: PdfOptions) => runCommand(async () => (await loadSignatures()).pdf(file, options)));
}
