import { kindOf, lookupOf } from '../../domain/cross-references.ts';
import { suggestFor } from '../../flows/cross-references/suggest.ts';
import { questionPage } from '../../store/awaited-keys.ts';
import { knownPartner } from '../change-configuration.ts';
import { odooOf } from '../cross-reference-views.ts';
import type { Handler } from '../operation.ts';

export const suggestForKeys: Handler<'suggestForKeys'> = async ({ api: { context }, params, query }) => {
  const { kind, q, environment, limit = 50, offset = 0 } = query;
  const orgId = params.partnerId;
  const { questions } = await context.db.screens('*', async (tx) => {
    await knownPartner(tx, orgId);
    return questionPage(tx, { orgId, environment, q, lookup: kind && lookupOf[kind] }, { limit, offset });
  });
  const connection = await odooOf(context, { environment, orgId: params.partnerId });
  const found = questions.length === 0 ? [] : await suggestFor(context, connection, orgId, questions);
  const suggestions = questions.map(({ lookup, key }, at) => ({
    ...{ kind: kindOf(lookup)!, key },
    suggestions: [...(found[at] ?? [])],
  }));
  return { status: 200, body: { odoo: connection.name, suggestions } };
};
