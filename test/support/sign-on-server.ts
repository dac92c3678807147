import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Who signs in at the server next, and what it says of them. */
export interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly groups?: readonly string[];
}

export interface SignOnServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The next sign-in is theirs. */
  next: Person;
  /** Goes where a browser would be sent, signs in, and answers the address that the server sends it back to. */
  follow(address: string): Promise<URL>;
  close(): Promise<void>;
}

/** A server of OpenID Connect (oidc-provider) on a port of its own, where one person after the other signs in without being asked. */
export async function signOnServer(redirectUri: string): Promise<SignOnServer> {
  const http: Server = createServer();
  http.listen(0, '127.0.0.1');
  await new Promise((resolve) => http.once('listening', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['crossdock', 'a-secret-of-the-test-that-is-long-enough'];
  const people = new Map<string, Person>();
  const server: SignOnServer = {
    ...{ issuer, clientId, clientSecret, next: { sub: 'nobody' } },
    follow: (address) => follow(address, redirectUri),
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a-key-of-the-test'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ ...(people.get(sub) ?? { sub }) }) }),
    interactions: { url: (_context, { uid }) => `/signs-in/${uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client!.clientId, accountId: oidc.session!.accountId! });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/signs-in/')) return void answer(request, response);
    const person = server.next;
    people.set(person.sub, person);
    void provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  });
  return server;
}

/** A browser that has cookies and follows, as far as the portal. */
async function follow(address: string, until: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const to = answer.headers.get('location');
    if (to === null) throw new Error(`${at} answers ${answer.status}: ${await answer.text()}`);
    at = new URL(to, at);
    if (at.href.startsWith(until)) return at;
  }
  throw new Error(`no end at ${at}`);
}
