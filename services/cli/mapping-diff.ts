import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import {
  compareEvents,
  compareFindings,
  type EventChange,
  type FindingChange,
} from '../domain/mapping/report/compare-events.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { isFolder, type RunOptions, rulesOfHome } from './mapping-files.ts';
import { loadVersion, type MadeOfDocument, type MappingVersion } from './mapping-version.ts';
import { showProgress } from './progress.ts';

export type DiffOptions = RunOptions;

/** What two versions make of one document. */
export interface DocumentDiff {
  readonly document: string;
  readonly events: readonly EventChange[];
  readonly findings: readonly FindingChange[];
  /** Lines of the set that an event is rendered to: `before` and `after` where they differ. */
  readonly rendered?: { readonly before: string; readonly after: string };
}

/** Documents, and what became of them under the two versions. */
interface Tally {
  compared: number;
  /** Neither version has anything to do with them. */
  skipped: number;
  events: number;
}

/**
 * `crossdock mapping diff`: runs two versions of a mapping, or of a configuration, over every document below a folder.
 * @returns the exit code: 1 when they differ.
 */
export function diffMappings(before: string, after: string, folder: string, options: DiffOptions): number {
  if (!isFolder(folder)) throw new UsageError(`${folder} is no folder.`);
  if (isFolder(before) !== isFolder(after))
    throw new UsageError(
      'Compare two mapping files, or two folders of configurations: one of each cannot be compared.',
    );
  const rules = rulesOfHome();
  const [old, now] = [before, after].map((path) => loadVersion(path, options, rules)) as [
    MappingVersion,
    MappingVersion,
  ];
  const files = filesIn(folder);
  if (files.length === 0) throw new UsageError(`${folder} holds no documents.`);
  const tally: Tally = { compared: 0, skipped: 0, events: 0 };
  const differing: DocumentDiff[] = [];
  const progress = showProgress(files.length);
  for (const file of files) {
    progress.step(file);
    const bytes = readFileSync(join(folder, file));
    const [made, makes] = [old.run(bytes, file), now.run(bytes, file)];
    if (made === undefined && makes === undefined) {
      tally.skipped += 1;
      continue;
    }
    tally.compared += 1;
    tally.events += makes?.events.length ?? 0;
    const diff = compare(file, made ?? nothing, makes ?? nothing);
    if (diff !== undefined) differing.push(diff);
  }
  progress.end();
  if (options.json) console.log(JSON.stringify({ before, after, ...tally, differing }, null, 2));
  else report(differing, tally);
  return differing.length > 0 ? exitCodes.findings : exitCodes.fine;
}

const nothing: MadeOfDocument = { events: [], findings: [] };

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}

function compare(document: string, before: MadeOfDocument, after: MadeOfDocument): DocumentDiff | undefined {
  const events = compareEvents(before.events, after.events);
  const findings = compareFindings(before.findings, after.findings);
  const sameText = before.rendered === after.rendered;
  if (events.length + findings.length === 0 && sameText) return undefined;
  const rendered = sameText ? {} : { rendered: { before: before.rendered ?? '', after: after.rendered ?? '' } };
  return { document, events, findings, ...rendered };
}

function report(differing: readonly DocumentDiff[], tally: Tally): void {
  for (const { document, events, findings, rendered } of differing) {
    console.log(document);
    for (const change of events) for (const line of eventLines(change)) console.log(`  ${line}`);
    if (rendered) for (const line of lineDiff(rendered.before, rendered.after)) console.log(`  ${line}`);
    for (const { kind, finding } of findings) console.log(`  ${kind === 'appeared' ? '+' : '-'} ${brief(finding)}`);
    console.log('');
  }
  console.log(summary(differing, tally));
}

function eventLines({ kind, type, subject, changes }: EventChange): string[] {
  if (kind !== 'changed') return [`${kind === 'added' ? '+' : '-'} ${type} ${subject}`];
  const shown = (change: object, key: 'before' | 'after') =>
    key in change ? JSON.stringify((change as Record<string, unknown>)[key]) : 'nothing';
  return [
    `~ ${type} ${subject}`,
    ...changes.map((change) => `    ${change.pointer}: ${shown(change, 'before')} → ${shown(change, 'after')}`),
  ];
}

/** Lines that only one of two texts has, those of the old one first; nothing is said of the order. */
function lineDiff(before: string, after: string): string[] {
  const lines = (text: string) => text.split('\n').filter(Boolean);
  const only = (some: readonly string[], others: readonly string[]) => {
    const left = [...others];
    return some.filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  };
  const [old, now] = [lines(before), lines(after)];
  return [...only(old, now).map((line) => `- ${line}`), ...only(now, old).map((line) => `+ ${line}`)];
}

function brief({ level, code, segment, position, explanation }: Finding): string {
  const place = segment === undefined ? '' : ` at ${segment}${position === undefined ? '' : ` (segment ${position})`}`;
  return `${level}: ${code}${place}: ${explanation}`;
}

function summary(differing: readonly DocumentDiff[], { compared, skipped, events }: Tally): string {
  const ofKind = (kind: EventChange['kind']) =>
    differing.flatMap((diff) => diff.events).filter((change) => change.kind === kind).length;
  const findings = (kind: FindingChange['kind']) =>
    differing.flatMap((diff) => diff.findings).filter((change) => change.kind === kind).length;
  const rest = skipped === 0 ? '' : `, ${skipped} passed over`;
  return [
    `${counted(compared, 'document')} with ${counted(events, 'event')}${rest}: ${differing.length === 0 ? 'no difference' : `${differing.length} differ`}`,
    `events: ${ofKind('added')} added, ${ofKind('removed')} removed, ${ofKind('changed')} changed`,
    `findings: ${findings('appeared')} new, ${findings('vanished')} gone`,
  ].join('\n');
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
