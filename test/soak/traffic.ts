import { readFileSync } from 'node:fs';
import { statusReports, transferName } from '../fault/traffic.ts';
import type { Traffic } from './sender.ts';

/** Transfers in the twin. Together with the seconds of a day that documents speak of, each document has a fact of its own. */
export const transfers = 401;

// Control numbers up to nine digits; times of `statusReports` repeat after 5,400 documents, transfers after 401: together never.
export const carrierTraffic = (key: string, most = 100_000, ships = transfers): Traffic => ({
  key,
  most,
  document: (number) => statusReports(number, transferName(1 + (number % ships)), 1),
});

const sample = readFileSync(new URL('../../partners/standard-3pl/samples/945-complete.x12', import.meta.url), 'latin1');

/** Each about a transfer of its own; the first is left to others. */
export const warehouseTraffic = (key: string): Traffic => ({
  key,
  most: transfers - 1,
  document: (number) =>
    Buffer.from(
      sample
        .replaceAll('000000101', String(700_000_000 + number))
        .replaceAll(transferName(1), transferName(number + 1)),
      'latin1',
    ),
});
