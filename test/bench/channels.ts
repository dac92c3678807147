import { benchWebhooks } from './channels-webhooks.ts';
import type { Result } from './report.ts';

/** What channels take in and give out, each beside a peer. */
export async function benchChannels(): Promise<readonly Result[]> {
  return [...(await benchWebhooks())];
}
