import { type Command, InvalidArgumentError, Option } from 'commander';
import { keyBits } from '../channels/as2/identity/make-identity.ts';
import { runCommand } from './command-input.ts';

const load = () => import('./as2-work.ts');

export interface IdentityOptions {
  readonly environment: string;
  readonly json?: boolean;
}
export interface MakeOptions extends IdentityOptions {
  readonly name?: string;
  readonly bits: (typeof keyBits)[number];
  readonly years: number;
  readonly current?: boolean;
}
export interface UploadOptions extends IdentityOptions {
  readonly password?: string;
  readonly current?: boolean;
}
export interface RehearseOptions extends IdentityOptions {
  readonly partner: string;
  readonly endpoint: string;
}

function years(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 10) throw new InvalidArgumentError('It is a number, 1 to 10.');
  return value;
}

/** `crossdock as2`: the keys and certificates by which partners know our AS2. */
export function addAs2Commands(program: Command): void {
  const as2 = program
    .command('as2')
    .description(
      'The key and certificate by which partners know our AS2: identity show, make, upload, switch, retire, rehearse',
    )
    .addHelpText(
      'after',
      '\nOn the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME. Private keys are sealed there and never printed.\nExit codes: 0 fine, 1 a partner does not take a rehearsal, 2 wrong usage or refused.',
    );
  const identity = as2
    .command('identity')
    .description('The keys and certificates by which partners know our AS2, in each environment')
    .addHelpText(
      'after',
      `
How a certificate is changed: make the next one, give it to the partners (show prints it), rehearse it with each, switch, and retire the former one when
nobody encrypts for it any more. What is encrypted for any of them is opened until it is retired.`,
    );
  const one = (name: string, description: string) =>
    identity
      .command(name)
      .description(description)
      .addOption(new Option('--environment <name>', 'where').choices(['production', 'sandbox']).default('production'))
      .option('--json', 'print one JSON object');
  one('show', 'Print them, with the certificates to give to partners').action((options: IdentityOptions) =>
    runCommand(async () => (await load()).show(options)),
  );
  one('make', 'Make a key and a certificate that it signs itself: the next one, or the first')
    .option('--name <name>', 'stands in the certificate; the name of the company unless given')
    .addOption(
      new Option('--bits <number>', 'of the RSA key').choices(keyBits.map(String)).argParser(Number).default(3072),
    )
    .option('--years <number>', 'how long the certificate is valid', years, 3)
    .option('--current', 'use it at once, and not after a switch')
    .action((options: MakeOptions) => runCommand(async () => (await load()).make(options)));
  one(
    'upload <file>',
    'Take one that was made elsewhere: PEM with certificate, chain and key, or PFX; - for PEM from standard input',
  )
    .option('--password <file>', 'file with the password of the key; - for standard input')
    .option('--current', 'use it at once, and not after a switch')
    .action((file: string, options: UploadOptions) => runCommand(async () => (await load()).upload(file, options)));
  one('switch [id]', 'Sign with the next one from now on').action((id: string | undefined, options: IdentityOptions) =>
    runCommand(async () => (await load()).switchTo(id, options)),
  );
  one('retire <id>', 'Use one for nothing more: what is still encrypted for it cannot be opened').action(
    (id: string, options: IdentityOptions) => runCommand(async () => (await load()).retire(id, options)),
  );
  one('rehearse [id]', 'Send a small text, signed with the next one, and print what the partner says of it')
    .requiredOption('--partner <name>', 'name or id of the partner')
    .requiredOption('--endpoint <name>', 'its AS2 endpoint')
    .action((id: string | undefined, options: RehearseOptions) =>
      runCommand(async () => (await load()).rehearse(id, options)),
    );
}
