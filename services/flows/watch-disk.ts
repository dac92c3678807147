import { ownerId } from '../store/backlog.ts';
import { freeBytes } from '../store/free-disk.ts';
import { openFingerprints } from '../store/read/open-cases.ts';
import type { Context } from './context.ts';
import { keepCases, type NewCase } from './obligations.ts';

export interface DiskMarks {
  /** Free bytes below which the team is warned; 0 switches the warning off. */
  readonly warnFreeBytes: number;
  /** Those below which the inbox takes nothing. */
  readonly minFreeBytes: number;
}

const kind = 'disk.low';
const mb = 1024 * 1024;
// It must rise well above the mark before the case is closed, or it would open and close all the time.
const overWhenAbove = 1.1;

/** Warns the team, by a case and a line in the log, before the disk of the data folder is full; closes the case when there is room again. */
export async function watchDisk(context: Context, dir: string, marks: DiskMarks): Promise<void> {
  const { db, log } = context;
  const { warnFreeBytes, minFreeBytes } = marks;
  if (warnFreeBytes === 0) return;
  const free = await freeBytes(dir);
  const isLow = free < warnFreeBytes;
  const isKnown = (await openFingerprints(db.system, kind)).length > 0;
  if (isKnown ? free <= warnFreeBytes * overWhenAbove : !isLow) return;
  const freeMb = Math.floor(free / mb);
  if (isLow) log.warn({ freeMb, dir }, 'the disk of the data folder is getting full');
  const orgId = await ownerId(db.system);
  if (orgId === undefined) return;
  const at = context.now();
  const facts = { freeMb, minFreeMb: Math.floor(minFreeBytes / mb) };
  const wanted: NewCase[] = isLow
    ? [{ orgId, environment: 'production', at, about: { type: 'organization', id: orgId }, kind, facts }]
    : [];
  await db.system.transaction((tx) => keepCases(context, tx, kind, wanted, at));
}
