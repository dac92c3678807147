import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { Rights } from './env.ts';
import { hashKey } from './identity.ts';
import type { Version } from './schema.ts';
import { seedCompany } from './seed-company.ts';
import { carriers } from './seed-data.ts';
import { SeedRows } from './seed-rows.ts';
import { seedOrders, seedPurchases, seedServices } from './seed-trade.ts';

export interface TwinSeed {
  /** Unique name of the twin database, such as `northgate-19`. */
  readonly database: string;
  readonly version: Version;
  /** Name of the company; Northgate Outfitters when left out. */
  readonly company?: string;
  /** Outgoing transfers WH/OUT/00001…, each with its order, all ready. 12 when left out; thousands are fine. */
  readonly transfers?: number;
  /** Receipts WH/IN/00001… of purchase orders P00001…. 4 when left out. */
  readonly receipts?: number;
  readonly login?: string;
  /** Made at random when left out. */
  readonly apiKey?: string;
  readonly now?: Date;
  /** Modules that the database lacks, such as `stock_delivery`. */
  readonly lacks?: readonly string[];
}

export interface Seeded {
  readonly database: string;
  readonly version: Version;
  readonly login: string;
  readonly uid: number;
  readonly apiKey: string;
  readonly outgoingTypeIds: readonly number[];
  readonly incomingTypeIds: readonly number[];
  /** Carriers with the code that the trade knows them by. */
  readonly carriers: readonly { readonly id: number; readonly name: string; readonly scac: string }[];
  readonly productIds: Readonly<Record<string, number>>;
  /** Contacts by what they are to the company. */
  readonly contactIds: Readonly<Record<'carrier' | 'warehouse' | 'buyer', number>>;
}

/** Gives a user of the twin another key. @returns the key. */
export async function addTwinKey(
  db: Knex,
  of: { database: string; login: string; uid: number; rights: Rights; apiKey?: string },
): Promise<string> {
  const apiKey = of.apiKey ?? randomBytes(20).toString('hex');
  const { database, apiKey: _, ...rest } = of;
  const found = await db('odoo_twin.database').where({ name: database }).first<{ id: number }>('id');
  await db('odoo_twin.credential').insert({ ...rest, database_id: found.id, key_hash: hashKey(apiKey) });
  return apiKey;
}

const odooTime = (time: Date) => time.toISOString().slice(0, 19).replace('T', ' ');

/**
 * Makes a twin database with the demo company in it: products, customers, carriers, stock, orders with ready transfers and purchase orders with
 * their receipts. Fails when the name is taken. Takes a pool or a transaction.
 */
export async function seedTwin(db: Knex, seed: TwinSeed): Promise<Seeded> {
  const {
    database,
    version,
    company = 'Northgate Outfitters',
    transfers = 12,
    receipts = 4,
    login = 'hub@northgate.example',
  } = seed;
  return db.transaction(async (transaction) => {
    const [row] = await transaction('odoo_twin.database')
      .insert({ name: database, version, lacks: [...(seed.lacks ?? [])] })
      .returning<{ id: number }[]>('id');
    const rows = new SeedRows(transaction, row!.id);
    const now = seed.now ?? new Date();
    const made = await seedCompany(rows, { company, version, login, transfers, receipts });
    await seedOrders(rows, made, { version, count: transfers, now: odooTime(now) });
    await seedPurchases(rows, made, { version, count: receipts, now: odooTime(now) });
    if (receipts > 0) await seedServices(rows, made, odooTime(now));
    await rows.counters({
      sale: ['S', transfers],
      purchase: ['P', receipts],
      [`picking/${made.outgoingTypeId}`]: ['WH/OUT/', transfers],
      [`picking/${made.incomingTypeId}`]: ['WH/IN/', receipts],
      [`picking/${made.internalTypeId}`]: ['WH/INT/', 0],
    });
    await rows.save();
    await transaction.raw('analyze odoo_twin.record');
    const apiKey = await addTwinKey(transaction, {
      database,
      login,
      uid: made.uid,
      rights: 'integration',
      ...(seed.apiKey && { apiKey: seed.apiKey }),
    });
    return {
      database,
      version,
      login,
      uid: made.uid,
      apiKey,
      outgoingTypeIds: [made.outgoingTypeId],
      incomingTypeIds: [made.incomingTypeId],
      carriers: carriers.map(({ name, scac }, at) => ({ id: made.carrierIds[at]!, name, scac })),
      contactIds: made.contactIds,
      productIds: Object.fromEntries([...made.products].map(([code, product]) => [code, product.id])),
    };
  });
}
