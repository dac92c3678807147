import { readFileSync } from 'node:fs';
import { verifyBundle } from '../library/evidence-bundle.ts';
import type { VerifyOptions } from './certification-commands.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';

/** `crossdock evidence verify`: needs no hub. @returns the exit code */
export function verifyEvidence(file: string, { key, json }: VerifyOptions): number {
  const { faults, about, fingerprint, files } = verifyBundle(
    bytesOf(file),
    key === undefined ? undefined : bytesOf(key).toString('utf8'),
  );
  if (json)
    console.log(JSON.stringify({ file, good: faults.length === 0, fingerprint, about, files: files.length, faults }));
  else {
    for (const { file: name, message } of faults) console.log(`${name}: ${message}`);
    if (faults.length === 0)
      console.log(`${file} is as it was signed: ${listed(about, files.length)}, made ${String(about?.madeAt)}.`);
    if (fingerprint !== undefined)
      console.log(
        key === undefined
          ? `Key in the bundle: ${fingerprint}. Compare it with the one that the hub's team told you.`
          : `Key: ${fingerprint}`,
      );
  }
  return faults.length === 0 ? exitCodes.fine : exitCodes.findings;
}

/** What a bundle is about: a certification, or whatever it says itself. */
const listed = (about: Readonly<Record<string, unknown>> | undefined, files: number): string =>
  typeof about?.what === 'string'
    ? `${about.what}, ${Number(about.differ) === 0 ? 'no differences' : `${String(about.differ)} differences`}`
    : `${files} files about ${String(about?.document)} of ${String(about?.partner)}, ${about?.certified === true ? 'certified' : 'not certified whole'}`;

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}
