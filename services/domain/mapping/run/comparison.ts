import { largest } from '../../lists.ts';
import { dayNumber, dayText } from '../../x12/check/calendar.ts';
import type { Condition, Order } from '../language/plan.ts';
import { decimal } from './convert-text.ts';

export const inOrder: Readonly<Record<Order, (left: number, right: number) => boolean>> = {
  atLeast: (left, right) => left >= right,
  above: (left, right) => left > right,
  atMost: (left, right) => left <= right,
  below: (left, right) => left < right,
};

/** What a broken order would have wanted, before its number. */
export const orderWords: Readonly<Record<Order, string>> = {
  atLeast: 'at least',
  above: 'more than',
  atMost: 'at most',
  below: 'less than',
};

/** The number that a text says; undefined where it says none. */
export function numberIn(text: string | undefined): number | undefined {
  return text === undefined || !decimal.test(text) ? undefined : Number(text);
}

/** Whether a date is in the window around the day of receipt. What is no date, and what nothing is known to compare with, is not judged. */
export function isNear(
  text: string | undefined,
  { past, future }: Condition & { kind: 'near' },
  receivedDay: number | undefined,
): boolean {
  const day = text === undefined ? undefined : dayNumber(text);
  return day === undefined || receivedDay === undefined || (day >= receivedDay - past && day <= receivedDay + future);
}

/** The first and the last day of the window, as X12 writes them. */
export function windowText({ past, future }: Condition & { kind: 'near' }, receivedDay: number): string {
  return `${dayText(receivedDay - past)} to ${dayText(receivedDay + future)}`;
}

/** Without its sign and its point: what counts for a hash total. @source X12 data element 347 */
export function digitsIn(text: string): number {
  return Number(text.replace(/\D/g, ''));
}

const decimalsIn = (text: string): number => /\.(\d*)$/.exec(text)?.[1]?.length ?? 0;

/**
 * How far a total may be from the sum of its products where each unit price was rounded to its last place, and each product to that of the total. Zeros
 * at the end are not written, so a price has as many decimals as the longest one, and at least those of the total.
 * @param products quantity and price of each line, as written
 */
export function roundingOf(products: readonly (readonly [string, string])[], totalDecimals: number): number {
  const priceDecimals = largest(
    products.map(([, price]) => decimalsIn(price)),
    totalDecimals,
  );
  const [halfPrice, halfTotal] = [0.5 * 10 ** -priceDecimals, 0.5 * 10 ** -totalDecimals];
  let most = halfTotal;
  for (const [quantity] of products) most += Math.abs(Number(quantity)) * halfPrice + halfTotal;
  return most;
}
