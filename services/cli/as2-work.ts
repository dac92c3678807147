import { extname } from 'node:path';
import type { Uploaded } from '../channels/as2/identity/read-identity.ts';
import {
  addIdentity,
  type IdentityView,
  readIdentities,
  rehearseIdentity,
  retireIdentity,
  switchIdentity,
} from '../flows/as2-identities.ts';
import { readCompany } from '../flows/company.ts';
import type { Context } from '../flows/context.ts';
import type { Environment } from '../store/documents.ts';
import { endpointNamed } from '../store/endpoints.ts';
import type { IdentityOptions, MakeOptions, RehearseOptions, UploadOptions } from './as2-commands.ts';
import { commandActor } from './command-context.ts';
import { contentOf, UsageError } from './command-input.ts';
import { testLines } from './endpoint-work.ts';
import { exitCodes } from './exit-codes.ts';
import { organizationOf, runRefusable } from './user-work.ts';

const environmentOf = ({ environment }: IdentityOptions) => environment as Environment;
const words = { current: 'in use', next: 'next, not used yet', former: 'former, still opens messages' } as const;

function textOf(identities: readonly IdentityView[], environment: string): string {
  if (identities.length === 0)
    return `There is none in ${environment} yet. Make one: crossdock as2 identity make --help`;
  const one = ({ id, state, name, key, fingerprint, validUntil, certificate }: IdentityView) =>
    `${name}: ${words[state]}\n  ${key}, valid until ${validUntil.slice(0, 10)}, id ${id}\n  SHA-256 ${fingerprint}\n${certificate}`;
  return identities.map(one).join('\n').trimEnd();
}

async function printed(context: Context, options: IdentityOptions): Promise<number> {
  const identities = await readIdentities(context, environmentOf(options));
  console.log(options.json ? JSON.stringify({ identities }) : textOf(identities, options.environment));
  return exitCodes.fine;
}

export const show = (options: IdentityOptions) => runRefusable((context) => printed(context, options));

export const make = (options: MakeOptions) =>
  runRefusable(async (context) => {
    const name = options.name ?? `${(await readCompany(context)).name} AS2`.slice(0, 64);
    const { bits, years, current } = options;
    const as = current ? 'current' : 'next';
    const wanted = { environment: environmentOf(options), as, from: { make: { name, bits, years } } } as const;
    await addIdentity(context, wanted, commandActor());
    return printed(context, options);
  });

export const upload = (file: string, options: UploadOptions) =>
  runRefusable(async (context) => {
    const password =
      options.password === undefined ? undefined : (await contentOf(options.password)).toString('utf8').trimEnd();
    const as = options.current ? 'current' : 'next';
    const from = { upload: await uploaded(file, password) };
    await addIdentity(context, { environment: environmentOf(options), as, from }, commandActor());
    return printed(context, options);
  });

async function uploaded(file: string, password: string | undefined): Promise<Uploaded> {
  const content = await contentOf(file);
  const isPfx = ['.pfx', '.p12'].includes(extname(file).toLowerCase());
  return isPfx ? { pfx: content, password: password ?? '' } : { pem: content.toString('utf8'), password };
}

/** The one that is named, by its id; else the next one. */
async function named(context: Context, id: string | undefined, options: IdentityOptions): Promise<string> {
  const all = await readIdentities(context, environmentOf(options));
  const found = all.find((one) => (id === undefined ? one.state === 'next' : one.id === id));
  if (found) return found.id;
  throw new UsageError(
    id === undefined
      ? `There is no next identity in ${options.environment}. Make one: crossdock as2 identity make`
      : `There is no identity ${id} in ${options.environment}. See: crossdock as2 identity show`,
  );
}

export const switchTo = (id: string | undefined, options: IdentityOptions) =>
  runRefusable(async (context) => {
    const identityId = await named(context, id, options);
    await switchIdentity(context, { environment: environmentOf(options), identityId }, commandActor());
    return printed(context, options);
  });

export const retire = (id: string, options: IdentityOptions) =>
  runRefusable(async (context) => {
    const identityId = await named(context, id, options);
    await retireIdentity(context, { environment: environmentOf(options), identityId }, commandActor());
    return printed(context, options);
  });

export const rehearse = (id: string | undefined, options: RehearseOptions) =>
  runRefusable(async (context) => {
    const identityId = await named(context, id, options);
    const { id: orgId, name } = await organizationOf(context, options.partner);
    const of = { orgId, environment: environmentOf(options), name: options.endpoint };
    const endpoint = await endpointNamed(context.db.system, of);
    if (endpoint?.channel !== 'as2')
      throw new UsageError(`${name} has no AS2 endpoint called ${options.endpoint} in ${options.environment}.`);
    const report = await rehearseIdentity(context, identityId, { orgId, endpointId: endpoint.id });
    console.log(options.json ? JSON.stringify(report) : testLines(report).join('\n'));
    return report.works ? exitCodes.fine : exitCodes.findings;
  });
