import { readFileSync } from 'node:fs';
import { orderLines } from '../../services/twins/odoo/seed-data.ts';
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

/** Each ships a transfer of its own, whole: one of those that are for lamps and jackets, which have no lots. The first is left to others. */
export const warehouseTraffic = (key: string): Traffic => ({
  key,
  most: Math.floor((transfers - 3) / 3),
  document: (number) => {
    const order = 3 * number + 2;
    const wanted = new Map(orderLines(order));
    const [jackets = 0, lamps = 0] = [wanted.get('NG-JACKET-M'), wanted.get('NG-LAMP')];
    return Buffer.from(
      sample
        .replaceAll('000000101', String(700_000_000 + number))
        .replaceAll(transferName(1), transferName(order + 1))
        .replace('W12*CC*10*10*', `W12*CC*${jackets}*${jackets}*`)
        .replace('W12*CC*4*4*', `W12*CC*${lamps}*${lamps}*`)
        .replace('W03*14*', `W03*${jackets + lamps}*`),
      'latin1',
    );
  },
});
