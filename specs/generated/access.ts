// Made by `npm run generate` from specs/openapi. Do not edit.
/** Who may call each operation, in which environment, and which limit counts it. */
export const access = {
  "getSession": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "quick",
    "temporaryPassword": true
  },
  "signIn": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false
  },
  "signOut": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "quick",
    "temporaryPassword": true
  },
  "changePassword": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": true
  },
  "listSessions": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "endOtherSessions": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "endSession": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listUsers": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "addUser": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "setUserRoles": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "disableUser": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "enableUser": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "resetUserPassword": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listApiKeys": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "createApiKey": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "revokeApiKey": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "submitDocument": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "inbox:write"
    ],
    "environment": "caller",
    "limit": "inbox",
    "temporaryPassword": false
  },
  "receiveHook": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "inbox",
    "temporaryPassword": false
  },
  "listOutbox": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "outbox:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false
  },
  "downloadOutbox": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "outbox:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false
  },
  "confirmOutbox": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "outbox:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false
  },
  "submitFile": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "events:write"
    ],
    "environment": "caller",
    "limit": "inbox",
    "temporaryPassword": false
  },
  "listWork": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "work:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getWork": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "work:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false
  },
  "collectWork": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "work:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listMessages": {
    "caller": "both",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [
      "messages:read"
    ],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getMessage": {
    "caller": "both",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [
      "messages:read"
    ],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getEvent": {
    "caller": "both",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [
      "messages:read"
    ],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "downloadMessage": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getAnnotatedMessage": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "retryDocument": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "resendDocument": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "retryDelivery": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listEvents": {
    "caller": "both",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [
      "messages:read"
    ],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "submitEvents": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "events:write"
    ],
    "environment": "caller",
    "limit": "inbox",
    "temporaryPassword": false
  },
  "listPartners": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "createPartner": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getPartner": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listAgreements": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "addAgreement": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "changeAgreement": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "removeAgreement": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getGuide": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getSample": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listLookups": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getLookup": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "changeLookup": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "setDraft": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listEndpoints": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "addEndpoint": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getEndpoint": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "changeEndpoint": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "removeEndpoint": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "testEndpoint": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "pauseEndpoint": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "resumeEndpoint": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listExchanges": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listMessageExchanges": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "addWebhookSecret": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "retireWebhookSecrets": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listWebhookDeliveries": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "replayWebhook": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getWebhookReplay": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "sendTestEvent": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listEventTypes": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listChannels": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listAs2Identities": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "addAs2Identity": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "switchAs2Identity": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "retireAs2Identity": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "rehearseAs2Identity": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "tryDocument": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "inbox",
    "temporaryPassword": false
  },
  "listReleases": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "makeRelease": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "nameCandidate": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "removeCandidate": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "setSandbox": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "compareConfigurations": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listTemplates": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getCompany": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "setCompanyIdentities": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listCases": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "updateCases": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getCase": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "updateCase": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "addCaseNote": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listFailures": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "retryFailures": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getRetry": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "listOdooConnections": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "connectOdoo": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getOdooConnection": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "testOdooAccess": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false
  },
  "replaceOdooKey": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "checkOdooConnection": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getOdooChoices": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "setOdooResponsible": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "setOdooFeed": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "setOdooCarrier": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "removeOdooCarrier": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "setOdooPartner": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false
  },
  "getOverview": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false
  },
  "streamChanges": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "quick",
    "temporaryPassword": false
  },
  "getHealth": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "open",
    "temporaryPassword": false
  },
  "getMetrics": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "open",
    "temporaryPassword": false
  }
} as const;
