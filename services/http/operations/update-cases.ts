import { updateCases as update } from '../../flows/case-work.ts';
import type { Handler } from '../operation.ts';

export const updateCases: Handler<'updateCases'> = async ({ api: { context }, caller, body }) => {
  const { done, refused } = await update(context, body, { actor: caller.actor, by: caller.by });
  return { status: 200, body: { done: [...done], refused: [...refused] } };
};
