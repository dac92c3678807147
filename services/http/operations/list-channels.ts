import { channelCalled } from '../../flows/endpoint-in-use.ts';
import { readChannels } from '../../flows/endpoint-views.ts';
import { baseOf } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const listChannels: Handler<'listChannels'> = async ({ api: { context }, request }) => {
  const about = { baseUrl: baseOf(request) };
  const channels = readChannels(context).map(async ({ schema, ...one }) => {
    const ours = (await channelCalled(context, one.name)?.ours?.(about)) ?? [];
    return { ...one, schema: { ...schema }, ours: ours.map((told) => ({ ...told })) };
  });
  return { status: 200, body: { channels: await Promise.all(channels) } };
};
