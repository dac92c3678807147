import { mappingView } from '../mapping-call.ts';
import type { Handler } from '../operation.ts';

export const getMapping: Handler<'getMapping'> = async ({ api, caller, params }) => ({
  status: 200,
  body: await mappingView(api, caller, params),
});
