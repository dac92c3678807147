import { confirmCodes } from '../../flows/identity/codes.ts';
import type { Handler } from '../operation.ts';

export const confirmTotp: Handler<'confirmTotp'> = async ({ api: { context }, caller, body: { code } }) => ({
  status: 200,
  body: { codes: [...(await confirmCodes(context, caller, code))] },
});
