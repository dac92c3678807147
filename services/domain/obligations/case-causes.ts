/** Why a person resolves a case by hand, in words. The hub closes a case by itself when what it is about has come right. */
export const caseCauses = {
  'corrected-here': 'Corrected in the hub',
  'corrected-in-odoo': 'Done or corrected in Odoo by hand',
  'corrected-by-partner': 'The partner corrected it or sent it again',
  'settled-elsewhere': 'Settled with the partner outside of the hub',
  'no-fault': 'There was nothing wrong',
} as const;

export type CaseCause = keyof typeof caseCauses;

/** `Resolved by hand: The partner corrected it or sent it again`. */
export const resolvedText = (cause: string): string =>
  `Resolved by hand: ${(caseCauses as Readonly<Record<string, string>>)[cause] ?? cause}`;
