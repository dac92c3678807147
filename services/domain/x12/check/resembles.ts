/** One letter differs, is missing, or is added, or two neighbours are swapped. */
export function resembles(received: string, id: string): boolean {
  if (received === id || received.length === 0) return false;
  if (received.length === id.length)
    return differences(received, id) === 1 || received.toUpperCase() === id || isSwapped(received, id);
  const [short, long] = received.length < id.length ? [received, id] : [id, received];
  if (long.length - short.length !== 1 || short.length < 2) return false;
  let at = 0;
  while (short[at] === long[at]) at += 1;
  return short.slice(at) === long.slice(at + 1);
}

function differences(one: string, other: string): number {
  let count = 0;
  for (let at = 0; at < one.length; at += 1) if (one.charCodeAt(at) !== other.charCodeAt(at)) count += 1;
  return count;
}

function isSwapped(one: string, other: string): boolean {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
