import { expect, it } from 'vitest';
import { lacksOf, readCapabilities } from '../../../services/odoo/capabilities.ts';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { onBareOdooOnly, onRealOdooOnly } from './rig.ts';
import { mintKey } from './user-keys.ts';
import { fresh } from './world.ts';

/** The hub's user here is an ordinary one of the stock, who may apply no count in 17. */
const ordinary = ({ version }: { readonly version: number }) =>
  version < 18 ? [{ code: 'right-counts', text: expect.stringMatching(/no 947 .* Inventory \/ Administrator/) }] : [];

onRealOdooOnly((stage) => {
  it('an Odoo that has all, and a user who may all that its version lets an ordinary one: nothing else is lacking', async () => {
    const { client, capabilities, server } = stage();
    expect(await lacksOf(client, capabilities, server.login)).toEqual(ordinary(server));
  });

  it('whoever sets up the stock lacks nothing', async () => {
    const { capabilities, server } = stage();
    const client = connectOdoo({ ...server, login: server.setUpLogin, apiKey: server.setUpKey });
    const lacks = await lacksOf(client, capabilities, server.setUpLogin);
    expect(lacks.filter(({ code }) => code === 'right-counts')).toEqual([]);
  });

  it('a user without an address and without rights: each is named, with what is lost by it', async () => {
    const { world, server, capabilities } = stage();
    const login = `nobody-${fresh()}`.toLowerCase();
    const [group] = await world.odoo.rows(
      'ir.model.data',
      [
        ['module', '=', 'base'],
        ['name', '=', 'group_user'],
      ],
      ['res_id'],
    );
    const field = server.version >= 19 ? 'group_ids' : 'groups_id';
    const rights = { [field]: [[6, 0, [group!.res_id]]] };
    await world.odoo.create('res.users', { name: login, login, password: login, email: false, ...rights });
    const { url, database, version } = server;
    const apiKey = await mintKey({ url, database, version, login, password: login });
    const client = connectOdoo({ url, database, login, apiKey, version });
    const lacks = await lacksOf(client, capabilities, login);
    expect(lacks.map(({ code }) => code)).toEqual([
      'user-email',
      'right-ship',
      'right-packages',
      ...(server.version < 18 ? ['right-counts'] : []),
      'right-bills',
      'right-orders',
      'right-purchases',
      'right-carriers',
    ]);
    for (const { text } of lacks) expect(text).toMatch(/Give (it|the user)/);
  });
});

onBareOdooOnly((stage) => {
  it('says what is lost without stock_delivery', async () => {
    const { client, server } = stage();
    const lacks = await lacksOf(client, await readCapabilities(client), server.login);
    expect(lacks).toEqual([
      { code: 'module-delivery', text: expect.stringMatching(/stock_delivery is not installed: .*notes/) },
      ...ordinary(server),
    ]);
  });
});
