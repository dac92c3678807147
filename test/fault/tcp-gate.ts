import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port in front of another one that refuses connections until it is opened. */
export interface TcpGate {
  readonly port: number;
  open(): Promise<void>;
  /** Cuts what is connected and refuses what comes. */
  close(): Promise<void>;
  /** From now on a request that speaks of this text reaches the target, and its answer never comes back. */
  holdAnswers(text: string | undefined): void;
}

export function tcpGate(port: number, targetPort: number): TcpGate {
  let server: Server | undefined;
  let held: string | undefined;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const join = (from: Socket) => {
    const to = connect(targetPort, '127.0.0.1');
    let silent = false;
    keep(from);
    keep(to);
    from.on('data', (chunk: Buffer) => {
      if (held !== undefined && chunk.includes(held)) silent = true;
      to.write(chunk);
    });
    to.on('data', (chunk) => void (silent || from.write(chunk)));
    from.on('close', () => to.destroy());
    to.on('close', () => void (silent || from.destroy()));
  };
  return {
    port,
    holdAnswers(text) {
      held = text;
    },
    async open() {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      server = createServer(join).once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
      await promise;
    },
    async close() {
      if (!server) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
      await promise;
      server = undefined;
    },
  };
}
