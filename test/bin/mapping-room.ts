import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { projectRoot } from './command.ts';

export const partners = join(projectRoot, 'partners');
export const inProfile = (profile: string, ...path: string[]) => join(partners, profile, ...path);
export const mapping214 = inProfile('standard-carrier', 'mappings', '214-in.yaml');
export const mapping945 = inProfile('standard-3pl', 'mappings', '945-in.yaml');
export const mapping940 = inProfile('standard-3pl', 'mappings', '940-out.yaml');
export const departed = inProfile('standard-carrier', 'samples', '214-departed.x12');
export const oneBad = inProfile('standard-3pl', 'samples', '945-two-sets-one-bad.x12');
export const order = inProfile('standard-3pl', 'samples', '940-release.event.json');

/** A folder for the files of one test file. */
export const room = mkdtempSync(join(tmpdir(), 'crossdock-mapping-'));
afterAll(() => rmSync(room, { recursive: true }));

/** A file in the room, with this content. */
export function file(name: string, content: string): string {
  const path = join(room, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** A copy of a profile in the room, some of its files changed. */
export function profile(name: string, as: string, changes: Record<string, (text: string) => string>): string {
  const folder = join(room, as, name);
  cpSync(inProfile(name), folder, { recursive: true });
  for (const [path, change] of Object.entries(changes)) {
    const before = readFileSync(join(folder, path), 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${path} is as it was.`);
    writeFileSync(join(folder, path), after);
  }
  return folder;
}

export const acknowledgement = `mapping: Acknowledgement
set: "997"
version: "004010"
emits: document.acknowledged.v1
subject: AK1-02
fields:
  groupControl: AK1-02
  functionalId: AK1-01
  status: { from: AK9-01, table: group-acknowledgements }
  statusCode: AK9-01
  sets: { each: AK2, fields: { set: AK2-01, control: AK2-02, status: { from: AK5-01, table: set-acknowledgements }, statusCode: AK5-01 } }
`;
export const answer = (status: string, group: string) =>
  [
    'ISA*00*          *00*          *ZZ*QUAYSIDE       *ZZ*NORTHGATE      *260303*0910*U*00401*000000108*0*P*>',
    'GS*FA*QUAYSIDE*NORTHGATE*20260303*0910*108*X*004010',
    'ST*997*0001',
    `AK1*OW*${group}`,
    'AK2*940*0001',
    `AK5*${status}`,
    `AK9*${status}*1*1*1`,
    'SE*6*0001',
    'GE*1*108',
    'IEA*1*000000108',
  ].join('~\n');
