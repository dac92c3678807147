import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Finding } from '../domain/finding.ts';
import { mapSet } from '../domain/mapping/map-set.ts';
import type { InboundMapping } from '../domain/mapping/plan.ts';
import { acknowledge, acknowledgementNeeds } from '../domain/x12/acknowledge.ts';
import { check } from '../domain/x12/check.ts';
import { formatInspection } from '../domain/x12/format-inspection.ts';
import { inspect } from '../domain/x12/inspect.ts';
import type { Reading, TransactionSet } from '../domain/x12/model.ts';
import { read } from '../domain/x12/read.ts';
import { type Catalog, loadCatalog, readProfile } from '../store/catalog.ts';
import { exitCodes } from './exit-codes.ts';

/** `inspect`, `ack` and `translate`: the engine on a file, without a hub. */
export function addDocumentCommands(program: Command): void {
  program
    .command('inspect')
    .description('Parse and check a document; tell what is in it and what is wrong with it')
    .argument('<file>', 'file, or - for standard input')
    .option('--json', 'print one JSON object')
    .action((file: string, options: { json?: boolean }) =>
      onFile(file, (bytes) => {
        const reading = check(read(bytes), loadCatalog().standards);
        console.log(options.json ? JSON.stringify(inspect(reading), null, 2) : formatInspection(reading, bytes));
        return allFindings(reading).some(({ level }) => level !== 'note') ? exitCodes.findings : exitCodes.fine;
      }),
    );
  program
    .command('ack')
    .description('Print the 997 or TA1 for a document; control numbers start at 1')
    .argument('<file>', 'file, or - for standard input')
    .option('--json', 'print one JSON object per interchange')
    .action((file: string, options: { json?: boolean }) =>
      onFile(file, (bytes) => printAcknowledgements(bytes, options)),
    );
  program
    .command('translate')
    .description('Print the canonical events of a document as NDJSON, with provenance')
    .argument('<file>', 'file, or - for standard input')
    .option('--profile <dir>', 'folder of a partner profile; otherwise the first in partners/ that knows the set')
    .option('--json', 'the output is NDJSON with and without it')
    .action((file: string, options: { profile?: string }) =>
      onFile(file, (bytes) => printEvents(bytes, options.profile)),
    );
}

function onFile(file: string, work: (bytes: Buffer) => number): void {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    console.error(`${file} cannot be read: ${(error as Error).message}`);
    process.exitCode = exitCodes.usage;
    return;
  }
  process.exitCode = work(bytes);
}

function allFindings(reading: Reading): readonly Finding[] {
  return [
    ...reading.findings,
    ...reading.interchanges.flatMap((x) => [
      ...x.findings,
      ...x.groups.flatMap((g) => [...g.findings, ...g.sets.flatMap((s) => s.findings)]),
    ]),
  ];
}

function printAcknowledgements(bytes: Buffer, options: { json?: boolean }): number {
  const reading = check(read(bytes), loadCatalog().standards);
  const now = new Date().toISOString();
  const time = { date: now.slice(0, 10).replaceAll('-', ''), time: now.slice(11, 16).replace(':', '') };
  for (const finding of reading.findings) console.error(`${finding.code}: ${finding.explanation}`);
  let number = 0;
  for (const interchange of reading.interchanges) {
    const needs = acknowledgementNeeds(interchange);
    number += 1;
    const answer = acknowledge(interchange, {
      controlNumbers: {
        interchange: String(number).padStart(9, '0'),
        group: Array.from({ length: needs.groups }, (_, nth) => String(number + nth)),
        set: '0001',
      },
      now: time,
      includeAcceptedSets: true,
    });
    const text = (part: Uint8Array | undefined) => part && Buffer.from(part).toString('latin1');
    const ack997 = text(answer.ack997?.bytes);
    const ta1 = text(answer.ta1?.bytes);
    if (options.json)
      console.log(JSON.stringify({ control: interchange.control, status: interchange.status, ack997, ta1 }));
    else for (const part of [ta1, ack997]) if (part) process.stdout.write(part.endsWith('\n') ? part : `${part}\n`);
    for (const finding of answer.findings) console.error(`${finding.code}: ${finding.explanation}`);
  }
  return allFindings(reading).some(({ level }) => level !== 'note') ? exitCodes.findings : exitCodes.fine;
}

function printEvents(bytes: Buffer, folder: string | undefined): number {
  const catalog = loadCatalog();
  const reading = check(read(bytes), catalog.standards);
  const findings: Finding[] = [...allFindings(reading)];
  for (const set of reading.interchanges.flatMap((x) => x.groups.flatMap((g) => g.sets))) {
    if (set.status === 'R') continue;
    const mapping = folder ? fromFolder(folder, set) : anywhere(catalog, set);
    if (!mapping) {
      findings.push({
        code: 'mapping.none',
        level: 'business',
        explanation: `No profile has a mapping for ${set.code}.`,
      });
      continue;
    }
    const result = mapSet(set, mapping);
    findings.push(...result.findings);
    for (const event of result.events) console.log(JSON.stringify({ set: set.code, control: set.control, ...event }));
  }
  for (const { code, level, segment, position, explanation } of findings) {
    console.error(`${level}: ${code}${segment ? ` at ${segment} (segment ${position ?? '?'})` : ''}: ${explanation}`);
  }
  return findings.some(({ level }) => level !== 'note') ? exitCodes.findings : exitCodes.fine;
}

function fromFolder(folder: string, set: TransactionSet): InboundMapping | undefined {
  const found = readProfile(resolve(folder)).documents.find(
    (d) => d.direction === 'inbound' && d.set === set.code,
  )?.compiled;
  return found?.direction === 'inbound' ? found : undefined;
}

function anywhere(catalog: Catalog, set: TransactionSet): InboundMapping | undefined {
  for (const name of catalog.profiles) {
    const document = catalog.profile(name)?.documents.find((d) => d.direction === 'inbound' && d.set === set.code);
    if (document?.compiled.direction === 'inbound') return document.compiled;
  }
  return undefined;
}
