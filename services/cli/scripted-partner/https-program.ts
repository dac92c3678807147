import { setTimeout as wait } from 'node:timers/promises';
import type { components } from '../../../specs/generated/openapi.ts';
import type { PartnerChannel } from './channel.ts';

const pauseMs = 500;

/** A partner's program that calls the hub's API with a key of one environment. */
export function httpsChannel({ url, apiKey }: { readonly url: string; readonly apiKey: string }): PartnerChannel {
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url + path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${apiKey}` },
    });
    // As many at once as the hub takes of one sender; the rest asks again.
    if (response.status === 429) return wait(pauseMs).then(() => call(path, init));
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${(await response.text()).slice(0, 300)}`);
    return response;
  };
  return {
    by: 'HTTPS',
    async send(fileName, bytes) {
      const headers = { 'content-type': 'application/edi-x12', 'x-file-name': fileName };
      const { status } = await call('/v1/inbox', { method: 'POST', body: new Uint8Array(bytes), headers });
      return `HTTP ${status}`;
    },
    async collect() {
      const { documents } = (await (await call('/v1/outbox')).json()) as {
        documents: components['schemas']['OutboxEntry'][];
      };
      return Promise.all(
        documents.map(async ({ id, fileName }) => {
          const text = await (await call(`/v1/outbox/${id}`)).text();
          await call(`/v1/outbox/${id}/confirmation`, { method: 'PUT' });
          return { fileName, text };
        }),
      );
    },
    close: () => undefined,
  };
}
