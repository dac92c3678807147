import type { Money } from './event-data.ts';

/** Sums of money without the dust of binary fractions. */
export const cents = (value: number): number => Math.round(value * 100) / 100;

/** `1,843.50 USD` without the comma: as documents write it. */
export const shownMoney = (value: number, currency: string): string => `${value.toFixed(2)} ${currency}`;

/** Are two sums the same but for so much? */
export const isWithin = (a: number, b: number, tolerance: number): boolean => Math.abs(cents(a - b)) <= tolerance;

export const sumOf = (all: readonly Money[]): number => cents(all.reduce((sum, { value }) => sum + value, 0));
