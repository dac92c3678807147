import { expect, it } from 'vitest';
import { lacksOf, readCapabilities } from '../../../services/odoo/capabilities.ts';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { onBareOdooOnly, onRealOdooOnly } from './rig.ts';
import { mintKey } from './user-keys.ts';
import { fresh } from './world.ts';

onRealOdooOnly((stage) => {
  it('an Odoo that has all, and a user who may all: nothing is lacking', async () => {
    const { client, capabilities, server } = stage();
    expect(await lacksOf(client, capabilities, server.login)).toEqual([]);
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
    ]);
  });
});
