import type { Command } from 'commander';
import { commandActor } from './command-context.ts';
import { runCommand, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { runRefusable } from './user-work.ts';

interface ResendOptions {
  readonly reissue?: boolean;
  readonly endpoint?: string;
  readonly json?: boolean;
}

/** `crossdock resend`: a document of ours goes out once more. */
export function addResendCommand(program: Command): void {
  program
    .command('resend <id>')
    .description('Send a document of ours once more: the same bytes, or written anew')
    .option('--reissue', 'write it anew from its event under new control numbers; it takes the place of the former one')
    .option('--endpoint <name>', 'send it to this endpoint; where it went before, or as agreed, unless given')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
The id is that of the document, as the portal and the API have it. What is allowed is a part of the agreement: crossdock agreement change 940 --resend same|new|either.
Exit codes: 0 it goes its way, 2 wrong usage or refused.`,
    )
    .action((id: string, options: ResendOptions) => runCommand(() => run(id, options)));
}

const run = (id: string, { reissue = false, endpoint, json }: ResendOptions) =>
  runRefusable(async (context) => {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      throw new UsageError(`"${id}" is no id of a document; the portal shows it.`);
    const { offerOf, resend } = await import('../flows/resend.ts');
    const offer = await offerOf(context, id, '*');
    const order = { numbers: reissue ? 'new' : 'same', sending: offer?.sending ?? 2, endpoint } as const;
    const sent = await resend(context, id, order, { ...commandActor(), visibility: '*' });
    const words = reissue
      ? `It was reissued as ${sent.documentId}.`
      : `It goes out once more; this is sending ${sent.sending}.`;
    console.log(json ? JSON.stringify(sent) : words);
    return exitCodes.fine;
  });
