import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteCompany } from '../../services/flows/identity/invites.ts';
import { startRegistration } from '../../services/flows/identity/registration.ts';
import { mails } from '../../services/store/identity/mails.ts';
import { skipped } from '../support/skipped.ts';
import { type Login, openStage, type Stage, seen, stageMissing } from './browser.ts';
import { eventEndpoint, parcelChannel, parcelEndpoint } from './parcel-channel.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// The one is said to be experimental, and right: whoever speaks to the browser says what stands on the button.
const everyRule: RunOptions = {
  rules: { 'label-content-name-mismatch': { enabled: true } },
  resultTypes: ['violations'],
};
/** What another scheme of colours can break. */
const contrast: RunOptions = { runOnly: ['color-contrast'], resultTypes: ['violations'] };

/** Every violation in a line: the rule, the element, what is wrong with it. */
async function violations(page: Page, options: RunOptions = everyRule): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate((of) => (globalThis as unknown as { axe: typeof axe }).axe.run(of), options);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any, all }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? all[0]?.message ?? ''}`),
  );
}

/** What the portal has pages for: `/messages/$documentId`. */
const addresses = (): readonly string[] =>
  ['router.tsx', 'pages.ts'].flatMap((file) =>
    [...readFileSync(join(root, 'portal/src/app', file), 'utf8').matchAll(/ path: '(\/[^']*)'/g)].map(
      ([, path]) => path!,
    ),
  );

interface View {
  readonly path: string;
  readonly who?: Login;
  /** What is on screen once the page has what it shows. */
  readonly ready: string;
}

describe.skipIf(stageMissing !== undefined)(skipped('every page for everybody', stageMissing), () => {
  let stage: Stage;
  const views: View[] = [];
  beforeAll(async () => {
    stage = await openStage();
    const { context } = stage.hub.hub;
    Object.assign(context.channels, { parcel: parcelChannel });
    const org = (await context.db.system('organization').where({ name: 'Quayside Logistics' }).first('id'))
      .id as string;
    const odoo = (await context.db.system('odoo_connection').where({ environment: 'production' }).first('id'))
      .id as string;
    const depot = await parcelEndpoint(context, org);
    const hook = await eventEndpoint(context, org);
    const complete = await stage.dropAndSettle('standard-3pl/945-complete.x12');
    const refused = await stage.dropAndSettle('standard-3pl/945-unit-cassette.x12');
    const rejected = await stage.dropAndSettle('standard-3pl/945-two-sets-one-bad.x12');
    views.push(
      { path: '/sign-in', ready: 'button:has-text("Sign in")' },
      { path: '/forgot-password', ready: 'button:has-text("Mail me a link")' },
      { path: '/reset-password#no-link-of-this-hub', ready: 'button:has-text("Choose this password")' },
      { path: '/invite#no-link-of-this-hub-at-all', ready: '[role=alert]' },
      { path: await inviteLink(), ready: 'button:has-text("Accept")' },
      { path: '/register', ready: 'button:has-text("Mail me a link")' },
      { path: await registrationLink(), ready: 'nav[aria-label="Steps"]' },
      { path: '/account', who: 'quayside', ready: '[aria-label="Ways to sign in"]' },
      { path: '/invites', who: 'team', ready: '[aria-label="Invites"] li' },
      { path: '/mails', who: 'team', ready: '[aria-label="Mails"] li' },
      { path: '/people', who: 'quayside', ready: '[aria-label^="People of"] li' },
      { path: '/', who: 'team', ready: '[aria-label="Figures of the last 24 hours"]' },
      { path: '/messages', who: 'team', ready: '[data-row-link]' },
      { path: '/messages?q=nothing-has-this', who: 'team', ready: 'h2' },
      { path: '/messages', who: 'quayside', ready: '[data-row-link]' },
      { path: '/', who: 'quayside', ready: '[aria-label="Guide of the 945"]' },
      { path: '/partners/new', who: 'team', ready: '[aria-label="Templates"]' },
      { path: `/messages/${complete}?tab=trace`, who: 'team', ready: '[data-pointer]' },
      ...['raw', 'events', 'odoo', 'audit'].map(
        (tab): View => ({ path: `/messages/${complete}?tab=${tab}`, who: 'team', ready: '[role=tabpanel]:visible' }),
      ),
      { path: `/messages/${refused}?tab=document`, who: 'team', ready: '[data-segment-row]' },
      { path: `/messages/${rejected}`, who: 'quayside', ready: '[data-segment-row]' },
      { path: '/cases', who: 'team', ready: '[aria-label="Open cases"] li' },
      { path: `/cross-references?partner=${org}`, who: 'team', ready: '[aria-label="Open questions"] li' },
      { path: '/partners', who: 'team', ready: '[data-row-link]' },
      { path: '/partners?view=list', who: 'team', ready: '[data-row-link]' },
      { path: '/partners?view=traffic', who: 'team', ready: '[data-row-link]' },
      { path: `/journey?partner=${org}`, who: 'team', ready: '[aria-label="About the partner"] ~ * ol li' },
      { path: '/profile', who: 'quayside', ready: 'nav[aria-label="Steps"]' },
      { path: '/agreement', who: 'quayside', ready: 'code' },
      { path: '/our-data', who: 'quayside', ready: 'h2' },
      { path: '/odoo', who: 'team', ready: 'h1' },
      { path: '/organisation', who: 'quayside', ready: 'h2' },
      { path: '/channels', who: 'quayside', ready: '[aria-label="Endpoints"] li' },
      { path: `/channels?partner=${org}`, who: 'team', ready: '[aria-label="Endpoints"] li' },
      { path: '/mappings', who: 'quayside', ready: '[aria-label="Mappings"] li' },
      { path: `/mappings?partner=${org}`, who: 'team', ready: '[aria-label="Mappings"] li' },
      {
        path: '/mappings/945-in.yaml',
        who: 'quayside',
        ready: '[aria-label="Result"] .cm-line:has-text("orderNumber")',
      },
      { path: '/channels/new', who: 'quayside', ready: '[aria-label="Channels"] li' },
      { path: '/channels/new?channel=parcel', who: 'quayside', ready: 'form' },
      { path: `/channels/${depot}`, who: 'quayside', ready: '[aria-expanded=true]' },
      { path: `/channels/${depot}/settings?partner=${org}`, who: 'team', ready: 'form' },
      { path: '/keys', who: 'quayside', ready: '[aria-label="Certificates, SSH keys and secrets"]' },
      { path: '/guides', who: 'quayside', ready: 'tbody tr' },
      { path: `/channels/${hook}`, who: 'quayside', ready: '[aria-label="What is posted"]' },
      { path: '/webhooks', who: 'quayside', ready: '[aria-label="Endpoints"] li' },
      { path: '/settings', who: 'team', ready: 'h2' },
      { path: '/channels/new?channel=as2', who: 'quayside', ready: 'form' },
      { path: `/messages/${complete}?tab=transport`, who: 'team', ready: '[role=tabpanel]:visible' },
      { path: '/tools/queues', who: 'quayside', ready: 'h2' },
      { path: '/no/such/place', who: 'team', ready: 'h2' },
      { path: '/validate', ready: 'h1' },
      { path: '/sign-in/done', ready: 'h1' },
      { path: '/confirm-email#no-link-of-this-hub', ready: 'h1' },
      { path: `/partners/${org}`, who: 'team', ready: 'h2' },
      { path: '/sandbox', who: 'quayside', ready: 'h2' },
      { path: '/certification', who: 'quayside', ready: 'h2' },
      { path: `/certification?partner=${org}`, who: 'team', ready: 'h2' },
      { path: '/certification/TS-1', who: 'quayside', ready: 'h2' },
      { path: '/go-live', who: 'quayside', ready: 'h2' },
      { path: `/go-live?partner=${org}`, who: 'team', ready: 'h2' },
      { path: '/approvals', who: 'team', ready: 'h2' },
      { path: `/odoo/${odoo}`, who: 'team', ready: 'h2' },
      { path: '/tools/docs', who: 'team', ready: 'iframe' },
    );
  }, 300_000);
  afterAll(() => stage?.close());

  /** Paths of links as mails have them. */
  const inviteLink = async () => {
    const { context } = stage.hub.hub;
    const by = { actor: 'test', by: { kind: 'hub' }, name: 'Ines Calder' } as const;
    const company = { name: 'Harbour Row Storage', template: 'standard-3pl' };
    return linkPath((await inviteCompany(context, { email: 'ana@harbourrow.example', company }, by)).link);
  };
  const registrationLink = async () => {
    const { context } = stage.hub.hub;
    await startRegistration(context, 'cy@saltmarsh.example');
    const [mail] = await mails(context.db.system, { limit: 1 });
    const { link } = JSON.parse(context.secrets.open(mail!.sealedText!)) as { link: { address: string } };
    return linkPath(link.address);
  };
  const linkPath = (address: string) => address.slice(stage.hub.url.length);

  const schemes = ['light', 'dark'] as const;
  const visitors: readonly (Login | undefined)[] = [undefined, 'quayside', 'team'];

  it('every page has its visitor, and every address of the portal its page', () => {
    expect(views.filter(({ who }) => !visitors.includes(who))).toEqual([]);
    const seenPaths = views.map(({ path }) => path.replace(/[?#].*$/, ''));
    const unseen = addresses().filter((address) => {
      const pattern = new RegExp(`^${address.replaceAll(/\$\w+/g, '[^/]+')}$`);
      return !seenPaths.some((path) => pattern.test(path));
    });
    // Whoever got a first password by word of mouth chooses another one there, in the form of the reset.
    expect(unseen).toEqual(['/choose-password']);
  });

  it.each(
    visitors.flatMap((who) => schemes.map((scheme) => ({ who, scheme, name: who ?? 'somebody who is not signed in' }))),
  )('no page of $name breaks a rule of axe in $scheme colours', { timeout: 900_000 }, async ({ who, scheme }) => {
    const broken: string[] = [];
    // One page for all of them: what the portal consists of is loaded once.
    const page = await stage.open('/sign-in', who, scheme);
    // Each opens as at a first visit: nothing is remembered of the one before.
    await page.addInitScript(() => localStorage.clear());
    for (const { path, ready } of views.filter((view) => view.who === who)) {
      // An address that differs by its fragment alone would not be loaded.
      await page.goto('about:blank');
      await page.goto(stage.hub.url + path);
      await seen(page.locator(ready).first());
      for (const violation of await violations(page, scheme === 'dark' ? contrast : everyRule))
        broken.push(`${path} ${violation}`);
    }
    await page.context().close();
    expect(broken).toEqual([]);
  });

  it.each([
    { keys: '?', name: 'Keyboard shortcuts' },
    { keys: 'Control+k', name: 'Search or jump to' },
  ])('the dialog $name has a name and breaks no rule of axe', { timeout: 300_000 }, async ({ keys, name }) => {
    const page = await stage.open('/messages', 'team');
    await seen(page.locator('[data-row-link]').first());
    await page.keyboard.press(keys);
    await seen(page.getByRole('dialog', { name }));
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});
