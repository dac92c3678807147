import { sendAgain } from '../../flows/identity/mailbox.ts';
import type { Handler } from '../operation.ts';

export const retryMail: Handler<'retryMail'> = async ({ api: { context }, caller, params: { mailId } }) => {
  await sendAgain(context, mailId, caller);
  return { status: 204 };
};
