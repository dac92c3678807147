/** What stands behind the `#` of the link from a mail; browsers send it to nobody. */
export const linkToken = (): string => window.location.hash.slice(1);
