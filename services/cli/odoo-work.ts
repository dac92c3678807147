import { CodedError } from '../domain/errors.ts';
import { checkConnection } from '../flows/check-connection.ts';
import { connectDatabase } from '../flows/connect-odoo.ts';
import type { Context } from '../flows/context.ts';
import { movePartner } from '../flows/move-partner.ts';
import { connectionNow, readChoices } from '../flows/odoo-choices.ts';
import { forgetCarrier, setCarrier, setFeed, setResponsible } from '../flows/odoo-settings.ts';
import { setPartnerRules } from '../flows/set-partner-rules.ts';
import { OdooError } from '../odoo/error.ts';
import { type OdooConnectionView, readOdooConnections } from '../store/read/odoo.ts';
import { commandActor, withContext } from './command-context.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import type { BeginOptions, Chosen, ConnectOptions, PartnerOptions } from './odoo-commands.ts';
import { odooKey } from './odoo-key.ts';
import { connectionText, rulesText } from './odoo-text.ts';
import { changedRules } from './partner-options.ts';
import { textTable } from './text-table.ts';

/** Runs a command's work. What Odoo said is a finding; what was asked wrongly is a mistake in use. */
export async function run(work: (context: Context) => Promise<number>): Promise<number> {
  try {
    return await withContext(process.env, work);
  } catch (error) {
    if (error instanceof OdooError) {
      console.error(`Odoo: ${error.message} Nothing was saved.`);
      return exitCodes.findings;
    }
    if (!(error instanceof CodedError)) throw error;
    console.error(error.more.detail ?? error.message);
    return error.code === 'odoo.no-answer' ? exitCodes.findings : exitCodes.usage;
  }
}

const views = (context: Context, id?: string) =>
  context.db.system.transaction((tx) => readOdooConnections(tx, id === undefined ? {} : { id }));

export async function chosen(context: Context, { connection: wanted }: Chosen): Promise<OdooConnectionView> {
  const all = await views(context);
  const fitting = wanted === undefined ? all : all.filter(({ id, name }) => id === wanted || name === wanted);
  const [only, ...more] = fitting;
  const names = all.map(({ name }) => `"${name}"`).join(', ');
  if (all.length === 0) throw new UsageError('No Odoo is connected. Connect one: crossdock odoo connect --help');
  if (!only) throw new UsageError(`There is no connection "${wanted}". There are ${names}.`);
  if (more.length > 0) throw new UsageError(`Say which with --connection: ${names}.`);
  return only;
}

const afresh = async (context: Context, { id }: { readonly id: string }) => (await views(context, id))[0]!;
const stateCode = ({ state }: OdooConnectionView) => (state === 'ready' ? exitCodes.fine : exitCodes.findings);

function print(view: OdooConnectionView, { json }: { readonly json?: boolean }): void {
  console.log(json ? JSON.stringify(view) : connectionText(view));
}

export const list = ({ json }: Chosen) =>
  run(async (context) => {
    const all = await views(context);
    if (json) console.log(JSON.stringify({ connections: all }));
    else if (all.length === 0) console.log('No Odoo is connected. Connect one: crossdock odoo connect --help');
    else console.log(all.map(connectionText).join('\n\n'));
    const bad = all.some(({ state }) => state === 'refused' || state === 'unreachable');
    return bad ? exitCodes.findings : exitCodes.fine;
  });

export const connect = (options: ConnectOptions) =>
  run(async (context) => {
    const apiKey = await odooKey(process.env, options.keyFile);
    const { name, url, database, login, sendFrom, operationType } = options;
    const wanted = { name, url, database, login, apiKey, sendFrom, operationTypeIds: operationType };
    const { id, repaired } = await connectDatabase(context, wanted, commandActor());
    const view = await afresh(context, { id });
    if (options.json) console.log(JSON.stringify({ repaired, ...view }));
    else {
      console.log(repaired ? 'The connection has its new key.' : 'Connected.');
      console.log(connectionText(view));
      const nobody = view.partners.every(({ rules }) => rules.receives.length === 0);
      if (nobody) console.log('Nobody is sent anything yet: crossdock odoo partner "<name>" --receives orders');
    }
    return stateCode(view);
  });

export const check = (options: Chosen) =>
  run(async (context) => {
    const { id } = await chosen(context, options);
    await checkConnection(context, id, commandActor());
    const view = await afresh(context, { id });
    print(view, options);
    return stateCode(view);
  });

export const begin = (options: BeginOptions) =>
  run(async (context) => {
    const view = await chosen(context, options);
    let operationTypeIds = options.operationType ?? view.feed.operationTypeIds;
    if (operationTypeIds.length === 0) {
      const { operationTypes } = await readChoices(context, await connectionNow(context, view.id));
      operationTypeIds = operationTypes.filter(({ code }) => code === 'outgoing').map(({ id }) => id);
    }
    await setFeed(context, view.id, { from: options.sendFrom, operationTypeIds }, commandActor());
    print(await afresh(context, view), options);
    return exitCodes.fine;
  });

export const responsible = (login: string, options: Chosen) =>
  run(async (context) => {
    const view = await chosen(context, options);
    let userId: number | null = null;
    if (login !== 'none') {
      const { users } = await readChoices(context, await connectionNow(context, view.id));
      const user = users.find((one) => one.login === login);
      if (!user) throw new UsageError(`Odoo has no user ${login}. It has ${users.map((u) => u.login).join(', ')}.`);
      userId = user.id;
    }
    await setResponsible(context, view.id, userId, commandActor());
    print(await afresh(context, view), options);
    return exitCodes.fine;
  });

export const listCarriers = (options: Chosen) =>
  run(async (context) => {
    const view = await chosen(context, options);
    const { carriers } = await readChoices(context, await connectionNow(context, view.id));
    const rows = carriers.map(({ id, name }) => ({ id, name, scac: view.carriers.find((one) => one.id === id)?.scac }));
    if (options.json) console.log(JSON.stringify({ carriers: rows }));
    else if (rows.length === 0) console.log('This Odoo has no delivery methods.');
    else
      console.log(
        textTable(
          ['id', 'code', 'delivery method'],
          rows.map(({ id, scac, name }) => [String(id), scac ?? '-', name]),
        ),
      );
    return exitCodes.fine;
  });

/** A delivery method by its id or name. @throws UsageError */
async function method(context: Context, view: OdooConnectionView, wanted: string) {
  const { carriers } = await readChoices(context, await connectionNow(context, view.id));
  const fitting = carriers.filter(({ id, name }) => String(id) === wanted || name === wanted);
  const [only, ...more] = fitting;
  if (only && more.length === 0) return only;
  const names = carriers.map(({ id, name }) => `${id} ${name}`).join(', ') || 'none';
  throw new UsageError(
    only
      ? `${fitting.length} delivery methods are called ${wanted}; give the id.`
      : `Odoo has no ${wanted}; it has ${names}.`,
  );
}

export const setCarrierCode = (wanted: string, scac: string, options: Chosen) =>
  run(async (context) => {
    if (!/^[A-Z]{2,4}$/.test(scac)) throw new UsageError(`"${scac}" is no SCAC: two to four capital letters.`);
    const view = await chosen(context, options);
    const { id, name } = await method(context, view, wanted);
    await setCarrier(context, view.id, { id, name, scac }, commandActor());
    if (options.json) console.log(JSON.stringify({ id, name, scac }));
    else console.log(`${name} is ${scac}. What waited for it goes out at the next look.`);
    return exitCodes.fine;
  });

export const removeCarrierCode = (wanted: string, options: Chosen) =>
  run(async (context) => {
    const view = await chosen(context, options);
    const known = view.carriers.find(({ id, name }) => String(id) === wanted || name === wanted);
    if (!known) throw new UsageError(`${wanted} has no code here.`);
    await forgetCarrier(context, view.id, known.id, commandActor());
    if (options.json) console.log(JSON.stringify({ removed: known }));
    else console.log(`${known.name} has no code any more; it was ${known.scac}.`);
    return exitCodes.fine;
  });

export const partner = (name: string, options: PartnerOptions) =>
  run(async (context) => {
    const view = await chosen(context, options);
    const found = view.partners.filter((one) => one.name === name || one.id === name);
    const [only, ...more] = found;
    if (!only || more.length > 0)
      throw new UsageError(
        only
          ? `${found.length} partners are called ${name}; give the id.`
          : `There is no partner ${name} in ${view.environment}. There are ${view.partners.map((p) => p.name).join(', ')}.`,
      );
    if (only.elsewhere && !options.move)
      throw new UsageError(
        `${only.name} works with ${only.elsewhere.name}. With --move it works with ${view.name} from now on; its rules there end.`,
      );
    if (only.elsewhere) await movePartner(context, { connectionId: view.id, partnerId: only.id }, commandActor());
    const rules = changedRules(only.rules, options);
    if (rules !== only.rules)
      await setPartnerRules(context, { connectionId: view.id, partnerId: only.id }, rules, commandActor());
    if (options.json) console.log(JSON.stringify({ partner: only.name, rules }));
    else console.log(rulesText(only.name, rules));
    return exitCodes.fine;
  });
