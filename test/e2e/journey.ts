import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Person, signIn as personOf } from '../../services/cli/scripted-partner/person.ts';
import type { ScriptedPartner } from '../../services/cli/scripted-partner/scripted-partner.ts';
import { atAddress, gone, openStage, patienceMs, type Stage, seen } from './browser.ts';

// The way of a newcomer from its invite to its first document in Odoo, as people go it: by clicking and typing. What its program does goes over its own channel.

export const password = 'four words are enough';

/** A company that has never been here, and its person. */
export interface Newcomer {
  readonly company: string;
  readonly template: 'Standard carrier' | 'Standard 3PL';
  readonly email: string;
  readonly name: string;
  /** How it is called in envelopes. */
  readonly id: string;
}

/** Between a newcomer and the demo company. */
export const envelopeOf = ({ id }: Newcomer, environment: 'sandbox' | 'production') => ({
  ...{ from: { qualifier: 'ZZ', id }, to: { qualifier: 'ZZ', id: 'NORTHGATE' }, environment },
});

export interface JourneyStage {
  readonly stage: Stage;
  /** The integrator of the team. */
  readonly team: Page;
  /** Two more people of the team. */
  readonly approvers: readonly Page[];
  close(): Promise<void>;
}

export async function openJourney(): Promise<JourneyStage> {
  const stage = await openStage({
    ...{ CROSSDOCK_APPROVALS: '2', CROSSDOCK_PRIVATE_NETWORKS: '127.0.0.0/8', SFTP_PORT: '0' },
  });
  const team = await stage.open('/invites', 'team');
  const approvers: Page[] = [];
  for (const [name, email] of [
    ['Omar Haddad', 'omar@northgate.example'],
    ['Petra Lind', 'petra@northgate.example'],
  ] as const) {
    await team.getByRole('button', { name: 'Invite a colleague' }).click();
    const dialog = team.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Approver').check();
    await dialog.getByRole('button', { name: 'Send the invite' }).click();
    await gone(dialog);
    approvers.push(await acceptInvite(stage, team, { name, email }));
    await team.goto(`${stage.hub.url}/invites`);
  }
  return { stage, team, approvers, close: () => stage.close() };
}

/** Follows the link of the newest mail to somebody, which stands on the page Mails, and chooses a password. */
async function acceptInvite(
  stage: Stage,
  team: Page,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<Page> {
  await team.goto(`${stage.hub.url}/mails`);
  const mail = team
    .getByRole('list', { name: 'Mails' })
    .getByRole('button')
    .filter({ hasText: `to ${email}` });
  await mail.first().click();
  const link = await (await seen(team.getByRole('link', { name: /^http/ }))).getAttribute('href');
  const page = await stage.open('/sign-in');
  await page.goto(link!);
  expect(await (await seen(page.getByLabel('Your name'))).inputValue()).toBe(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Accept and sign in' }).click();
  await atAddress(page, ({ pathname }) => pathname === '/');
  return page;
}

/** The team invites a company, and its person follows the mail. */
export async function comeIn({ stage, team }: JourneyStage, of: Newcomer): Promise<Page> {
  await team.goto(`${stage.hub.url}/invites`);
  await team.getByRole('button', { name: 'Invite a company' }).click();
  const dialog = team.getByRole('dialog');
  await dialog.getByLabel('Company').fill(of.company);
  await dialog.getByLabel('Template').selectOption({ label: of.template });
  await dialog.getByLabel('E-mail').fill(of.email);
  await dialog.getByLabel('Name').fill(of.name);
  await dialog.getByRole('button', { name: 'Send the invite' }).click();
  await gone(dialog);
  const page = await acceptInvite(stage, team, of);
  // Nothing of it is in production: it begins in the sandbox.
  await seen(page.getByRole('button', { name: /^Environment: Sandbox/ }));
  return page;
}

const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });

/** Goes to a page by the side bar. */
export async function go(page: Page, name: string): Promise<void> {
  await place(page, name).click();
  await seen(page.getByRole('heading', { name, level: 1 }));
}

/** What the card at home says to do, once it does. */
const turn = (page: Page) => page.getByRole('region', { name: 'Whose turn it is' });

export async function fillProfile(page: Page, { template, id, email, name }: Newcomer): Promise<void> {
  await seen(turn(page).getByRole('heading', { name: 'Complete the profile' }));
  await turn(page).getByRole('link', { name: 'Open the profile' }).click();
  const at = (title: string) => seen(page.getByRole('heading', { name: title }));
  const on = () => page.getByRole('button', { name: 'Continue' }).click();
  if (template === 'Standard carrier') {
    await at('What do you do?');
    await page.getByLabel('full truckloads (TL)').check();
    await on();
    await at('Which documents do you want to exchange?');
    await on();
  }
  await at('How are you called in envelopes?');
  const test = page.getByRole('group', { name: 'For the test', exact: true });
  await test.getByLabel('Id (ISA)').fill(id);
  await page.getByRole('button', { name: 'The same as for the test' }).click();
  await on();
  await at('Whom do we ask?');
  for (const nth of [1, 2]) {
    const contact = page.getByRole('group', { name: `Contact ${nth}` });
    await contact.getByLabel('Name').fill(name);
    await contact.getByLabel('E-mail').fill(email);
  }
  await on();
  await at('When do you work?');
  await page.getByLabel('Zone').fill('America/Chicago');
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']) await page.getByLabel(day).check();
  await page.getByLabel('From').fill('08:00');
  await page.getByLabel('To', { exact: true }).fill('18:00');
  await on();
  await at('How much goes through?');
  await page.getByLabel('Documents on a usual day').fill('120');
  await page.getByRole('button', { name: 'Done' }).click();
  await seen(page.getByText('The profile is complete.'));
}

async function signAs(page: Page, name: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Sign the agreement' });
  await (await seen(form.getByLabel('Your name, as a signature'))).fill(name);
  await form.getByLabel('Title').fill('Head of Logistics');
  await form.getByLabel(/I have read/).check();
  await form.getByRole('button', { name: 'Sign' }).click();
  await gone(form);
}

/** Both sides sign what is agreed now: the partner first, then the team, led by the partner's page. */
export async function sign({ stage, team }: JourneyStage, page: Page, of: Newcomer): Promise<void> {
  await go(page, 'Agreement');
  await signAs(page, of.name);
  await openPartner({ stage, team }, of);
  const stands = team.getByRole('region', { name: 'Where it stands' });
  await seen(stands.getByText('Countersign the agreement', { exact: false }));
  await stands.getByRole('link', { name: 'Read and sign' }).click();
  await signAs(team, 'Ines Calder');
  await seen(page.getByText('Ines Calder', { exact: true }));
}

/** What was signed is another text now: home says so, and both sides sign anew. */
export async function signAgain(stage: JourneyStage, page: Page, of: Newcomer): Promise<void> {
  await go(page, 'Home');
  await seen(turn(page).getByText('It was changed after this side had signed it', { exact: false }));
  await sign(stage, page, of);
}

export async function openPartner({ stage, team }: Pick<JourneyStage, 'stage' | 'team'>, of: Newcomer): Promise<void> {
  await team.goto(`${stage.hub.url}/partners`);
  await team.getByRole('link', { name: of.company, exact: true }).first().click();
  await seen(team.getByRole('heading', { name: of.company, level: 1 }));
}

/** A value that the page of an endpoint gives to copy. */
export async function told(page: Page, label: string): Promise<string> {
  const button = await seen(page.getByRole('button', { name: `Copy ${label} ` }).first());
  return ((await button.getAttribute('aria-label')) ?? '').slice(`Copy ${label} `.length);
}

/** Opens the form of a channel, led by the page Channels. */
export async function addEndpoint(page: Page, channel: RegExp): Promise<void> {
  await go(page, 'Channels');
  await page.getByRole('link', { name: 'Add an endpoint' }).click();
  await (await seen(page.getByRole('link', { name: channel }))).click();
}

/** Finishes the form, lets all documents go this way, and leaves the page of the endpoint open. */
export async function useEndpoint(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add the endpoint' }).click();
  await atAddress(page, ({ pathname }) => /^\/channels\/[0-9a-f-]{36}$/.test(pathname));
  await page.getByRole('button', { name: 'Exchange all documents here' }).click();
  await seen(page.getByText('All documents of the draft are exchanged at', { exact: false }));
  await seen(page.getByText('Ready', { exact: true }).first());
}

/** Opens the page of an endpoint in production. */
export async function openInProduction(page: Page, name: string): Promise<void> {
  await page.goto(new URL('/channels?env=production', page.url()).href);
  await page.getByRole('list', { name: 'Endpoints' }).getByRole('link', { name, exact: true }).click();
  await atAddress(page, ({ pathname }) => /^\/channels\/[0-9a-f-]{36}$/.test(pathname));
}

/** Uploads a specification and takes what it means into the draft. */
export async function upload(page: Page, file: { name: string; bytes: Uint8Array }): Promise<void> {
  await go(page, 'Guides');
  expect(await serious(page)).toEqual([]);
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.bytes) },
  });
  await seen(page.getByRole('button', { name: 'Accept into the draft' }));
  expect(await serious(page)).toEqual([]);
  await page.getByRole('button', { name: 'Accept into the draft' }).click();
  await gone(page.getByRole('button', { name: 'Accept into the draft' }));
}

/** Changes the title of a mapping on the bench, saves it and asks for a review, which the team gives. */
export async function changeMapping({ stage, team }: JourneyStage, page: Page, of: Newcomer, file: string) {
  const line = (at: Page, pane: string, text: string) =>
    at.getByRole('region', { name: pane, exact: true }).locator('.cm-line', { hasText: text }).first();
  await go(page, 'Mappings');
  await seen(page.getByText('Unchanged from the template, it needs no review.', { exact: false }).first());
  await page.getByRole('link', { name: new RegExp(file.replace('.', '\\.')) }).click();
  await (await seen(line(page, 'Mapping', 'mapping:'))).click();
  await page.keyboard.press('End');
  await page.keyboard.type(` of ${of.company}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await seen(page.getByText('Saved in the draft'));
  await page.getByRole('button', { name: 'Ask for a review' }).click();
  await seen(page.getByText('Review asked for'));
  await openPartner({ stage, team }, of);
  const about = team.getByRole('navigation', { name: 'About the partner' });
  await about.getByRole('link', { name: 'Mappings' }).click();
  await (
    await seen(team.getByRole('link', { name: new RegExp(`Review asked for.*${file.replace('.', '\\.')}`) }))
  ).click();
  await (await seen(team.getByRole('button', { name: 'Approve' }))).click();
  await seen(team.getByText('Approved').first());
}

/** Runs all tests on the page Certification at once, while the partner's program answers over its channel, and watches there until all are passed. */
export async function certify(page: Page, partner: ScriptedPartner): Promise<void> {
  const over = new AbortController();
  const answering = partner.answer(over.signal);
  try {
    await go(page, 'Certification');
    await seen(page.getByRole('heading', { name: /^\d+ tests left of \d+, for all documents$/ }));
    expect(await serious(page)).toEqual([]);
    await page.getByRole('button', { name: /^Run all \d+ at once$/ }).click();
    await seen(page.getByText(/^\d+ runs started, side by side$/));
    expect(await serious(page)).toEqual([]);
    const passed = page.getByRole('heading', { name: /^All \d+ tests that all documents need are passed$/ });
    const failed = page.getByRole('cell').filter({ has: page.getByRole('link', { name: /: Failed$/ }) });
    await passed
      .or(failed.first())
      .first()
      .waitFor({ timeout: 6 * patienceMs });
    // The cell says why.
    expect(await failed.evaluateAll((cells) => cells.map(({ title }) => title as string))).toEqual([]);
  } finally {
    over.abort();
    await answering;
  }
}

/** The person in whose name a program looks at the runs of the tests. */
export const person = ({ stage }: JourneyStage, { email }: Newcomer): Promise<Person> =>
  personOf(stage.hub.url, { email, password });

/** The team says on the page Odoo which transfers the partner may speak of. */
export async function letActInOdoo({ stage, team }: JourneyStage, of: Newcomer): Promise<void> {
  await openPartner({ stage, team }, of);
  await team.getByRole('link', { name: 'Rules in Odoo' }).click();
  const rules = team.getByRole('dialog');
  await (await seen(rules.getByLabel(/^Delivery Orders/).first())).check();
  await rules.getByRole('button', { name: 'Save' }).click();
  await gone(rules);
}

/** The document's place on the page Go-live, of the partner or the team. */
async function openGoLive(page: Page, document: string): Promise<void> {
  const list = page.getByRole('list', { name: 'Documents' });
  await (await seen(list.getByRole('link', { name: document }))).click();
  await seen(page.getByRole('region', { name: 'Before it goes live' }));
}

/** The team starts the parallel run of a document, with what production has otherwise than the sandbox. */
export async function startParallelRun(
  { stage, team }: JourneyStage,
  of: Newcomer,
  document: string,
  production: Readonly<Record<string, string>>,
): Promise<void> {
  await openPartner({ stage, team }, of);
  const about = team.getByRole('navigation', { name: 'About the partner' });
  await about.getByRole('link', { name: 'Go-live' }).click();
  await openGoLive(team, document);
  expect(await serious(team)).toEqual([]);
  for (const [label, value] of Object.entries(production)) await team.getByLabel(label).fill(value);
  await team.getByLabel('Days at least').fill('0');
  await team.getByLabel('Documents at least').fill('1');
  await team.getByRole('button', { name: 'Start the parallel run' }).click();
  await seen(team.getByText('The old way acknowledges; the hub is silent.', { exact: false }));
}

/** The partner sees that its document is in Odoo as the old way has it. */
export async function passParallelRun(page: Page, document: string): Promise<void> {
  await go(page, 'Go-live');
  await openGoLive(page, document);
  await seen(page.getByText('Parallel run passed').first());
}

/** The partner asks for the go-live once every check is met, and two people approve it. */
export async function goLive(
  { stage, approvers }: JourneyStage,
  page: Page,
  of: Newcomer,
  document: string,
): Promise<void> {
  await go(page, 'Go-live');
  await openGoLive(page, document);
  expect(await serious(page)).toEqual([]);
  await (await seen(page.getByLabel('Note for the approvers'))).fill(`First document of ${of.company}.`);
  await page.getByRole('button', { name: 'Ask for the go-live' }).click();
  await seen(page.getByText('Asked for').first());
  const [omar, petra] = approvers as [Page, Page];
  await omar.goto(`${stage.hub.url}/approvals`);
  await seen(omar.getByText(`“First document of ${of.company}.”`));
  expect(await serious(omar)).toEqual([]);
  await omar.getByRole('button', { name: 'Approve' }).click();
  await seen(omar.getByText('You have approved it already. The other approval is somebody else’s.'));
  await petra.goto(`${stage.hub.url}/approvals`);
  await petra.getByRole('button', { name: 'Approve' }).click();
  await seen(petra.getByText('No request waits').or(petra.getByText(/Live/).first()));
  await seen(page.getByText('Live, watched closely').first());
}

/** The team finds what came about a transfer among the messages of the partner, and what it wrote in Odoo. */
export async function inOdoo(
  { stage, team }: JourneyStage,
  of: Newcomer,
  { transfer, wrote }: { readonly transfer: string; readonly wrote: string },
): Promise<void> {
  await openPartner({ stage, team }, of);
  await team.getByRole('link', { name: 'Show its messages' }).click();
  await (await seen(team.getByRole('link').filter({ hasText: transfer }).first())).click();
  await team.getByRole('tab', { name: /^Odoo/ }).click();
  await seen(team.getByText(wrote, { exact: true }).first());
}

/** What people with other eyes or hands would stumble over. */
export async function serious(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
