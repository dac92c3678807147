/** Adds items to the end of a list. Unlike `push(...items)` it takes any number: the arguments of a call lie on the call stack. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The largest of the numbers and `least`. Unlike `Math.max(...numbers)` it takes any number of them. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}

/** The smallest of the numbers and `most`, likewise. */
export function smallest(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let found = most;
  for (const number of numbers) if (number < found) found = number;
  return found;
}

/** The first parts, and how many more there are: `a, b and 7 more`. People read it, however many parts there are. */
export function listed(parts: readonly string[], most = 5, separator: ', ' | '; ' = ', '): string {
  const more = parts.length - most;
  return more > 0 ? `${parts.slice(0, most).join(separator)} and ${more} more` : parts.join(separator);
}
