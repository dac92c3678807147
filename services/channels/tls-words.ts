/** What came of TLS with a server, for people; undefined where it was something else that failed. */
export function tlsWords(error: unknown): string | undefined {
  const { code = '', message = '' } = error as NodeJS.ErrnoException;
  if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_')) return undefined;
  const [, reason = code] = /SSL routines:[^:]*:([^:]+)/.exec(message) ?? [];
  if (/wrong.version.number/i.test(reason))
    return 'what listens there speaks no TLS: perhaps the address begins with http://, or the port is another';
  return `no TLS connection can be agreed on (${reason})`;
}
