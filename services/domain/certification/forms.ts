import type { EventType } from '../events.ts';
import { codeFor, standardTables } from '../language/tables.ts';
import { readWithDoubt } from '../mapping/run/moment.ts';
import { type Around, valuesAt } from './judge.ts';
import type { Condition, Frame } from './scenario.ts';

/** A field of a form, with what to begin with. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'choice' | 'moment' | 'number' | 'file';
  readonly required: boolean;
  readonly help?: string;
  readonly value?: string;
  options?: { value: string; label: string }[];
}
export interface Form {
  readonly title: string;
  fields: FormField[];
}

/** An event as a partner sends it. */
export interface FormEvent {
  readonly type: EventType;
  readonly subject: string;
  readonly data: Record<string, unknown>;
}

/** What a form needs of its run besides. */
export interface FormAround extends Around {
  /** Zone of the partner, for times whose place is not known. */
  readonly zone?: string | undefined;
}

type Fields = Readonly<Record<string, string>>;

interface FormKind {
  readonly title: string;
  readonly fields: (around: Around, conditions: readonly Condition[]) => readonly FormField[];
  readonly event: (fields: Fields, around: FormAround) => Record<string, unknown>;
}

const answers = { accepted: 'A', declined: 'D', conditional: 'B', counter: 'C' } as const;

/** What can be done by a form, by the type of the event that it makes. */
const forms: { readonly [T in EventType]?: FormKind } = {
  'tender.answered.v1': {
    title: 'Answer the tender',
    fields: (around) => [
      choice('answer', 'Answer', {
        accepted: 'Accept',
        declined: 'Decline',
        conditional: 'Accept with conditions',
        counter: 'Make a counter-offer',
      }),
      moment('at', 'On', { value: today(around) }),
      { name: 'reason', label: 'Reason or condition', kind: 'text', required: false },
      { name: 'pro', label: 'Your PRO number', kind: 'text', required: false },
    ],
    event: (fields, around) => ({
      shipmentId: around.given.number,
      carrier: { scac: around.given.scac },
      answer: fields.answer,
      answerCode: answers[fields.answer as keyof typeof answers] ?? fields.answer,
      ...when(fields.reason, (reason) => ({ reason })),
      ...momentField('at', fields.at, around),
      references: when(fields.pro, (value) => [reference('carrier-pro', 'CN', value)]) ?? [],
    }),
  },
  'shipment.milestone.v1': {
    title: 'Report a status',
    fields: (_around, conditions) => [
      choice('milestone', 'What happened', milestones(), wantedFor(conditions, '/milestone')),
      moment('at', 'When, local time there', { help: 'Such as 2026-03-04T10:15' }),
      { name: 'city', label: 'City', kind: 'text', required: false },
      { name: 'state', label: 'State', kind: 'text', required: false },
      { name: 'country', label: 'Country', kind: 'text', required: false, value: 'US' },
      { name: 'stop', label: 'Stop number of the tender', kind: 'number', required: false },
      {
        name: 'reason',
        label: 'Reason code',
        kind: 'text',
        required: false,
        value: 'NS',
        help: 'List 1651, such as NS for normal',
      },
      { name: 'pro', label: 'Your PRO number', kind: 'text', required: false },
      { name: 'signedBy', label: 'Signed by', kind: 'text', required: false, help: 'Of a delivery' },
      {
        name: 'proof',
        label: 'Proof of delivery',
        kind: 'file',
        required: false,
        help: 'Image or PDF; the id of a file that was sent before',
      },
    ],
    event: milestoneOf,
  },
  'warehouse-order.shipped.v1': {
    title: 'Confirm the shipment',
    fields: ({ frames, given }) => [
      { name: 'orderNumber', label: 'Order', kind: 'text', required: true, value: given.number },
      moment('shippedAt', 'Shipped on', {}),
      { name: 'shipmentId', label: 'Your shipment number', kind: 'text', required: false },
      { name: 'trackingNumber', label: 'Tracking number', kind: 'text', required: false },
      ...linesOf(frames).flatMap(({ nth, label, quantity }): FormField[] => [
        {
          name: `lines.${nth}.shipped`,
          label: `${label}: shipped of ${quantity}`,
          kind: 'number',
          required: true,
          value: quantity,
        },
        { name: `lines.${nth}.lot`, label: `${label}: lot`, kind: 'text', required: false },
      ]),
    ],
    event: (fields, around) => {
      const lines = linesOf(around.frames).map(({ nth, product, unit, quantity }) => {
        const [ordered, shipped] = [Number(quantity), Number(fields[`lines.${nth}.shipped`] ?? quantity)];
        return {
          lineNumber: String(nth + 1),
          product,
          status: shipped === ordered ? 'complete' : shipped === 0 ? 'cancelled' : 'partial',
          ordered: { value: ordered, ...unit },
          shipped: { value: shipped, ...unit },
          difference: ordered - shipped,
          ...when(fields[`lines.${nth}.lot`], (lot) => ({ lots: [{ lot, quantity: shipped }] })),
        };
      });
      return {
        orderNumber: fields.orderNumber ?? around.given.number,
        ...when(fields.shipmentId, (shipmentId) => ({ shipmentId })),
        reporting: 'full',
        ...momentField('shippedAt', fields.shippedAt, around),
        ...when(fields.trackingNumber, (trackingNumber) => ({ trackingNumber })),
        lines,
        totals: { units: lines.reduce((sum, { shipped }) => sum + shipped.value, 0) },
        references: when(fields.trackingNumber, (value) => [reference('tracking-number', '2I', value)]) ?? [],
      };
    },
  },
  'receipt.confirmed.v1': {
    title: 'Confirm the receipt',
    fields: ({ frames, given }) => [
      {
        name: 'receiptNumber',
        label: 'Your receipt number',
        kind: 'text',
        required: true,
        value: `R-${given.number.slice(-6)}`,
      },
      moment('receivedAt', 'Received on', {}),
      ...linesOf(frames).map(
        ({ nth, label, quantity }): FormField => ({
          ...{ name: `lines.${nth}.received`, label: `${label}: received of ${quantity}` },
          ...{ kind: 'number', required: true, value: quantity },
        }),
      ),
    ],
    event: (fields, around) => {
      const lines = linesOf(around.frames).map(({ nth, product, unit, quantity }) => ({
        lineNumber: String(nth + 1),
        product,
        received: { value: Number(fields[`lines.${nth}.received`] ?? quantity), ...unit },
      }));
      return {
        receiptNumber: fields.receiptNumber,
        orderNumber: around.given.number,
        reporting: 'full',
        ...momentField('receivedAt', fields.receivedAt, around),
        lines,
        totals: { units: lines.reduce((sum, { received }) => sum + received.value, 0) },
      };
    },
  },
};

/** The form by which a frame can be done; undefined where there is none. */
export function formOf(frame: Frame, around: Around): Form | undefined {
  if (frame.by !== 'partner') return undefined;
  if (frame.does === 'acknowledges') return { title: 'Say that you have it', fields: [] };
  if (frame.does !== 'sends' || frame.event === undefined || frame.verdict === 'rejected') return undefined;
  const kind = forms[frame.event];
  return kind && { title: kind.title, fields: kind.fields(around, frame.where).map((one) => ({ ...one })) };
}

/** What is wrong with the fields of a form, by their names. */
export function faultsOf(form: Form, fields: Fields): readonly { readonly place: string; readonly message: string }[] {
  const known = new Map(form.fields.map((one) => [one.name, one]));
  const faults = Object.keys(fields).flatMap((name) =>
    known.has(name) ? [] : [{ place: name, message: 'is no field of this form' }],
  );
  for (const { name, kind, required, options } of form.fields) {
    const value = fields[name] ?? '';
    if (value === '' && required) faults.push({ place: name, message: 'is needed' });
    if (value === '') continue;
    if (kind === 'number' && !/^-?\d{1,9}(\.\d{1,3})?$/.test(value))
      faults.push({ place: name, message: 'must be a number' });
    if (kind === 'moment' && !dateForm.test(value))
      faults.push({ place: name, message: 'must be a day, or a day with a time, such as 2026-03-04T10:15' });
    if (kind === 'choice' && options?.every((one) => one.value !== value))
      faults.push({ place: name, message: 'is none of the choices' });
  }
  return faults;
}

/** The event that the fields make: the same that the document would have become. */
export function eventOf(type: EventType, fields: Fields, around: FormAround): FormEvent | undefined {
  const kind = forms[type];
  return kind && { type, subject: around.given.number, data: kind.event(fields, around) };
}

const dateForm = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;

function momentField(
  name: string,
  text: string | undefined,
  { zone }: FormAround,
  place = { city: '', state: '', country: '' },
) {
  if (!text) return {};
  const [day = '', time = ''] = text.split('T');
  const found = readWithDoubt({
    ...{ date: day.replaceAll('-', ''), time: time.replace(':', ''), code: '', zone: undefined },
    ...{ ...place, partnerZone: zone },
  });
  return found ? { [name]: found.moment } : {};
}

function milestoneOf(fields: Fields, around: FormAround): Record<string, unknown> {
  const { city = '', state = '', country = '' } = fields;
  const table = standardTables.get('reasons');
  const stop = Number(fields.stop);
  return {
    shipmentId: around.given.number,
    ...when(fields.pro, (carrierReference) => ({ carrierReference })),
    carrier: { scac: around.given.scac },
    milestone: fields.milestone,
    statusCode: codeFor(standardTables.get('milestones')!, fields.milestone ?? '') ?? fields.milestone,
    ...when(fields.reason, (code) => ({
      reason: { code, ...when(table?.codes.get(code), (meaning) => ({ meaning })) },
    })),
    ...momentField('at', fields.at, around, { city, state, country }),
    ...when(city, () => ({ place: { city, ...(state && { state }), ...(country && { country }) } })),
    ...(stop > 0 && { stop }),
    ...((fields.signedBy || fields.proof) && {
      proofOfDelivery: {
        ...when(fields.signedBy, (signedBy) => ({ signedBy })),
        ...when(fields.proof, (documentId) => ({ documentId })),
      },
    }),
    ...when(fields.signedBy, (name) => ({ remark: `SIGNED BY ${name}` })),
    references: stop > 0 ? [reference('stop-number', 'QN', String(stop))] : [],
  };
}

function milestones(): Readonly<Record<string, string>> {
  const codes = standardTables.get('milestones')!.codes;
  return Object.fromEntries([...new Set(codes.values())].map((word) => [word, word.replaceAll('-', ' ')]));
}

/** The value that a condition waits for, to begin with. */
function wantedFor(conditions: readonly Condition[], field: string): string | undefined {
  const found = conditions.find((one) => one.field === field)?.test;
  return found?.kind === 'is' && found.value.kind === 'value' ? String(found.value.value) : undefined;
}

interface Line {
  readonly nth: number;
  readonly label: string;
  readonly product: Record<string, unknown>;
  readonly unit: Record<string, unknown>;
  readonly quantity: string;
}

/** The lines of the newest thing that we sent in the run. */
function linesOf(frames: Around['frames']): readonly Line[] {
  const sent = [...frames.values()].reverse().find(({ lines }) => Array.isArray(lines));
  return valuesAt(sent, '/lines/*').map(({ value }, nth) => {
    const { product, quantity = {} } = value as {
      product: Record<string, unknown>;
      quantity?: Record<string, unknown>;
    };
    const { value: amount, ...unit } = quantity;
    return {
      nth,
      product,
      unit,
      quantity: String(amount ?? ''),
      label: String(product.description ?? product.sku ?? product.gtin ?? nth + 1),
    };
  });
}

const today = ({ given }: Around): string => given.startedAt.toISOString().slice(0, 10);

const when = <T, R>(value: T | undefined, then: (value: T) => R): R | undefined => (value ? then(value) : undefined);
const reference = (kind: string, qualifier: string, value: string) => ({ kind, qualifier, value });
const moment = (name: string, label: string, more: Partial<FormField>): FormField => ({
  ...{ name, label, kind: 'moment', required: true },
  ...more,
});

function choice(name: string, label: string, options: Readonly<Record<string, string>>, value?: string): FormField {
  return {
    ...{ name, label, kind: 'choice', required: true },
    ...(value !== undefined && { value }),
    options: Object.entries(options).map(([one, says]) => ({ value: one, label: says })),
  };
}
