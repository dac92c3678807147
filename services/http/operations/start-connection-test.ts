import type { Request } from 'express';
import { readConnectionTests, startConnectionTest as start } from '../../flows/connection-tests/run.ts';
import { connectionTestView } from '../connection-test-view.ts';
import { endpointBy } from '../endpoint-call.ts';
import type { Handler } from '../operation.ts';

export const startConnectionTest: Handler<'startConnectionTest'> = async ({ api, caller, params, body, request }) => {
  const { context } = api;
  const key = { orgId: params.partnerId, endpointId: params.endpointId };
  const { id, ended } = await start(context, key, { stage: body.stage, ownUrl: ownUrl(request) }, endpointBy(caller));
  ended.catch((error: unknown) =>
    context.log.error({ err: error, endpointId: key.endpointId }, 'a connection test broke off'),
  );
  const tests = await context.db.scoped('*', (tx) => readConnectionTests(context, tx, key));
  return { status: 201, body: connectionTestView(tests.find((one) => one.id === id)!, caller) };
};

/** Where this process itself was reached, without any proxy before it. */
function ownUrl({ socket: { localAddress = '127.0.0.1', localPort } }: Request): string {
  const host = localAddress.replace(/^::ffff:/, '');
  return `http://${host.includes(':') ? `[${host}]` : host}:${localPort}`;
}
