import type { Tx } from '../../store/database.ts';
import type { Context } from '../context.ts';
import { linkTo, queueMail } from './queue-mail.ts';

/** Tells the owner of an account by mail what was done to it. */
export async function tellOwner(
  context: Context,
  tx: Tx,
  { name, email }: { readonly name: string; readonly email: string },
  what: string,
  address = '',
): Promise<void> {
  const of = { name, what, at: context.now(), address, link: linkTo(context, '/account') };
  await queueMail(context, tx, email, { purpose: 'notice', of });
}
