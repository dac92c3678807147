import { AccessFault, tryAccess } from '../flows/odoo-access.ts';
import { exitCodes } from './exit-codes.ts';
import type { AccessOptions } from './odoo-commands.ts';
import { odooKey } from './odoo-key.ts';

/** Tries an access to Odoo; needs no hub, and keeps nothing. */
export async function testAccess({ keyFile, json, ...access }: AccessOptions): Promise<number> {
  const apiKey = await odooKey(process.env, keyFile);
  try {
    const { versionText: version, lacks } = await tryAccess({ ...access, apiKey });
    if (json) console.log(JSON.stringify({ version, lacks }));
    else
      console.log(
        [`This is Odoo ${version}, and the key opens it.`, ...lacks.map((one) => `  lacks: ${one}`)].join('\n'),
      );
    return exitCodes.fine;
  } catch (error) {
    if (!(error instanceof AccessFault)) throw error;
    const option = error.field === 'apiKey' ? 'The API key' : `--${error.field}`;
    if (json) console.log(JSON.stringify({ field: error.field, message: error.advice }));
    else console.error(`${option} ${error.advice}`);
    return exitCodes.findings;
  }
}
