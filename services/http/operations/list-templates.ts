import { listTemplates as list } from '../../flows/onboarding/templates.ts';
import type { Handler } from '../operation.ts';

export const listTemplates: Handler<'listTemplates'> = async ({ api: { context } }) => {
  const templates = list(context.catalog.standards).map((one) => ({ ...one, documents: [...one.documents] }));
  return { status: 200, body: { templates } };
};
