import { Worker } from 'node:worker_threads';
import { uuidv7 } from 'uuidv7';
import type { Context } from '../flows/context.ts';
import { translateHere } from '../flows/translate-apart.ts';
import { remoteNudge } from '../queue/notify.ts';
import { loadCatalog } from '../store/catalog.ts';
import { publishChanges } from '../store/changes.ts';
import { openDatabase } from '../store/database.ts';
import { startDatabaseClock } from '../store/database-clock.ts';
import { secretBox } from '../store/secret-box.ts';
import { openLog } from './log.ts';
import type { FromTranslator, ToTranslator, TranslatorSettings } from './translator.ts';

// The program of the process that `openTranslator` starts: one document at a time, told over the channel.

// While a document is translated nothing is heard of the hub's end. A thread sees it: nobody may go on who has no parent.
const watchdog = `
const { workerData } = require('node:worker_threads');
setInterval(() => { if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL'); }, 500);`;
new Worker(watchdog, { eval: true, workerData: process.ppid }).unref();
process.on('disconnect', () => process.exit());

const tell = (message: FromTranslator) => void process.send!(message);

async function contextOf({ logins, keys, imports, limits, logLevel }: TranslatorSettings) {
  const log = openLog(logLevel);
  const db = openDatabase({ logins, keys, maxConnections: 4 });
  const report = (error: unknown) => log.warn({ err: error }, 'trouble with a connection; trying again');
  const clock = await startDatabaseClock({ db, onError: report });
  const changes = publishChanges(db.pool, report);
  const context: Context = {
    db,
    log,
    changes,
    limits,
    catalog: loadCatalog(imports),
    secrets: secretBox(keys),
    now: clock.now,
    knownJump: clock.knownJump,
    newId: uuidv7,
    nudge: remoteNudge(db.pool, report),
    // Nothing is asked of any Odoo here.
    twinUrl: 'http://localhost:0',
  };
  return { context, changes };
}

let made: Awaited<ReturnType<typeof contextOf>> | undefined;
process.on('message', (message: ToTranslator) => {
  if ('settings' in message) void begin(message.settings);
  else void translate(message.documentId);
});

async function begin(settings: TranslatorSettings): Promise<void> {
  made = await contextOf(settings);
  tell({ ready: true });
}

async function translate(documentId: string): Promise<void> {
  const end = await translateHere(made!.context, documentId);
  await made!.changes.flush();
  tell({ end });
}
