import type { ValidationIssue } from '../domain/errors.ts';
import type { Context } from './context.ts';
import { choicesIfReady } from './odoo-choices.ts';
import type { OdooConnection } from './odoo-connection.ts';

/** A unit code of a partner, and what it is in Odoo. */
interface PartnerUnit {
  readonly code: string;
  readonly means: string;
}

const pieces = /^\d+(\.\d+)?$/;
const packaging = /^packaging(\s+\S.*)?$/i;

/** Codes that stand twice, and meanings that Odoo has no unit for; where Odoo does not answer its units are not looked at. */
export async function wrongUnits(
  context: Context,
  connection: OdooConnection,
  units: readonly PartnerUnit[],
): Promise<readonly ValidationIssue[]> {
  const known = units.length > 0 ? (await choicesIfReady(context, connection))?.units : undefined;
  const names = known && new Set(known.map((name) => name.toLowerCase()));
  return units.flatMap(({ code, means }, nth) => {
    const place = `body/units/${nth}`;
    if (units.findIndex((other) => other.code === code) < nth)
      return [{ place: `${place}/code`, message: `must stand once; ${code} stands there a second time.` }];
    const text = means.trim();
    if (pieces.test(text))
      return Number(text) > 0
        ? []
        : [{ place: `${place}/means`, message: `must be more than 0 pieces; ${code} has ${text}.` }];
    if (packaging.test(text) || !names || names.has(text.toLowerCase())) return [];
    const message = `must be a number of pieces, "packaging", or one of Odoo's units (${known?.slice(0, 12).join(', ')}); "${text}" is none.`;
    return [{ place: `${place}/means`, message }];
  });
}
