/** `npm run bench [-- --json FILE] [-- --only reader|documents|inbox|odoo|channels]`: figures as ratios measured in one run, the machine printed. */
import { parseArgs } from 'node:util';
import { benchChannels } from './channels.ts';
import { benchDocuments } from './documents.ts';
import { benchInbox } from './inbox.ts';
import { benchOdoo } from './odoo.ts';
import { benchReader } from './reader.ts';
import { print, type Result, save } from './report.ts';

const parts = {
  reader: benchReader,
  documents: benchDocuments,
  inbox: benchInbox,
  odoo: benchOdoo,
  channels: benchChannels,
} as const;
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const wanted = Object.entries(parts).filter(([name]) => values.only === undefined || values.only === name);
if (wanted.length === 0) {
  console.error(`There is no part ${values.only}; the parts are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const results: Result[] = [];
for (const [name, run] of wanted) {
  console.log(`Measuring: ${name} …`);
  const measured = await run();
  // As they come: a part that fails takes nothing of the others with it.
  if (measured.length > 0) print(measured);
  results.push(...measured);
}
if (results.length > 0 && values.json !== undefined) save(results, values.json);
