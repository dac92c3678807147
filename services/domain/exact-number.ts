/** Whether a number has all the digits that were written: none was lost to its fifteen to seventeen, and it is not nearer to zero than it can be. */
export function isExact(value: number, written: string): boolean {
  return Number.isFinite(value) && digitsOf(value.toExponential()) === digitsOf(written);
}

/** Significant digits, without sign, point, exponent and zeros around them. */
const digitsOf = (text: string): string =>
  text
    .replace(/[eE].*$/, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
