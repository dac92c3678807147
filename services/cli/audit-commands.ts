import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { ChainFault, ChainVerdict } from '../store/audit-chain.ts';
import { signHeads, writeHead } from '../store/audit-heads.ts';
import type { AuditTrail, ExportHeader } from './audit-trail.ts';
import { runCommand, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';

interface VerifyOptions {
  readonly org?: string;
  readonly heads?: string;
  readonly file?: string;
  readonly publicKey?: string;
  readonly json?: boolean;
}

// Loaded when a command runs, so that the others need not wait for a database driver.
const load = () => import('./audit-trail.ts');

/** `audit verify`, `audit export`, `audit head` and `audit public-key`: the audit trail as evidence. */
export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('The audit trail: verify it, export it, sign its state');
  audit
    .command('verify')
    .description('Find altered, inserted and removed entries, in the database of the hub or in an export')
    .option('--org <name>', 'only this organisation')
    .option('--heads <folder>', 'signed heads to hold against it (audit-heads in the home of the hub)')
    .option('--file <export>', 'verify a file of `audit export` instead of the database')
    .option('--public-key <file>', "the hub's public keys as PEM, where its secret keys are not at hand")
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExit code: 0 nothing found, 1 something is wrong, 2 it could not be verified, or not wholly.',
    )
    .action((options: VerifyOptions) => runCommand(() => verify(options)));
  audit
    .command('export')
    .description('Write the audit trail as one JSON object a line, for `audit verify --file`')
    .option('--org <name>', 'only this organisation')
    .option('--output <file>', 'write here instead of to standard output')
    .action((options: { org?: string; output?: string }) => runCommand(() => exportAudit(options)));
  audit
    .command('head')
    .description('Sign the present end of every chain and print it; the hub does so once a day')
    .option('--output <folder>', 'write it to this folder too')
    .action((options: { output?: string }) => runCommand(() => printHead(options)));
  audit
    .command('public-key')
    .description('Print the public keys that signed heads are checked with, newest first')
    .action(() =>
      runCommand(async () => {
        const keys = (await load()).hubAuditKeys(process.env);
        if (!keys) throw new UsageError(noKeys);
        for (const { pem } of keys.publicKeys) console.log(pem.trim());
        return exitCodes.fine;
      }),
    );
}

const noKeys = 'The keys of the hub are not here. Set CROSSDOCK_KEYS, or CROSSDOCK_HOME to the home of the hub.';

async function verify(options: VerifyOptions): Promise<number> {
  const { databaseTrail, exportTrail, hubAuditKeys, onDatabase, trustedHeads, verifyTrail } = await load();
  // Who names a public key means to do without the secret ones.
  const keys = options.publicKey === undefined ? hubAuditKeys(process.env) : undefined;
  const pems =
    options.publicKey === undefined ? (keys?.publicKeys ?? []).map(({ pem }) => pem) : pemsIn(options.publicKey);
  if (!keys && options.file === undefined && options.publicKey === undefined) throw new UsageError(noKeys);
  const heads = trustedHeads(process.env, { folder: options.heads, pems, offline: options.file !== undefined });
  const look = async (trail: AuditTrail) => ({
    names: new Map(trail.organizations.map(({ id, name }) => [id, name])),
    verdicts: await verifyTrail(trail, keys, heads.heads, options.org === undefined),
  });
  const { names, verdicts } =
    options.file === undefined
      ? await onDatabase(process.env, async (tx) => look(await databaseTrail(tx, options.org)))
      : await look(only(await exportTrail(options.file), options.org));
  const faults = verdicts.flatMap((verdict) => verdict.faults);
  const wrong = faults.some(({ kind }) => kind !== 'unchecked') || heads.refused.length > 0;
  const code = wrong ? exitCodes.findings : faults.length > 0 ? exitCodes.usage : exitCodes.fine;
  if (options.json) {
    const report = { ok: code === exitCodes.fine, sealsChecked: keys !== undefined, heads: heads.heads.length };
    const chains = verdicts.map((verdict) => ({ organization: names.get(verdict.orgId), ...verdict }));
    console.log(JSON.stringify({ ...report, refusedHeads: heads.refused, chains }));
    return code;
  }
  for (const { file, reason } of heads.refused) console.log(`${file}: ${reason}`);
  for (const verdict of verdicts) tell(names.get(verdict.orgId) ?? verdict.orgId, verdict);
  if (!keys) console.log('Seals were not checked: that takes the secret keys of the hub.');
  if (heads.heads.length === 0)
    console.log('No signed heads were at hand: entries removed from the end would not show.');
  else
    console.log(`Held against ${heads.heads.length} signed heads, ${heads.heads[0]!.at} to ${heads.heads.at(-1)!.at}.`);
  return code;
}

function only(trail: AuditTrail, org: string | undefined): AuditTrail {
  if (org === undefined) return trail;
  const ids = new Set(trail.organizations.filter(({ name }) => name === org).map(({ id }) => id));
  if (ids.size === 0) throw new UsageError(`There is no organisation called ${org}.`);
  return {
    ...trail,
    async *chains() {
      for await (const chain of trail.chains()) {
        if (ids.has(chain[0])) yield chain;
        else for await (const _ of chain[1]);
      }
    },
  };
}

function pemsIn(file: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
  const pems = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  if (pems.length === 0) throw new UsageError(`${file} has no public key as PEM.`);
  return pems;
}

function tell(name: string, verdict: ChainVerdict): void {
  const { entries, withoutSeal, waiting, waitingSince, anchored, faults } = verdict;
  const parts = [`${entries} ${entries === 1 ? 'entry' : 'entries'}`];
  if (withoutSeal > 0) parts.push(`the first ${withoutSeal} from before there were seals`);
  if (anchored > 0) parts.push(`signed heads reach to entry ${anchored}`);
  if (waiting > 0) parts.push(`${waiting} more wait for the chain since ${waitingSince}`);
  console.log(`${name}: ${faults.length > 0 ? 'NOT AS IT WAS WRITTEN: ' : ''}${parts.join('; ')}.`);
  for (const fault of faults) console.log(`  ${placeOf(fault)}: ${fault.kind}. ${fault.explanation}`);
}

function placeOf({ from, to, entry }: ChainFault): string {
  const place =
    from === undefined ? `unchained entry ${entry?.id}` : from === to ? `entry ${from}` : `entries ${from} to ${to}`;
  return entry ? `${place} (${entry.at}, ${entry.action} by ${entry.actor})` : place;
}

async function exportAudit({ org, output }: { org?: string; output?: string }): Promise<number> {
  const { databaseTrail, onDatabase } = await load();
  const target = output === undefined ? process.stdout : createWriteStream(output, { flags: 'wx', mode: 0o600 });
  if (output !== undefined)
    await once(target, 'open').catch((error: Error) => {
      throw new UsageError(`${output} cannot be written: ${error.message}`);
    });
  const write = async (value: object) => {
    if (!target.write(`${JSON.stringify(value)}\n`)) await once(target, 'drain');
  };
  await onDatabase(process.env, async (tx) => {
    const trail = await databaseTrail(tx, org);
    const { organizations } = trail;
    await write({
      format: 'crossdock-audit-export/1',
      at: new Date().toISOString(),
      organizations,
    } satisfies ExportHeader);
    for await (const [, rows] of trail.chains()) for await (const row of rows) await write(row);
  });
  if (output !== undefined) {
    target.end();
    await once(target, 'finish');
  }
  return exitCodes.fine;
}

async function printHead({ output }: { output?: string }): Promise<number> {
  const { hubAuditKeys, onDatabase } = await load();
  const keys = hubAuditKeys(process.env);
  if (!keys) throw new UsageError(noKeys);
  const now = new Date();
  const sealed = await onDatabase(process.env, (tx) => signHeads(tx, keys, now));
  console.log(JSON.stringify(sealed));
  if (output !== undefined) writeHead(output, now.toISOString().replaceAll(':', '-'), sealed);
  return exitCodes.fine;
}
