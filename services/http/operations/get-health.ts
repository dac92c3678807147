import { hubWarnings } from '../../store/cases.ts';
import { contractVersion } from '../contract-file.ts';
import type { Handler } from '../operation.ts';

export const getHealth: Handler<'getHealth'> = async ({ desk: { context } }) => {
  const warnings = await hubWarnings(context.db.front);
  return { status: 200, body: { status: 'ready', version: contractVersion, ...(warnings.length > 0 && { warnings }) } };
};
