import { expect, it } from 'vitest';
import { x214, x856, x945 } from './documents.ts';
import { sscc } from './events.ts';
import { onRealHub, type RealHub } from './hub.ts';
import { colleague, mintKey, revokeKeys } from './user-keys.ts';

/** A 945, an 856 and a 214 about records of their own, and what must be true of Odoo once they are applied. */
async function traffic({ world }: RealHub) {
  const product = await world.product();
  await world.stock(product, await world.shelf(), 20);
  const [out] = (await world.order([{ product, quantity: 8 }])).transfers;
  const { name, receipt } = await world.purchase([{ product, quantity: 30 }]);
  return {
    documents: [
      ['standard-3pl', x945(String(out!.name), [{ sku: product.sku, quantity: 8, sscc: sscc() }])],
      ['standard-3pl', x856(name, { sku: product.sku, quantity: 12, sscc: sscc() })],
      ['standard-carrier', x214(String(out!.name))],
    ] as const,
    async untouched() {
      expect((await world.transfer(out!.id)).state).toBe('assigned');
      expect((await world.lines(receipt.id)).map(({ quantity }) => quantity)).toEqual([30]);
    },
    async applied() {
      expect((await world.transfer(out!.id)).state).toBe('done');
      expect((await world.lines(receipt.id)).map(({ quantity }) => quantity)).toEqual([12]);
      expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([8, 12]);
    },
  };
}

async function sayAll(hub: RealHub, { documents }: Awaited<ReturnType<typeof traffic>>): Promise<string[]> {
  const ids: string[] = [];
  for (const [profile, text] of documents) ids.push(await hub.say(profile, text));
  return ids;
}

const statesOf = async (hub: RealHub, ids: readonly string[]) =>
  new Set(await Promise.all(ids.map(async (id) => (await hub.delivery(id)).state)));
const good = new Set(['applied', 'already-applied']);

/** What stops all traffic: it waits, under one case, and goes on by itself. */
onRealHub((hub) => {
  /** An hour in which nothing works: as often as the schedule says something is tried, and nothing fails. */
  async function anHour(ids: readonly string[], title: string): Promise<void> {
    for (let minutes = 0; minutes < 60; minutes += 6) await hub().later(360);
    expect(await statesOf(hub(), ids)).toEqual(new Set(['pending']));
    const open = await hub().openCases();
    expect(open.map((one) => one.title)).toEqual([expect.stringContaining(title)]);
    expect(open[0]!.detail).toContain('goes on by itself');
  }

  async function goesOn(ids: readonly string[], before: Awaited<ReturnType<typeof traffic>>): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await hub().later(360);
    expect([...(await statesOf(hub(), ids))].filter((state) => !good.has(state))).toEqual([]);
    await before.applied();
    expect(await hub().openCases()).toEqual([]);
  }

  it('an Odoo that is down for an hour under traffic', async () => {
    const before = await traffic(hub());
    await hub().gate.shut();
    const ids = await sayAll(hub(), before);
    await anHour(ids, 'cannot be reached');
    await hub().gate.open();
    await goesOn(ids, before);
  });

  it('a key that is revoked in mid-traffic, and a new one', async () => {
    const { server, gate } = hub();
    const before = await traffic(hub());
    const person = await colleague(hub());
    await hub().connectAs({ login: person.login, key: await mintKey(person) });
    // Somebody deletes the key in Odoo after the 945 has made its package, before it has written anything else.
    let made = false;
    let revoked = false;
    gate.meet = async (call): Promise<'pass'> => {
      if (made && !revoked) {
        revoked = true;
        await revokeKeys(hub(), person);
      }
      made ||= call.endsWith('/create');
      return 'pass';
    };
    const ids = await sayAll(hub(), before);
    gate.meet = undefined;
    expect(revoked).toBe(true);
    await anHour(ids, 'does not let the hub in');
    await before.untouched();
    await hub().connectAs({ key: await mintKey(person) });
    await goesOn(ids, before);
    await hub().connectAs({ login: server.login, key: server.key });
  });

  it('the name of a database that there is not', async () => {
    const before = await traffic(hub());
    await hub().connectAs({ database: 'there-is-no-such-database' });
    const ids = await sayAll(hub(), before);
    await anHour(ids, 'does not let the hub in');
    expect((await hub().openCases())[0]!.detail).toMatch(/no (such )?database/);
    await hub().connectAs({ database: hub().server.database });
    await goesOn(ids, before);
  });
});
