import { readMail } from '../../flows/identity/mailbox.ts';
import { mailView } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const getMail: Handler<'getMail'> = async ({ api: { context }, caller, params: { mailId } }) => {
  const { mail, text, link } = await readMail(context, mailId, caller);
  const said = { ...(text !== undefined && { text }), ...(link !== undefined && { link }) };
  return { status: 200, body: { ...mailView(mail), ...said } };
};
