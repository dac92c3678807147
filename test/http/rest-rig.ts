import type { Express } from 'express';
import request from 'supertest';
import { translate } from '../../services/flows/translate.ts';
import { createApp } from '../../services/http/app.ts';
import { issueApiKey, type Scope, scopes, usualKeyLifeMs } from '../../services/store/api-keys.ts';
import type { Environment } from '../../services/store/documents.ts';
import { type OutboundRig, outboundRig } from '../flows/outbound-rig.ts';
import type { FlowRig, Profile } from '../flows/rig.ts';

/** The demo company with its Odoo twin behind the API; nothing runs by itself. */
export interface RestRig {
  readonly app: Express;
  readonly out: OutboundRig;
  readonly rig: FlowRig;
  readonly keys: Readonly<Record<'warehouse' | 'carrier' | 'sandbox' | 'powerless', string>>;
  /** A request with an API key. */
  as(who: keyof RestRig['keys'], method: 'get' | 'post' | 'put', path: string): request.Test;
  /** Sends events as the warehouse, or whoever is named. */
  events(body: unknown, who?: keyof RestRig['keys']): request.Test;
  /** Translates what came, and brings it where it goes. */
  work(): Promise<void>;
  close(): Promise<void>;
}

export async function restRig(
  options: { transfers?: number; limits?: Parameters<typeof createApp>[0]['limits'] } = {},
): Promise<RestRig> {
  const out = await outboundRig(options.transfers ?? 6);
  const { rig } = out;
  const { context } = rig;
  const changes = {
    ...{ subscribe: () => () => true, onPartnerChange: () => () => true },
    ...{ onSessionEnd: () => () => true, onKeyChange: () => () => true },
  };
  const limits = { requestMs: 600_000, bodyMs: 600_000, keyRequestsPerSecond: 0, ...options.limits };
  const app = createApp({ context, changes, checkResponses: true, limits });
  const key = async (profile: Profile, environment: Environment, granted: readonly Scope[]) => {
    const life = { createdAt: context.now(), expiresAt: new Date(context.now().getTime() + usualKeyLifeMs) };
    const name = `${profile} ${environment} ${granted.length}`;
    const of = { id: context.newId(), orgId: rig.orgs[profile], environment, name, scopes: granted, ...life };
    return (await issueApiKey(context.db.system, of)).key;
  };
  const keys = {
    warehouse: await key('standard-3pl', 'production', scopes),
    carrier: await key('standard-carrier', 'production', scopes),
    sandbox: await key('standard-3pl', 'sandbox', scopes),
    powerless: await key('standard-3pl', 'production', ['inbox:write']),
  };
  const as: RestRig['as'] = (who, method, path) =>
    request(app)[method](path).set('Authorization', `Bearer ${keys[who]}`);
  return {
    ...{ app, out, rig, keys, as },
    events: (body, who = 'warehouse') =>
      as(who, 'post', '/v1/events')
        .type('application/json')
        .send(typeof body === 'string' ? body : JSON.stringify(body)),
    work: async () => {
      const rows = await context.db.system('document').where({ state: 'received' }).select<{ id: string }[]>('id');
      await translate(
        context,
        rows.map(({ id }) => id),
      );
      await rig.work();
    },
    close: () => rig.close(),
  };
}

/** A moment of an event. */
export const at = (utc: string) => ({ local: utc.slice(0, 19), zone: 'UTC', zoneOrigin: 'document', utc });
/** An answer to a tender, as a carrier sends it. */
export const tenderAnswer = (shipment: string, more: object = {}) => ({
  type: 'tender.answered.v1',
  subject: shipment,
  data: {
    ...{ shipmentId: shipment, answer: 'accepted', answerCode: 'A', references: [], at: at('2026-11-23T12:00:00Z') },
    ...more,
  },
});
