import type { Handler, OperationId } from '../operation.ts';
import { acceptInvite } from './accept-invite.ts';
import { addAgreement } from './add-agreement.ts';
import { addAs2Identity } from './add-as2-identity.ts';
import { addCaseNote } from './add-case-note.ts';
import { addEndpoint } from './add-endpoint.ts';
import { addPasskey } from './add-passkey.ts';
import { addUser } from './add-user.ts';
import { addWebhookSecret } from './add-webhook-secret.ts';
import { answerScenario } from './answer-scenario.ts';
import { askForPasskey } from './ask-for-passkey.ts';
import { askForSignIn } from './ask-for-sign-in.ts';
import { beginTotp } from './begin-totp.ts';
import { cancelScenarioRun } from './cancel-scenario-run.ts';
import { changeAgreement } from './change-agreement.ts';
import { changeEmail } from './change-email.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { changeLookup } from './change-lookup.ts';
import { changePassword } from './change-password.ts';
import { checkOdooConnection } from './check-odoo-connection.ts';
import { checkRegistration } from './check-registration.ts';
import { collectWork } from './collect-work.ts';
import { compareConfigurations } from './compare-configurations.ts';
import { confirmEmail } from './confirm-email.ts';
import { confirmOutbox } from './confirm-outbox.ts';
import { confirmTotp } from './confirm-totp.ts';
import { connectOdoo } from './connect-odoo.ts';
import { createApiKey } from './create-api-key.ts';
import { createPartner } from './create-partner.ts';
import { disableUser } from './disable-user.ts';
import { downloadMessage } from './download-message.ts';
import { downloadOutbox } from './download-outbox.ts';
import { enableUser } from './enable-user.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endSession } from './end-session.ts';
import { exportEvidence } from './export-evidence.ts';
import { finishPasswordReset } from './finish-password-reset.ts';
import { finishRegistration } from './finish-registration.ts';
import { finishSignOn } from './finish-sign-on.ts';
import { getAnnotatedMessage } from './get-annotated-message.ts';
import { getCase } from './get-case.ts';
import { getCertification } from './get-certification.ts';
import { getCompany } from './get-company.ts';
import { getEndpoint } from './get-endpoint.ts';
import { getEvent } from './get-event.ts';
import { getGuide } from './get-guide.ts';
import { getHealth } from './get-health.ts';
import { getLookup } from './get-lookup.ts';
import { getMail } from './get-mail.ts';
import { getMessage } from './get-message.ts';
import { getMetrics } from './get-metrics.ts';
import { getOdooChoices } from './get-odoo-choices.ts';
import { getOdooConnection } from './get-odoo-connection.ts';
import { getOverview } from './get-overview.ts';
import { getPartner } from './get-partner.ts';
import { getRetry } from './get-retry.ts';
import { getSample } from './get-sample.ts';
import { getScenarioRun } from './get-scenario-run.ts';
import { getSecurity } from './get-security.ts';
import { getSession } from './get-session.ts';
import { getSignOn } from './get-sign-on.ts';
import { getWebhookReplay } from './get-webhook-replay.ts';
import { getWork } from './get-work.ts';
import { inviteCompany } from './invite-company.ts';
import { invitePerson } from './invite-person.ts';
import { keepSandboxFile } from './keep-sandbox-file.ts';
import { listAgreements } from './list-agreements.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listAs2Identities } from './list-as2-identities.ts';
import { listCases } from './list-cases.ts';
import { listChannels } from './list-channels.ts';
import { listEndpoints } from './list-endpoints.ts';
import { listEventTypes } from './list-event-types.ts';
import { listEvents } from './list-events.ts';
import { listExchanges } from './list-exchanges.ts';
import { listFailures } from './list-failures.ts';
import { listInvites } from './list-invites.ts';
import { listLookups } from './list-lookups.ts';
import { listMails } from './list-mails.ts';
import { listMessageExchanges } from './list-message-exchanges.ts';
import { listMessages } from './list-messages.ts';
import { listOdooConnections } from './list-odoo-connections.ts';
import { listOrganizationInvites } from './list-organization-invites.ts';
import { listOutbox } from './list-outbox.ts';
import { listPartners } from './list-partners.ts';
import { listReleases } from './list-releases.ts';
import { listScenarioRuns } from './list-scenario-runs.ts';
import { listSessions } from './list-sessions.ts';
import { listTemplates } from './list-templates.ts';
import { listUsers } from './list-users.ts';
import { listWebhookDeliveries } from './list-webhook-deliveries.ts';
import { listWork } from './list-work.ts';
import { makeRelease } from './make-release.ts';
import { nameCandidate } from './name-candidate.ts';
import { pauseEndpoint } from './pause-endpoint.ts';
import { previewDocument } from './preview-document.ts';
import { readInvite } from './read-invite.ts';
import { readRegistration } from './read-registration.ts';
import { receiveHook } from './receive-hook.ts';
import { recertify } from './recertify.ts';
import { rehearseAs2Identity } from './rehearse-as2-identity.ts';
import { removeAgreement } from './remove-agreement.ts';
import { removeCandidate } from './remove-candidate.ts';
import { removeEndpoint } from './remove-endpoint.ts';
import { removeOdooCarrier } from './remove-odoo-carrier.ts';
import { removePasskey } from './remove-passkey.ts';
import { removeTotp } from './remove-totp.ts';
import { removeUserFactors } from './remove-user-factors.ts';
import { renamePasskey } from './rename-passkey.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { replaceOdooKey } from './replace-odoo-key.ts';
import { replayWebhook } from './replay-webhook.ts';
import { resendDocument } from './resend-document.ts';
import { resetUserPassword } from './reset-user-password.ts';
import { resumeEndpoint } from './resume-endpoint.ts';
import { retireAs2Identity } from './retire-as2-identity.ts';
import { retireWebhookSecrets } from './retire-webhook-secrets.ts';
import { retryDelivery } from './retry-delivery.ts';
import { retryDocument } from './retry-document.ts';
import { retryFailures } from './retry-failures.ts';
import { retryMail } from './retry-mail.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { revokeInvite } from './revoke-invite.ts';
import { saveRegistration } from './save-registration.ts';
import { sendTestEvent } from './send-test-event.ts';
import { setChaos } from './set-chaos.ts';
import { setCompanyIdentities } from './set-company-identities.ts';
import { setDraft } from './set-draft.ts';
import { setOdooCarrier } from './set-odoo-carrier.ts';
import { setOdooFeed } from './set-odoo-feed.ts';
import { setOdooPartner } from './set-odoo-partner.ts';
import { setOdooResponsible } from './set-odoo-responsible.ts';
import { setSandbox } from './set-sandbox.ts';
import { setUserRoles } from './set-user-roles.ts';
import { signIn } from './sign-in.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';
import { signOut } from './sign-out.ts';
import { startPasswordReset } from './start-password-reset.ts';
import { startRegistration } from './start-registration.ts';
import { startScenarioRun } from './start-scenario-run.ts';
import { startSignOn } from './start-sign-on.ts';
import { streamChanges } from './stream-changes.ts';
import { submitDocument } from './submit-document.ts';
import { submitEvents } from './submit-events.ts';
import { submitFile } from './submit-file.ts';
import { switchAs2Identity } from './switch-as2-identity.ts';
import { testEndpoint } from './test-endpoint.ts';
import { testOdooAccess } from './test-odoo-access.ts';
import { tryDocument } from './try-document.ts';
import { updateCase } from './update-case.ts';
import { updateCases } from './update-cases.ts';
import { validateDocument } from './validate-document.ts';

/** One handler for each operation of the contract; an operation without one does not compile. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = {
  listMails,
  getMail,
  retryMail,
  listInvites,
  listOrganizationInvites,
  inviteCompany,
  invitePerson,
  revokeInvite,
  readInvite,
  acceptInvite,
  getSignOn,
  startRegistration,
  saveRegistration,
  readRegistration,
  checkRegistration,
  finishRegistration,
  startPasswordReset,
  finishPasswordReset,
  confirmEmail,
  askForSignIn,
  signInWithPasskey,
  startSignOn,
  finishSignOn,
  getSecurity,
  changeEmail,
  beginTotp,
  confirmTotp,
  removeTotp,
  renewRecoveryCodes,
  askForPasskey,
  addPasskey,
  renamePasskey,
  removePasskey,
  removeUserFactors,
  getSession,
  signIn,
  signOut,
  changePassword,
  endOtherSessions,
  endSession,
  listSessions,
  revokeApiKey,
  createApiKey,
  listApiKeys,
  resetUserPassword,
  enableUser,
  disableUser,
  setUserRoles,
  addUser,
  listUsers,
  submitDocument,
  listOutbox,
  downloadOutbox,
  confirmOutbox,
  submitEvents,
  submitFile,
  listWork,
  getWork,
  collectWork,
  listMessages,
  getMessage,
  getMetrics,
  getEvent,
  downloadMessage,
  getAnnotatedMessage,
  retryDelivery,
  retryDocument,
  resendDocument,
  listPartners,
  getPartner,
  tryDocument,
  previewDocument,
  keepSandboxFile,
  validateDocument,
  listAgreements,
  addAgreement,
  changeAgreement,
  removeAgreement,
  setDraft,
  getGuide,
  getSample,
  listEndpoints,
  listExchanges,
  listMessageExchanges,
  listAs2Identities,
  addAs2Identity,
  switchAs2Identity,
  retireAs2Identity,
  rehearseAs2Identity,
  listLookups,
  getLookup,
  changeLookup,
  addEndpoint,
  changeEndpoint,
  getEndpoint,
  removeEndpoint,
  testEndpoint,
  pauseEndpoint,
  resumeEndpoint,
  listChannels,
  listEventTypes,
  createPartner,
  listTemplates,
  getCompany,
  setCompanyIdentities,
  listReleases,
  makeRelease,
  nameCandidate,
  removeCandidate,
  setSandbox,
  compareConfigurations,
  listOdooConnections,
  getOdooConnection,
  connectOdoo,
  testOdooAccess,
  replaceOdooKey,
  checkOdooConnection,
  getOdooChoices,
  setOdooResponsible,
  setOdooFeed,
  setOdooCarrier,
  removeOdooCarrier,
  setOdooPartner,
  listCases,
  getCase,
  updateCase,
  updateCases,
  addCaseNote,
  listEvents,
  receiveHook,
  addWebhookSecret,
  retireWebhookSecrets,
  listWebhookDeliveries,
  replayWebhook,
  getWebhookReplay,
  sendTestEvent,
  listFailures,
  retryFailures,
  getRetry,
  getOverview,
  streamChanges,
  getHealth,
  answerScenario,
  cancelScenarioRun,
  exportEvidence,
  getCertification,
  getScenarioRun,
  listScenarioRuns,
  recertify,
  setChaos,
  startScenarioRun,
};
