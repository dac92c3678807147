import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

const load = () => import('./invite-work.ts');

export interface InviteOptions {
  readonly organization?: string;
  readonly json?: boolean;
}
export interface CreateInviteOptions extends InviteOptions {
  readonly name?: string;
  readonly role?: readonly string[];
  readonly company?: string;
  readonly template?: string;
}
export interface MailOptions {
  readonly limit: string;
  readonly json?: boolean;
}

const several = (text: string, before: readonly string[] = []) => [...before, text];
const beside = `
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.
Exit codes: 0 fine, 2 wrong usage or refused.`;

/** `crossdock invite`: who may come in by a link. */
export function addInviteCommands(program: Command): void {
  const invite = program
    .command('invite')
    .description('Invite companies and people by mail: create, list, revoke')
    .addHelpText(
      'after',
      `${beside}\nAn invite is good for a week, and once. The link is printed as well, for hubs that send no mail.`,
    );
  const options = (command: Command) =>
    command.option('--organization <name>', 'name or id of the organization').option('--json', 'print one JSON object');
  options(invite.command('create <email>'))
    .description('Invite a person into your company or a partner, or, with --company, a company that is not here yet')
    .option('--name <name>', 'name of the person')
    .option('--role <role>', 'a role of the person; repeat it for several (see `crossdock user add --help`)', several)
    .option('--company <name>', 'a company that is to be made; the person becomes its first admin')
    .option('--template <name>', 'what the company begins with (see `crossdock partner templates`)')
    .addHelpText(
      'after',
      `
Examples: crossdock invite create lena@quayside.example --role editor --organization "Quayside Logistics"
          crossdock invite create ana@harbourrow.example --company "Harbour Row Storage" --template standard-3pl`,
    )
    .action((email: string, chosen: CreateInviteOptions) =>
      runCommand(async () => (await load()).create(email, chosen)),
    );
  options(invite.command('list'))
    .description('Print the invites of all organizations, or of one, with what became of them')
    .action((chosen: InviteOptions) => runCommand(async () => (await load()).list(chosen)));
  options(invite.command('revoke <email>'))
    .description('Take back the open invites of an address: their links open nothing any more')
    .action((email: string, chosen: InviteOptions) => runCommand(async () => (await load()).revoke(email, chosen)));
}

/** `crossdock mail`: what the hub wrote to people. */
export function addMailCommands(program: Command): void {
  const mail = program
    .command('mail')
    .description('Mails that the hub wrote: list, show')
    .addHelpText('after', `${beside}\nLinks in mails open accounts: reading one goes on record.`);
  mail
    .command('list')
    .description('Print the newest mails with their state')
    .option('--limit <n>', 'how many', '50')
    .option('--json', 'print one JSON object')
    .action((chosen: MailOptions) => runCommand(async () => (await load()).listMails(chosen)));
  mail
    .command('show <id>')
    .description('Print a mail, with its link')
    .option('--json', 'print one JSON object')
    .action((id: string, chosen: MailOptions) => runCommand(async () => (await load()).showMail(id, chosen)));
}
