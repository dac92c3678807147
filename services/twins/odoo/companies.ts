import { type Env, textOf } from './env.ts';
import { accessError } from './fault.ts';
import type { Json, Row } from './records.ts';
import type { Model } from './schema.ts';
import { equipWarehouses } from './stock/warehouse.ts';

interface Found {
  own: number[] | null;
  all: number[];
}

/** Companies whose records a call sees: those of the user, or those of them that the context names. Undefined where these are all that there are. */
export async function companiesOf(env: Env): Promise<ReadonlySet<number> | undefined> {
  const { databaseId, uid } = env.identity;
  const [found] = await env.records.query<Found>(
    ['res.users', 'res.company'],
    `select (select u."values" -> 'company_ids' from odoo_twin.record u where u.database_id = ? and u.model = 'res.users' and u.id = ?) as own,
       (select coalesce(array_agg(c.id), '{}') from odoo_twin.record c where c.database_id = ? and c.model = 'res.company') as all`,
    [databaseId, uid, databaseId],
  );
  const { all } = found!;
  const own = found!.own ?? all;
  const { allowed_company_ids: named } = env.context;
  const asked = Array.isArray(named) && named.length > 0 ? named.map(Number) : own;
  if (asked.some((id) => !own.includes(id))) throw accessError('Access to unauthorized or invalid companies.');
  return all.every((id) => asked.includes(id)) ? undefined : new Set(asked);
}

/** What a search adds of its own accord: records of other companies are not there; those of none are everybody's. */
export function ofCompanies({ companies }: Env, { name, fields }: Model): readonly Json[] {
  if (!companies) return [];
  if (name === 'res.company') return [['id', 'in', [...companies]]];
  return fields.company_id && name !== 'res.users' ? [['company_id', 'in', [...companies, false]]] : [];
}

/** Records that are named by id are refused where they are another company's. */
export async function refuseOthers(
  env: Env,
  model: Model,
  rows: readonly Row[],
  deed: 'read' | 'write' | 'create' | 'unlink',
): Promise<void> {
  const { companies } = env;
  if (!companies || !model.fields.company_id || model.name === 'res.users') return;
  const foreign = ({ values }: Row) => typeof values.company_id === 'number' && !companies.has(values.company_id);
  if (!rows.some(foreign)) return;
  const { uid } = env.identity;
  const user = await env.one('res.users', uid);
  throw accessError(
    `Uh-oh! Looks like you have stumbled upon some top-secret records.\n\nSorry, ${textOf(user?.values.name)} (id=${uid}) doesn't have '${deed}' access to:\n- ${model.label} (${env.schema.outer(model.name)})\n\nIf you really, really need access, perhaps you can win over your friendly administrator with a batch of freshly baked cookies.`,
  );
}

/** A new company belongs to whoever made it. Until 17 it has a warehouse; later somebody makes it one. */
export async function foundCompanies(env: Env, made: readonly Row[]): Promise<void> {
  for (const company of made) {
    const name = textOf(company.values.name);
    const [partner] = await env.records.create(env.schema.inner('res.partner'), [
      { name, is_company: true, type: 'contact', active: true },
    ]);
    env.records.set(company, { partner_id: partner!.id });
    const [user] = await env.records.lock('res.users', [env.identity.uid]);
    if (user && Array.isArray(user.values.company_ids))
      env.records.set(user, { company_ids: [...user.values.company_ids, company.id] });
    if (env.version >= 18) continue;
    const [warehouse] = await env.records.create(env.schema.inner('stock.warehouse'), [
      {
        ...{ name, code: name.slice(0, 5), company_id: company.id, partner_id: partner!.id },
        ...{ reception_steps: 'one_step', delivery_steps: 'ship_only' },
      },
    ]);
    await equipWarehouses(env, [warehouse!]);
  }
}
