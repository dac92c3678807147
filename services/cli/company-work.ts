import type { Identity } from '../domain/configuration/configuration.ts';
import { readCompany, setCompanyIdentities } from '../flows/company.ts';
import type { Context } from '../flows/context.ts';
import { commandActor } from './command-context.ts';
import { UsageError } from './command-input.ts';
import type { CompanyIdOptions } from './company-commands.ts';
import { exitCodes } from './exit-codes.ts';
import { textTable } from './text-table.ts';
import { runRefusable } from './user-work.ts';

const environments = ['production', 'sandbox'] as const;

export const show = ({ json }: { json?: boolean }) =>
  runRefusable(async (context) => {
    await print(context, json);
    return exitCodes.fine;
  });

export const setId = ({ qualifier, id, group, environment, json }: CompanyIdOptions) =>
  runRefusable(async (context) => {
    const wanted = environments.filter((one) => environment === undefined || environment === one);
    if (wanted.length === 0)
      throw new UsageError(`--environment is "${environment}"; it must be production or sandbox.`);
    const identity: Identity = { qualifier, isaId: id, gsId: group ?? id };
    const { identities } = await readCompany(context);
    const given = Object.fromEntries(wanted.map((one) => [one, [identity]]));
    await setCompanyIdentities(context, { ...identities, ...given, insteadOf: identities }, commandActor());
    await print(context, json);
    return exitCodes.fine;
  });

async function print(context: Context, json: boolean | undefined): Promise<void> {
  const { name, identities } = await readCompany(context);
  const rows = environments.flatMap((environment) =>
    identities[environment].map(({ qualifier, isaId, gsId }) => [environment, qualifier, isaId, gsId]),
  );
  if (json) {
    const ids = rows.map(([environment, one, id, group]) => ({ environment, qualifier: one, id, group }));
    console.log(JSON.stringify({ name, identities: ids }));
    return;
  }
  console.log(name);
  if (rows.length > 0) console.log(textTable(['environment', 'qualifier', 'id (ISA)', 'id (GS)'], rows));
  else
    console.log(
      'It has no trading ids yet, so partners cannot address it. Set them: crossdock company id --qualifier ZZ --id …',
    );
}
