import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Configuration, nothingAgreed } from '../domain/configuration/configuration.ts';
import { FindingTotals } from '../domain/finding-list.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { readWith } from '../domain/translate/read-x12.ts';
import { translateReading } from '../domain/translate/translate-reading.ts';
import { type AcknowledgementKind, acknowledge, acknowledgementNeeds } from '../domain/x12/acknowledge/acknowledge.ts';
import { formatInspection } from '../domain/x12/inspect/format-inspection.ts';
import { allFindings, inspect } from '../domain/x12/inspect/inspect.ts';
import { compiledFolder, compiledTemplates, templateFolder } from '../library/templates.ts';
import { contentOf, exitCodeFor, runCommand, UsageError } from './command-input.ts';
import { inspectLarge } from './inspect-large.ts';
import { guidesIn, isConfigurationFolder, type Rules, rulesOfHome } from './mapping-files.ts';

/** `inspect`, `ack` and `translate`: the engine on a file, without a hub. */
export function addDocumentCommands(program: Command): void {
  program
    .command('inspect')
    .description('Parse and check a document; tell what is in it and what is wrong with it')
    .argument('<file>', 'file, or - for standard input')
    .addOption(guideOption())
    .option('--json', 'print one JSON object')
    .action((file: string, options: { json?: boolean; configuration?: string }) =>
      runCommand(async () => {
        const rules = rulesOfHome();
        const guides = guidesOf(options.configuration, rules);
        if (isLarge(file)) return inspectLarge(file, rules, guides, options.json === true);
        const bytes = await contentOf(file);
        const reading = readWith(bytes, { guides }, rules);
        console.log(options.json ? JSON.stringify(inspect(reading), null, 2) : formatInspection(reading, bytes));
        return exitCodeFor(allFindings(reading));
      }),
    );
  program
    .command('ack')
    .description('Print the 997 or 999, or TA1, for a document; control numbers start at 1')
    .argument('<file>', 'file, or - for standard input')
    .addOption(guideOption())
    .addOption(new Option('--kind <set>', 'what acknowledges the groups').choices(['997', '999']).default('997'))
    .option('--json', 'print one JSON object per interchange')
    .action((file: string, options: AckCommandOptions) =>
      onFile(file, (bytes) => printAcknowledgements(bytes, options)),
    );
  program
    .command('translate')
    .description('Print the canonical events of a document as NDJSON, with provenance')
    .argument('<file>', 'file, or - for standard input')
    .option(
      '--configuration <dir>',
      'folder of a configuration, or the name of a template; otherwise the first that knows the set',
    )
    .option('--json', 'the output is NDJSON with and without it')
    .action((file: string, options: { configuration?: string }) =>
      onFile(file, (bytes) => printEvents(bytes, options.configuration)),
    );
}

const guideOption = () =>
  new Option(
    '--configuration <dir>',
    'folder of a configuration, or the name of a template, whose guides are held against it',
  );

/** The folder of a configuration that is named on the command line: a path, or the name of a template. */
const namedFolder = (named: string): string =>
  isConfigurationFolder(named) || named.includes('/') ? named : (templateFolder(named) ?? named);

const guidesOf = (configuration: string | undefined, rules: Rules): readonly Guide[] =>
  configuration === undefined ? [] : guidesIn(namedFolder(configuration), rules);

/** A file that is better not held in memory. */
const LARGE_BYTES = 16 * 1024 * 1024;

function isLarge(file: string): boolean {
  const stats = file === '-' ? undefined : statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size > LARGE_BYTES;
}

/** Reads the file, runs the work on it and sets the exit code. */
const onFile = (file: string, work: (bytes: Buffer) => number): Promise<void> =>
  runCommand(async () => work(await contentOf(file)));

interface AckCommandOptions {
  readonly json?: boolean;
  readonly kind: AcknowledgementKind;
  readonly configuration?: string;
}

function printAcknowledgements(bytes: Buffer, { json, kind, configuration }: AckCommandOptions): number {
  const rules = rulesOfHome();
  const reading = readWith(bytes, { guides: guidesOf(configuration, rules) }, rules);
  const now = new Date().toISOString();
  const time = { date: now.slice(0, 10).replaceAll('-', ''), time: now.slice(11, 16).replace(':', '') };
  for (const finding of reading.findings) console.error(`${finding.code}: ${finding.explanation}`);
  let interchanges = 0;
  let groups = 0;
  for (const interchange of reading.interchanges) {
    const needs = acknowledgementNeeds(interchange);
    interchanges += 1;
    const answer = acknowledge(interchange, {
      controlNumbers: {
        interchange: String(interchanges).padStart(9, '0'),
        group: Array.from({ length: needs.groups }, () => String(++groups)),
        set: '0001',
      },
      kind,
      now: time,
      includeAcceptedSets: true,
    });
    const text = (part: Uint8Array | undefined) => part && Buffer.from(part).toString('latin1');
    const functional = text(answer.functional?.bytes);
    const ta1 = text(answer.ta1?.bytes);
    const { control, status } = interchange;
    const unlisted = new FindingTotals(allFindings({ interchanges: [interchange], findings: [] })).byCode.filter(
      ({ total, listed }) => total > listed,
    );
    const more = unlisted.length > 0 ? { unlisted } : {};
    if (json) console.log(JSON.stringify({ control, status, [`ack${kind}`]: functional, ta1, ...more }));
    // The bytes as they are: a delimiter that is not of ASCII must stay one byte.
    else
      for (const part of [ta1, functional])
        if (part) process.stdout.write(Buffer.from(part.endsWith('\n') ? part : `${part}\n`, 'latin1'));
    for (const { code, total, listed } of unlisted)
      console.error(
        `${code}: ${total - listed}${listed > 0 ? ` more of this kind (${total} in all)` : ' of this kind'} ${total - listed === 1 ? 'is' : 'are'} judged and counted, but not listed.`,
      );
    for (const finding of answer.findings) console.error(`${finding.code}: ${finding.explanation}`);
  }
  return exitCodeFor(allFindings(reading));
}

function printEvents(bytes: Buffer, folder: string | undefined): number {
  const rules = rulesOfHome();
  const configuration = folder === undefined ? anyTemplate(rules) : configurationIn(folder, rules);
  const reading = readWith(bytes, folder === undefined ? { guides: [] } : configuration, rules);
  const { events, findings } = translateReading(reading, configuration);
  for (const event of events) console.log(JSON.stringify(event));
  for (const { code, level, segment, position, explanation } of findings) {
    console.error(`${level}: ${code}${segment ? ` at ${segment} (segment ${position ?? '?'})` : ''}: ${explanation}`);
  }
  return exitCodeFor(findings);
}

/** All documents of our templates: of a set that several have, the first one's mapping holds, in the zone of that template. */
function anyTemplate({ standards }: Rules): Configuration {
  const templates = [...compiledTemplates(standards).values()];
  const { zone } = templates[0]!;
  return {
    ...nothingAgreed,
    ...(zone !== undefined && { zone }),
    documents: templates.flatMap((one) => one.documents),
  };
}

function configurationIn(folder: string, { standards }: Rules): Configuration {
  try {
    return compiledFolder(resolve(namedFolder(folder)), standards);
  } catch (error) {
    throw new UsageError(`--configuration ${folder}: ${(error as Error).message}`);
  }
}
