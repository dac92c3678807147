import { readFileSync } from 'node:fs';

const sample = readFileSync(
  new URL('../../partners/standard-carrier/samples/214-departed.x12', import.meta.url),
  'latin1',
);

/** A 214 about a shipment, with control numbers of its own. */
export function statusReport(number: number, shipmentId: string): Buffer {
  const control = String(number).padStart(9, '0');
  const segments = sample
    .split('~')
    .map((segment) => segment.trim())
    .filter(Boolean);
  const isaControl = segments[0]!.split('*')[13]!;
  const text = segments
    .map((segment) => {
      const elements = segment.split('*');
      if (elements[0] === 'ISA') elements[13] = control;
      if (elements[0] === 'IEA') elements[2] = control;
      if (elements[0] === 'B10') elements[2] = shipmentId;
      return elements.join('*');
    })
    .join('~');
  if (!text.includes(control) || isaControl.length !== 9)
    throw new Error('The sample 214 is not as the bench expects it.');
  return Buffer.from(`${text}~`, 'latin1');
}
