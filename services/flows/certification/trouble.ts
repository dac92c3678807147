import type { Knex } from 'knex';
import type { ChaosName } from '../../domain/certification/chaos.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Tx } from '../../store/database.ts';
import type { Environment } from '../../store/documents.ts';
import { markHandedOver } from '../../store/outbox.ts';
import { supersedeHandovers } from '../../store/resendings.ts';
import { chaosOf, isResent, sentUnderChaos } from '../../store/scenario-runs.ts';
import type { Context } from '../context.ts';
import { met } from '../obligations.ts';
import { recent } from '../recent.ts';
import { offerOf, resend } from '../resend.ts';

// The trouble that a partner asks for. In production there is none, and nothing is asked; in a sandbox what is switched on is known for a second.

const known = recent<ReadonlySet<string>>(1000);
const none: ReadonlySet<string> = new Set();

/** Whether this trouble is switched on for a partner. @param db the transaction that one is in already: another connection might not be had */
export async function hasTrouble(
  context: Context,
  { orgId, environment }: { readonly orgId: string; readonly environment: Environment },
  name: ChaosName,
  db: Knex = context.db.system,
): Promise<boolean> {
  if (environment !== 'sandbox') return false;
  const load = async () => new Set((await chaosOf(db, orgId, context.now())).map((one) => one.name));
  return ((await known(context, orgId, load)) ?? none).has(name);
}

/** Acknowledgements that were made are not sent: the ladder says so, and they can be resent. */
export async function loseAcknowledgements(
  context: Context,
  tx: Tx,
  of: { readonly orgId: string; readonly environment: Environment },
  documentIds: readonly string[],
): Promise<void> {
  if (documentIds.length === 0 || !(await hasTrouble(context, of, 'lost-997', tx))) return;
  const at = context.now();
  const detail = 'Not sent: “Lost 997” is switched on in the sandbox';
  for (const documentId of documentIds) {
    await supersedeHandovers(tx, documentId, at);
    await markHandedOver(tx, documentId, { state: 'sent', at });
  }
  const { orgId } = of;
  await met(
    tx,
    documentIds.map((documentId) => ({ documentId, orgId, rung: 'transport', state: 'failed', at, detail }) as const),
  );
}

const whole = 5;

/** The bytes of a document as the partner gets them that fetches it: cut off the first time, where that is asked for. */
export async function asSent<T extends Uint8Array>(
  context: Context,
  of: { readonly orgId: string; readonly environment: Environment },
  { documentId, bytes }: { readonly documentId: string; readonly bytes: T },
): Promise<T> {
  const isCut = (await hasTrouble(context, of, 'truncated-file')) && !(await isResent(context.db.system, documentId));
  return isCut ? (cutOff(bytes) as T) : bytes;
}

/** What goes out first of a document, where a file is to come cut off. */
export const cutOff = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor((bytes.length * 3) / whole));

/** Sends once more, byte for byte, what is to come twice, or what came cut off. */
export async function repeatUnderChaos(context: Context): Promise<void> {
  for (const documentId of await sentUnderChaos(context.db.system, context.now())) {
    const offer = await offerOf(context, documentId, '*');
    if (!offer || offer.obstacle !== undefined || !offer.numbers.includes('same')) continue;
    const by = { actor: 'certification', by: { kind: 'hub' }, visibility: '*' } as const;
    await resend(context, documentId, { numbers: 'same', sending: offer.sending }, by).catch((error: unknown) => {
      if (!(error instanceof CodedError)) throw error;
    });
  }
}

/** How much later a receipt goes out, in milliseconds. */
export const lateByMs = 120_000;
