import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { ConfigError } from '../bin/config.ts';
import type { Finding } from '../domain/finding.ts';
import { ImportError } from '../library/standards/import-error.ts';
import { LoginError } from '../store/logins.ts';
import { exitCodes } from './exit-codes.ts';

/** Something that was named on the command line cannot be used. */
export class UsageError extends Error {}

const known = [UsageError, ImportError, ConfigError, LoginError];

/** Runs the work of a command and sets the exit code; what cannot be read or used is said in one sentence. */
export async function runCommand(work: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!known.some((kind) => error instanceof kind) && !isOfFile(error)) throw error;
    console.error((error as Error).message);
    process.exitCode = exitCodes.usage;
  }
}

/** A file or folder that cannot be read or written: whoever named it can mend that. */
function isOfFile(error: unknown): boolean {
  const { code = '', syscall, path } = error as NodeJS.ErrnoException;
  return (/^E[A-Z]+$/.test(code) && syscall !== undefined && path !== undefined) || code === 'ERR_FS_FILE_TOO_LARGE';
}

/** Content of a file, or of standard input for `-`. @throws UsageError when it cannot be read. */
export async function contentOf(file: string): Promise<Buffer> {
  try {
    // Not readFileSync(0): a pipe that another program made non-blocking would answer EAGAIN.
    return file === '-' ? await buffer(process.stdin) : readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** The verdict on what was looked at: notes are no fault. */
export const exitCodeFor = (findings: readonly Finding[]) =>
  findings.some(({ level }) => level !== 'note') ? exitCodes.findings : exitCodes.fine;

/** A value as a POSIX shell takes it, in a command that is shown to be copied. */
export const quoted = (value: string): string =>
  /["$`\\!]/.test(value) ? `'${value.replaceAll("'", `'\\''`)}'` : `"${value}"`;
