import type { components } from '../../specs/generated/openapi.ts';
import { CodedError, type ValidationIssue } from '../domain/errors.ts';
import type { ActedBy } from '../store/audit.ts';
import { crossReferenceTable, importCrossReferences } from '../store/cross-references.ts';
import { type ConnectionRoute, lockSettings, saveSettings } from '../store/odoo-connections.ts';
import { arrangedElsewhere, readOdooPartner, saveOdooPartner, unitLookup } from '../store/odoo-partners.ts';
import { partnerNames } from '../store/partners.ts';
import type { Context } from './context.ts';
import { connectionNow } from './odoo-choices.ts';
import { forgetHome } from './odoo-connection.ts';
import { change, refuseUnknownLocation, refuseUnknownTypes } from './odoo-settings.ts';
import { refuseBody } from './refuse-body.ts';
import { unknownTrade } from './trade-choices.ts';
import { wrongUnits } from './units-of-partner.ts';

export type OdooPartnerRules = components['schemas']['OdooPartnerRules'];
type Receives = OdooPartnerRules['receives'][number];

/**
 * Sets what a partner may do in one Odoo and what it is sent of it, in place of all that was set.
 * @throws CodedError with each place that does not fit
 */
export async function setPartnerRules(
  context: Context,
  { connectionId, partnerId }: { readonly connectionId: string; readonly partnerId: string },
  rules: OdooPartnerRules,
  by: ActedBy,
): Promise<void> {
  const connection = await connectionNow(context, connectionId);
  await refuseUnknownTypes(context, connection, rules.operationTypeIds);
  await refuseUnknownLocation(context, connection, rules.quarantineLocationId);
  refuseBody(await wrongUnits(context, connection, rules.units));
  refuseBody(await unknownTrade(context, connection, rules.trade ?? {}));
  await change(context, connection, { action: 'odoo-partner.set', by }, async (tx) => {
    const settings = (await lockSettings(tx, connection.id)) ?? {};
    const [own, others] = partition(settings.routes ?? [], partnerId);
    const names = await partnerNames(tx, [partnerId, ...others.map(({ orgId }) => orgId)]);
    const name = names.get(partnerId);
    if (name === undefined) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
    const { environment } = connection;
    const elsewhere = await arrangedElsewhere(tx, { connectionId, environment, orgId: partnerId });
    if (elsewhere !== undefined)
      throw new CodedError('http.conflict', {
        detail: `${name} works with ${elsewhere}, and a partner works with one Odoo. Have it work with ${connection.name} first.`,
      });
    refuseBody(takenReceives(rules.receives, others, names));
    const { pickingTypeIds, quarantineLocationId, trade, ...policies } = await readOdooPartner(
      tx,
      connection.id,
      partnerId,
    );
    const units = await crossReferenceTable(tx, partnerId, unitLookup);
    const before: OdooPartnerRules = {
      ...{ operationTypeIds: [...pickingTypeIds], ...policies },
      ...(quarantineLocationId !== null && { quarantineLocationId }),
      ...(Object.keys(trade).length > 0 && { trade }),
      units: [...units].map(([code, means]) => ({ code, means })).sort(byCode),
      receives: own.map(({ event, carrier }) => ({
        event: event as Receives['event'],
        ...(carrier !== undefined && { carrier }),
      })),
    };
    const { unreserved, unitTolerance, sendCancels, overs = 'apply', warehouseCancels = 'hold' } = rules;
    const row = {
      ...{ pickingTypeIds: rules.operationTypeIds, unreserved, unitTolerance, sendCancels, overs, warehouseCancels },
      quarantineLocationId: rules.quarantineLocationId ?? null,
      trade: rules.trade ?? {},
    };
    await saveOdooPartner(tx, connection.id, partnerId, row);
    const entries = new Map(rules.units.map(({ code, means }) => [code, means.trim()]));
    await importCrossReferences(tx, partnerId, unitLookup, entries, { replace: true, at: context.now() });
    const routes = [...others, ...rules.receives.map((one) => ({ ...one, orgId: partnerId }))];
    // A route for one carrier goes before one for all: the first that fits counts.
    routes.sort((a, b) => Number(a.carrier === undefined) - Number(b.carrier === undefined));
    await saveSettings(tx, connection.id, { ...settings, routes });
    const sorted = rules.units.toSorted(byCode);
    return { of: name, before, after: { ...rules, overs, warehouseCancels, units: sorted } };
  });
  forgetHome(context, connection.environment, partnerId);
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }) => (a.code < b.code ? -1 : 1);

function partition(routes: readonly ConnectionRoute[], partnerId: string) {
  const { own = [], others = [] } = Object.groupBy(routes, ({ orgId }) => (orgId === partnerId ? 'own' : 'others'));
  return [own, others] as const;
}

/** What is received by somebody else already: an order goes to one warehouse. */
function takenReceives(
  receives: readonly Receives[],
  others: readonly ConnectionRoute[],
  names: ReadonlyMap<string, string>,
): readonly ValidationIssue[] {
  return receives.flatMap((one, nth) => {
    const same = (other: { event: string; carrier?: string | undefined }) =>
      other.event === one.event && other.carrier === one.carrier;
    const place = `body/receives/${nth}`;
    if (receives.findIndex(same) < nth) return [{ place, message: `must stand once; ${one.event} stands twice.` }];
    const taken = others.find(same);
    if (!taken) return [];
    const who = names.get(taken.orgId) ?? 'another partner';
    return [
      { place, message: `must be nobody else's: ${one.event} goes to ${who} already. Take it from there first.` },
    ];
  });
}
