import { CodedError } from '../../domain/errors.ts';
import type { TestReport } from '../channel.ts';
import type { Egress } from '../egress.ts';
import type { WrongSetting } from '../schema.ts';
import { utils } from '../ssh2.ts';
import { coded, TestSteps } from '../test-steps.ts';
import { connect } from './connect.ts';
import { type Remote, wordsOf } from './remote.ts';
import { type SftpSettings, serverOf } from './settings.ts';

const mostListed = 10_000;

/** What the schema cannot say about settings. */
export function checkSettings(settings: SftpSettings, egress: Pick<Egress, 'faultOf'>): readonly WrongSetting[] {
  const { privateKey, passphrase, password, pickUpFrom, deliverTo, afterPickUp, archiveTo } = settings;
  const wrong: WrongSetting[] = [];
  const fault = egress.faultOf(settings.host);
  if (fault !== undefined) wrong.push({ setting: 'host', message: fault });
  if (privateKey === undefined && password === undefined)
    wrong.push({
      setting: 'privateKey',
      message: 'is missing, and there is no password either; one of them is needed',
    });
  if (privateKey !== undefined) {
    const key = utils.parseKey(privateKey, passphrase);
    if (key instanceof Error) wrong.push({ setting: 'privateKey', message: `cannot be read: ${key.message}` });
    else if (!key.isPrivateKey())
      wrong.push({ setting: 'privateKey', message: 'is a public key; the private one is needed' });
  }
  if (pickUpFrom === undefined && deliverTo === undefined)
    wrong.push({
      setting: 'pickUpFrom',
      message: 'is missing, and so is the folder to put documents in; one of them is needed',
    });
  if (afterPickUp === 'archive' && archiveTo === undefined)
    wrong.push({ setting: 'archiveTo', message: 'is missing; files are to be moved there' });
  return wrong;
}

/** Logs in and looks whether the folders are there. The host key that the server shows is kept, where none is fixed yet. */
export async function testServer(settings: SftpSettings, egress: Egress): Promise<TestReport> {
  const steps = new TestSteps();
  const { hostKey, user, deliverTo } = settings;
  try {
    const session = await connect(settings, egress);
    try {
      steps.good(`${serverOf(settings)} lets ${user} in${session.software ? ` (${session.software})` : ''}.`);
      steps.good(
        hostKey === undefined
          ? `Its host key is ${session.hostKey}, fixed from now on. Compare it with what the partner says.`
          : `It shows the host key that was fixed, ${session.hostKey}.`,
      );
      await testFolders(session.remote, settings, steps);
      if (deliverTo !== undefined)
        steps.good(`Whether the hub may write in ${deliverTo} shows with the first document.`);
      const publicKey = publicHalf(settings);
      const learned = {
        ...(hostKey === undefined && { hostKey: session.hostKey }),
        ...(publicKey !== settings.publicKey && { publicKey }),
      };
      return { ...steps.report(), ...(Object.keys(learned).length > 0 && { learned }) };
    } finally {
      session.close();
    }
  } catch (error) {
    steps.failed(coded(error));
    return steps.report();
  }
}

async function testFolders(remote: Remote, settings: SftpSettings, steps: TestSteps): Promise<void> {
  const { pickUpFrom, deliverTo, archiveTo, refusedTo } = settings;
  for (const folder of new Set([pickUpFrom, deliverTo, archiveTo, refusedTo])) {
    if (folder === undefined) continue;
    try {
      const count = (await remote.list(folder, mostListed)).files.length;
      steps.good(`${folder} is there and can be listed: ${count} ${count === 1 ? 'file' : 'files'}.`);
    } catch (error) {
      if (error instanceof CodedError) throw error;
      const isMadeLater = folder === archiveTo || folder === refusedTo;
      const says = `${folder} cannot be listed: ${wordsOf(error)}.`;
      if (isMadeLater) steps.good(`${says} It is made with the first file.`);
      else
        steps.bad(
          says,
          `Make ${folder} on the server and let ${settings.user} read it, or set the folder that is there. Then test again.`,
        );
    }
  }
}

/** The public half of the private key, as a line of `authorized_keys`. */
function publicHalf({ privateKey, passphrase }: SftpSettings): string | undefined {
  const key = privateKey === undefined ? undefined : utils.parseKey(privateKey, passphrase);
  return key === undefined || key instanceof Error
    ? undefined
    : `${key.type} ${key.getPublicSSH().toString('base64')} crossdock`;
}
