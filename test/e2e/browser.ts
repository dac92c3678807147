import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { startHub, type TestHub } from '../support/hub.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = ['chromium', 'chromium-browser', 'google-chrome'];
export const executable = [
  process.env.CHROMIUM_PATH ?? '',
  ...(process.env.PATH ?? '').split(delimiter).flatMap((dir) => names.map((name) => join(dir, name))),
].find((path) => path !== '' && existsSync(path));
const built = existsSync(join(root, 'portal', 'dist', 'index.html'));

/** What to add to the name of a suite that is skipped because there is no browser or no portal here; undefined where both are. */
export const stageMissing: string | undefined =
  executable === undefined
    ? 'no Chromium on PATH; `apt-get install chromium`'
    : built
      ? undefined
      : 'the portal is not built; `npm run build`';

/** Longer than the slowest step on a busy machine; a wait ends as soon as its condition is true. */
export const patienceMs = 90_000;

export type Login = 'team' | 'quayside' | 'heron';
const emails: Readonly<Record<Login, string>> = {
  team: 'team@northgate.example',
  quayside: 'edi@quayside.example',
  heron: 'edi@blueheron.example',
};

/** A whole hub with the portal, and a browser in front of it. */
export interface Stage {
  readonly hub: TestHub;
  readonly browser: Browser;
  /** The e-mail and password of a demo user. */
  login(who: Login): { readonly email: string; readonly password: string };
  /** A page of its own, signed in if wished, at the address given. */
  open(path: string, who?: Login, scheme?: 'light' | 'dark'): Promise<Page>;
  /** Drops a sample of a profile over HTTPS and answers the document's id once it is stored. */
  drop(name: string): Promise<string>;
  /** The same, once everything that had to happen has happened. */
  dropAndSettle(name: string): Promise<string>;
  close(): Promise<void>;
}

/** The bytes of a sample of a profile: `standard-3pl/945-complete.x12`. */
export function sample(name: string): Buffer {
  const [profile = '', file = ''] = name.split('/');
  return readFileSync(join(root, 'partners', profile, 'samples', file));
}

async function drop(hub: TestHub, name: string): Promise<string> {
  const [profile = ''] = name.split('/');
  const response = await fetch(`${hub.url}/v1/inbox`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.apiKeys[`${profile}/production`]}`, 'content-type': 'application/edi-x12' },
    body: new Uint8Array(sample(name)),
  });
  const receipt = (await response.json()) as { documents: { id: string }[] };
  const id = receipt.documents[0]?.id;
  if (id === undefined) throw new Error(`The hub did not take ${name}: ${JSON.stringify(receipt)}`);
  return id;
}

async function signedIn(
  context: BrowserContext,
  hub: TestHub,
  login: { email: string; password: string },
): Promise<void> {
  const response = await context.request.post(`${hub.url}/v1/session`, { data: login });
  if (!response.ok()) throw new Error(`Sign-in failed: ${await response.text()}`);
}

/** Starts hub (with further settings, if wished) and browser. Every page is 1440 by 900, in light colours unless asked for dark ones, without motion. */
export async function openStage(env: NodeJS.ProcessEnv = {}): Promise<Stage> {
  const hub = await startHub({ env });
  const browser = await chromium.launch({
    executablePath: executable!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const login = (who: Login) => {
    const found = hub.logins.find(({ email }) => email === emails[who]);
    if (found === undefined) throw new Error(`The demo has no ${emails[who]}`);
    return { email: found.email, password: found.password };
  };
  const settled = await browser.newContext();
  await signedIn(settled, hub, login('team'));
  return {
    hub,
    browser,
    login,
    async open(path, who, scheme = 'light') {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        colorScheme: scheme,
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(patienceMs);
      if (who !== undefined) await signedIn(context, hub, login(who));
      const page = await context.newPage();
      await page.goto(hub.url + path);
      return page;
    },
    drop: (name) => drop(hub, name),
    async dropAndSettle(name) {
      const id = await drop(hub, name);
      const outcome = async () => {
        const response = await settled.request.get(`${hub.url}/v1/messages/${id}`);
        return ((await response.json()) as { outcome: string }).outcome;
      };
      await vi.waitFor(async () => expect(await outcome()).not.toBe('processing'), { timeout: patienceMs });
      return id;
    },
    async close() {
      await browser.close();
      await hub.stop();
    },
  };
}

/** What the side bar of a partner leads to, in its order. */
export const partnerPlaces = [
  ...['Home', 'Messages', 'Profile', 'Agreement', 'Channels', 'Guides', 'Mappings', 'Sandbox', 'Certification'],
  ...['Keys and certificates', 'Webhooks', 'Go-live', 'My organisation', 'Our data', 'People'],
];

/** Waits until something is on screen and answers it. */
export async function seen(locator: Locator): Promise<Locator> {
  await locator.waitFor({ state: 'visible', timeout: patienceMs });
  return locator;
}

/** Waits until something is no longer on screen. */
export async function gone(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'hidden', timeout: patienceMs });
}

/** Waits until the address is as wished. */
export async function atAddress(page: Page, wished: (address: URL) => boolean): Promise<void> {
  await page.waitForURL(wished, { timeout: patienceMs });
}
