import { profileView } from '../journey-view.ts';
import type { Handler } from '../operation.ts';

export const getProfile: Handler<'getProfile'> = async ({ api: { context }, caller, params }) => ({
  status: 200,
  body: await profileView(context, caller, params.partnerId),
});
