import { mappingsView } from '../mappings-view.ts';
import type { Handler } from '../operation.ts';

export const listMappings: Handler<'listMappings'> = async ({ api, caller, params: { partnerId } }) => ({
  status: 200,
  body: await mappingsView(api, caller, partnerId),
});
