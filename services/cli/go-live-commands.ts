import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

const load = () => import('./go-live-work.ts');

export interface OfGoLive {
  readonly json?: boolean;
}
export interface AskOptions extends OfGoLive {
  readonly partner: string;
  readonly at?: string;
  readonly note?: string;
  readonly percent?: string;
  readonly site?: readonly string[];
}
export interface ListOptions extends OfGoLive {
  readonly all?: boolean;
}
export interface ApproveOptions extends OfGoLive {
  readonly by: string;
}
export interface ReturnOptions extends OfGoLive {
  readonly code: string;
  readonly note?: string;
}
export interface WhyOptions extends OfGoLive {
  readonly why: string;
}
export interface DocumentOptions extends OfGoLive {
  readonly partner: string;
}
export interface RollBackOptions extends DocumentOptions {
  readonly why: string;
}
export interface ParallelOptions extends DocumentOptions {
  readonly days?: string;
  readonly documents?: string;
  readonly end?: boolean;
}
export interface HoldOptions extends OfGoLive {
  readonly partner: string;
  readonly reason: string;
}
export interface OffBoardOptions extends HoldOptions {
  readonly confirm: string;
}

const several = (text: string, before: readonly string[] = []) => [...before, text];
const beside = `
A document is named by direction, set and version, such as inbound/945/004010; a request by its number.
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.
Exit codes: 0 fine, 1 the configuration has faults, 2 wrong usage or refused.`;
const json = '--json';
const asJson = 'print one JSON object';
const partnerOption = '--partner <name>';

/** `crossdock golive`: how documents go live. */
export function addGoLiveCommands(program: Command): void {
  const golive = program
    .command('golive')
    .description('Go-lives: ask, list, show, approve, return, cancel, run in parallel, roll back')
    .addHelpText(
      'after',
      `${beside}
CROSSDOCK_APPROVALS says how many people approve: 2 unless given, 1 for a small team. None of them wrote what changes, waived a check, or asked for it; the
database refuses that too. A whole partner is held, let go on or ended by \`crossdock partner suspend\`, \`resume\` and \`off-board\`. \`crossdock partner release make\` stays for whoever operates the hub's own database, and is on record.`,
    );
  golive
    .command('ask <document...>')
    .description('Ask for the go-live of documents, where every check is met')
    .requiredOption(partnerOption, 'name of the partner')
    .option('--at <moment>', 'when, such as 2027-03-01T06:00:00Z; as soon as it is approved unless given')
    .option('--note <text>', 'what approvers should know')
    .option('--percent <n>', 'a canary: only this share of the business keys at first')
    .option('--site <code>', 'a canary: only documents that name this site; repeat it for several', several)
    .option(json, asJson)
    .action((documents: string[], options: AskOptions) =>
      runCommand(async () => (await load()).ask(documents, options)),
    );
  golive
    .command('list')
    .description('Print the requests that wait, the longest waiting first')
    .option('--all', 'those that are over too')
    .option(json, asJson)
    .action((options: ListOptions) => runCommand(async () => (await load()).list(options)));
  golive
    .command('show <number>')
    .description('Print a request with its checks, its differences and what was decided')
    .option(json, asJson)
    .action((number: string, options: OfGoLive) => runCommand(async () => (await load()).show(number, options)));
  golive
    .command('approve <number>')
    .description('Approve a request in the name of a person of the team')
    .requiredOption('--by <email>', 'who has looked at it and approves it')
    .option(json, asJson)
    .action((number: string, options: ApproveOptions) =>
      runCommand(async () => (await load()).approve(number, options)),
    );
  golive
    .command('return <number>')
    .description('Return a request with a numbered code; it keeps its place for three days')
    .requiredOption('--code <code>', 'such as GL-102')
    .option('--note <text>', 'what exactly')
    .option(json, asJson)
    .action((number: string, options: ReturnOptions) =>
      runCommand(async () => (await load()).giveBack(number, options)),
    );
  golive
    .command('cancel <number>')
    .description('Take a request back, until it is live')
    .requiredOption('--why <text>', 'why')
    .option(json, asJson)
    .action((number: string, options: WhyOptions) => runCommand(async () => (await load()).cancel(number, options)));
  golive
    .command('parallel <document>')
    .description('Start the parallel run of a document, or end it')
    .requiredOption(partnerOption, 'name of the partner')
    .option('--days <n>', 'how long at least; 5 unless given')
    .option('--documents <n>', 'how many at least; 20 unless given')
    .option('--end', 'end it')
    .option(json, asJson)
    .action((document: string, options: ParallelOptions) =>
      runCommand(async () => (await load()).parallel(document, options)),
    );
  golive
    .command('rollback <document>')
    .description('Take a document back to what it was before its go-live')
    .requiredOption(partnerOption, 'name of the partner')
    .requiredOption('--why <text>', 'why')
    .option(json, asJson)
    .action((document: string, options: RollBackOptions) =>
      runCommand(async () => (await load()).back(document, options)),
    );
}

/** `crossdock partner suspend`, `resume`, `off-board`. */
export function addHoldCommands(partner: Command): void {
  partner
    .command('suspend')
    .description('Hold the production of a partner: what comes is stored and acknowledged, and not applied')
    .requiredOption(partnerOption, 'name of the partner')
    .requiredOption('--reason <text>', 'why; the partner reads it')
    .option(json, asJson)
    .action((options: HoldOptions) => runCommand(async () => (await load()).suspend(options)));
  partner
    .command('resume')
    .description('Let the production of a partner go on, with all that waited')
    .requiredOption(partnerOption, 'name of the partner')
    .option(json, asJson)
    .action((options: DocumentOptions) => runCommand(async () => (await load()).resume(options)));
  partner
    .command('off-board')
    .description('End the work with a partner: keys revoked, channels stopped, access ended; documents are kept')
    .requiredOption(partnerOption, 'name of the partner')
    .requiredOption('--reason <text>', 'why; the partner reads it')
    .requiredOption('--confirm <name>', 'the name once more: this is not taken back')
    .option(json, asJson)
    .action((options: OffBoardOptions) => runCommand(async () => (await load()).offBoard(options)));
}
