import { readFileSync } from 'node:fs';
import { pickingTrees } from './services/odoo/actions/pickings.ts';
import { readCapabilities } from './services/odoo/capabilities.ts';
import { connectOdoo } from './services/odoo/connect.ts';

for (const v of [17, 18, 19]) {
  const k = JSON.parse(readFileSync(`/work/odoo/data/keys.odoo${v}_full.json`, 'utf8'));
  const c = connectOdoo({
    url: `http://127.0.0.1:8${v}9`,
    database: `odoo${v}_full`,
    login: 'hub',
    apiKey: k.hub,
    version: v,
  });
  const cap = await readCapabilities(c);
  const t = await pickingTrees(c, cap, [['state', '=', 'assigned']], 1);
  console.log(v, JSON.stringify(t));
}
