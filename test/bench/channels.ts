import { benchAs2 } from './channels-as2.ts';
import { benchSftp } from './channels-sftp.ts';
import { benchWebhooks } from './channels-webhooks.ts';
import type { Result } from './report.ts';

/** What channels take in and give out, each beside a peer. */
export async function benchChannels(): Promise<readonly Result[]> {
  return [...(await benchAs2()), ...(await benchSftp()), ...(await benchWebhooks())];
}
