import type { Handler, OperationId } from '../operation.ts';
import * as all from './all.ts';

/** One handler for each operation of the contract; an operation without one does not compile. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = all;
import { acceptInvite } from './accept-invite.ts';
import { addAgreement } from './add-agreement.ts';
import { addAs2Identity } from './add-as2-identity.ts';
import { addCaseNote } from './add-case-note.ts';
import { addEndpoint } from './add-endpoint.ts';
import { addMapping } from './add-mapping.ts';
import { addMappingComment } from './add-mapping-comment.ts';
import { addPasskey } from './add-passkey.ts';
import { addUser } from './add-user.ts';
import { addWebhookSecret } from './add-webhook-secret.ts';
import { answerScenario } from './answer-scenario.ts';
import { approveGoLive } from './approve-go-live.ts';
import { askForGoLive } from './ask-for-go-live.ts';
import { askForGoLiveAgain } from './ask-for-go-live-again.ts';
import { askForPasskey } from './ask-for-passkey.ts';
import { askForSignIn } from './ask-for-sign-in.ts';
import { beginTotp } from './begin-totp.ts';
import { cancelGoLive } from './cancel-go-live.ts';
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
import { compareMapping } from './compare-mapping.ts';
import { confirmEmail } from './confirm-email.ts';
import { confirmOutbox } from './confirm-outbox.ts';
import { confirmTotp } from './confirm-totp.ts';
import { connectOdoo } from './connect-odoo.ts';
import { createApiKey } from './create-api-key.ts';
import { createPartner } from './create-partner.ts';
import { disableUser } from './disable-user.ts';
import { downloadAgreement } from './download-agreement.ts';
import { downloadGuideUpload } from './download-guide-upload.ts';
import { downloadMessage } from './download-message.ts';
import { downloadOutbox } from './download-outbox.ts';
import { enableUser } from './enable-user.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { endParallelRun } from './end-parallel-run.ts';
import { endSession } from './end-session.ts';
import { exchangeDocumentsAt } from './exchange-documents-at.ts';
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
import { getGoLive } from './get-go-live.ts';
import { getGoLiveRequest } from './get-go-live-request.ts';
import { getGuide } from './get-guide.ts';
import { getHealth } from './get-health.ts';
import { getJourney } from './get-journey.ts';
import { getLookup } from './get-lookup.ts';
import { getMail } from './get-mail.ts';
import { getMapping } from './get-mapping.ts';
import { getMappingSample } from './get-mapping-sample.ts';
import { getMessage } from './get-message.ts';
import { getMetrics } from './get-metrics.ts';
import { getOdooChoices } from './get-odoo-choices.ts';
import { getOdooConnection } from './get-odoo-connection.ts';
import { getOverview } from './get-overview.ts';
import { getOwnJourney } from './get-own-journey.ts';
import { getParallelRun } from './get-parallel-run.ts';
import { getPartner } from './get-partner.ts';
import { getProfile } from './get-profile.ts';
import { getRetry } from './get-retry.ts';
import { getSample } from './get-sample.ts';
import { getScenarioRun } from './get-scenario-run.ts';
import { getSecurity } from './get-security.ts';
import { getSession } from './get-session.ts';
import { getSignOn } from './get-sign-on.ts';
import { getSignedAgreement } from './get-signed-agreement.ts';
import { getWebhookReplay } from './get-webhook-replay.ts';
import { getWork } from './get-work.ts';
import { importGuide } from './import-guide.ts';
import { inviteCompany } from './invite-company.ts';
import { invitePerson } from './invite-person.ts';
import { keepSandboxFile } from './keep-sandbox-file.ts';
import { keepUnsavedMapping } from './keep-unsaved-mapping.ts';
import { listAgreements } from './list-agreements.ts';
import { listApiKeys } from './list-api-keys.ts';
import { listAs2Identities } from './list-as2-identities.ts';
import { listCases } from './list-cases.ts';
import { listChannels } from './list-channels.ts';
import { listConnectionTests } from './list-connection-tests.ts';
import { listEndpoints } from './list-endpoints.ts';
import { listEventTypes } from './list-event-types.ts';
import { listEvents } from './list-events.ts';
import { listExchanges } from './list-exchanges.ts';
import { listFailures } from './list-failures.ts';
import { listGoLiveRequests } from './list-go-live-requests.ts';
import { listGuides } from './list-guides.ts';
import { listInvites } from './list-invites.ts';
import { listJourneys } from './list-journeys.ts';
import { listLookups } from './list-lookups.ts';
import { listMails } from './list-mails.ts';
import { listMappingSamples } from './list-mapping-samples.ts';
import { listMappings } from './list-mappings.ts';
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
import { offBoardPartner } from './off-board-partner.ts';
import { pauseEndpoint } from './pause-endpoint.ts';
import { previewDocument } from './preview-document.ts';
import { previewGoLive } from './preview-go-live.ts';
import { previewGuide } from './preview-guide.ts';
import { readInvite } from './read-invite.ts';
import { readRegistration } from './read-registration.ts';
import { receiveHook } from './receive-hook.ts';
import { recertify } from './recertify.ts';
import { rehearseAs2Identity } from './rehearse-as2-identity.ts';
import { remind } from './remind.ts';
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
import { resumePartner } from './resume-partner.ts';
import { retireAs2Identity } from './retire-as2-identity.ts';
import { retireWebhookSecrets } from './retire-webhook-secrets.ts';
import { retryDelivery } from './retry-delivery.ts';
import { retryDocument } from './retry-document.ts';
import { retryFailures } from './retry-failures.ts';
import { retryMail } from './retry-mail.ts';
import { returnGoLive } from './return-go-live.ts';
import { reviewMapping } from './review-mapping.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { revokeInvite } from './revoke-invite.ts';
import { rollBackGoLive } from './roll-back-go-live.ts';
import { saveMapping } from './save-mapping.ts';
import { saveProfile } from './save-profile.ts';
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
import { settleMappingComment } from './settle-mapping-comment.ts';
import { signAgreement } from './sign-agreement.ts';
import { signIn } from './sign-in.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';
import { signOut } from './sign-out.ts';
import { startConnectionTest } from './start-connection-test.ts';
import { startNeededRuns } from './start-needed-runs.ts';
import { startParallelRun } from './start-parallel-run.ts';
import { startPasswordReset } from './start-password-reset.ts';
import { startRegistration } from './start-registration.ts';
import { startScenarioRun } from './start-scenario-run.ts';
import { startSignOn } from './start-sign-on.ts';
import { streamChanges } from './stream-changes.ts';
import { submitDocument } from './submit-document.ts';
import { submitEvents } from './submit-events.ts';
import { submitFile } from './submit-file.ts';
import { suspendPartner } from './suspend-partner.ts';
import { switchAs2Identity } from './switch-as2-identity.ts';
import { testEndpoint } from './test-endpoint.ts';
import { testOdooAccess } from './test-odoo-access.ts';
import { tryDocument } from './try-document.ts';
import { tryMapping } from './try-mapping.ts';
import { updateCase } from './update-case.ts';
import { updateCases } from './update-cases.ts';
import { validateDocument } from './validate-document.ts';
import { waiveRequirement } from './waive-requirement.ts';
import { whatIfMapping } from './what-if-mapping.ts';

/** One handler for each operation of the contract; an operation without one does not compile. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = {
  acceptInvite,
  addAgreement,
  addAs2Identity,
  addCaseNote,
  addEndpoint,
  addMapping,
  addMappingComment,
  addPasskey,
  addUser,
  addWebhookSecret,
  answerScenario,
  approveGoLive,
  askForGoLive,
  askForGoLiveAgain,
  askForPasskey,
  askForSignIn,
  beginTotp,
  cancelGoLive,
  cancelScenarioRun,
  changeAgreement,
  changeEmail,
  changeEndpoint,
  changeLookup,
  changePassword,
  checkOdooConnection,
  checkRegistration,
  collectWork,
  compareConfigurations,
  compareMapping,
  confirmEmail,
  confirmOutbox,
  confirmTotp,
  connectOdoo,
  createApiKey,
  createPartner,
  disableUser,
  downloadAgreement,
  downloadGuideUpload,
  downloadMessage,
  downloadOutbox,
  enableUser,
  endOtherSessions,
  endParallelRun,
  endSession,
  exchangeDocumentsAt,
  exportEvidence,
  finishPasswordReset,
  finishRegistration,
  finishSignOn,
  getAnnotatedMessage,
  getCase,
  getCertification,
  getCompany,
  getEndpoint,
  getEvent,
  getGoLive,
  getGoLiveRequest,
  getGuide,
  getHealth,
  getJourney,
  getLookup,
  getMail,
  getMapping,
  getMappingSample,
  getMessage,
  getMetrics,
  getOdooChoices,
  getOdooConnection,
  getOverview,
  getOwnJourney,
  getParallelRun,
  getPartner,
  getProfile,
  getRetry,
  getSample,
  getScenarioRun,
  getSecurity,
  getSession,
  getSignOn,
  getSignedAgreement,
  getWebhookReplay,
  getWork,
  importGuide,
  inviteCompany,
  invitePerson,
  ...{ keepSandboxFile, keepUnsavedMapping },
  listAgreements,
  listApiKeys,
  listAs2Identities,
  listCases,
  listChannels,
  listConnectionTests,
  listEndpoints,
  listEventTypes,
  listEvents,
  listExchanges,
  listFailures,
  listGoLiveRequests,
  listGuides,
  listInvites,
  listJourneys,
  listLookups,
  listMails,
  listMappingSamples,
  listMappings,
  listMessageExchanges,
  listMessages,
  listOdooConnections,
  listOrganizationInvites,
  listOutbox,
  listPartners,
  listReleases,
  listScenarioRuns,
  listSessions,
  listTemplates,
  listUsers,
  listWebhookDeliveries,
  listWork,
  makeRelease,
  nameCandidate,
  offBoardPartner,
  pauseEndpoint,
  previewDocument,
  previewGoLive,
  previewGuide,
  readInvite,
  readRegistration,
  receiveHook,
  recertify,
  rehearseAs2Identity,
  remind,
  removeAgreement,
  removeCandidate,
  removeEndpoint,
  removeOdooCarrier,
  removePasskey,
  removeTotp,
  removeUserFactors,
  renamePasskey,
  renewRecoveryCodes,
  replaceOdooKey,
  replayWebhook,
  resendDocument,
  resetUserPassword,
  resumeEndpoint,
  resumePartner,
  retireAs2Identity,
  retireWebhookSecrets,
  retryDelivery,
  retryDocument,
  retryFailures,
  retryMail,
  returnGoLive,
  reviewMapping,
  revokeApiKey,
  revokeInvite,
  rollBackGoLive,
  saveMapping,
  saveProfile,
  saveRegistration,
  sendTestEvent,
  setChaos,
  setCompanyIdentities,
  setDraft,
  setOdooCarrier,
  setOdooFeed,
  setOdooPartner,
  setOdooResponsible,
  setSandbox,
  setUserRoles,
  settleMappingComment,
  signAgreement,
  signIn,
  signInWithPasskey,
  signOut,
  startConnectionTest,
  startNeededRuns,
  startParallelRun,
  startPasswordReset,
  startRegistration,
  startScenarioRun,
  startSignOn,
  streamChanges,
  submitDocument,
  submitEvents,
  submitFile,
  suspendPartner,
  switchAs2Identity,
  testEndpoint,
  testOdooAccess,
  tryDocument,
  tryMapping,
  updateCase,
  updateCases,
  validateDocument,
  waiveRequirement,
  whatIfMapping,
};
