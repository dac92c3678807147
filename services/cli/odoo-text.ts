import type { OdooConnectionView, OdooPartnerRules } from '../store/read/odoo.ts';

const states = {
  untried: 'not tried yet',
  ready: 'ready',
  unreachable: 'parked: no answer',
  refused: 'parked: does not let the hub in',
} as const;

/** A connection in lines of text. */
export function connectionText(view: OdooConnectionView): string {
  const { name, environment, kind, version, database, login, url, state, since, waiting, feed } = view;
  const what = kind === 'twin' ? `twin of Odoo ${version}` : `Odoo ${version} at ${url}`;
  const parked = state === 'refused' || state === 'unreachable';
  const waits = `${waiting} ${waiting === 1 ? 'delivery waits' : 'deliveries wait'}${parked ? ' and go on by themselves' : ''}`;
  return [
    `${name} (${environment}): ${what}, database ${database}, user ${login}`,
    `  ${states[state]} since ${since}; ${waits}`,
    ...(view.reason !== undefined ? [`  Odoo says: ${view.reason}`] : []),
    ...view.lacks.map((lack) => `  lacks: ${lack}`),
    `  ${feed.begun ? `sends from ${feed.from ?? 'all'}, operation types ${feed.operationTypeIds.join(', ')}` : 'feed not begun: crossdock odoo begin --send-from now|all|YYYY-MM-DD'}`,
    `  to-dos go to ${view.responsibleUserId === undefined ? 'nobody where a transfer names nobody: crossdock odoo responsible LOGIN' : `user ${view.responsibleUserId}`}`,
    ...view.missing.map(({ detail }) => `  missing: ${detail}`),
  ].join('\n');
}

const words = {
  'warehouse-order.released.v1': 'orders',
  'shipment.tendered.v1': 'tenders',
  'receipt.expected.v1': 'receipts',
} as const;

const idText = (id: number | undefined, without: string) => (id === undefined ? `nobody: ${without}` : `contact ${id}`);

/** What a partner may do in Odoo, in lines of text. */
export function rulesText(partner: string, rules: OdooPartnerRules): string {
  const receives = rules.receives.map(({ event, carrier }) => words[event] + (carrier ? `:${carrier}` : ''));
  return [
    partner,
    `  receives         ${receives.join(', ') || 'nothing'}`,
    `  operation types  ${rules.operationTypeIds.join(', ') || 'none: only transfers that it was sent'}`,
    `  unreserved       ${rules.unreserved}`,
    `  unit tolerance   ${rules.unitTolerance}`,
    `  send cancels     ${rules.sendCancels ? 'yes' : 'no'}`,
    `  overs            ${rules.overs ?? 'apply'}`,
    `  its cancels      ${rules.warehouseCancels ?? 'hold'}`,
    `  quarantine       ${rules.quarantineLocationId ?? 'none: damaged goods are held'}`,
    `  as a vendor      ${idText(rules.trade?.vendorId, 'invoices (210, 810) are held')}`,
    `  as a customer    ${idText(rules.trade?.customerId, 'purchase orders (850) are held')}`,
    ...(rules.trade?.journalId === undefined ? [] : [`  journal          ${rules.trade.journalId}`]),
    ...(rules.trade?.freightProductId === undefined ? [] : [`  freight product  ${rules.trade.freightProductId}`]),
    `  tolerance        ${rules.trade?.tolerance ?? 0}`,
    `  unpriced freight ${rules.trade?.unpricedFreight ?? 'hold'}`,
    ...rules.units.map(({ code, means }) => `  unit ${code}          ${means}`),
  ].join('\n');
}
