import { createServer, type Server } from 'node:net';
import { ConfigError } from './config.ts';

/** The port or address that the hub is to listen on cannot be had. */
export class PortError extends ConfigError {}

const reasons: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) => `Port ${port} is taken by another program. Choose another: PORT=8090 npm start`,
  EACCES: (_host, port) =>
    `This user may not listen on port ${port}. Choose one from 1024 up: PORT=8080 npm start, and put a proxy in front of it.`,
  EADDRNOTAVAIL: (host) => `HOST=${host} is no address of this machine. Use one that is, or 0.0.0.0 for all of them.`,
  ENOTFOUND: (host) => `HOST=${host} is not known. Use an address of this machine, or 0.0.0.0 for all of them.`,
};

/** What went wrong when a channel was to listen by itself, for people. */
export function portTrouble(error: unknown, title: string): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (!(code in reasons)) return error;
  const why = code === 'EADDRINUSE' ? 'it is taken by another program' : message;
  return new PortError(
    `The port of the channel "${title}" cannot be had: ${why}. \`crossdock start --help\` says which setting chooses another.`,
  );
}

/** @throws PortError when the port cannot be had, with what to do instead. */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    const reason = reasons[error.code ?? '']?.(host, port);
    reject(reason ? new PortError(reason) : error);
  });
  server.listen(port, host, () => resolve());
  await promise;
}

/** Tries the port before anything else is done, since the rest of a start takes a while. @throws PortError */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  await listen(server, host, port);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  await promise;
}
