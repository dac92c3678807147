import { Worker } from 'node:worker_threads';
import { uuidv7 } from 'uuidv7';
import { openChannels } from '../channels/registry.ts';
import { CodedError, classifyError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { runTrial } from '../flows/mappings/bench.ts';
import { runWhatIf } from '../flows/mappings/what-if.ts';
import { readSpecification } from '../flows/read-specification.ts';
import { translateHere } from '../flows/translate-apart.ts';
import { annotatedPages, type PageQuestion } from '../http/annotated-pages.ts';
import { type PreviewQuestion, previewsHere } from '../http/preview.ts';
import { loadCatalog } from '../library/catalog.ts';
import { remoteWakeRelay } from '../queue/notify.ts';
import { publishChanges } from '../store/changes.ts';
import { openDatabase } from '../store/database.ts';
import { startDatabaseClock } from '../store/database-clock.ts';
import { secretBox } from '../store/secret-box.ts';
import type { ApartSettings, FromApart, ToApart } from './apart-process.ts';
import { openLog } from './log.ts';
import { surroundingsOf } from './surroundings.ts';

// The program of the process that `openApart` starts: one question at a time, told over the channel.

// While it works on a document nothing is heard of the hub's end. A thread sees it: nobody may go on who has no parent.
const watchdog = `
const { workerData } = require('node:worker_threads');
setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 500);`;
new Worker(watchdog, { eval: true, workerData: process.ppid }).unref();
process.on('disconnect', () => process.exit());

const tell = (message: FromApart) => void process.send!(message);

async function contextOf({ logins, keys, imports, limits, logLevel }: ApartSettings) {
  const log = openLog(logLevel);
  const db = openDatabase({ logins, keys, maxConnections: 4 });
  const report = (error: unknown) => log.warn({ err: error }, 'trouble with a connection; trying again');
  const clock = await startDatabaseClock({ db, onError: report });
  const changes = publishChanges(db.pool, report);
  const own = { db, secrets: secretBox(keys), newId: uuidv7, now: clock.now };
  // What is written here is handed over by others.
  const nowhere = { folders: [], ports: {}, host: '127.0.0.1', privateNetworks: [], limits: { bodyLimitBytes: 0 } };
  const context: Context = {
    ...own,
    log,
    changes,
    limits,
    catalog: loadCatalog(imports),
    channels: openChannels(surroundingsOf(nowhere, own, { home: '', baseUrl: () => '' })),
    knownJump: clock.knownJump,
    wakeRelay: remoteWakeRelay(db.pool, report),
    // Nothing is asked of any Odoo here.
    // Nobody comes in here.
    entry: { publicUrl: '', registration: 'off', adminsNeedSecondFactor: false, openValidator: false },
    // Nobody approves here.
    approvals: 0,
    twinUrl: 'http://localhost:0',
  };
  return { context, changes };
}

let made: (Awaited<ReturnType<typeof contextOf>> & { pageOf: ReturnType<typeof annotatedPages> }) | undefined;
process.on('message', (message: ToApart) => {
  if ('settings' in message) void begin(message.settings);
  else if ('page' in message) void page(message.page);
  else if ('trial' in message) void answer(() => runTrial(made!.context, message.trial));
  else if ('whatIf' in message) void answer(() => runWhatIf(made!.context, message.whatIf));
  else if ('specification' in message) void answer(() => readSpecification(made!.context, message.specification));
  else if ('preview' in message) void preview(message.preview);
  else void translate(message.documentId);
});

async function begin(settings: ApartSettings): Promise<void> {
  const { context, changes } = await contextOf(settings);
  made = { context, changes, pageOf: annotatedPages(context) };
  tell({ ready: true });
}

async function translate(documentId: string): Promise<void> {
  const end = await translateHere(made!.context, documentId);
  await made!.changes.flush();
  tell({ end });
}

/** What is refused is told as it is: the caller's own doing. */
async function answer(work: () => Promise<unknown>): Promise<void> {
  try {
    tell({ page: JSON.stringify(await work()) });
  } catch (error) {
    const { code } = classifyError(error).http;
    if (error instanceof CodedError) {
      const { cause: _, ...detail } = error.more;
      tell({ failure: code, detail });
      return;
    }
    made!.context.log.error({ err: error }, 'a mapping could not be tried, or a specification not be read');
    tell({ failure: code });
  }
}

async function page(question: PageQuestion): Promise<void> {
  try {
    tell({ page: JSON.stringify(await made!.pageOf(question)) });
  } catch (error) {
    made!.context.log.error(
      { err: error, document: question.documentId },
      'a page of a large document could not be made',
    );
    tell({ failure: classifyError(error).http.code });
  }
}

async function preview(question: PreviewQuestion): Promise<void> {
  try {
    tell({ preview: JSON.stringify((await previewsHere(made!.context)(question)) ?? null) });
  } catch (error) {
    made!.context.log.error({ err: error }, 'a preview of a large document could not be made');
    tell({ failure: classifyError(error).http.code });
  }
}
