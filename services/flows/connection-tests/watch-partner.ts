import { setTimeout as wait } from 'node:timers/promises';
import type { Steps } from '../../channels/connection-steps.ts';
import { CodedError } from '../../domain/errors.ts';
import { exchangeOf } from '../../store/connection-tests.ts';
import type { SealedEndpoint } from '../../store/endpoints.ts';
import type { Context } from '../context.ts';

const lookEveryMs = 1000;

interface Watching {
  readonly steps: Steps;
  readonly testId: string;
  readonly since: Date;
  readonly settings: { readonly signingSecret?: string };
  readonly untilMs: number;
  awaits(text: string): Promise<void>;
}

/** Where partners call the hub, their own machine does the test: what it is to do is said, and the log of the endpoint shows whether it came. */
export async function watchPartner(context: Context, endpoint: SealedEndpoint, of: Watching): Promise<void> {
  const { steps, settings } = of;
  const isSftp = endpoint.channel === 'sftp-server';
  const works = await steps.works({
    title: isSftp ? 'Your program logs in and puts a file' : 'Your program sends a document with its API key',
    work: () =>
      seen(context, endpoint, of, {
        asks: isSftp
          ? 'Now log in from your own machine and put any file into inbox, such as connection-test.txt.'
          : 'Now send any document from your own machine with your API key of the sandbox: POST /v1/inbox.',
        kinds: ['message', 'event'],
        states: ['done', ...(isSftp ? ['refused'] : [])],
      }),
    remedy: isSftp
      ? 'Compare host, port, user name and key with what this page tells, and whether your firewall lets you out. Then run this again.'
      : 'Compare address and key with what this page tells, and whether your firewall lets you out. Then run this again.',
  });
  if (!works) return;
  if (!isSftp && settings.signingSecret === undefined) {
    const why =
      'Whose call it is that comes with a wrong key nobody can tell: try it, the hub must answer 401. This endpoint has no signing secret.';
    return steps.leftOut('Your program calls with a wrong key', 'refused', why);
  }
  const title = isSftp
    ? 'Your program comes with a wrong key or password'
    : 'Your program posts with a wrong signature';
  const asks = isSftp
    ? 'Now log in once with a key or a password that is wrong.'
    : `Now post once to /v1/hooks/${endpoint.id} with a wrong signature.`;
  const kinds = isSftp ? ['session'] : ['message'];
  await steps.refused({
    title,
    work: async () => {
      const what = await seen(context, endpoint, of, { asks, kinds, states: ['refused'] });
      throw new CodedError('channel.log-in', { detail: what });
    },
    isRefusal: ({ code }) => code === 'channel.log-in',
    remedy: 'Run this again.',
  });
}

/** @throws CodedError where nothing of the kind came in time */
async function seen(
  context: Context,
  { id: endpointId }: SealedEndpoint,
  { testId, since, untilMs, awaits }: Watching,
  { asks, kinds, states }: { readonly asks: string; readonly kinds: readonly string[]; readonly states: string[] },
): Promise<string> {
  await awaits(asks);
  for (;;) {
    const found = await exchangeOf(context.db.system, { endpointId, testId, kinds, states });
    if (found) return `${found.summary.replace(/\.$/, '')}.`;
    const isOver = context.now().getTime() - since.getTime() > untilMs || context.closing?.aborted;
    if (isOver) throw new CodedError('channel.refused', { detail: 'Nothing of the kind came in time.' });
    await wait(lookEveryMs);
  }
}
