/** What of a document's traffic goes live first; the rest stays as in the parallel run. */
export interface Canary {
  /** Sites of the company, as the documents name them: code of a warehouse or place. Absent: all. */
  readonly sites?: readonly string[];
  /** In hundredths, 1 to 100, by the business key: the same shipment always falls on the same side. */
  readonly percent?: number;
}

/** Between 0 and 99, the same for the same key for ever. */
export function shareOf(key: string): number {
  // FNV-1a with the last mixing of MurmurHash3: keys that differ in their last digit fall far from each other.
  let mixed = 0x811c9dc5;
  for (const letter of key) mixed = Math.imul(mixed ^ letter.codePointAt(0)!, 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % 100;
}

/** Whether an event goes live. @param subject its business key. @param sites codes of the places that it names */
export function isInCanary({ sites, percent }: Canary, subject: string, named: readonly string[]): boolean {
  if (sites && !named.some((site) => sites.includes(site))) return false;
  return percent === undefined || shareOf(subject) < percent;
}

/** The codes of all places that an event's data names, wherever a field of `siteFields` stands. */
export function sitesIn(data: unknown): readonly string[] {
  if (Array.isArray(data)) return data.flatMap(sitesIn);
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'string' && siteFields.has(name) ? [value] : sitesIn(value),
  );
}

const siteFields = new Set(['code', 'site', 'siteCode', 'warehouse', 'location', 'locationCode', 'gln']);

/** `10 % by shipment, of the sites EAST and WEST`. */
export function canaryWords({ sites, percent }: Canary): string {
  const share = percent === undefined ? '' : `${percent} % of the business keys`;
  const where = sites ? `the sites ${sites.join(', ')}` : '';
  return [share, where].filter(Boolean).join(' of ') || 'everything';
}
