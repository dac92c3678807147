import { kindOf, lookupOf } from '../domain/cross-references.ts';
import { readDocument } from '../domain/documents/read-document.ts';
import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { type Answer, type Answered, answer } from '../flows/cross-references/answer.ts';
import { mostSuggested, suggestFor } from '../flows/cross-references/suggest.ts';
import { odooFor } from '../flows/odoo-connection.ts';
import { continueRetries } from '../flows/retry-many.ts';
import { type OpenQuestion, questionPage, waitingOf } from '../store/awaited-keys.ts';
import { commandActor, withContext } from './command-context.ts';
import { contentOf, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import type { QuestionOptions } from './key-question-commands.ts';
import { partnerCalled } from './partner-choice.ts';
import { textTable } from './text-table.ts';

interface At {
  readonly context: Context;
  readonly of: { readonly orgId: string; readonly environment: 'production' | 'sandbox' };
}

const run = (options: QuestionOptions, work: (at: At) => Promise<number>): Promise<number> =>
  withContext(process.env, async (context) => {
    const { environment } = options;
    const orgId = await context.db.system.transaction((tx) => partnerCalled(tx, options.partner));
    try {
      return await work({ context, of: { orgId, environment } });
    } catch (error) {
      if (error instanceof CodedError) throw new UsageError(error.more.detail ?? error.message);
      throw error;
    }
  });

const mostPrinted = 100_000;

const questionsOf = ({ context, of }: At, { kind, find }: QuestionOptions, limit: number) =>
  questionPage(context.db.system, { ...of, lookup: kind && lookupOf[kind], q: find }, { limit, offset: 0 });

const cell = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const events = (count: number) => `${count} ${count === 1 ? 'event' : 'events'}`;

/** What waits, and for what. */
export const waiting = (options: QuestionOptions) =>
  run(options, async (at) => {
    const { questions } = await questionsOf(at, options, mostPrinted);
    const sums = await waitingOf(at.context.db.system, at.of);
    const shown = questions.map(({ lookup, ...one }) => ({ kind: kindOf(lookup)!, ...one }));
    if (options.json) console.log(JSON.stringify({ ...sums, keys: shown }));
    else if (options.csv) {
      console.log('kind,key,value,name,waiting');
      for (const { kind, key, means, said, deliveries } of shown)
        console.log([kind, key, means ?? '', said.name ?? '', String(deliveries)].map(cell).join(','));
    } else if (shown.length === 0) console.log('Nothing waits for a cross reference.');
    else {
      const rows = shown.map(({ kind, key, deliveries, since, means, said }) => [
        ...[kind, key, String(deliveries), since.toISOString(), means ?? '', said.name ?? said.gtin ?? ''],
      ]);
      console.log(textTable(['kind', 'key', 'waiting', 'oldest', 'said to be', 'called'], rows));
      console.log(`\n${events(sums.deliveries)} of ${sums.documents} documents wait for ${sums.questions} answers.`);
    }
    return questions.length === 0 ? exitCodes.fine : exitCodes.findings;
  });

/** What Odoo has that they may be; with `--accept-exact` what can be nothing else is written. */
export const suggest = (options: QuestionOptions) =>
  run(options, async (at) => {
    const { context, of } = at;
    const connection = await odooFor(context, of);
    if (!connection) throw new UsageError(`No Odoo is connected for ${of.environment}.`);
    const { questions } = await questionsOf(at, options, mostPrinted);
    const found: { question: OpenQuestion; suggestions: Awaited<ReturnType<typeof suggestFor>>[number] }[] = [];
    for (let from = 0; from < questions.length; from += mostSuggested) {
      const some = questions.slice(from, from + mostSuggested);
      const of50 = await suggestFor(context, connection, of.orgId, some);
      for (const [nth, question] of some.entries()) found.push({ question, suggestions: of50[nth]! });
    }
    const exact = found.flatMap(({ question: { lookup, key, means }, suggestions }): Answer[] => {
      const one = suggestions.find(({ isExact }) => isExact);
      const isNew = one?.value !== undefined && one.value !== means;
      return isNew ? [{ kind: kindOf(lookup)!, key, value: one.value!, insteadOf: means }] : [];
    });
    const done = options.acceptExact && exact.length > 0 ? await give(at, exact) : undefined;
    if (options.json) {
      const keys = found.map(({ question: { lookup, key }, suggestions }) => ({
        kind: kindOf(lookup),
        key,
        suggestions,
      }));
      console.log(JSON.stringify({ odoo: connection.name, keys, ...(done && jsonOf(done)) }));
      return exitCodes.fine;
    }
    for (const { question, suggestions } of found) {
      console.log(`${kindOf(question.lookup)} ${question.key}: ${events(question.deliveries)}`);
      for (const { value, label, reason, isExact } of suggestions)
        console.log(`  ${isExact ? '*' : '-'} ${value ?? '(nothing to tell it by)'}  ${label}. ${reason}`);
      if (suggestions.length === 0) console.log(`  Nothing in ${connection.name} is like it.`);
    }
    if (found.length === 0) console.log('Nothing waits for a cross reference.');
    else if (done) console.log(`\n${told(done)}`);
    else if (exact.length > 0) console.log(`\n${exact.length} can mean nothing else (*): --accept-exact writes them.`);
    return exitCodes.fine;
  });

/** Answers a key, or all of a file. */
export const answerKeys = (
  options: QuestionOptions,
  given: { readonly key: string | undefined; readonly value: string | undefined; readonly file: string | undefined },
) =>
  run(options, async (at) => {
    const done = await give(at, await answersOf(options, given));
    console.log(options.json ? JSON.stringify(jsonOf(done)) : told(done));
    return exitCodes.fine;
  });

async function give({ context, of }: At, answers: readonly Answer[]): Promise<Answered> {
  const done = await answer(context, of, answers, commandActor());
  await continueRetries(context);
  return done;
}

const resumedIn = ({ resumed }: Answered) => resumed.reduce((sum, { total }) => sum + total, 0);
const jsonOf = (done: Answered) => {
  const { written, removed, before, resumed, waiting: left } = done;
  return {
    written,
    removed,
    before,
    resumed: resumed.map(({ id, environment, total }) => ({ id, environment, total })),
    waiting: left,
  };
};
const told = (done: Answered) =>
  `${done.written} written, ${done.removed} removed. ${events(resumedIn(done))} on the way again, ${done.waiting.deliveries} still wait.`;

async function answersOf(
  { kind }: QuestionOptions,
  {
    key,
    value,
    file,
  }: { readonly key: string | undefined; readonly value: string | undefined; readonly file: string | undefined },
): Promise<readonly Answer[]> {
  if (file !== undefined) {
    if (key !== undefined) throw new UsageError('Say a key and a value, or --file, not both.');
    return fromFile(file, await contentOf(file));
  }
  if (key === undefined || value === undefined || kind === undefined)
    throw new UsageError('Say <key> <value> with --kind, or --file.');
  return [{ kind, key, value }];
}

/** @throws UsageError with the first thing that is wrong, and its row */
function fromFile(file: string, bytes: Uint8Array): readonly Answer[] {
  const { root, findings } = readDocument(bytes, { name: 'csv', csv: { delimiter: ',', quote: '"', header: true } });
  const [fault] = findings;
  if (!root || fault) throw new UsageError(`${file}: ${fault?.explanation ?? 'It cannot be read.'}`);
  const answers = root.children.flatMap((row, index): Answer[] => {
    const of = (name: string) => row.children.find((one) => one.name === name)?.text;
    const [kind = 'item', key, value] = ['kind', 'key', 'value'].map(of);
    if (key === undefined || value === undefined)
      throw new UsageError(`${file}: The columns must be called kind, key and value.`);
    if (value === '') return [];
    if (key === '') throw new UsageError(`${file}: row ${index + 1} has no key.`);
    const known = kindOf(lookupOf[kind as keyof typeof lookupOf] ?? '');
    if (!known) throw new UsageError(`${file}: row ${index + 1} has the kind ${kind}, which there is not.`);
    return [{ kind: known, key, value }];
  });
  if (answers.length === 0) throw new UsageError(`${file}: no row has a value.`);
  return answers;
}
