import { type Command, InvalidArgumentError } from 'commander';
import { runCommand } from './command-input.ts';

// Loaded when a command runs, so that the others need not wait for a database driver.
const load = () => import('./odoo-work.ts');

export interface Chosen {
  readonly connection?: string;
  readonly json?: boolean;
}
export interface AccessOptions {
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly keyFile?: string;
  readonly json?: boolean;
}
export interface ConnectOptions extends AccessOptions {
  readonly name?: string;
  readonly sendFrom?: string;
  readonly operationType?: readonly number[];
}
export interface BeginOptions extends Chosen {
  readonly sendFrom: string;
  readonly operationType?: readonly number[];
}
export interface ReconcileOptions extends Chosen {
  readonly since?: Date;
  readonly report?: string;
}
export interface PartnerOptions extends Chosen {
  readonly move?: boolean;
  readonly operationType?: readonly number[];
  readonly unreserved?: string;
  readonly unitTolerance?: number;
  readonly sendCancels?: string;
  readonly overs?: string;
  readonly warehouseCancels?: string;
  readonly quarantine?: string;
  readonly vendor?: string;
  readonly customer?: string;
  readonly journal?: string;
  readonly freightProduct?: string;
  readonly tolerance?: number;
  readonly unpricedFreight?: string;
  readonly unit?: readonly string[];
  readonly removeUnit?: readonly string[];
  readonly receives?: readonly string[];
}

function whole(text: string, before: readonly number[] = []): number[] {
  const id = Number(text);
  if (!Number.isInteger(id) || id < 1) throw new InvalidArgumentError('It is the id of an operation type, such as 2.');
  return [...before, id];
}
const several = (text: string, before: readonly string[] = []) => [...before, text];
function amount(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0)) throw new InvalidArgumentError('It is a number, 0 or more.');
  return value;
}

function moment(text: string): Date {
  const at = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(at.getTime()))
    throw new InvalidArgumentError('It is a date such as 2026-11-23.');
  return at;
}

function address(text: string): string {
  if (/^https?:\/\/[^/]/i.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It must be an address such as https://odoo.example.');
}

const sendFromText = 'now, all, or a date (UTC) such as 2026-11-23: which released transfers are sent';

/** `crossdock odoo`: connections to Odoo, and what each partner may do there. */
export function addOdooCommands(program: Command): void {
  const odoo = program
    .command('odoo')
    .description('Connections to Odoo: make and repair them, check them, set what each partner may do there')
    .addHelpText(
      'after',
      '\nOn the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.\nExit codes: 0 fine, 1 not ready or refused, 2 wrong usage.',
    );
  const chosen = (command: Command) =>
    command
      .option('--connection <name>', 'name or id of the connection; not needed where there is only one')
      .option('--json', 'print one JSON object');
  odoo
    .command('list')
    .description('Print the connections: state, since when, what waits, what they lack')
    .option('--json', 'print one JSON object')
    .action((options: Chosen) => runCommand(async () => (await load()).list(options)));
  connect(odoo);
  access(odoo.command('test'))
    .description('Try an access to Odoo without keeping it: version, sign-in, what is lacking. Changes nothing there')
    .option('--json', 'print one JSON object')
    .action((options: AccessOptions) =>
      runCommand(async () => (await import('./odoo-access-work.ts')).testAccess(options)),
    );
  chosen(odoo.command('check'))
    .description('Try a connection now: version, sign-in, modules, rights. Changes nothing in Odoo')
    .action((options: Chosen) => runCommand(async () => (await load()).check(options)));
  chosen(odoo.command('begin'))
    .description('Say from when on, and of which operation types, released transfers are sent')
    .requiredOption('--send-from <when>', sendFromText)
    .option('--operation-type <id>', 'an operation type, by its id in Odoo; repeat it for several', whole)
    .action((options: BeginOptions) => runCommand(async () => (await load()).begin(options)));
  chosen(odoo.command('responsible <login>'))
    .description('Choose the user of Odoo who gets the to-dos where a transfer names nobody; none for nobody')
    .action((login: string, options: Chosen) => runCommand(async () => (await load()).responsible(login, options)));
  chosen(odoo.command('reconcile'))
    .description('Hold what the hub wrote to Odoo against what Odoo holds now. Changes nothing there')
    .option(
      '--since <date>',
      'compare what was written since then (UTC), such as 2026-11-23; else since the last one',
      moment,
    )
    .option('--report <file>', 'write the signed report there; crossdock evidence verify reads it')
    .addHelpText(
      'after',
      '\nEvery night at 02:00 UTC the hub does the same by itself. Exit codes: 0 all agrees, 1 something differs, 2 wrong usage.',
    )
    .action((options: ReconcileOptions) =>
      runCommand(async () => (await import('./odoo-reconcile.ts')).reconcileNow(options)),
    );
  carriers(odoo, chosen);
  partner(odoo, chosen);
}

const access = (command: Command) =>
  command
    .requiredOption('--url <address>', 'address of Odoo, such as https://odoo.example', address)
    .requiredOption('--database <name>', 'name of the database')
    .requiredOption('--login <login>', "login of the hub's user in Odoo")
    .option('--key-file <file>', 'file with the API key; - is standard input');

function connect(odoo: Command): void {
  access(odoo.command('connect'))
    .description('Connect a database of Odoo for production, or give a connection another key')
    .option('--name <name>', 'what the connection is called here')
    .option('--send-from <when>', sendFromText)
    .option(
      '--operation-type <id>',
      'an operation type whose transfers are sent; repeat it. All of deliveries unless given',
      whole,
    )
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
The API key comes from --key-file, from CROSSDOCK_ODOO_KEY, or is asked for. It is tried before anything is kept.
For the same address and database as before it is a repair: what waited for the connection goes on by itself,
and the feed stays as it is unless --send-from says otherwise. A new connection needs --send-from.`,
    )
    .action((options: ConnectOptions) => runCommand(async () => (await load()).connect(options)));
}

function carriers(odoo: Command, chosen: (command: Command) => Command): void {
  const carrier = odoo
    .command('carriers')
    .alias('carrier')
    .description('Codes (SCAC) by which the trade knows the delivery methods of Odoo; a 204 needs one');
  chosen(carrier.command('list', { isDefault: true }))
    .description('Print the delivery methods of Odoo with their codes')
    .action((options: Chosen) => runCommand(async () => (await load()).listCarriers(options)));
  chosen(carrier.command('set <method> <scac>'))
    .description('Give a delivery method, by its name or id in Odoo, its code')
    .action((method: string, scac: string, options: Chosen) =>
      runCommand(async () => (await load()).setCarrierCode(method, scac, options)),
    );
  chosen(carrier.command('remove <method>'))
    .description('Forget the code of a delivery method')
    .action((method: string, options: Chosen) =>
      runCommand(async () => (await load()).removeCarrierCode(method, options)),
    );
}

function partner(odoo: Command, chosen: (command: Command) => Command): void {
  chosen(odoo.command('partner <name>'))
    .description('Print what a partner may do in Odoo, or change it: what is not named stays as it is')
    .option('--move', 'it works with this Odoo from now on, and no longer with another one')
    .option('--operation-type <id>', 'an operation type of its sites; repeat it. Takes the place of all', whole)
    .option('--unreserved <policy>', 'where nothing is reserved: reserve, hold, or apply')
    .option('--unit-tolerance <n>', "how far Odoo's rounding of a unit may go", amount)
    .option('--send-cancels <yes|no>', 'whether a cancel in Odoo goes out (940 F, 204 01, 943)')
    .option('--overs <policy>', 'where more left or came in than was ordered: apply or hold')
    .option('--warehouse-cancels <policy>', 'where the warehouse cancels an order: apply or hold')
    .option('--quarantine <id|none>', 'the location of Odoo for goods that came damaged or are on hold')
    .option('--vendor <id|none>', 'the contact of Odoo whose draft bills its invoices (210, 810) become')
    .option('--customer <id|none>', 'the contact of Odoo whose quotations its purchase orders (850) become')
    .option('--journal <id|none>', 'the journal of its bills')
    .option('--freight-product <id|none>', 'the product of the lines of freight')
    .option('--tolerance <n>', 'how far an invoice may be from what was agreed, in its currency', amount)
    .option('--unpriced-freight <policy>', 'where Odoo knows no price for a transport: apply or hold')
    .option('--unit <code=meaning>', 'CA=12, "PK=Pack of 6" or CA=packaging; repeat it', several)
    .option('--remove-unit <code>', 'forget a unit code; repeat it', several)
    .option(
      '--receives <event>',
      'orders, tenders, tenders:SCAC, receipts, or none; repeat it. Takes the place of all',
      several,
    )
    .action((name: string, options: PartnerOptions) => runCommand(async () => (await load()).partner(name, options)));
}
