import { type CanonicalEvent, type EventData, isOfType } from '../../domain/events.ts';
import { listed } from '../../domain/lists.ts';
import { asMilestone, type MilestoneLike } from '../../domain/shipment-facts.ts';
import { shownMoney } from '../../odoo/actions/money.ts';
import { milestoneText } from '../../odoo/actions/note-milestone.ts';

/** A transfer before a document comes, as far as its partner may know it. */
export interface TransferBefore {
  readonly name: string;
  readonly state: string;
  readonly carrierNumber: string | undefined;
  readonly lines: readonly { readonly product: string; readonly wanted: number }[];
}

const states: Readonly<Record<string, string>> = {
  draft: 'a draft',
  waiting: 'waiting for another transfer',
  confirmed: 'waiting for goods',
  assigned: 'ready',
  done: 'done',
  cancel: 'cancelled',
};

/** `Transfer WH/OUT/0007 is ready: 10 NG-LAMP, 4 NG-RUG.` */
export function beforeWords(before: TransferBefore | undefined): readonly string[] {
  if (!before) return [];
  const lines = before.lines.map(({ product, wanted }) => `${wanted} ${product}`);
  return [
    `Transfer ${before.name} is ${states[before.state] ?? before.state}${lines.length > 0 ? `: ${listed(lines, shown)}` : ''}.`,
    ...(before.carrierNumber === undefined ? [] : [`Its carrier's number is ${before.carrierNumber}.`]),
  ];
}

const shown = 8;

/** Why it would not be taken, as its partner may know it. */
export function stoppedWords(
  code: string | undefined,
  { type, subject }: Pick<CanonicalEvent, 'type' | 'subject'>,
): string {
  if (code === 'odoo.order-unknown' && type === 'invoice.issued.v1')
    return 'It names no purchase order that you were given. Compare the number with yours.';
  if (code === 'odoo.order-unknown' && type === 'purchase-order.placed.v1')
    return `There is no order ${subject} of yours.`;
  if (code === 'odoo.order-unknown' || code === 'odoo.transfer-foreign')
    return `There is no transfer ${subject} of yours. Name one that you were sent.`;
  if (code === 'odoo.transfer-cancelled') return `Transfer ${subject} was cancelled. Nothing would be changed.`;
  if (code === 'odoo.product-unknown') return `Transfer ${subject} has no such product. Compare the item numbers.`;
  if (code === 'odoo.nothing-shipped')
    return `Nothing was shipped, so a person there decides what becomes of ${subject}.`;
  if (code === 'odoo.bill-exists') return `An invoice with this number is there already. Give ${subject} another one.`;
  if (code?.startsWith('odoo.bill-') || code?.startsWith('odoo.freight-'))
    return 'It is not what was agreed, so a person there decides before it becomes a bill.';
  if (code === 'odoo.order-differs' || code === 'odoo.order-changed')
    return `Order ${subject} is there otherwise, so a person there decides.`;
  if (code === 'odoo.address-unknown') return 'The address is not known there. Ask for its number.';
  if (code === 'odoo.contact-unset') return 'Who you are in their books is not set there yet, so a person decides.';
  if (code === 'odoo.stock-differs')
    return 'Some of the numbers are not those that are known there. Nothing is changed by them.';
  if (code === 'odoo.item-unexpected' || code === 'odoo.substituted')
    return `${subject} does not have all of these items. Compare the item numbers.`;
  if (code === 'odoo.more-than-ordered' || code === 'odoo.return-exceeds')
    return `It is more than ${subject} is for, so a person there decides.`;
  if (code?.startsWith('odoo.lot-'))
    return `The lots of ${subject} do not fit what is in stock. Compare lot and serial numbers.`;
  if (code?.startsWith('odoo.unit-'))
    return `A unit of ${subject} cannot be counted there. Compare the units with what you were sent.`;
  return `A person there has to decide before anything of ${subject} is changed.`;
}

/** What would have changed, in sentences. */
export function afterWords(event: CanonicalEvent, before: TransferBefore | undefined): readonly string[] {
  const name = before?.name ?? event.subject;
  if (isOfType(event, 'warehouse-order.shipped.v1')) return shippedWords(event.data, name);
  if (isOfType(event, 'shipment.milestone.v1')) return milestoneWords(event.data, name, before);
  if (
    isOfType(event, 'shipment.delivered.v1') ||
    isOfType(event, 'shipment.eta.v1') ||
    isOfType(event, 'shipment.exception.v1')
  )
    return milestoneWords(asMilestone(event as CanonicalEvent<MilestoneLike>).data, name, before);
  if (isOfType(event, 'tender.answered.v1')) return answerWords(event.data, name);
  if (isOfType(event, 'shipment.announced.v1')) return announcedWords(event.data, before);
  if (isOfType(event, 'receipt.confirmed.v1') || isOfType(event, 'return.received.v1'))
    return receivedWords(event.data.lines, before?.name ?? event.subject);
  if (isOfType(event, 'inventory.adjusted.v1'))
    return event.data.lines
      .slice(0, shown)
      .map(({ product, change }) => `The stock of ${nameOf(product)} changes by ${change.value}.`);
  if (isOfType(event, 'freight.invoiced.v1') || isOfType(event, 'invoice.issued.v1'))
    return [
      `Invoice ${event.data.invoiceNumber} becomes a draft bill over ${shownMoney(event.data.total.value, event.data.total.currency)}.`,
    ];
  if (isOfType(event, 'purchase-order.placed.v1'))
    return [
      `Order ${event.data.orderNumber} becomes a quotation of ${event.data.lines.length} ${event.data.lines.length === 1 ? 'line' : 'lines'}.`,
    ];
  if (isOfType(event, 'dock-appointment.scheduled.v1') || isOfType(event, 'document.advised.v1'))
    return [`Transfer ${name} gets a note.`];
  if (isOfType(event, 'warehouse-order.cancelled.v1')) return [`Transfer ${name} is cancelled, or a person is told.`];
  return ['Something of it would be written.'];
}

const nameOf = (product: object): string =>
  String(Object.values(product).find((value) => typeof value === 'string') ?? 'an item');

const whole = new Set(['partial', 'substituted', 'cancelled']);

function shippedWords(data: EventData['warehouse-order.shipped.v1'], name: string): readonly string[] {
  const lines = data.lines.map(({ product, ordered, shipped, status }) => ({
    product: nameOf(product),
    ordered: ordered?.value ?? shipped.value,
    shipped: shipped.value,
    isFinal: whole.has(status ?? ''),
  }));
  const sum = (of: 'ordered' | 'shipped') => lines.reduce((total, line) => total + line[of], 0);
  const short = lines.filter(({ ordered, shipped }) => shipped < ordered);
  const rest = short.filter(({ isFinal }) => !isFinal).reduce((total, line) => total + line.ordered - line.shipped, 0);
  const ending = short.length === 0 ? '' : rest > 0 ? `, backorder of ${rest}` : ', and nothing is to follow';
  return [
    `Transfer ${name}: ${sum('shipped')} of ${sum('ordered')} shipped${ending}.`,
    ...short.slice(0, shown).map(({ product, ordered, shipped }) => `${product}: ${shipped} of ${ordered} shipped.`),
    ...(data.trackingNumber === undefined ? [] : [`Its tracking number is ${data.trackingNumber}.`]),
  ];
}

function receivedWords(lines: EventData['receipt.confirmed.v1']['lines'], name: string): readonly string[] {
  return [
    `${name} is received.`,
    ...lines.slice(0, shown).map(({ product, received }) => `${nameOf(product)}: ${received.value} received.`),
  ];
}

function milestoneWords(
  data: EventData['shipment.milestone.v1'],
  name: string,
  before: TransferBefore | undefined,
): readonly string[] {
  const { carrierReference, proofOfDelivery } = data;
  return [
    `Transfer ${name} gets a note: ${milestoneText(data)}.`,
    ...(carrierReference !== undefined && carrierReference !== before?.carrierNumber
      ? [`Its carrier's number becomes ${carrierReference}.`]
      : []),
    ...(proofOfDelivery?.content !== undefined || proofOfDelivery?.documentId !== undefined
      ? ['The proof of delivery is attached to it.']
      : []),
  ];
}

function answerWords(data: EventData['tender.answered.v1'], name: string): readonly string[] {
  const isYes = data.answer === 'accepted';
  return [
    `Transfer ${name} gets a note: the load was ${data.answer}${data.reason === undefined ? '' : `, ${data.reason}`}.`,
    ...(isYes ? [] : ['Somebody there is asked to find another way.']),
  ];
}

function announcedWords(
  data: EventData['shipment.announced.v1'],
  before: TransferBefore | undefined,
): readonly string[] {
  const units = data.items.reduce((total, { quantity }) => total + quantity.value, 0);
  const where = before ? `Receipt ${before.name}` : 'The receipt of the order';
  return [`${where} shows notice ${data.shipmentId}: ${units} units are on their way.`];
}
