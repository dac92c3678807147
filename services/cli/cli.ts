import { Command, CommanderError } from 'commander';
import { addAgreementCommands } from './agreement-commands.ts';
import { addAs2Commands } from './as2-commands.ts';
import { addAuditCommands } from './audit-commands.ts';
import { addCompanyCommands } from './company-commands.ts';
import { addDocumentCommands } from './document-commands.ts';
import { addEndpointCommands } from './endpoint-commands.ts';
import { exitCodes } from './exit-codes.ts';
import { addHubCommands } from './hub-commands.ts';
import { addInviteCommands, addMailCommands } from './invite-commands.ts';
import { addJourneyCommands } from './journey-commands.ts';
import { addKeyCommands } from './key-commands.ts';
import { addLookupCommands } from './lookup-commands.ts';
import { addMappingCommands } from './mapping-commands.ts';
import { addOdooCommands } from './odoo-commands.ts';
import { addPartnerCommands } from './partner-commands.ts';
import { addResendCommand } from './resend-commands.ts';
import { addRetryCommands } from './retry-commands.ts';
import { addStandardsCommands } from './standards-commands.ts';
import { addUserCommands } from './user-commands.ts';
import { addWebhookCommands } from './webhook-commands.ts';

// Whoever reads our output may have seen enough: `crossdock inspect big.x12 | head`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });

const program = new Command('crossdock')
  .description('Partner onboarding and EDI/B2B integration hub for companies that run Odoo.')
  .version('0.1.0')
  .showHelpAfterError('Run with --help to see what there is.')
  // So that a command may have an option --version of its own.
  .enablePositionalOptions()
  .exitOverride();
addHubCommands(program);
addDocumentCommands(program);
addMappingCommands(program);
addStandardsCommands(program);
addCompanyCommands(program);
addPartnerCommands(program);
addAgreementCommands(program);
addJourneyCommands(program);
addEndpointCommands(program);
addAs2Commands(program);
addLookupCommands(program);
addUserCommands(program);
addInviteCommands(program);
addMailCommands(program);
addKeyCommands(program);
addOdooCommands(program);
addRetryCommands(program);
addWebhookCommands(program);
addResendCommand(program);
addAuditCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // commander has printed the reason; asking for help is no mistake.
  process.exitCode = error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
}
