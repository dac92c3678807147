import { connect, type Socket } from 'node:net';

/**
 * Posts bodies over a number of kept connections, one request at a time on each, as fast as the answers come.
 * A bare client, so that the figure is the server's and not the client's.
 * @returns the statuses seen, with their counts.
 */
export async function postAll(
  url: string,
  headers: string,
  bodies: readonly Buffer[],
  connections: number,
): Promise<Map<number, number>> {
  const { hostname, port } = new URL(url);
  const statuses = new Map<number, number>();
  let next = 0;
  const run = async () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const answers = reader(socket);
    while (next < bodies.length) {
      const body = bodies[next++]!;
      socket.write(
        Buffer.concat([
          Buffer.from(
            `POST /v1/inbox HTTP/1.1\r\nHost: ${hostname}\r\n${headers}\r\nContent-Length: ${body.byteLength}\r\n\r\n`,
          ),
          body,
        ]),
      );
      const status = await answers();
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, run));
  return statuses;
}

/** Reads one answer after the other: status from the first line, end by Content-Length. */
function reader(socket: Socket): () => Promise<number> {
  let text = '';
  let waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;
  const look = () => {
    const head = text.indexOf('\r\n\r\n');
    if (head < 0 || !waiting) return;
    const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
    if (text.length < head + 4 + length) return;
    const status = Number(text.slice(9, 12));
    text = text.slice(head + 4 + length);
    const { resolve } = waiting;
    waiting = undefined;
    resolve(status);
  };
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    look();
  });
  socket.on('error', (error) => waiting?.reject(error));
  socket.on('close', () => waiting?.reject(new Error('The hub closed the connection.')));
  return () => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    waiting = { resolve, reject };
    look();
    return promise;
  };
}
