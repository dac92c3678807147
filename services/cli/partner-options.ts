import type { OdooPartnerRules } from '../store/read/odoo.ts';
import { UsageError } from './command-input.ts';
import type { PartnerOptions } from './odoo-commands.ts';

const policies = ['reserve', 'hold', 'apply'] as const;
const decisions = ['apply', 'hold'] as const;
const events = {
  orders: 'warehouse-order.released.v1',
  tenders: 'shipment.tendered.v1',
  receipts: 'receipt.expected.v1',
} as const;

/** The rules with what the options say instead; the very same where they say nothing. @throws UsageError */
export function changedRules(rules: OdooPartnerRules, options: PartnerOptions): OdooPartnerRules {
  const { unreserved, unitTolerance, sendCancels, operationType, receives, unit, removeUnit } = options;
  const { overs, warehouseCancels, quarantine } = options;
  const policy = policies.find((one) => one === unreserved);
  if (unreserved !== undefined && policy === undefined)
    throw new UsageError(`--unreserved is "${unreserved}"; it must be reserve, hold or apply.`);
  if (sendCancels !== undefined && sendCancels !== 'yes' && sendCancels !== 'no')
    throw new UsageError(`--send-cancels is "${sendCancels}"; it must be yes or no.`);
  const over = decided('--overs', overs);
  const cancels = decided('--warehouse-cancels', warehouseCancels);
  if (quarantine !== undefined && !/^(none|[1-9]\d{0,8})$/.test(quarantine))
    throw new UsageError(`--quarantine is "${quarantine}"; it must be the id of a location, or none.`);
  const trade = changedTrade(rules.trade, options);
  const said = [unreserved, unitTolerance, sendCancels, operationType, receives, unit, removeUnit];
  said.push(overs, warehouseCancels, quarantine);
  if (said.every((one) => one === undefined) && trade === rules.trade) return rules;
  const { quarantineLocationId: _, ...others } = rules;
  return {
    ...(quarantine === undefined ? rules : others),
    ...(quarantine !== undefined && quarantine !== 'none' && { quarantineLocationId: Number(quarantine) }),
    ...(over && { overs: over }),
    ...(cancels && { warehouseCancels: cancels }),
    ...(operationType && { operationTypeIds: [...operationType] }),
    ...(policy && { unreserved: policy }),
    ...(unitTolerance !== undefined && { unitTolerance }),
    ...(sendCancels && { sendCancels: sendCancels === 'yes' }),
    ...(receives && { receives: receives.flatMap(received) }),
    ...(trade && { trade }),
    units: unitsOf(rules.units, unit ?? [], removeUnit ?? []),
  };
}

const books = {
  vendor: 'vendorId',
  customer: 'customerId',
  journal: 'journalId',
  freightProduct: 'freightProductId',
} as const;

/** Who the partner is in Odoo's books, with what the options say instead; the very same where they say nothing. */
function changedTrade(trade: OdooPartnerRules['trade'], options: PartnerOptions): OdooPartnerRules['trade'] {
  const unpriced = decided('--unpriced-freight', options.unpricedFreight);
  let changed: NonNullable<OdooPartnerRules['trade']> = {
    ...trade,
    ...(options.tolerance !== undefined && { tolerance: options.tolerance }),
    ...(unpriced && { unpricedFreight: unpriced }),
  };
  let isSaid = unpriced !== undefined || options.tolerance !== undefined;
  for (const [option, key] of Object.entries(books)) {
    const text = options[option as keyof typeof books];
    if (text === undefined) continue;
    isSaid = true;
    const flag = `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (!/^(none|[1-9]\d{0,8})$/.test(text))
      throw new UsageError(`${flag} is "${text}"; it must be an id of Odoo's, or none.`);
    const { [key]: _, ...rest } = changed;
    changed = text === 'none' ? rest : { ...rest, [key]: Number(text) };
  }
  return isSaid ? changed : trade;
}

function decided(option: string, text: string | undefined): (typeof decisions)[number] | undefined {
  const found = decisions.find((one) => one === text);
  if (text !== undefined && found === undefined)
    throw new UsageError(`${option} is "${text}"; it must be apply or hold.`);
  return found;
}

function received(text: string): OdooPartnerRules['receives'] {
  if (text === 'none') return [];
  const [, word = '', , carrier] = /^(orders|tenders|receipts)(:([A-Z]{2,4}))?$/.exec(text) ?? [];
  const event = events[word as keyof typeof events];
  if (!event || (carrier !== undefined && word !== 'tenders'))
    throw new UsageError(`--receives is "${text}"; it must be orders, tenders, tenders:SCAC, receipts or none.`);
  return [{ event, ...(carrier !== undefined && { carrier }) }];
}

function unitsOf(
  before: OdooPartnerRules['units'],
  set: readonly string[],
  removed: readonly string[],
): OdooPartnerRules['units'] {
  const units = new Map(before.map(({ code, means }) => [code, means]));
  for (const code of removed)
    if (!units.delete(code)) throw new UsageError(`--remove-unit: ${code} is not in the table.`);
  for (const text of set) {
    const [, code = '', means = ''] = /^([A-Z0-9]{2})=(.+)$/.exec(text) ?? [];
    if (!code) throw new UsageError(`--unit is "${text}"; it must be a code and what it means, such as CA=12.`);
    units.set(code, means.trim());
  }
  return [...units].map(([code, means]) => ({ code, means }));
}
