/**
 * What is wrong with a text that a condition compares with, where no value can ever be that text: quotes and blanks are taken as they stand. Undefined
 * where nothing is.
 */
export function choiceFault(text: string): { readonly message: string; readonly meant: string } | undefined {
  const bare = text.trim();
  const [, inner] = /^['"“‘`](.*)['"”’`]$/.exec(bare) ?? [];
  if (inner !== undefined)
    return { message: `The quotes of \`${text}\` would be compared too, and no value has them.`, meant: inner.trim() };
  return bare === text ? undefined : { message: `The blank in \`${text}\` would be compared too.`, meant: bare };
}
