import { listed } from '../../domain/lists.ts';
import type { ShippedStep } from './event-data.ts';

/** The reference that the carrier's shipment is found by, best first, with its place in the event. */
export function trackingOf(data: ShippedStep): { readonly value: string; readonly pointer: string } | undefined {
  if (data.trackingNumber) return { value: data.trackingNumber, pointer: '/trackingNumber' };
  const at = data.references.findIndex(({ kind }) => kind === 'tracking-number' || kind === 'carrier-pro');
  if (at >= 0) return { value: data.references[at]!.value, pointer: `/references/${at}/value` };
  const [first] = packageNumbers(data);
  if (first) return first;
  return data.billOfLading ? { value: data.billOfLading, pointer: '/billOfLading' } : undefined;
}

/** Numbers of single packages; those of the whole shipment's carrier, so none at a step inside the warehouse. */
const packageNumbers = (data: ShippedStep) =>
  data.whole
    ? []
    : data.lines.flatMap((line, at) =>
        (['packages', 'parcels'] as const).flatMap((kind) =>
          (line[kind] ?? []).flatMap(({ tracking }, n) =>
            tracking ? [{ value: tracking, pointer: `/lines/${at}/${kind}/${n}/tracking` }] : [],
          ),
        ),
      );

/** A transfer holds one number of the carrier: the others of the document are named. */
export function untoldNumbers(data: ShippedStep): readonly string[] {
  const kept = trackingOf(data)?.value;
  const said = [
    ...data.references.filter(({ kind }) => kind === 'tracking-number').map(({ value }) => value),
    ...packageNumbers(data).map(({ value }) => value),
  ];
  const others = [...new Set(said)].filter((value) => value !== kept);
  if (others.length === 0) return [];
  return [`Odoo keeps one tracking number of a transfer, ${kept}; not kept: ${listed(others, 10)}.`];
}
