/** How the parts of a trading identity are written, and what to tell whoever writes them otherwise. */
export const identityForms = {
  qualifier: { form: /^[A-Z0-9]{2}$/, says: 'A qualifier has two letters or digits, such as ZZ, 02 or 12.' },
  id: { form: /^[ -~]{1,15}$/, says: 'An id in ISA06 and ISA08 has at most 15 characters of ASCII.' },
  group: { form: /^[ -~]{2,15}$/, says: 'An id in GS02 and GS03 has 2 to 15 characters of ASCII.' },
} as const;

export type IdentityPart = keyof typeof identityForms;

/** The qualifiers that the standard knows, of any version. @source X12 005010, element I05 */
const known = /^(0[1-4]|0[7-9]|1\d|2\d|3[0-8]|AM|NR|SA|SN|ZZ)$/;

/** Usual delimiters: an id that holds one breaks every document that is sent under it. */
const separators = /[*~>^|]/;

/** What is wrong with an identity that somebody types or imports, part by part; nothing when it can be used. */
export function faultsOfIdentity(
  parts: Readonly<Record<IdentityPart, string>>,
): readonly { readonly part: IdentityPart; readonly message: string }[] {
  const { qualifier } = parts;
  const faults: { part: IdentityPart; message: string }[] = (['qualifier', 'id', 'group'] as const).flatMap((part) =>
    identityForms[part].form.test(parts[part]) ? [] : [{ part, message: identityForms[part].says }],
  );
  if (faults.length === 0 && !known.test(qualifier))
    return [
      { part: 'qualifier', message: `${qualifier} is no qualifier of X12; usual ones are ZZ, 01, 02, 08 and 12.` },
    ];
  for (const part of ['id', 'group'] as const) {
    const text = parts[part];
    if (separators.test(text))
      faults.push({ part, message: 'An id holds none of * ~ > ^ |, which separate the parts of a document.' });
    // ISA is padded with blanks, which are no part of the id.
    else if (text !== text.trim())
      faults.push({ part, message: 'Blanks before or behind an id are no part of it; leave them out.' });
  }
  return faults;
}
