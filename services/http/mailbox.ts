import type { Context } from '../flows/context.ts';
import { mailboxChannels } from '../flows/endpoint-in-use.ts';
import type { Mailbox } from '../store/outbox.ts';
import type { KeyCaller } from './caller.ts';

/** The mailbox of the partner whose key calls. */
export const mailboxOf = (context: Context, { orgId, environment }: KeyCaller): Mailbox => ({
  ...{ orgId, environment },
  channels: mailboxChannels(context),
});
