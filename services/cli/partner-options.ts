import type { OdooPartnerRules } from '../store/read/odoo.ts';
import { UsageError } from './command-input.ts';
import type { PartnerOptions } from './odoo-commands.ts';

const policies = ['reserve', 'hold', 'apply'] as const;
const events = {
  orders: 'warehouse-order.released.v1',
  tenders: 'shipment.tendered.v1',
  receipts: 'receipt.expected.v1',
} as const;

/** The rules with what the options say instead; the very same where they say nothing. @throws UsageError */
export function changedRules(rules: OdooPartnerRules, options: PartnerOptions): OdooPartnerRules {
  const { unreserved, unitTolerance, sendCancels, operationType, receives, unit, removeUnit } = options;
  const policy = policies.find((one) => one === unreserved);
  if (unreserved !== undefined && policy === undefined)
    throw new UsageError(`--unreserved is "${unreserved}"; it must be reserve, hold or apply.`);
  if (sendCancels !== undefined && sendCancels !== 'yes' && sendCancels !== 'no')
    throw new UsageError(`--send-cancels is "${sendCancels}"; it must be yes or no.`);
  const said = [unreserved, unitTolerance, sendCancels, operationType, receives, unit, removeUnit];
  if (said.every((one) => one === undefined)) return rules;
  return {
    ...rules,
    ...(operationType && { operationTypeIds: [...operationType] }),
    ...(policy && { unreserved: policy }),
    ...(unitTolerance !== undefined && { unitTolerance }),
    ...(sendCancels && { sendCancels: sendCancels === 'yes' }),
    ...(receives && { receives: receives.flatMap(received) }),
    units: unitsOf(rules.units, unit ?? [], removeUnit ?? []),
  };
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
