import type { components } from '../../../specs/generated/openapi.ts';
import { hubAddress } from '../../bin/hub-address.ts';
import { largest } from '../../domain/lists.ts';
import { demoOf, nobodyAnswers } from '../demo-call.ts';
import { type Person, Refused, signIn } from '../scripted-partner/person.ts';
import { mustScenarios, scriptedPartner } from '../scripted-partner/scripted-partner.ts';
import {
  type Joined as AnyJoined,
  agree,
  type Cast,
  fillProfile,
  join,
  reviewMappings,
  uploadSpecification,
} from './agree.ts';
import { newcomers, type Traveller } from './companies.ts';
import { type Program, setUpChannel } from './connect.ts';
import { firstDocument, goLive, runInParallel } from './go-live.ts';
import { type OdooDesk, openDesk } from './odoo-desk.ts';
import { approversOf, type JourneyLogins, keepJourneyLogins, readJourneyLogins } from './people.ts';
import { Stopped, type Tell, teller } from './told.ts';

type Joined = AnyJoined<Traveller>;
type Certification = components['schemas']['Certification'];

/**
 * The way of a new carrier (AS2) and a new warehouse (SFTP) from their invites to the first document of each in Odoo, through the API alone, as the people of both sides would go it.
 * @returns exit code 0, or 1 where it could not go to its end
 */
export async function runJourney(env: NodeJS.ProcessEnv, { json }: { readonly json?: boolean }): Promise<number> {
  const { home, access } = demoOf(env);
  const url = hubAddress(env);
  const desk = openDesk(url, access);
  const tell = teller(url, json);
  try {
    const admin = await signIn(url, access.logins[0]!);
    const logins = await lead({ url, home, admin, desk, tell });
    if (!json) conclude(url, logins);
    return 0;
  } catch (error) {
    // What `fetch` throws where nobody answers.
    if (error instanceof TypeError && error.message === 'fetch failed') throw nobodyAnswers(url, error);
    if (!(error instanceof Stopped || error instanceof Refused)) throw error;
    console.error(`The journey stops here. ${error.message}`);
    return 1;
  }
}

/** @returns the logins of all who came in, now and before */
async function lead(of: {
  readonly url: string;
  readonly home: string;
  readonly admin: Person;
  readonly desk: OdooDesk;
  readonly tell: Tell;
}): Promise<JourneyLogins['logins']> {
  const { url, home, admin, desk, tell } = of;
  const kept = readJourneyLogins(home);
  const nth = kept.journeys + 1;
  const found = await approversOf(url, admin, kept.logins);
  for (const { person, isNew } of found)
    if (isNew) tell({ step: 'Team', who: admin.name, says: `invited ${person.name}, who approves`, link: '/people' });
  const cast: Cast = { url, admin, approvers: [found[0]!.person, found[1]!.person] };
  let logins: JourneyLogins['logins'] = [
    ...kept.logins.filter(({ email }) => !found.some(({ login }) => login.email === email)),
    ...found.map(({ person, login }) => ({ who: `${person.name}, approves`, ...login })),
  ];
  keepJourneyLogins(home, { journeys: kept.journeys, logins });
  const parties: { joined: Joined; program: Program }[] = [];
  try {
    for (const one of newcomers(nth)) {
      const joined = await join(cast, one, tell);
      logins = [...logins, { who: one.company, ...joined.login }];
      // Before anything else can fail: the names are taken from now on.
      keepJourneyLogins(home, { journeys: nth, logins });
      await fillProfile(joined);
      const program = await setUpChannel(url, joined);
      parties.push({ joined, program });
      await agree(cast, joined);
      await program.test();
      await uploadSpecification(cast, joined);
      await reviewMappings({ reviewer: cast.approvers[0] }, joined);
    }
    await Promise.all(parties.map(({ joined, program }) => certify(joined, program)));
    for (const { joined, program } of parties) {
      const partner = await runInParallel(cast, joined, program, desk);
      await goLive(cast, joined);
      await firstDocument(cast, joined, partner, desk);
      partner.close();
    }
  } finally {
    for (const { program } of parties) await program.close();
  }
  return logins;
}

/** All scenarios that must be passed, played over the partner's own channel. */
async function certify({ of, person, path, tell }: Joined, program: Program): Promise<void> {
  const channel = await program.open('sandbox');
  let [sent, taken] = [0, 0];
  const partner = scriptedPartner({
    ...{ plays: of.plays, person, scac: of.id.id, channel },
    envelope: { from: of.id, to: { qualifier: 'ZZ', id: 'NORTHGATE' }, environment: 'sandbox' },
    onDocument: (direction) => {
      if (direction === 'sent') sent += 1;
      else taken += 1;
    },
  });
  const scenarios = mustScenarios(await person.call<Certification>('GET', `${path}/certification`));
  const begun = `starts ${scenarios.length} runs of the tests; its program answers by ${channel.by}`;
  tell({ step: 'Certification', who: of.person.name, says: begun, link: '/certification' });
  const runs = await partner.play(scenarios);
  channel.close();
  const wrong = runs.filter(({ state }) => state !== 'passed');
  if (wrong.length > 0)
    throw new Stopped(
      wrong.map(({ scenario, reason }) => `${of.company}, ${scenario}: ${reason ?? 'not passed'}`).join('\n'),
    );
  const { documents } = await person.call<Certification>('GET', `${path}/certification`);
  const certified = documents.filter(({ state }) => state === 'certified').map(({ set }) => set);
  const exchanged = `${sent} documents sent and ${taken} taken by ${channel.by}`;
  const says = `passed all ${runs.length}, ${exchanged}; certified: ${certified.join(', ')}`;
  tell({ step: 'Certification', who: of.company, says, link: '/certification' });
}

function conclude(url: string, logins: JourneyLogins['logins']): void {
  console.log(
    `\nBoth are live. Look around at ${url}, with the logins of the demo (demo.json) and these (demo-journey.json):`,
  );
  const width = largest(logins.map(({ email }) => email.length));
  for (const { who, email, password } of logins) console.log(`  ${email.padEnd(width)}  ${password}   ${who}`);
  console.log(
    '\nThe program of the carrier ends with this command: what the hub has for it by AS2 from now on waits. The warehouse finds its documents in its outbox.',
  );
}
