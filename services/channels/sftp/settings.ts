/** What `specs/channels/sftp.schema.json` describes. */
export interface SftpSettings {
  readonly host: string;
  readonly port?: number;
  readonly user: string;
  readonly privateKey?: string;
  readonly passphrase?: string;
  /** Public half of the private key, found out by the test. */
  readonly publicKey?: string;
  readonly password?: string;
  readonly hostKey?: string;
  readonly pickUpFrom?: string;
  readonly patterns?: string;
  readonly settleSeconds?: number;
  readonly afterPickUp?: 'delete' | 'archive';
  readonly archiveTo?: string;
  readonly refusedTo?: string;
  readonly pollSeconds?: number;
  readonly deliverTo?: string;
}

export const usual = { port: 22, settleSeconds: 10, pollSeconds: 60, patterns: '*', afterPickUp: 'delete' } as const;

/** Host and port as people write them. */
export const serverOf = ({ host, port = usual.port }: SftpSettings): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;

/** Whether a file name is one of those that are fetched: `*` stands for anything, `?` for one character. */
export function fits(patterns: string, name: string): boolean {
  return patterns
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .some((pattern) => matches(pattern.toLowerCase(), name.toLowerCase()));
}

// By hand and in linear space: a regular expression made of many stars could take forever.
function matches(pattern: string, name: string): boolean {
  let [p, n, star, mark] = [0, 0, -1, 0];
  while (n < name.length) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === name[n]) && pattern[p] !== '*') {
      p += 1;
      n += 1;
    } else if (pattern[p] === '*') {
      star = p;
      mark = n;
      p += 1;
    } else if (star >= 0) {
      p = star + 1;
      mark += 1;
      n = mark;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
