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
    "temporaryPassword": true,
    "withoutSecondFactor": true
  },
  "signIn": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": true,
    "withoutSecondFactor": true
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
    "temporaryPassword": true,
    "withoutSecondFactor": true
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listMails": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-operator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getMail": {
    "caller": "session",
    "roles": [
      "team-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "retryMail": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-operator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listInvites": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "inviteCompany": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "readInvite": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "acceptInvite": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listOrganizationInvites": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator",
      "team-auditor",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "invitePerson": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "revokeInvite": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "removeUserFactors": {
    "caller": "session",
    "roles": [
      "team-admin",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getSignOn": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "open",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "startRegistration": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "saveRegistration": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "readRegistration": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "checkRegistration": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "finishRegistration": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "startPasswordReset": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "finishPasswordReset": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "askForSignIn": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "signInWithPasskey": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "startSignOn": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "finishSignOn": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getSecurity": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": true
  },
  "changeEmail": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "confirmEmail": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "sign-in",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "beginTotp": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": true
  },
  "confirmTotp": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": true
  },
  "removeTotp": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "renewRecoveryCodes": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "addPasskey": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": true
  },
  "askForPasskey": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": true
  },
  "renamePasskey": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "removePasskey": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "submitDocument": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "inbox:write"
    ],
    "environment": "caller",
    "limit": "inbox",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "receiveHook": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "inbox",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listOutbox": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "outbox:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "downloadOutbox": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "outbox:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "confirmOutbox": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "outbox:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "submitFile": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "events:write"
    ],
    "environment": "caller",
    "limit": "inbox",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listWork": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "work:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getWork": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "work:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "collectWork": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "work:read"
    ],
    "environment": "caller",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "submitEvents": {
    "caller": "key",
    "roles": [],
    "scopes": [
      "events:write"
    ],
    "environment": "caller",
    "limit": "inbox",
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "addAgreement": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "exchangeDocumentsAt": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "changeAgreement": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "removeAgreement": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listGuides": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "importGuide": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "previewGuide": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "downloadGuideUpload": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getOwnJourney": {
    "caller": "session",
    "roles": [
      "partner-admin",
      "partner-editor",
      "partner-viewer"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listJourneys": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getJourney": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "remind": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "waiveRequirement": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getProfile": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "saveProfile": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getSignedAgreement": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "signAgreement": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-approver",
      "partner-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "downloadAgreement": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listKeyQuestions": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "answerKeyQuestions": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "suggestForKeys": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listMasterData": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "setDraft": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listMappings": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "addMapping": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getMapping": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "saveMapping": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "keepUnsavedMapping": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "compareMapping": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listMappingSamples": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getMappingSample": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "tryMapping": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "whatIfMapping": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "named",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "reviewMapping": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "addMappingComment": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "settleMappingComment": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listConnectionTests": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "startConnectionTest": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "previewDocument": {
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
    "limit": "inbox",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "keepSandboxFile": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "validateDocument": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "inbox",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getCertification": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listScenarioRuns": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "startScenarioRun": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getScenarioRun": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "cancelScenarioRun": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "answerScenario": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "startNeededRuns": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "recertify": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "setChaos": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "exportEvidence": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getGoLive": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "previewGoLive": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "askForGoLive": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "askForGoLiveAgain": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "cancelGoLive": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "partner-admin",
      "partner-editor"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getParallelRun": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "startParallelRun": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "endParallelRun": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "rollBackGoLive": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-approver",
      "team-operator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "suspendPartner": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "resumePartner": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "offBoardPartner": {
    "caller": "session",
    "roles": [
      "team-admin"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listGoLiveRequests": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getGoLiveRequest": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "approveGoLive": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-approver"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "returnGoLive": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-approver"
    ],
    "scopes": [],
    "environment": "none",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "listReconciliations": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "askForReconciliation": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getReconciliation": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "acceptDifference": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "takeAcceptanceBack": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator",
      "team-operator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "downloadReconciliation": {
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "movePartnerToOdoo": {
    "caller": "session",
    "roles": [
      "team-admin",
      "team-integrator"
    ],
    "scopes": [],
    "environment": "record",
    "limit": "standard",
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
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
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getHealth": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "open",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  },
  "getMetrics": {
    "caller": "nobody",
    "roles": [],
    "scopes": [],
    "environment": "none",
    "limit": "open",
    "temporaryPassword": false,
    "withoutSecondFactor": false
  }
} as const;
