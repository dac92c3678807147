import type { Context } from '../flows/context.ts';
import { mailboxChannels } from '../flows/endpoint-in-use.ts';
import { noteHttps } from '../flows/https-log.ts';
import type { Mailbox } from '../store/outbox.ts';
import type { KeyCaller } from './caller.ts';

/** The mailbox of the partner whose key calls. */
export const mailboxOf = (context: Context, { orgId, environment }: KeyCaller): Mailbox => ({
  ...{ orgId, environment },
  channels: mailboxChannels(context),
});

/** Writes into the log of the partner's HTTPS endpoint that its program has what lay in the mailbox. */
export const noteConfirmed = (context: Context, caller: KeyCaller, documentId: string, summary: string): void =>
  noteHttps(context, caller, { kind: 'receipt', direction: 'in', state: 'done', summary, documentIds: [documentId] });
