import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

const load = () => import('./certification-work.ts');

export interface CertificationOptions {
  readonly partner: string;
  readonly json?: boolean;
}
export interface RunOptions extends CertificationOptions {
  readonly needed?: boolean;
  readonly document?: string;
}
export interface ExportOptions extends CertificationOptions {
  readonly document: string;
  readonly out?: string;
}
export interface VerifyOptions {
  readonly key?: string;
  readonly json?: boolean;
}

/** `crossdock certification` and `crossdock evidence`: tests that partners pass, and what proves them. */
export function addCertificationCommands(program: Command): void {
  const certification = program
    .command('certification')
    .description('Tests of the exchange that a partner passes in the sandbox: list, run, show, rerun')
    .addHelpText(
      'after',
      `
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME; a run goes on in the hub.
Exit codes: 0 fine, 1 scenarios are left or the run has failed, 2 wrong usage or refused.`,
    );
  const command = (name: string, description: string) =>
    certification
      .command(name)
      .description(description)
      .requiredOption('--partner <name>', 'name of the partner')
      .option('--json', 'print one JSON object');
  command('list', 'Print each document of the sandbox with its scenarios, and how they stand').action(
    (options: CertificationOptions) => runCommand(async () => (await load()).list(options)),
  );
  command('run [scenario]', 'Start a run of a scenario, or with --needed of all that are left')
    .option('--needed', 'side by side, every connectivity and must scenario that is not passed')
    .option('--document <key>', 'with --needed: of one document only, such as inbound/945/004010')
    .action((scenario: string | undefined, options: RunOptions) =>
      runCommand(async () => (await load()).start(scenario, options)),
    );
  command('show <run>', 'Print a run, frame by frame; by its id or its fixture number').action(
    (run: string, options: CertificationOptions) => runCommand(async () => (await load()).show(run, options)),
  );
  command('rerun <run>', 'Start the scenario of a run once more').action((run: string, options: CertificationOptions) =>
    runCommand(async () => (await load()).rerun(run, options)),
  );

  const evidence = program
    .command('evidence')
    .description('What proves a certification, as a signed bundle: export, verify');
  evidence
    .command('export')
    .description('Write the evidence of a document that is certified')
    .requiredOption('--partner <name>', 'name of the partner')
    .requiredOption('--document <key>', 'such as inbound/945/004010')
    .option('--out <file>', 'where to; its usual name in this folder unless given')
    .option('--json', 'print one JSON object')
    .action((options: ExportOptions) => runCommand(async () => (await load()).exportEvidence(options)));
  evidence
    .command('verify <file>')
    .description('Hold a bundle against its signature; needs no hub and no network')
    .option(
      '--key <file>',
      'public key (PEM) that it must be signed with; else compare the fingerprint that is printed',
    )
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExit codes: 0 it is as it was signed, 1 it is not, and each file that was changed is named, 2 wrong usage.',
    )
    .action((file: string, options: VerifyOptions) =>
      runCommand(async () => (await import('./evidence-verify.ts')).verifyEvidence(file, options)),
    );
}
