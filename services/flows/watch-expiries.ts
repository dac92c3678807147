import { endpointsOf } from '../store/endpoints.ts';
import { hubKeys } from '../store/hub-keys.ts';
import { ownOrganisationIfAny, partnerNames } from '../store/partners.ts';
import type { Context } from './context.ts';
import { channelCalled } from './endpoint-in-use.ts';
import { keepCases, type NewCase } from './obligations.ts';

// Days before the end at which it is said, and the end itself, each time as a case of its own.
const steps = [0, 1, 7, 14, 30, 60] as const;
const dayMs = 86_400_000;

/** Which of the warnings is due; undefined while the end is far off. */
const stepOf = (end: Date, at: Date): number | undefined =>
  steps.find((days) => end.getTime() - at.getTime() <= days * dayMs);

/** Cases for what ends soon by itself: in the settings of endpoints, such as certificates, and of the hub's own keys. */
export async function watchExpiries(context: Context): Promise<void> {
  const at = context.now();
  const [endpoints, keys] = [await ofEndpoints(context, at), await ofKeys(context, at)];
  await context.db.system.transaction(async (tx) => {
    await keepCases(context, tx, 'endpoint.expiring/', endpoints, at);
    await keepCases(context, tx, 'hub-key.expiring/', keys, at);
  });
}

async function ofEndpoints(context: Context, at: Date): Promise<readonly NewCase[]> {
  const { system } = context.db;
  const endpoints = await endpointsOf(system, {});
  const names = await partnerNames(system, [...new Set(endpoints.map(({ orgId }) => orgId))]);
  return endpoints.flatMap(({ id, orgId, environment, name, channel, settings }) =>
    (channelCalled(context, channel)?.expires?.(settings) ?? []).flatMap((one): NewCase[] => {
      const step = stepOf(one.at, at);
      if (step === undefined) return [];
      const facts = { ...one, step, endpointId: id, name, partner: names.get(orgId) ?? '' };
      return [{ orgId, environment, at, about: { type: 'endpoint', id }, kind: 'endpoint.expiring', facts }];
    }),
  );
}

async function ofKeys({ db }: Context, at: Date): Promise<readonly NewCase[]> {
  const orgId = await ownOrganisationIfAny(db.system);
  if (orgId === undefined) return [];
  return (await hubKeys(db.system)).flatMap(({ kind, state, notAfter }): NewCase[] => {
    const step = notAfter && state === 'current' ? stepOf(notAfter, at) : undefined;
    if (!notAfter || step === undefined) return [];
    const facts = { what: `The key ${kind}`, at: notAfter, step };
    return [
      {
        orgId,
        environment: 'production',
        at,
        about: { type: 'organization', id: orgId },
        kind: 'hub-key.expiring',
        facts,
      },
    ];
  });
}
