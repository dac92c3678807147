import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { mailboxChannels, pausedMailbox } from '../flows/endpoint-in-use.ts';
import { noteHttps } from '../flows/https-log.ts';
import type { Mailbox } from '../store/outbox.ts';
import type { KeyCaller } from './caller.ts';
import { noAnswer, within } from './deadline.ts';
import type { ApiContext } from './operation.ts';

/** The mailbox of the partner whose key calls. */
export const mailboxOf = (context: Context, { orgId, environment }: KeyCaller): Mailbox => ({
  ...{ orgId, environment },
  channels: mailboxChannels(context),
});

/** The same for what is asked of it. @throws CodedError `channel.paused` */
export async function openMailbox(api: ApiContext, caller: KeyCaller): Promise<Mailbox> {
  await refusePaused(api, caller);
  return mailboxOf(api.context, caller);
}

/** @throws CodedError `channel.paused` where a person holds back what goes over the partner's mailbox */
export async function refusePaused({ context, settings }: ApiContext, caller: KeyCaller): Promise<void> {
  const names = await within(settings.requestMs, noAnswer, () => pausedMailbox(context, caller));
  if (names.length > 0) throw paused(names);
}

/** @throws CodedError `channel.paused` where the one endpoint that something goes out at is paused; others of the mailbox may be open */
export function refuseHeld({ pausedAt }: { readonly pausedAt: string | undefined }): void {
  if (pausedAt !== undefined) throw paused([pausedAt]);
}

const paused = (names: readonly string[]) =>
  new CodedError('channel.paused', {
    detail: `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} paused. Nothing is taken or given out there for now.`,
    retryAfterSeconds: 300,
  });

/** Writes into the log of the partner's HTTPS endpoint that its program has what lay in the mailbox. */
export const noteConfirmed = (context: Context, caller: KeyCaller, documentId: string, summary: string): void =>
  noteHttps(context, caller, { kind: 'receipt', direction: 'in', state: 'done', summary, documentIds: [documentId] });
