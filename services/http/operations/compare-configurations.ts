import { compareNamed } from '../../flows/compare-configurations.ts';
import { knownPartner, refusalOf } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const compareConfigurations: Handler<'compareConfigurations'> = async (call) => {
  const { api, caller, params, query } = call;
  try {
    const { files, ...names } = await api.context.db.screens(caller.visibility, async (tx) => {
      await knownPartner(tx, params.partnerId);
      return compareNamed(tx, params.partnerId, query);
    });
    return { status: 200, body: { ...names, files: files.map((file) => ({ ...file, lines: [...file.lines] })) } };
  } catch (error) {
    throw refusalOf(error);
  }
};
