import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

// Loaded when a command runs, so that the others need not wait for a database driver.
const load = () => import('./user-work.ts');

export interface UserOptions {
  readonly organization?: string;
  readonly json?: boolean;
}
export interface AddUserOptions extends UserOptions {
  readonly name: string;
  readonly role: readonly string[];
}
export interface RoleOptions extends UserOptions {
  readonly role: readonly string[];
}

const several = (text: string, before: readonly string[] = []) => [...before, text];
const roleText =
  'a role; repeat it for several: admin, integrator, approver, operator, auditor of your company, admin, editor, viewer of a partner';

/** `crossdock user`: who may sign in, and what they may do. */
export function addUserCommands(program: Command): void {
  const user = program
    .command('user')
    .description('People who sign in: add them, give them roles, shut them out, replace a lost password')
    .addHelpText(
      'after',
      `
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME. What is changed holds at once in every process.
Hand over the password that is printed; whoever signs in with it has to choose another one. To send a mail instead: crossdock invite create --help
Exit codes: 0 fine, 2 wrong usage or refused.`,
    );
  const options = (command: Command) =>
    command.option('--organization <name>', 'name or id of the organization').option('--json', 'print one JSON object');
  options(user.command('list'))
    .description('Print the people of all organizations, or of one')
    .action((chosen: UserOptions) => runCommand(async () => (await load()).list(chosen)));
  options(user.command('add <email>'))
    .description('Add a person to your company, or to the partner that --organization names')
    .requiredOption('--name <name>', 'name of the person')
    .requiredOption('--role <role>', roleText, several)
    .addHelpText(
      'after',
      '\nExample: crossdock user add lena@quayside.example --name "Lena Ortiz" --role editor --organization "Quayside Logistics"',
    )
    .action((email: string, chosen: AddUserOptions) => runCommand(async () => (await load()).add(email, chosen)));
  options(user.command('role <email>'))
    .description('Give a person other roles, in the place of all')
    .requiredOption('--role <role>', roleText, several)
    .action((email: string, chosen: RoleOptions) => runCommand(async () => (await load()).role(email, chosen)));
  options(user.command('disable <email>'))
    .description('Shut a person out; the sessions end at once')
    .action((email: string, chosen: UserOptions) => runCommand(async () => (await load()).disable(email, chosen)));
  options(user.command('enable <email>'))
    .description('Let a person in again, with the password from before')
    .action((email: string, chosen: UserOptions) => runCommand(async () => (await load()).enable(email, chosen)));
  options(user.command('reset-password <email>'))
    .description('Give a person a temporary password in the place of one that was lost')
    .action((email: string, chosen: UserOptions) => runCommand(async () => (await load()).reset(email, chosen)));
  options(user.command('reset-factors <email>'))
    .description('Remove app, recovery codes and passkeys of a person, such as those of a phone that was lost')
    .action((email: string, chosen: UserOptions) => runCommand(async () => (await load()).resetFactors(email, chosen)));
}
