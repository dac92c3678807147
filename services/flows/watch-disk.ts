import { ownerId } from '../store/backlog.ts';
import { openCase, openCaseOwners, resolveOwnCase } from '../store/cases.ts';
import { freeBytes } from '../store/free-disk.ts';
import type { Context } from './context.ts';

export interface DiskMarks {
  /** Free bytes below which the team is warned; 0 switches the warning off. */
  readonly warnFreeBytes: number;
  /** Those below which the inbox takes nothing. */
  readonly minFreeBytes: number;
}

const fingerprint = 'disk.low';
const mb = 1024 * 1024;
// It must rise well above the mark before the case is closed, or it would open and close all the time.
const overWhenAbove = 1.1;

/** Warns the team, by a case and a line in the log, before the disk of the data folder is full; closes the case when there is room again. */
export async function watchDisk(context: Context, dir: string, marks: DiskMarks): Promise<void> {
  const { db, log } = context;
  if (marks.warnFreeBytes === 0) return;
  const free = await freeBytes(dir);
  const [known] = await openCaseOwners(db.system, [fingerprint]);
  if (known && free > marks.warnFreeBytes * overWhenAbove)
    await resolveOwnCase(db.system, known.orgId, fingerprint, context.now());
  if (known || free >= marks.warnFreeBytes) return;
  const freeMb = Math.floor(free / mb);
  log.warn({ freeMb, dir }, 'the disk of the data folder is getting full');
  const orgId = await ownerId(db.system);
  if (orgId === undefined) return;
  const title = 'The disk of the hub is getting full';
  const detail = `${freeMb} MB were free when this was noticed. Make room: below ${Math.floor(marks.minFreeBytes / mb)} MB the inbox refuses documents (CROSSDOCK_WARN_FREE_MB and CROSSDOCK_MIN_FREE_MB are the marks).`;
  const where = { orgId, environment: 'production', fingerprint };
  await db.system.transaction((tx) =>
    openCase(tx, { ...where, id: context.newId(), title, detail, at: context.now() }),
  );
}
