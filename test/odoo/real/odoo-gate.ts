import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of a call on its way: it passes; Odoo does it and the answer is lost; it never gets there. */
export type Fate = 'pass' | 'lose-answer' | 'drop';

/** A request on its way, to be changed. */
export interface Said {
  body: string;
  readonly headers: IncomingHttpHeaders;
}

/** A port in front of a real Odoo: the hub goes through it, the tests' own client does not. */
export interface OdooGate {
  readonly url: string;
  /** What reached Odoo, as `stock.picking/write`. */
  readonly calls: string[];
  /** How long they took together. */
  busyMs: number;
  /** Asked for every call; changes the request where it wants to. */
  meet: ((call: string, request: Said) => Fate | Promise<Fate>) | undefined;
  /** Refuses connections, as an Odoo that is not running. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

export async function odooGate(target: string): Promise<OdooGate> {
  const to = new URL(target);
  let server: Server | undefined;
  let port = 0;
  const gate: OdooGate = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    calls: [],
    busyMs: 0,
    meet: undefined,
    async shut() {
      const closing = server;
      server = undefined;
      closing?.closeAllConnections();
      await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
    },
    async open() {
      server = createServer((req, res) => {
        void (async () => {
          const chunks: Buffer[] = [];
          for await (const chunk of req) chunks.push(chunk as Buffer);
          const { host: _, ...headers } = req.headers;
          const said: Said = { body: Buffer.concat(chunks).toString('utf8'), headers };
          const call = nameOf(req.url ?? '', said.body);
          const fate = (await gate.meet?.(call, said)) ?? 'pass';
          if (fate === 'drop') return void req.socket.destroy();
          gate.calls.push(call);
          const start = performance.now();
          const length = String(Buffer.byteLength(said.body));
          const passing = request({
            ...{ host: to.hostname, port: to.port, path: req.url, method: req.method },
            headers: { ...said.headers, connection: 'close', 'content-length': length },
          });
          passing.on('error', () => req.socket.destroy());
          passing.on('response', async (answer) => {
            const parts: Buffer[] = [];
            for await (const part of answer) parts.push(part as Buffer);
            gate.busyMs += performance.now() - start;
            if (fate === 'lose-answer') return void req.socket.destroy();
            res.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] ?? '' });
            res.end(Buffer.concat(parts));
          });
          passing.end(said.body);
        })().catch(() => req.socket.destroy());
      });
      await new Promise<void>((resolve, reject) => {
        server!.once('error', reject).listen(port, '127.0.0.1', resolve);
      });
      port = (server.address() as AddressInfo).port;
    },
  };
  await gate.open();
  return gate;
}

/** JSON-2 has the method in its path, JSON-RPC in its body. */
function nameOf(path: string, body: string): string {
  const [, model, method] = /^\/json\/2\/([^/]+)\/([^/?]+)/.exec(path) ?? [];
  if (model) return `${model}/${method}`;
  const { params } = JSON.parse(body) as { params: { service: string; method: string; args: unknown[] } };
  return params.service === 'object' ? `${params.args[3]}/${params.args[4]}` : `${params.service}/${params.method}`;
}
