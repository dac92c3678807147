import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf } from '../partner.ts';

/** Stands between a peer and the hub and keeps what went through. */
export interface Recorder {
  readonly url: string;
  readonly seen: { readonly request: Buffer; readonly status: number; readonly response: Buffer }[];
  close(): void;
}

const headText = (raw: readonly string[]) => {
  const lines: string[] = [];
  for (let at = 0; at < raw.length; at += 2)
    if (!/^(host|connection|transfer-encoding|content-length|keep-alive)$/i.test(raw[at]!))
      lines.push(`${raw[at]}: ${raw[at + 1]}\r\n`);
  return Buffer.from(`${lines.join('')}\r\n`, 'latin1');
};

export async function openRecorder(target: () => string): Promise<Recorder> {
  const seen: Recorder['seen'] = [];
  const server: Server = createServer({ insecureHTTPParser: true }, async (incoming, response) => {
    const body = await bodyOf(incoming);
    const headers = incoming.rawHeaders;
    const onward = request(target(), { method: 'POST', headers, agent: false, insecureHTTPParser: true });
    onward.once('error', () => response.destroy());
    onward.once('response', async (answer) => {
      const whole = await bodyOf(answer);
      seen.push({
        request: Buffer.concat([headText(headers), body]),
        status: answer.statusCode!,
        response: Buffer.concat([headText(answer.rawHeaders), whole]),
      });
      response.writeHead(answer.statusCode!, answer.headers).end(whole);
    });
    onward.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/as2`,
    seen,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
