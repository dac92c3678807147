import { type DocumentKey, readDocumentKey } from '../domain/configuration/document-key.ts';
import { isReturnCode, returnCodes } from '../domain/go-live/return-codes.ts';
import type { Context } from '../flows/context.ts';
import { askGoLive } from '../flows/go-live/ask.ts';
import { approveGoLive, cancelGoLive, returnGoLive } from '../flows/go-live/decide.ts';
import { offBoardPartner, resumePartner, suspendPartner } from '../flows/go-live/hold.ts';
import { endParallelRun, startParallelRun } from '../flows/go-live/parallel-run.ts';
import { type RequestStanding, readDossier, readRequests } from '../flows/go-live/read.ts';
import { rollBack } from '../flows/go-live/roll-back.ts';
import { ReleaseRefused } from '../flows/releases.ts';
import { findAccount } from '../store/users.ts';
import { commandActor } from './command-context.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import type {
  ApproveOptions,
  AskOptions,
  DocumentOptions,
  HoldOptions,
  ListOptions,
  OffBoardOptions,
  OfGoLive,
  ParallelOptions,
  ReturnOptions,
  RollBackOptions,
  WhyOptions,
} from './go-live-commands.ts';
import { orFaults, partnerCalled } from './partner-choice.ts';
import { runRefusable } from './user-work.ts';

/** Runs one of these beside the hub; what is refused is said in one sentence. */
const run = (json: boolean | undefined, work: (context: Context) => Promise<void>): Promise<number> =>
  orFaults(undefined, json, () =>
    runRefusable(async (context) => {
      try {
        await work(context);
      } catch (error) {
        if (error instanceof ReleaseRefused) throw new UsageError(error.message);
        throw error;
      }
      return exitCodes.fine;
    }),
  );

const print = (json: boolean | undefined, value: object, text: string) =>
  console.log(json ? JSON.stringify(value) : text);

function documentCalled(text: string): DocumentKey {
  const key = readDocumentKey(text);
  if (!key) throw new UsageError(`"${text}" is no document: name it as inbound/945/004010.`);
  return key;
}

const orgOf = ({ db }: Context, partner: string): Promise<string> => db.scoped('*', (tx) => partnerCalled(tx, partner));

async function numbered(context: Context, text: string): Promise<RequestStanding> {
  const all = await context.db.scoped('*', (tx) => readRequests(context.now(), tx, {}));
  const found = all.find(({ request }) => String(request.number) === text);
  if (!found) throw new UsageError(`There is no request ${text}. \`crossdock golive list --all\` prints them.`);
  return found;
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text)) throw new UsageError(`--${name} must be a whole number; it is "${text}".`);
  return Number(text);
}

function moment(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new UsageError(`--at must be such as 2027-03-01T06:00:00Z; it is "${text}".`);
  return at;
}

const lineOf = ({ request, standing, version, partner }: RequestStanding) => ({
  ...{ number: request.number, partner, documents: version.covers, state: standing.state, askedBy: standing.askedBy },
  ...{ approvals: standing.approvals.map(({ by }) => by), approvalsNeeded: standing.approvalsNeeded },
  ...{ goLiveAt: standing.goLiveAt, queuedAt: standing.queuedAt },
});

export const ask = (documents: readonly string[], { partner, at, note, percent, site, json }: AskOptions) =>
  run(json, async (context) => {
    const share = wholeNumber('percent', percent);
    const canary =
      share === undefined && !site
        ? undefined
        : { ...(share !== undefined && { percent: share }), ...(site && { sites: site }) };
    const wish = { documents: documents.map(documentCalled), goLiveAt: moment(at), note, canary };
    const id = await askGoLive(context, await orgOf(context, partner), wish, commandActor());
    const [made] = await context.db.scoped('*', (tx) => readRequests(context.now(), tx, { id }));
    const line = lineOf(made!);
    print(
      json,
      line,
      `Request ${line.number} is made: ${line.documents.join(', ')}. ${line.approvalsNeeded} approve it.`,
    );
  });

export const list = ({ all, json }: ListOptions) =>
  run(json, async (context) => {
    const found = await context.db.scoped('*', (tx) => readRequests(context.now(), tx, { open: !all }));
    const lines = found.toSorted((a, b) => a.standing.queuedAt.getTime() - b.standing.queuedAt.getTime()).map(lineOf);
    if (json) console.log(JSON.stringify({ requests: lines }));
    else if (lines.length === 0) console.log('No request waits.');
    else
      for (const one of lines)
        console.log(
          [
            one.number,
            one.state,
            one.partner,
            one.documents.join(' '),
            `${one.approvals.length}/${one.approvalsNeeded}`,
            one.queuedAt.toISOString(),
          ].join('\t'),
        );
  });

export const show = (number: string, { json }: OfGoLive) =>
  run(json, async (context) => {
    const { request } = await numbered(context, number);
    const reader = { userId: '', actor: commandActor().actor };
    const { checks, differences, changedSince, version, ...found } = await context.db.scoped('*', (tx) =>
      readDossier(context, tx, request.id, reader),
    );
    const line = lineOf({ ...found, version });
    if (json)
      return console.log(
        JSON.stringify({
          ...line,
          bundle: version.bundleHash,
          authors: version.authors,
          checks,
          differences,
          changedSince,
          decisions: found.request.decisions,
        }),
      );
    console.log(`Request ${line.number}: ${line.documents.join(', ')} of ${line.partner} is ${line.state}.`);
    console.log(
      `Asked by ${line.askedBy}; approved by ${line.approvals.join(', ') || 'nobody'} (${line.approvals.length} of ${line.approvalsNeeded}). Bundle ${version.bundleHash}`,
    );
    for (const { title, isMet, says } of checks) console.log(`  ${isMet ? 'met ' : 'open'}  ${title}: ${says}`);
    for (const { part, says } of differences) for (const one of says) console.log(`  ${part}: ${one}`);
    for (const one of changedSince) console.log(`  changed since: ${one}`);
  });

export const approve = (number: string, { by, json }: ApproveOptions) =>
  run(json, async (context) => {
    const { request, standing } = await numbered(context, number);
    const account = await findAccount(context.db.system, by);
    if (!account) throw new UsageError(`Nobody signs in as ${by}.`);
    const who = { actor: account.email, by: commandActor().by, userId: account.userId };
    await approveGoLive(context, request.id, { hash: standing.hash, ...who });
    const line = lineOf(await numbered(context, number));
    print(
      json,
      line,
      `Request ${number} is ${line.state}: ${line.approvals.length} of ${line.approvalsNeeded} approvals.`,
    );
  });

export const giveBack = (number: string, { code, note = '', json }: ReturnOptions) =>
  run(json, async (context) => {
    if (!isReturnCode(code))
      throw new UsageError(
        `There is no code ${code}. Codes:\n${Object.entries(returnCodes)
          .map(([one, { cause }]) => `  ${one}  ${cause}`)
          .join('\n')}`,
      );
    const { request } = await numbered(context, number);
    await returnGoLive(context, request.id, { code, note, ...commandActor() });
    print(json, lineOf(await numbered(context, number)), `Request ${number} is returned: ${returnCodes[code].cause}`);
  });

export const cancel = (number: string, { why, json }: WhyOptions) =>
  run(json, async (context) => {
    const { request } = await numbered(context, number);
    await cancelGoLive(context, undefined, request.id, { why, ...commandActor() });
    print(json, lineOf(await numbered(context, number)), `Request ${number} is cancelled.`);
  });

export const parallel = (text: string, { partner, days, documents, end, json }: ParallelOptions) =>
  run(json, async (context) => {
    const [orgId, document] = [await orgOf(context, partner), documentCalled(text)];
    const policy = { days: wholeNumber('days', days), documents: wholeNumber('documents', documents) } as {
      days?: number;
      documents?: number;
    };
    await (end
      ? endParallelRun(context, orgId, document, commandActor())
      : startParallelRun(context, orgId, { document, policy }, commandActor()));
    print(
      json,
      { partner, document: text, state: end ? 'ended' : 'started' },
      `The parallel run of ${text} of ${partner} is ${end ? 'ended' : 'started: nothing of it is written or sent'}.`,
    );
  });

export const back = (text: string, { partner, why, json }: RollBackOptions) =>
  run(json, async (context) => {
    const done = await rollBack(context, await orgOf(context, partner), documentCalled(text), why, commandActor());
    const says = Object.entries(done.documents).map(
      ([key, mode]) =>
        `${key} is ${mode === 'live' ? `as in the former release (now release ${done.release})` : 'in its parallel run'}`,
    );
    print(json, { partner, ...done }, `${says.join('; ')}.`);
  });

export const suspend = ({ partner, reason, json }: HoldOptions) =>
  run(json, async (context) => {
    await suspendPartner(context, await orgOf(context, partner), { reason, ...commandActor() });
    print(
      json,
      { partner, state: 'suspended' },
      `${partner} is suspended: what comes is stored and acknowledged, and not applied.`,
    );
  });

export const resume = ({ partner, json }: DocumentOptions) =>
  run(json, async (context) => {
    await resumePartner(context, await orgOf(context, partner), commandActor());
    print(json, { partner, state: 'resumed' }, `${partner} goes on; what waited is worked on now.`);
  });

export const offBoard = ({ partner, reason, confirm, json }: OffBoardOptions) =>
  run(json, async (context) => {
    const done = await offBoardPartner(context, await orgOf(context, partner), {
      name: confirm,
      reason,
      ...commandActor(),
    });
    print(
      json,
      { partner, ...done },
      `${partner} has left: ${done.keys} keys revoked, ${done.endpoints} channels stopped, ${done.people} people without access. Documents are kept.`,
    );
  });
