import { CodedError } from '../domain/errors.ts';
import { wordsOf } from '../domain/obligations/case-kinds.ts';
import { type Backlog, ownerId, readBacklog } from '../store/backlog.ts';
import type { Environment } from '../store/documents.ts';
import { freeBytes } from '../store/free-disk.ts';
import { openCaseOwners } from '../store/read/open-cases.ts';
import type { Context } from './context.ts';
import { raise, resolveByFingerprint } from './obligations.ts';

/** When the inbox refuses; 0 switches a limit off. */
export interface AdmissionSettings {
  /** Documents that wait for translation, of everybody and of one organisation. */
  readonly backlogDocuments: number;
  readonly partnerBacklogDocuments: number;
  readonly backlogBytes: number;
  readonly partnerBacklogBytes: number;
  /** Free bytes below which nothing is taken. */
  readonly minFreeBytes: number;
  /** The folder whose disk is looked at; none where the disk of the database is not ours to see. */
  readonly dataDir?: string;
}

export interface Admission {
  /** Before a body is read. @throws CodedError when the hub takes nothing more, of anybody or of this organisation. */
  admit(of: { readonly orgId: string; readonly environment: Environment }): Promise<void>;
  /** So much was stored since: it counts until the next look. */
  stored(orgId: string, documents: number, bytes: number): void;
}

type Amount = Pick<Backlog, 'documents' | 'bytes'>;
const refusals = ['inbox.disk-full', 'inbox.backlog-full', 'inbox.partner-backlog-full'] as const;
type Full = (typeof refusals)[number];

/** Whether an error says that the hub takes nothing more for now. */
export const isFull = (code: string): code is Full => refusals.some((one) => one === code);

interface Look {
  readonly at: number;
  readonly byOrg: Map<string, Amount>;
  total: Amount;
  readonly freeBytes: number;
}

// A look costs a query; between two looks this process counts what it stores itself.
const freshMs = 1_000;
// An older look is waited for: the database may have been away.
const staleMs = 10_000;
const caseEveryMs = 10_000;
// The backlog must fall well below the mark before the case is closed, or it would open and close all the time.
const overWhenBelow = 0.8;
const retryAfterSeconds = 30;
const none: Amount = { documents: 0, bytes: 0 };

/** Keeps what is received in proportion to what is translated, and to the disk. One for each process. */
export function makeAdmission(context: Context, settings: AdmissionSettings): Admission {
  let last: Look | undefined;
  let looking: Promise<Look> | undefined;
  const raised = makeCases(context);

  const look = (): Promise<Look> => {
    looking ??= takeLook(context, settings)
      .then(async (fresh) => {
        last = fresh;
        await raised.closeOver((orgId) => isOver(fresh, settings, orgId));
        return fresh;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  return {
    async admit({ orgId, environment }) {
      const age = last ? performance.now() - last.at : Number.POSITIVE_INFINITY;
      if (age > freshMs) {
        const fresh = look();
        if (age > staleMs) await fresh;
        else fresh.catch(() => undefined);
      }
      const full = refusal(last!, settings, orgId);
      if (!full) return;
      raised.open(full, orgId, environment);
      throw new CodedError(full, { retryAfterSeconds });
    },
    stored(orgId, documents, bytes) {
      if (!last) return;
      last.total = plus(last.total, { documents, bytes });
      last.byOrg.set(orgId, plus(last.byOrg.get(orgId) ?? none, { documents, bytes }));
    },
  };
}

async function takeLook({ db }: Context, { dataDir }: AdmissionSettings): Promise<Look> {
  const at = performance.now();
  const [rows, free] = await Promise.all([
    readBacklog(db.front),
    dataDir === undefined ? Number.POSITIVE_INFINITY : freeBytes(dataDir),
  ]);
  return { at, byOrg: new Map(rows.map((row) => [row.orgId, row])), total: rows.reduce(plus, none), freeBytes: free };
}

const plus = (one: Amount, other: Amount): Amount => ({
  documents: one.documents + other.documents,
  bytes: one.bytes + other.bytes,
});

function refusal(look: Look, of: AdmissionSettings, orgId: string): Full | undefined {
  if (of.minFreeBytes > 0 && look.freeBytes < of.minFreeBytes) return 'inbox.disk-full';
  if (reaches(look.total, of.backlogDocuments, of.backlogBytes)) return 'inbox.backlog-full';
  const mine = look.byOrg.get(orgId) ?? none;
  return reaches(mine, of.partnerBacklogDocuments, of.partnerBacklogBytes) ? 'inbox.partner-backlog-full' : undefined;
}

const reaches = ({ documents, bytes }: Amount, mostDocuments: number, mostBytes: number, share = 1) =>
  (mostDocuments > 0 && documents >= mostDocuments * share) || (mostBytes > 0 && bytes >= mostBytes * share);

/** Whether what a case speaks of is over: of each kind, for an organisation. */
function isOver(look: Look, of: AdmissionSettings, orgId: string): Record<Full, boolean> {
  const mine = look.byOrg.get(orgId) ?? none;
  return {
    'inbox.disk-full': look.freeBytes >= of.minFreeBytes,
    'inbox.backlog-full': !reaches(look.total, of.backlogDocuments, of.backlogBytes, overWhenBelow),
    'inbox.partner-backlog-full': !reaches(mine, of.partnerBacklogDocuments, of.partnerBacklogBytes, overWhenBelow),
  };
}

/** Tells the team by a case and a line in the log, now and then while it lasts, and closes the case when it is over. */
function makeCases(context: Context) {
  const { db, log } = context;
  const open = new Map<string, { readonly full: Full; readonly orgId: string; at: number }>();
  let known = false;

  const write = async (full: Full, orgId: string, environment: Environment) => {
    // What concerns everybody is the affair of the hub's own organisation.
    const subject = full === 'inbox.partner-backlog-full' ? orgId : await ownerId(db.front);
    if (subject === undefined) return;
    open.set(`${full}/${orgId}`, { full, orgId: subject, at: performance.now() });
    const one = {
      kind: full,
      facts: undefined,
      orgId: subject,
      environment,
      about: { type: 'organization', id: subject } as const,
      at: context.now(),
    };
    await db.front.transaction((tx) => raise(context, tx, [one]));
  };

  return {
    open(full: Full, orgId: string, environment: Environment): void {
      const key = `${full}/${orgId}`;
      const before = open.get(key);
      if (before && performance.now() - before.at < caseEveryMs) return;
      open.set(key, { full, orgId, at: performance.now() });
      log.warn({ code: full, orgId }, wordsOf({ kind: full, facts: undefined }).title);
      write(full, orgId, environment).catch((error: unknown) =>
        log.warn({ err: error, code: full }, 'the case could not be written'),
      );
    },
    async closeOver(over: (orgId: string) => Record<Full, boolean>): Promise<void> {
      if (!known)
        for (const { fingerprint, orgId } of await openCaseOwners(db.front, refusals))
          open.set(`${fingerprint}/${orgId}`, { full: fingerprint as Full, orgId, at: 0 });
      known = true;
      for (const [key, { full, orgId }] of open) {
        if (!over(orgId)[full]) continue;
        open.delete(key);
        await resolveByFingerprint(db.front, [full], context.now(), orgId);
      }
    },
  };
}
