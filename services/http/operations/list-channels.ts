import { readChannels } from '../../flows/endpoint-views.ts';
import type { Handler } from '../operation.ts';

export const listChannels: Handler<'listChannels'> = async ({ api }) => ({
  status: 200,
  body: { channels: readChannels(api.context).map(({ schema, ...one }) => ({ ...one, schema: { ...schema } })) },
});
