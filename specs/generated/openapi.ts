// Made by `npm run generate` from specs/openapi. Do not edit.
export type paths = {
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description For people with any role.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in with e-mail and password
         * @description Needs no sign-in.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description For people with any role.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose another password of one's own
         * @description Ends all other sessions; this one goes on under a new token.
         *
         *     For people with any role.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own sessions
         * @description For people with any role.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * End all of one's sessions but this one
         * @description For people with any role.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's own sessions
         * @description For people with any role.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People of an organization
         * @description For people with any role.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Add a person
         * @description The hub sends no mail: hand the temporary password over yourself. It is shown only now, and whoever signs in with it has to choose another one.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        post: operations["addUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/users/{userId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a person other roles
         * @description Takes the place of all roles. An organization keeps at least one admin who can sign in.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        put: operations["setUserRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/users/{userId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a person
         * @description Ends all sessions of the person at once. What the person did stays on record. An organization keeps at least one admin who can sign in.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        post: operations["disableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/users/{userId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a person again
         * @description The password is the one from before.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        post: operations["enableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/users/{userId}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person a temporary password
         * @description For a password that was lost. Ends all sessions of the person. The password is shown only now, and has to be replaced at the first sign-in.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        post: operations["resetUserPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API keys of an organization
         * @description For people with any role.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description The key is shown only now. Its name is what the messages and the audit trail call it.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/api-keys/{keyId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an API key
         * @description Holds at once in every process of the hub, and cannot be undone.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails of the hub
         * @description For people with the role `team-admin` or `team-operator`.
         */
        get: operations["listMails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails/{mailId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A mail
         * @description What it says is kept until an SMTP server has it. Links in mails open accounts: that somebody read it is on record.
         *
         *     For people with the role `team-admin`.
         */
        get: operations["getMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mails/{mailId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a mail again
         * @description For people with the role `team-admin` or `team-operator`.
         */
        post: operations["retryMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All invites
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listInvites"];
        put?: never;
        /**
         * Invite a company
         * @description Mails a link that is good for a week and once. Whoever follows it chooses a password and is the first admin of the company, which is made from the template then.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["inviteCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invites/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invite is for
         * @description Needs no sign-in.
         */
        post: operations["readInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invites/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invite
         * @description Makes the account, and the company where the invite is for one, and signs in.
         *
         *     Needs no sign-in.
         */
        post: operations["acceptInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invites of an organization
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor` or `partner-admin`.
         */
        get: operations["listOrganizationInvites"];
        put?: never;
        /**
         * Invite a person
         * @description Mails a link that is good for a week and once. An open invite of the same address ends.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/invites/{inviteId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an invite back
         * @description For people with the role `team-admin` or `team-integrator` or `partner-admin`.
         */
        post: operations["revokeInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{organizationId}/users/{userId}/second-factors/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the second factors of a person
         * @description For a phone that was lost. Authenticator app, recovery codes and passkeys go, and all sessions end; the password stays.
         *
         *     For people with the role `team-admin` or `partner-admin`.
         */
        post: operations["removeUserFactors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ways to come in
         * @description Needs no sign-in.
         */
        get: operations["getSignOn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep the form
         * @description The form is kept under the address that was proven, for a week since it was last opened, and is the same on every device.
         *
         *     Needs no sign-in.
         */
        put: operations["saveRegistration"];
        /**
         * Begin a registration
         * @description Mails a link to the address. The answer is the same whether the address is known or not.
         *
         *     Needs no sign-in.
         */
        post: operations["startRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registrations/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The form of a link
         * @description Needs no sign-in.
         */
        post: operations["readRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registrations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Companies that this one may be
         * @description By mail domain, SCAC, DUNS, GLN and name. Says the name of a company only to somebody whose own address is of its domain.
         *
         *     Needs no sign-in.
         */
        post: operations["checkRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registrations/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register the company
         * @description Makes the company at the stage `registered` with a sandbox that runs its template, and its first admin, and signs in. Production runs nothing.
         *
         *     Needs no sign-in.
         */
        post: operations["finishRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another password
         * @description Mails a link to the address. The answer is the same whether the address is known or not.
         *
         *     Needs no sign-in.
         */
        post: operations["startPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose another password by a link
         * @description Ends all sessions. A second factor stays.
         *
         *     Needs no sign-in.
         */
        post: operations["finishPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a browser for a passkey
         * @description Needs no sign-in.
         */
        post: operations["askForSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a passkey
         * @description Needs no sign-in.
         */
        post: operations["signInWithPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a single sign-on
         * @description Needs no sign-in.
         */
        post: operations["startSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/sign-on/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a single sign-on
         * @description Needs no sign-in.
         */
        post: operations["finishSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one signs in
         * @description For people with any role.
         */
        get: operations["getSecurity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another e-mail address
         * @description For people with any role.
         */
        post: operations["changeEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm another e-mail address
         * @description Needs no sign-in.
         */
        post: operations["confirmEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set up an authenticator app
         * @description For people with any role.
         */
        post: operations["beginTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an authenticator app
         * @description For people with any role.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/totp/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the authenticator app
         * @description For people with any role.
         */
        post: operations["removeTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get other recovery codes
         * @description For people with any role.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a passkey
         * @description For people with any role.
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a browser to make a passkey
         * @description For people with any role.
         */
        post: operations["askForPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Name a passkey
         * @description For people with any role.
         */
        put: operations["renamePasskey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/passkeys/{passkeyId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove a passkey
         * @description For people with any role.
         */
        post: operations["removePasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop a document
         * @description Send the bytes as they are or as `multipart/form-data` with one or more files: X12 with one or many interchanges, or a JSON, CSV or XML document of your
         *     own that was agreed. What a document is, its bytes say and not its media type. The answer comes after the bytes are safely on disk. X12 is acknowledged
         *     by a 997, which appears in the outbox; how any other document stands, `GET /v1/messages/{documentId}` tells.
         *     The same bytes sent twice have one effect: the second answer is 200 with `duplicate: true`, the id of the first, and how that
         *     one stands by now (`first`): it may have been rejected or set aside meanwhile.
         *
         *     For an API key with the scope `inbox:write`.
         */
        post: operations["submitDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/hooks/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post a document that is signed
         * @description For systems that post webhooks and hold no API key: the headers `webhook-id`, `webhook-timestamp` and `webhook-signature` of Standard Webhooks, made with a secret that stands in the
         *     setting `signingSecret` of the HTTPS endpoint. Five minutes to either side of the hub's clock are allowed. The same `webhook-id` is the same document: posted again it is answered with
         *     `duplicate: true` and stored once, and `first` says how it stands by now; another body under the same `webhook-id` is refused (409) with the SHA-256 of the first. What comes back waits in the outbox, as for documents that were dropped with an API key.
         *
         *     Needs no sign-in.
         */
        post: operations["receiveHook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents waiting for the partner
         * @description Oldest first. Download each one, then confirm it; what is confirmed leaves the list.
         *
         *     For an API key with the scope `outbox:read`.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a waiting document
         * @description Downloading does not remove it; confirm it afterwards.
         *
         *     For an API key with the scope `outbox:read`.
         */
        get: operations["downloadOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox/{documentId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm that a document was picked up
         * @description Confirming twice is fine.
         *
         *     For an API key with the scope `outbox:read`.
         */
        put: operations["confirmOutbox"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a file that an event is going to name
         * @description Such as a signed proof of delivery: a PDF, PNG, JPEG or TIFF as the body. What it is, its bytes say. It is stored before the answer comes; a status that names it
         *     (`data.proofOfDelivery.documentId` of `shipment.milestone.v1`) brings it to the transfer in Odoo. The same bytes sent again are the same file.
         *
         *     For an API key with the scope `events:write`.
         */
        post: operations["submitFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What there is to do
         * @description Orders to ship, loads that are tendered, receipts to expect, as canonical JSON: what was released to this partner and agreed to be fetched this way. Oldest first;
         *     pages go on where the one before ended, whatever is added meanwhile. Do what is asked, then collect each; what is collected leaves the list.
         *
         *     For an API key with the scope `work:read`.
         */
        get: operations["listWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One thing to do
         * @description Collected or not.
         *
         *     For an API key with the scope `work:read`.
         */
        get: operations["getWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/{documentId}/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say that you have it
         * @description It leaves the list, and counts as delivered. Saying it twice is fine.
         *
         *     For an API key with the scope `work:read`.
         */
        put: operations["collectWork"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search documents
         * @description For people with any role, and for an API key with the scope `messages:read`.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One document with everything that became of it
         * @description Sets are listed page by page, as `setOffset` and `setLimit` say; `setCount` and `sets` tell how many there are. Events are the first ones, and `eventCount` tells how many there are.
         *
         *     For people with any role, and for an API key with the scope `messages:read`.
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/events/{ordinal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event of a document with its data, its provenance and what was written to Odoo
         * @description For people with any role, and for an API key with the scope `messages:read`.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bytes as received or sent
         * @description For people with any role.
         */
        get: operations["downloadMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/annotated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The document segment by segment, with names, meanings and findings in place
         * @description For people with any role.
         */
        get: operations["getAnnotatedMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a document again
         * @description One that could not be translated (`document.quarantined`) is translated again, alone and in a process of its own, as if it had never been tried: nothing of it was used so far. Of any other, the deliveries that came to nothing are due again; they keep their keys, so nothing is applied twice.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["retryDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a document of ours once more
         * @description `same`: the same bytes under the same control numbers go their way again; what waits in a mailbox can be fetched again. What has come good of its ladder stands, and everything else is waited for anew. `new`: a document is written anew from its event under new control numbers and takes the place of this one, which nobody waits for any more and nobody can fetch. The agreement says which of them is allowed; `resend` of the document says what can be done now. Two orders of one sending are one.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["resendDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a failed delivery again
         * @description The delivery keeps its key, so nothing is applied twice.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Canonical events in the order in which they came to be
         * @description For readers without a broker: read a page, keep `next`, and go on from there. No event is passed over, however long the transaction took that wrote it, and none comes twice. A partner reads the events of its own documents, and those that Odoo released for it.
         *
         *     For people with any role, and for an API key with the scope `messages:read`.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * Send canonical events
         * @description Statuses, answers to tenders, ship notices, shipments, receipts, inventory, invoices: one event, or up to 500 below `events`. The body is stored before the
         *     answer comes, and each field of its events can be traced back to it. Of several events the good ones are taken, and the answer says of each what became
         *     of it; where not one is good the answer is 422 and nothing is stored.
         *
         *     The same body sent again is the same request: nothing happens twice, the answer has the same ids, with `Idempotent-Replayed: true`, and `first` says how the first one stands by now. With an `Idempotency-Key` the
         *     hub also refuses another body under the same key (409), for seven days.
         *
         *     For an API key with the scope `events:write`.
         */
        post: operations["submitEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Partners with their traffic of the last 24 hours
         * @description For people with any role.
         */
        get: operations["listPartners"];
        put?: never;
        /**
         * Make a partner from one template or several
         * @description Its draft is what the templates have, and the sandbox runs it at once; production runs nothing before the first release. Of several templates the first says how documents are acknowledged and delimited.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["createPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One partner with identities, agreements, keys and traffic
         * @description For people with any role.
         */
        get: operations["getPartner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents that are agreed with a partner
         * @description For people with any role.
         */
        get: operations["listAgreements"];
        /**
         * Exchange all documents at one endpoint
         * @description Every document of the draft names it from then on, which is one change of the agreement; production follows with the next release. To move one document alone, change its agreement. An endpoint that nobody has made yet is named with its `channel`: setting it up is asked for on the journey then.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        put: operations["exchangeDocumentsAt"];
        /**
         * Agree on a document that a template has
         * @description Its mapping, guide and samples go into the draft of the partner; production runs it from the next release on.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["addAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/agreements/{direction}/{set}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change version, acknowledgement or deadlines of a document
         * @description What is not named stays. The change goes to the draft; production runs it from the next release on. With `channel` a document can name an endpoint that nobody has made yet; the channel alone means the endpoint of this channel, or a new one that is called like it.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        put: operations["changeAgreement"];
        post?: never;
        /**
         * End the agreement on a document
         * @description Production goes on with it until the next release. Its mapping and guide stay among the files of the draft.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        delete: operations["removeAgreement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/agreements/{direction}/{set}/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The guide of a document, for whoever builds it
         * @description For people with any role.
         */
        get: operations["getGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/agreements/{direction}/{set}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A sample of a document, between the partner and us
         * @description For people with any role.
         */
        get: operations["getSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The guides of a partner, what was uploaded, and what deviates from the standard
         * @description For people with any role.
         */
        get: operations["listGuides"];
        put?: never;
        /**
         * Take a specification into the draft as a guide
         * @description What the preview shows is written into the draft; the file is kept as it was, and anybody who sees the guides can get it back. A PDF or Word file is only kept. Production runs the guide from the next release on.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["importGuide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/guides/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a specification would become
         * @description Reads SEF 1.0 to 1.6, OpenEDI JSON, MuleSoft ESL, layout tables in CSV and XLSX, and guides of Crossdock. Nothing is stored, and nothing of the file is run.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["previewGuide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/guides/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An uploaded specification, byte for byte
         * @description For people with any role.
         */
        get: operations["downloadGuideUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where we stand, whose turn it is, and what comes next
         * @description For people with the role `partner-admin` or `partner-editor` or `partner-viewer`.
         */
        get: operations["getOwnJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All partners with their stage and whose turn it is
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listJourneys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/journey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a partner stands, whose turn it is, and what comes next
         * @description For people with any role.
         */
        get: operations["getJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind the other side, by mail, of what is its turn
         * @description Partners remind the team, the team reminds the partner; once a day at most.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a requirement be until a day
         * @description It names who, why and until when, and is on record. Whatever else is asked for stays.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver`.
         */
        post: operations["waiveRequirement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a partner says of itself
         * @description For people with any role.
         */
        get: operations["getProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Save parts of a profile
         * @description `insteadOf` has the same parts as their author saw them. Where somebody saved one of them since, nothing is saved, and each such part is named with what it says now.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        patch: operations["saveProfile"];
        trace?: never;
    };
    "/v1/partners/{partnerId}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agreement as it would be signed now, with its signatures and history
         * @description For people with any role.
         */
        get: operations["getSignedAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/agreement/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign the agreement for one's own side
         * @description For people with the role `team-admin` or `team-approver` or `partner-admin`.
         */
        post: operations["signAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/agreement/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agreement as PDF, with its hash and signatures
         * @description For people with any role.
         */
        get: operations["downloadAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look-ups of a partner
         * @description Those that have entries, and those that a mapping of its draft asks. The units of an Odoo stand with the rules of its connection.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listLookups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/lookups/{lookup}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries of a look-up
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["getLookup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Write and remove entries of a look-up
         * @description They hold at once, for documents that are translated from then on; what waits for one of the keys goes on.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        patch: operations["changeLookup"];
        trace?: never;
    };
    "/v1/partners/{partnerId}/cross-references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keys of a partner that nobody has said the meaning of
         * @description What its documents name that Odoo knows nothing by, with how much waits for each and since when. Documents of certification tests are none of it.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listKeyQuestions"];
        put?: never;
        /**
         * Say what keys of a partner are in Odoo
         * @description Writes the cross references, which hold at once and in both environments, and lets everything go on of which each key has an answer now, in its order. What waits for another key as well stays.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["answerKeyQuestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/cross-references/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the keys of open questions may be in Odoo
         * @description Looks in Odoo now, for the same questions that the list has: by barcode, internal reference, number of a vendor and name, each with its reason. Nothing is applied by itself.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["suggestForKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/cross-references/master-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Products or warehouses of Odoo, with the keys that mean them
         * @description Read in Odoo now. With `missing` those only that no cross reference of the partner means.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listMasterData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take the draft back to what it was
         * @description For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        put: operations["setDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mappings of a partner
         * @description What becomes of each document, as the draft has it: who wrote it, whether it was reviewed, what it covers, and whether production runs it.
         *
         *     For people with any role.
         */
        get: operations["listMappings"];
        put?: never;
        /**
         * Begin a mapping from a template
         * @description The document is agreed with it in the draft; guide, samples and tables of the template come along where the draft has none of these names.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["addMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A mapping with its versions, comments and what its editor completes
         * @description For people with any role.
         */
        get: operations["getMapping"];
        /**
         * Put a mapping into the draft
         * @description The version before stays in the history; a review of it does not hold for the new one. Production runs it from the next release on.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        put: operations["saveMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/unsaved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep what one typed and has not saved
         * @description For the caller alone, on every device; it may have faults, and nothing runs it. It stays until the caller drops it, also when the mapping is saved.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        put: operations["keepUnsavedMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How two versions of a mapping differ
         * @description For people with any role.
         */
        get: operations["compareMapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a mapping can be tried on
         * @description Samples of the draft, then the newest documents that came in the environment, or the newest events of the type that it writes.
         *
         *     For people with any role.
         */
        get: operations["listMappingSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The text of a sample
         * @description For people with any role.
         */
        get: operations["getMappingSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mapping on a sample
         * @description Stores nothing. Says every fault with its line, what is made of the sample, where each value comes from, and what is left behind. Bounded in time and size; the sample may have 2 MB.
         *
         *     For people with any role.
         */
        post: operations["tryMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a mapping would change
         * @description Runs it and the one in use over the newest documents of its kind, and adds up how the events differ. Stores nothing. What the time does not last for is told.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `partner-admin` or `partner-editor`.
         */
        post: operations["whatIfMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a review, approve or return
         * @description About the version that the draft has, by its hash: a change makes it unreviewed. Whoever wrote it neither approves nor returns it.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `partner-admin` or `partner-editor`.
         */
        post: operations["reviewMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something of a line
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `partner-admin` or `partner-editor`.
         */
        post: operations["addMappingComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/mappings/{mapping}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Mark a comment as settled, or open it again
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `partner-admin` or `partner-editor`.
         */
        patch: operations["settleMappingComment"];
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the documents of a partner are exchanged
         * @description For people with any role.
         */
        get: operations["listEndpoints"];
        put?: never;
        /**
         * Add an endpoint
         * @description Endpoints of a channel that lies on the hub's own machine, such as `folder`, are set up by the integration team, below the folders that the operator names.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["addEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One endpoint
         * @description For people with any role.
         */
        get: operations["getEndpoint"];
        put?: never;
        post?: never;
        /**
         * Remove an endpoint
         * @description Refused while an agreement that is in use names it, and while documents wait for it.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        delete: operations["removeEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change the name or the settings of an endpoint
         * @description Settings are said anew, all of them. Of the secret ones, those that are not named stay as they are; null takes one away. What waits for the endpoint is tried at once.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        patch: operations["changeEndpoint"];
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the settings of an endpoint
         * @description Where it works, what waits for the endpoint is tried at once.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["testEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/connection-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connection tests of an endpoint, step by step
         * @description A test that is running grows by a step each time; `awaits` says what the partner is to do now.
         *
         *     For people with any role.
         */
        get: operations["listConnectionTests"];
        put?: never;
        /**
         * Run a connection test
         * @description In the sandbox. `loopback` plays both sides on the hub's machine with keys that are made for it, and keeps nothing. `host` goes to the partner's machine, or waits for it to call. Both try what must work and what must be refused: a wrong certificate, a bad signature, a wrong password or key.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["startConnectionTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold back what is for an endpoint
         * @description For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["pauseEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let what is for an endpoint go on
         * @description For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["resumeEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What went over an endpoint
         * @description Messages, receipts, sessions and events of its log, also those that were refused or did not get there.
         *
         *     For people with any role.
         */
        get: operations["listExchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{documentId}/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a document was transported
         * @description The entries of its endpoint's log that it took part in, with those of its events.
         *
         *     For people with any role.
         */
        get: operations["listMessageExchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a further signing secret
         * @description Everything is signed by it and by the former ones, until those are retired. Five are in use at most.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["addWebhookSecret"];
        /**
         * Take all signing secrets out of use but the newest one
         * @description For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        delete: operations["retireWebhookSecrets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was and is to be posted to a webhook
         * @description Newest first. Each try with request and answer is in the log of the endpoint (`…/exchanges`).
         *
         *     For people with any role.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post events once more
         * @description One delivery, all dead letters, or all that was received in a time, also what came before the endpoint was there or while it was stopped. Events keep their ids, so a receiver that keeps them works nothing off twice. 10,000 at most in one replay, the oldest first; one replay at a time for an endpoint. What waits for its next try is posted now, and an endpoint that did not answer is asked now. 409 while the endpoint is paused, and for one delivery that is being posted at this moment.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator` or `partner-admin` or `partner-editor`.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/replays/{replayId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a replay is, and what came of it
         * @description For people with any role.
         */
        get: operations["getWebhookReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/endpoints/{endpointId}/test-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post a made-up event of a type
         * @description Signed like any other, and marked by the CloudEvents extension `crossdocktest: true`. It counts for nothing.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["sendTestEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Types of events, each with a made-up one
         * @description What a subscriber may choose from. The sample has every field that the type knows, as a test event has.
         *
         *     For people with any role.
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Channels of this hub, with what their settings are
         * @description For people with any role.
         */
        get: operations["listChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/as2-identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys and certificates by which partners know our AS2
         * @description The private parts are shown to nobody. The first one is made by itself when it is needed for the first time.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listAs2Identities"];
        put?: never;
        /**
         * Make an AS2 identity, or upload one
         * @description `next` is shown to partners and opens what is encrypted for it, and we sign with it after the switch; there is one at a time. `current` is used at once. Where there is none yet, the first one is the current one whatever is said. One of `make`, `pem` and `pfx` says where it comes from.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["addAs2Identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/as2-identities/{identityId}/switch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign with this AS2 identity from now on
         * @description What is encrypted for the present one is opened until that is retired.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["switchAs2Identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/as2-identities/{identityId}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use an AS2 identity for nothing more
         * @description What is still encrypted for it cannot be opened after that.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["retireAs2Identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/as2-identities/{identityId}/rehearse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an AS2 identity with a partner
         * @description Sends a small text, signed with it, at an AS2 endpoint, and tells what the partner says of it. It holds no document.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["rehearseAs2Identity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/sandbox/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop a document into the sandbox by hand
         * @description What the inbox does with an API key of the sandbox, for people: the document is translated, checked and acknowledged, and nothing of it reaches production.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["tryDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/sandbox/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would come of a document
         * @description Takes a document of 5 MB at most through reading, checks, mapping and acknowledgement as the sandbox runs them, and asks Odoo's twin what it would change. Nothing of it is kept, sent or written.
         *
         *     For people with any role.
         */
        post: operations["previewDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/sandbox/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a file for a form
         * @description What `POST /v1/documents` does with an API key of the sandbox, for people: a proof of delivery (PDF, PNG, JPEG or TIFF) that a form then names by its id.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["keepSandboxFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a document without an account
         * @description Holds a document of 1 MB at most against the standard and the rules of the trade, and shows the acknowledgement that it would get. Nothing of it is kept. Only where the operator allows it (`openValidator` of `GET /v1/sign-on`).
         *
         *     Needs no sign-in.
         */
        post: operations["validateDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which tests are left
         * @description The documents of the draft against the scenarios that certify each, and how each stands. Everything is computed from runs; nothing is ticked by hand.
         *
         *     For people with any role.
         */
        get: operations["getCertification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of scenarios
         * @description Newest first.
         *
         *     For people with any role.
         */
        get: operations["listScenarioRuns"];
        put?: never;
        /**
         * Run a scenario, for the first time or again
         * @description Any number of runs go side by side, each under a fixture number of its own. It asks nobody, and an older run stays as it is.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["startScenarioRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run as a conversation
         * @description Each frame has its document, what was expected of it, what came, and until when it is waited for.
         *
         *     For people with any role.
         */
        get: operations["getScenarioRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a run that is under way
         * @description It counts neither for nor against the scenario.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["cancelScenarioRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification/runs/{runId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what is awaited by a form
         * @description For partners without EDI: the fields become the canonical event that the document would have become, and go the way of `POST /v1/events`. Where somebody else was faster, 409 says so.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["answerScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification/needed-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run all that is needed and not passed, side by side
         * @description Starts every connectivity and must scenario that is not passed, of one document or of all: as many runs of each as its pack asks for, less those that count already or are under way. For partners whose systems answer by themselves.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["startNeededRuns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification/recertification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run again what a change has reopened
         * @description Starts a run of each scenario that is reopened, of one document or of all.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["recertify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification/chaos/{chaos}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Switch trouble on or off
         * @description Holds in the sandbox, for this partner alone; what is switched on goes off by itself after a day.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        put: operations["setChaos"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/certification/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Evidence of a certification, signed
         * @description Every byte that was exchanged in the runs that certify the document, with hashes, versions, events, ladders and verdicts. `crossdock evidence verify FILE` holds it against its signature, offline.
         *
         *     For people with any role.
         */
        get: operations["exportEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Releases of a partner, its candidates and its draft
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listReleases"];
        put?: never;
        /**
         * Make a release, which production runs from now on
         * @description Of the draft, of a candidate, or of the content of an older release, which is how one rolls back. Every process runs it within seconds; documents under way finish with the release that they began with.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver`.
         */
        post: operations["makeRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/candidates/{candidate}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give the draft a name, under which the sandbox may run it while the draft goes on
         * @description A candidate of that name stands for the draft from now on; where the sandbox runs it, it runs the new content at once.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        put: operations["nameCandidate"];
        post?: never;
        /**
         * Forget a candidate that the sandbox does not run
         * @description Releases that were made of it stay.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        delete: operations["removeCandidate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say what the sandbox runs
         * @description For people with the role `team-admin` or `team-integrator`.
         */
        put: operations["setSandbox"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the files of two configurations of a partner differ
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["compareConfigurations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/go-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the documents of a partner stand on their way to production
         * @description For people with any role.
         */
        get: operations["getGoLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/go-live/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the go-live of a document would be now
         * @description The very checks that the approver sees, what would change in production, and which settings of channels are to be confirmed.
         *
         *     For people with any role.
         */
        get: operations["previewGoLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/go-live/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for the go-live of documents
         * @description Possible when every check is met; 409 names those that are not. What is asked for is frozen; two people of the team approve it, neither of them its author.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["askForGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/go-live/requests/{requestId}/ask-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask again for what was returned or changed
         * @description With what it would be now. A request that was returned keeps its place for three days.
         *
         *     For people with the role `team-admin` or `team-integrator` or `partner-admin` or `partner-editor`.
         */
        post: operations["askForGoLiveAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/go-live/requests/{requestId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a request back
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `partner-admin` or `partner-editor`.
         */
        post: operations["cancelGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/parallel-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The parallel run of a document, with what differs
         * @description For people with any role.
         */
        get: operations["getParallelRun"];
        put?: never;
        /**
         * Start the parallel run of a document
         * @description Production takes the document in, works on it and compares with what Odoo gets by the old way. Nothing is written to Odoo, sent, or acknowledged unless that is wished.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver`.
         */
        post: operations["startParallelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/parallel-run/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the parallel run of a document
         * @description Nothing of the document is written after that either; another run may be started.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver`.
         */
        post: operations["endParallelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/roll-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a document back to what it was before its go-live
         * @description To the content of the former release by a new one, or, where nothing was live before, to the parallel run. What is under way finishes; what Odoo has got already is recognised when it comes again.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator`.
         */
        post: operations["rollBackGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold the production of a partner
         * @description What comes is stored and acknowledged as agreed, and not applied; what is for the partner waits. The partner is told why.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["suspendPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the production of a partner go on
         * @description For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["resumePartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}/off-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the work with a partner
         * @description Keys are revoked, channels stopped with their secrets gone, its people lose their access. Documents and audit trail are kept. This is not taken back.
         *
         *     For people with the role `team-admin`.
         */
        post: operations["offBoardPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/go-live/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests for go-lives
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listGoLiveRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/go-live/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One request with all that its approver looks at
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["getGoLiveRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/go-live/requests/{requestId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a request
         * @description By the hash of what was seen. 409 for whoever asked for it, wrote part of it or has approved it, and where it was changed since, which makes it void.
         *
         *     For people with the role `team-admin` or `team-approver`.
         */
        post: operations["approveGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/go-live/requests/{requestId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return a request with a numbered code
         * @description For people with the role `team-admin` or `team-approver`.
         */
        post: operations["returnGoLive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Templates that partners are made from
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company that runs this hub, and how it is called in envelopes
         * @description For people with any role.
         */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/company/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how our company is called in envelopes
         * @description Takes the place of all ids of both environments, within seconds. We send under the first of each; partners may address us by any of them.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        put: operations["setCompanyIdentities"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is open and waits for a person
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Resolve many cases with a cause, give them to somebody, or note the same about each
         * @description Each case is changed by itself, as by `PATCH /v1/cases/{caseId}` and its notes: one that cannot be changed holds up none, and is told with its reason. On record with what was before.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        patch: operations["updateCases"];
        trace?: never;
    };
    "/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One case with what people noted about it
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Resolve a case with a cause, open it again, or give it to somebody
         * @description What is not sent stays. A case that was resolved by hand can be opened again; one that the hub closed cannot. How its document stands follows. On record with what was before.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        patch: operations["updateCase"];
        trace?: never;
    };
    "/v1/cases/{caseId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note something about a case
         * @description For the team only; it stays when the case is resolved.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["addCaseNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries that failed, grouped by what they failed of
         * @description The most frequent cause first, 200 at most.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try everything again that failed of one cause, or all that failed
         * @description The deliveries keep their keys, so nothing is applied twice. Many are handed over in the background; the same asked for again while it runs is the same. What has failed since it was begun is not among it.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["retryFailures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retries/{retryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a retry of many is, and what came of it
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["getRetry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connections to Odoo with their state, settings and the rules of each partner
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listOdooConnections"];
        put?: never;
        /**
         * Connect a database of Odoo for production
         * @description The access is tried first, and nothing is kept of one that does not work; `errors` names the field at fault with what Odoo said. The key is sealed and never shown again. Production speaks with one Odoo: another beside it is a conflict; the same address and database again is a repair. The sandbox speaks with a twin only.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["connectOdoo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One connection to Odoo
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["getOdooConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an access to Odoo without keeping it
         * @description Asks the address for its version, signs in, and reads what the hub would miss. Keeps nothing and changes nothing in Odoo. `errors` of a 400 names the field at fault with what Odoo said.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["testOdooAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a connection another key, and another login or address of the same database
         * @description It is tried first, and nothing is kept of one that does not work. What waited for the connection goes on by itself.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        put: operations["replaceOdooKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try the connection now
         * @description Asks Odoo for its version, signs in, and reads what it lacks; what it finds becomes the state of the connection. Changes nothing in Odoo.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["checkOdooConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last reconciliations of a connection
         * @description What the hub has written to an Odoo is read there again each night, and when somebody asks, and held against what it wrote.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["listReconciliations"];
        put?: never;
        /**
         * Hold what the hub wrote to this Odoo against what it holds now
         * @description A worker does it; look at it until `state` is `done` or `failed`. It changes nothing in Odoo. Compared is what was written since the last reconciliation, or since a time.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        post: operations["askForReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/reconciliations/{reconciliationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A reconciliation with its differences
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["getReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/reconciliations/{reconciliationId}/differences/{differenceId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Accept a difference
         * @description It is right as it is: it counts no longer, and reconciliations do not tell it again as long as Odoo holds the same. The case of the connection ends with its last difference.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        put: operations["acceptDifference"];
        post?: never;
        /**
         * Accept a difference no longer
         * @description For people with the role `team-admin` or `team-integrator` or `team-operator`.
         */
        delete: operations["takeAcceptanceBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/reconciliations/{reconciliationId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A reconciliation as a signed report
         * @description Lines of JSON, signed with the key of the hub's evidence: `crossdock evidence verify FILE` holds it against its signature without a hub.
         *
         *     For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["downloadReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users, operation types, delivery methods and units, read from this Odoo now
         * @description For people with the role `team-admin` or `team-integrator` or `team-approver` or `team-operator` or `team-auditor`.
         */
        get: operations["getOdooChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/responsible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose who gets the to-dos where a transfer names nobody
         * @description For people with the role `team-admin` or `team-integrator`.
         */
        put: operations["setOdooResponsible"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say from when on, and of which operation types, released transfers are sent
         * @description There is no default for `from`: what was released before is old news in most warehouses, and lost orders in others. Changing it later looks anew from there; nothing that was sent is sent again. No operation types: the feed stops.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        put: operations["setOdooFeed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/carriers/{carrierId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say by which code (SCAC) the trade knows a delivery method of Odoo
         * @description For people with the role `team-admin` or `team-integrator`.
         */
        put: operations["setOdooCarrier"];
        post?: never;
        /**
         * Forget the code of a delivery method
         * @description For people with the role `team-admin` or `team-integrator`.
         */
        delete: operations["removeOdooCarrier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what a partner may do in this Odoo, and what it is sent of it
         * @description Takes the place of all its rules here.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        put: operations["setOdooPartner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/odoo/{connectionId}/partners/{partnerId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a partner work with this Odoo
         * @description A partner works with one Odoo of an environment. What was arranged for it in another one ends there, its rules and what it is sent; here it begins with none. What waits for the other Odoo goes to this one.
         *
         *     For people with the role `team-admin` or `team-integrator`.
         */
        post: operations["movePartnerToOdoo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The state of the traffic in one look
         * @description For people with any role.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live updates (server-sent events)
         * @description Event `change` with `{"documentId": …}` whenever a document the caller may see moves on; event `partner` with `{"partnerId": …}` whenever something is done about a partner that the caller may see, such as a signature, a review or a step of a run of its tests; event `ping` every 25 seconds.
         *
         *     For people with any role.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the hub able to take documents
         * @description Needs no sign-in.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The health of the hub for Prometheus
         * @description Gauges in Prometheus's text format. Names, addresses and volumes are not among them, since anybody may ask.
         *
         *     Needs no sign-in.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        /**
         * @description What a person may do; roles of the team for people of the owner, roles of partners for everybody else
         * @enum {string}
         */
        Role: "team-admin" | "team-integrator" | "team-approver" | "team-operator" | "team-auditor" | "partner-admin" | "partner-editor" | "partner-viewer";
        /** @enum {string} */
        Environment: "sandbox" | "production";
        Session: {
            user: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                roles: components["schemas"]["Role"][];
            };
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                kind: "owner" | "carrier" | "3pl" | "carrier-3pl";
            };
            /**
             * @description Which side of the portal: the integration team or a partner
             * @enum {string}
             */
            side: "team" | "partner";
            environments: components["schemas"]["Environment"][];
            csrfToken: string;
            /** @description The password is a temporary one: everything else waits until another one is chosen */
            mustChangePassword?: boolean;
            /** @description The operator wants a second factor: everything else waits until there is one */
            mustSetUpSecondFactor?: boolean;
        };
        /** @description RFC 9457 problem. `code` is stable; the text is for people. */
        Problem: {
            /** @description Where the code is explained */
            type: string;
            title: string;
            status: number;
            /** @description Stable code from specs/errors.md */
            code: string;
            /** @description What happened and what to do */
            detail: string;
            /** @description Quote it when asking for help */
            requestId: string;
            /**
             * Format: uuid
             * @description The stored document, when something could be stored
             */
            documentId?: string;
            errors?: {
                /** @description Such as query/limit or body/email */
                place: string;
                message: string;
                /** @description JSON pointer (RFC 6901) into the body */
                pointer?: string;
                /** @description Byte of the body, from 0 */
                offset?: number;
            }[];
            /** @description How many more places there are than `errors` names, which are a hundred at most */
            errorsLeftOut?: number;
        };
        /** @description What the sign-in form takes as well */
        EmailAddress: string;
        OwnSession: {
            /** Format: uuid */
            id: string;
            /** @description The one that asks */
            current: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description Exact to a minute
             */
            lastUsedAt?: string;
            /** @description What the browser calls itself */
            browser?: string;
            /** @description Where it signed in from */
            address?: string;
            /**
             * @description code: password and second factor
             * @enum {string}
             */
            method: "password" | "code" | "passkey" | "sign-on";
        };
        User: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            roles: components["schemas"]["Role"][];
            /**
             * @description new: has yet to choose a password of their own
             * @enum {string}
             */
            state: "active" | "new" | "disabled";
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Absent for whoever was never here
             */
            lastSignInAt?: string;
            /**
             * Format: date-time
             * @description Until when the temporary password opens the way to one's own
             */
            temporaryUntil?: string;
            /** Format: date-time */
            disabledAt?: string;
        };
        TemporaryPassword: {
            user: components["schemas"]["User"];
            /** @description Shown only now. It opens nothing but the choice of a password of one's own */
            password: string;
            /** Format: date-time */
            until: string;
        };
        /**
         * @description `inbox:write`: drop documents. `outbox:read`: list, download and confirm what waits. `messages:read`: what became of documents. `events:write`: send events and files as JSON. `work:read`: fetch and collect work as JSON
         * @enum {string}
         */
        Scope: "inbox:write" | "outbox:read" | "messages:read" | "events:write" | "work:read";
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description How the key begins; the rest is not kept */
            prefix: string;
            environment: components["schemas"]["Environment"];
            scopes: components["schemas"]["Scope"][];
            /**
             * @description ending: within thirty days, or in the last quarter of a shorter life
             * @enum {string}
             */
            state: "active" | "ending" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /**
             * Format: date-time
             * @description Exact to a minute; absent for one that was never used
             */
            lastUsedAt?: string;
            /** Format: date-time */
            revokedAt?: string;
        };
        NewApiKey: {
            apiKey: components["schemas"]["ApiKey"];
            /** @description The key itself, shown only now: the hub keeps no more than its hash */
            key: string;
        };
        /**
         * @description kept: no SMTP server is set up, it is read here. unknown: given to the server, which did not say whether it took it
         * @enum {string}
         */
        MailState: "queued" | "kept" | "sending" | "sent" | "failed" | "unknown";
        Mail: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            purpose: string;
            recipient: string;
            subject: string;
            state: components["schemas"]["MailState"];
            attempts: number;
            /** Format: date-time */
            sentAt?: string;
            lastError?: string;
        };
        WholeMail: components["schemas"]["Mail"] & {
            /** @description Absent once an SMTP server has it */
            text?: string;
            /** @description The one link that the mail has */
            link?: string;
        };
        InvitedCompany: {
            name: string;
            /** @enum {string} */
            kind: "carrier" | "3pl" | "carrier-3pl";
            template: string;
        };
        Invite: {
            /** Format: uuid */
            id: string;
            /** @description Which the person joins; for a company that is not here yet, the one that invites */
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            email: string;
            /** @description Empty where nobody said it */
            name: string;
            roles: components["schemas"]["Role"][];
            company?: components["schemas"]["InvitedCompany"];
            /** @enum {string} */
            state: "open" | "accepted" | "revoked" | "expired";
            /** Format: date-time */
            createdAt: string;
            /** @description Who invited */
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            acceptedAt?: string;
            /** Format: date-time */
            revokedAt?: string;
        };
        OpenInvite: {
            /** @description What the account signs in with */
            email: string;
            name: string;
            /** @description Which the person joins, or which invites the company */
            organization: string;
            company?: components["schemas"]["InvitedCompany"];
            invitedBy: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SignOn: {
            /** @description Who runs the hub; empty before the set-up */
            organization: string;
            /**
             * @description Who may register a company: nobody, the invited, everybody
             * @enum {string}
             */
            registration: "off" | "invite" | "open";
            /** @description Whether documents can be looked at without an account, by `POST /v1/validate` */
            openValidator: boolean;
            signOn?: {
                /** @description What the button says: Sign in with … */
                label: string;
            };
        };
        RegistrationForm: {
            company?: {
                name?: string;
                /** @enum {string} */
                kind?: "carrier" | "3pl" | "carrier-3pl";
                scac?: string;
                duns?: string;
                gln?: string;
                /** @description IANA, such as America/Chicago */
                timeZone?: string;
            };
            template?: string;
            /** @description How the company is called in test envelopes; the SCAC with qualifier 02 unless given */
            identity?: {
                qualifier?: string;
                id?: string;
            };
            person?: {
                name?: string;
            };
        };
        Registration: {
            /** @description The address that was proven */
            email: string;
            form: components["schemas"]["RegistrationForm"];
            revision: number;
            /** Format: date-time */
            savedAt: string;
            /** @description Whom to exchange documents with */
            organization: string;
            templates: {
                name: string;
                title: string;
                description?: string;
                /** @enum {string} */
                kind: "carrier" | "3pl" | "carrier-3pl";
            }[];
        };
        Likeness: {
            /** @enum {string} */
            reason: "email-domain" | "scac" | "duns" | "gln" | "name" | "similar-name";
            message: string;
            /** @description Goes on when the person says that it is another company */
            mayDiffer: boolean;
        };
        PasskeyQuestion: {
            /** @description Goes with the answer; good once, for five minutes */
            challenge: string;
            /** @description As WebAuthn has them */
            options: {
                [key: string]: unknown;
            };
        };
        PasskeyAnswer: {
            id: string;
            rawId: string;
            /** @enum {string} */
            type: "public-key";
            clientExtensionResults: {
                [key: string]: unknown;
            };
            response: {
                clientDataJSON: string;
                authenticatorData: string;
                signature: string;
                userHandle?: string;
            };
        };
        Passkey: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt?: string;
        };
        Security: {
            /** @description False: signs in by single sign-on alone */
            hasPassword: boolean;
            /** @description Absent where no app is set up */
            totp?: {
                /** Format: date-time */
                since: string;
                recoveryCodesLeft: number;
            };
            passkeys: components["schemas"]["Passkey"][];
        };
        NewTotp: {
            /** @description To type into the app */
            secret: string;
            /** @description What the QR code says (otpauth:) */
            uri: string;
        };
        RecoveryCodes: {
            codes: string[];
        };
        NewPasskeyAnswer: {
            id: string;
            rawId: string;
            /** @enum {string} */
            type: "public-key";
            clientExtensionResults: {
                [key: string]: unknown;
            };
            response: {
                clientDataJSON: string;
                attestationObject: string;
                transports?: string[];
            };
        };
        /**
         * @description processing: on its way. done: everything that had to happen has happened. attention: it needs review.
         *     rejected: the document was refused and the partner was told. waiting: ready for the partner, not picked up or not yet acknowledged.
         *     kept: read and acknowledged; nothing is done with it outside of the hub, and the headline says why.
         * @enum {string}
         */
        Outcome: "processing" | "done" | "attention" | "rejected" | "waiting" | "kept";
        /** @description Present where the same came before: how the first one stands by now, which this one changes nothing of */
        First: {
            outcome: components["schemas"]["Outcome"];
            /** @description What became of it and, where it is not good, what is wrong */
            reason: string;
            /** @description Where to follow it */
            status: string;
            /** Format: date-time */
            receivedAt: string;
        };
        Receipt: {
            documents: {
                /** Format: uuid */
                id: string;
                /** @description The same bytes came before; this is the id of the first */
                duplicate: boolean;
                first?: components["schemas"]["First"];
                fileName?: string;
                sizeBytes: number;
                sha256: string;
                /** @description Where to follow it */
                status: string;
                /** @description Present where a file of the form is none that is agreed; it was kept, and nothing else happens to it */
                finding?: {
                    code: string;
                    explanation: string;
                };
            }[];
        };
        OutboxEntry: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** @description Transaction sets inside, such as 997 or 940, or the name of a document that is no X12 */
            sets: string[];
            /**
             * @description What a download comes as
             * @enum {string}
             */
            mediaType: "application/edi-x12" | "application/json" | "text/csv";
            /** @description ISA13 */
            controlNumber?: string;
            sizeBytes: number;
            /** Format: date-time */
            availableAt: string;
            /**
             * Format: uuid
             * @description The document that this one acknowledges
             */
            answers?: string;
        };
        FileReceipt: {
            /**
             * Format: uuid
             * @description What an event calls it, such as `proofOfDelivery.documentId`
             */
            id: string;
            /**
             * @description What its bytes are
             * @enum {string}
             */
            mediaType: "application/pdf" | "image/png" | "image/jpeg" | "image/tiff";
            fileName?: string;
            sizeBytes: number;
            sha256: string;
            /** @description Where to follow it */
            status: string;
            first?: components["schemas"]["First"];
        };
        /**
         * @description What is to be done
         * @enum {string}
         */
        WorkType: "warehouse-order.released.v1" | "shipment.tendered.v1" | "receipt.expected.v1" | "purchase-order.answered.v1" | "bill-of-lading.issued.v1";
        WorkEvent: {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            /** @constant */
            type: "warehouse-order.released.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["WarehouseOrderReleasedV1"];
            /** Format: date-time */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            dataschema: string;
        } | {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            /** @constant */
            type: "shipment.tendered.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ShipmentTenderedV1"];
            /** Format: date-time */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            dataschema: string;
        } | {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            /** @constant */
            type: "receipt.expected.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ReceiptExpectedV1"];
            /** Format: date-time */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            dataschema: string;
        } | {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            /** @constant */
            type: "purchase-order.answered.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["PurchaseOrderAnsweredV1"];
            /** Format: date-time */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            dataschema: string;
        } | {
            /** @constant */
            specversion: "1.0";
            id: string;
            source: string;
            /** @constant */
            type: "bill-of-lading.issued.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["BillOfLadingIssuedV1"];
            /** Format: date-time */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            dataschema: string;
        };
        WorkItem: {
            /** Format: uuid */
            id: string;
            type: components["schemas"]["WorkType"];
            /** @description The order, shipment or receipt */
            subject: string;
            /**
             * @description `replaced`: it was sent anew before it was collected; do the new one
             * @enum {string}
             */
            state: "waiting" | "collected" | "replaced";
            /** Format: date-time */
            releasedAt: string;
            /** Format: date-time */
            collectedAt?: string;
            event: components["schemas"]["WorkEvent"];
        };
        /**
         * @description in: from the partner; out: to the partner
         * @enum {string}
         */
        Direction: "in" | "out";
        /** @description The bytes that the reason speaks of */
        FoundAt: {
            start: number;
            end: number;
        };
        /** @description The first line about a document, in the words of whoever asks. */
        Step: {
            /**
             * @description The outcome as it is shown. done: everything is good, which no other state says. findings: done or kept, and something in the document breaks a rule.
             *     refusal: an acknowledgement that rejects something, wholly or in part, whatever became of the acknowledgement itself.
             * @enum {string}
             */
            state: "processing" | "done" | "findings" | "attention" | "rejected" | "refusal" | "waiting" | "kept";
            /**
             * @description Who acts next; theirs: the other side
             * @enum {string}
             */
            turn: "yours" | "theirs" | "nobody";
            /** @description What happened or is wrong */
            reason: string;
            /** @description What whoever's turn it is does; absent where nobody has to do anything */
            next?: string;
            finding?: components["schemas"]["FoundAt"];
        };
        /** @description The person of the team whose a case is */
        Assignee: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        OpenCase: {
            /** Format: uuid */
            id: string;
            title: string;
            assignee?: components["schemas"]["Assignee"];
        };
        /** @description What a person of the team can do about a document; absent for partners and where nothing waits */
        Work: {
            /** @description Something of it can be tried again */
            canRetry: boolean;
            /** @description It could not be translated: what is tried again is the translation */
            isSetAside: boolean;
            /** @description Open ones, the oldest first, 20 at most */
            cases: components["schemas"]["OpenCase"][];
        };
        PartnerRef: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        FindingCounts: {
            standard: number;
            guide: number;
            business: number;
            note: number;
        };
        MessageSummary: {
            /** Format: uuid */
            id: string;
            environment: components["schemas"]["Environment"];
            direction: components["schemas"]["Direction"];
            /** @description Such as https or folder */
            channel: string;
            outcome: components["schemas"]["Outcome"];
            step: components["schemas"]["Step"];
            work?: components["schemas"]["Work"];
            /** @description One line on what happened, such as "3 of 3 applied in Odoo" */
            headline?: string;
            partner: components["schemas"]["PartnerRef"];
            fileName?: string;
            sizeBytes: number;
            sets: {
                code: string;
                count: number;
            }[];
            /** @description Order and shipment numbers inside, the first ten */
            subjects: string[];
            /** @description ISA13 of the first interchange */
            controlNumber?: string;
            findings: components["schemas"]["FindingCounts"];
            /**
             * Format: date-time
             * @description When it was received or made
             */
            at: string;
        };
        DocumentRef: {
            /** Format: uuid */
            id: string;
            /** @description Of its file */
            name: string;
        };
        /**
         * @description What an acknowledgement says
         * @enum {string}
         */
        Verdict: "accepted" | "accepted-with-errors" | "partially-accepted" | "rejected";
        Rung: {
            /** @enum {string} */
            rung: "transport" | "mdn" | "ta1" | "functional-ack" | "business-answer" | "odoo";
            /** @enum {string} */
            state: "done" | "pending" | "failed" | "late" | "not-expected";
            /** Format: date-time */
            at?: string;
            /** Format: date-time */
            dueAt?: string;
            verdict?: components["schemas"]["Verdict"];
            detail?: string;
            /**
             * Format: uuid
             * @description The document that made this rung true
             */
            documentId?: string;
        };
        /** @description One time that a document of ours was sent */
        Sending: {
            /** @description Which it was, from 1 */
            sending: number;
            /** Format: date-time */
            at: string;
            /** @description Who sent it: the hub, or a person */
            by: string;
            /** @description Where it went, from the second on; absent for the mailbox of the API keys */
            endpoint?: string;
            /** @description How its ladder stood when the next one took its place; absent for the last, whose ladder is that of the document */
            ladder?: components["schemas"]["Rung"][];
        };
        /**
         * @description same: the same bytes once more (a resend). new: written anew from its event under new control numbers (a reissue)
         * @enum {string}
         */
        ResendNumbers: "same" | "new";
        /** @description How a document of ours can be sent once more; for the team */
        ResendOffer: {
            /** @description Which sending the next one is; goes with the order, so that two orders are one */
            sending: number;
            /** @description What the agreement allows; empty where something stands in the way */
            numbers: components["schemas"]["ResendNumbers"][];
            /**
             * @description What a reissue is written with: what is agreed now, or what it was written with
             * @enum {string}
             */
            configuration: "present" | "original";
            /** @description Where it would go; absent for the mailbox of the API keys, and where an endpoint has to be named */
            endpoint?: string;
            /** @description The hub brings it there; else the partner comes for it */
            isPushed: boolean;
            /** @description Where it went is gone and nothing else is agreed: the order has to name an endpoint */
            needsEndpoint: boolean;
            /** @description Why nothing can be sent as it is, and what to do */
            obstacle?: string;
        };
        Finding: {
            code: string;
            /** @enum {string} */
            level: "standard" | "guide" | "business" | "note";
            /** @description Present where the finding stands for so many of its code and level that are not listed one by one; it has no place then */
            count?: number;
            segment?: string;
            position?: number;
            element?: number;
            component?: number;
            offset?: number;
            end?: number;
            line?: number;
            column?: number;
            place?: string;
            reference?: string;
            loop?: string;
            received?: string;
            expected?: string;
            explanation: string;
            corrected?: string;
            ack?: {
                [key: string]: string;
            };
        };
        SetSummary: {
            /** Format: uuid */
            id: string;
            code: string;
            control: string;
            /**
             * @description What the 997 says of it (AK501)
             * @enum {string}
             */
            status: "A" | "E" | "R";
            findings: components["schemas"]["Finding"][];
        };
        GroupSummary: {
            functionalId: string;
            version: string;
            control: string;
            /** @enum {string} */
            status: "A" | "E" | "P" | "R";
            /** @description Those of the page */
            sets: components["schemas"]["SetSummary"][];
            /** @description All sets of the group */
            setCount: number;
            findings: components["schemas"]["Finding"][];
        };
        InterchangeSummary: {
            /** @description Qualifier and id, such as ZZ/QUAYSIDE */
            sender: string;
            receiver: string;
            control: string;
            usage: string;
            /** @description Those of the sets on the page, the first 200 of the document and the first 200 with findings */
            groups: components["schemas"]["GroupSummary"][];
            /** @description All groups of the interchange */
            groupCount: number;
            findings: components["schemas"]["Finding"][];
        };
        FindingTotal: {
            code: string;
            /** @enum {string} */
            level: "standard" | "guide" | "business" | "note";
            /** @description How many there are in the document */
            total: number;
            /** @description How many of them are listed one by one */
            listed: number;
        };
        Origin: {
            /** @description Byte ranges in the document */
            ranges: number[][];
            /** @description X12 place, such as W12-03 */
            place?: string;
            position?: number;
            /** @description Absent where no mapping was needed */
            mappingLine?: number;
        };
        OdooWrite: {
            model: string;
            recordId: number;
            recordName?: string;
            field: string;
            before?: unknown;
            after: unknown;
            /** @description JSON pointer into the event's data that the value came from */
            pointer?: string;
            method: string;
        };
        Delivery: {
            /** Format: uuid */
            id: string;
            /**
             * @description `odoo`: applied there. `document`: written as a document for the partner. `channel`: a document that is handed over at an endpoint. `webhook`: posted to an endpoint
             * @enum {string}
             */
            destination: "odoo" | "document" | "channel" | "webhook";
            /** @description For destination document: which of the agreed documents */
            place?: string;
            /** @enum {string} */
            state: "pending" | "in-flight" | "applied" | "already-applied" | "superseded" | "withheld" | "refused" | "held" | "failed";
            attempts: number;
            /**
             * Format: date-time
             * @description When it is tried again; an open delivery without it is due at once
             */
            dueAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** @description Why it was refused or is held */
            reason?: string;
            reasonCode?: string;
            /** @description None in a brief event */
            writes: components["schemas"]["OdooWrite"][];
            /** @description How many it wrote */
            writeCount: number;
            /**
             * Format: uuid
             * @description For destination document: the document that was made of the event
             */
            documentId?: string;
        };
        /** @description A brief one has neither data nor provenance nor writes: they come with the event by itself */
        EventView: {
            id: string;
            /** Format: uuid */
            setId?: string;
            /** @description The bytes of the set that it was read from */
            bytes?: number[];
            type: string;
            subject: string;
            /** Format: date-time */
            time: string;
            lane: string;
            data?: Record<string, never>;
            provenance?: {
                [key: string]: components["schemas"]["Origin"];
            };
            /** @description Whether `provenance` lacks entries, since only the first were asked for */
            provenanceCut?: boolean;
            deliveries: components["schemas"]["Delivery"][];
        };
        AuditLine: {
            /** Format: date-time */
            at: string;
            action: string;
            actor: string;
            detail?: string;
            /** @description Its hash in the chain; absent for the moment until it is chained. `crossdock audit verify` tells whether the chain stands */
            hash?: string;
        };
        Message: {
            /** Format: uuid */
            id: string;
            environment: components["schemas"]["Environment"];
            direction: components["schemas"]["Direction"];
            /** @description Such as https or folder */
            channel: string;
            /** @description Where the hub hands it over; none where the partner comes for it */
            endpoint?: string;
            outcome: components["schemas"]["Outcome"];
            step: components["schemas"]["Step"];
            work?: components["schemas"]["Work"];
            headline?: string;
            partner: components["schemas"]["PartnerRef"];
            fileName?: string;
            sizeBytes: number;
            sha256: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description The document that this one acknowledges
             */
            answers?: string;
            replaces?: components["schemas"]["DocumentRef"];
            replacedBy?: components["schemas"]["DocumentRef"];
            /** @description All times that it was sent, where it was more than once */
            sendings?: components["schemas"]["Sending"][];
            resend?: components["schemas"]["ResendOffer"];
            /** @description Number of the release that it was worked on with; none in the sandbox */
            release?: number;
            /** @description SHA-256 over the files of the configuration that it was worked on with */
            configuration?: string;
            ladder: components["schemas"]["Rung"][];
            /** @description How many there are of each kind */
            sets: {
                code: string;
                count: number;
            }[];
            /** @description All sets of the document */
            setCount: number;
            /** @description Those of the sets on the page, the first 200 and the first 200 with findings. Their sets are those from `setOffset` on and, on the first page, the first 200 that have findings as well */
            interchanges: components["schemas"]["InterchangeSummary"][];
            /** @description All interchanges of the document */
            interchangeCount: number;
            /** @description Findings about the whole document */
            findings: components["schemas"]["Finding"][];
            /** @description All findings of the document, those of its interchanges, groups and sets included, by code: lists are shortened, totals never */
            findingTotals: components["schemas"]["FindingTotal"][];
            /** @description The first 200, or as many as there are in the first 8 MB, one at least; of brief ones the first 1,000 */
            events: components["schemas"]["EventView"][];
            /** @description All events of the document */
            eventCount: number;
            /** @description The first 500 */
            audit: components["schemas"]["AuditLine"][];
            /** @description All audit entries about the document that the caller may see */
            auditCount: number;
        };
        AnnotatedElement: {
            position: number;
            reference?: string;
            name?: string;
            value: string;
            /** @description What the code means */
            meaning?: string;
            start: number;
            end: number;
        };
        AnnotatedSegment: {
            /** @description Place in the document, from 0 */
            index: number;
            id: string;
            name?: string;
            /** @description Place in its set, ST = 1 */
            position?: number;
            loop?: string;
            /** @description How deep the loop is nested, for indenting */
            depth?: number;
            raw: string;
            start: number;
            end: number;
            elements: components["schemas"]["AnnotatedElement"][];
            findings: components["schemas"]["Finding"][];
        };
        Annotated: {
            /** @description Number of segments in the document */
            total: number;
            segments: components["schemas"]["AnnotatedSegment"][];
            /** @description Findings that belong to no segment */
            findings: components["schemas"]["Finding"][];
            /** @description The beginning of the document as Latin-1 text when it is not X12, 4,000 characters at most */
            text?: string;
        };
        /** @description What agreements call it; once in each environment of a partner */
        EndpointName: string;
        /** @description A canonical event in the JSON format of CloudEvents 1.0 */
        CloudEvent: {
            /** @constant */
            specversion: "1.0";
            /** @description The same fact read again has the same id */
            id: string;
            /** @description `/partners/<organization id>` */
            source: string;
            /** @description What happened, with the version of its data */
            type: string;
            /** @description The record that the event speaks of, such as the order number */
            subject: string;
            /**
             * Format: date-time
             * @description When it happened
             */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            /** @description `$id` of the schema that `data` obeys */
            dataschema: string;
            data: {
                [key: string]: unknown;
            };
        };
        SubmittedEvent: ({
            /** @constant */
            type: "shipment.milestone.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ShipmentMilestoneV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "warehouse-order.shipped.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["WarehouseOrderShippedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "shipment.announced.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ShipmentAnnouncedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "tender.answered.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["TenderAnsweredV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "document.acknowledged.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["DocumentAcknowledgedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "shipment.exception.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ShipmentExceptionV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "shipment.eta.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ShipmentEtaV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "shipment.delivered.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ShipmentDeliveredV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "dock-appointment.scheduled.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["DockAppointmentScheduledV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "warehouse-order.cancelled.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["WarehouseOrderCancelledV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "receipt.confirmed.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ReceiptConfirmedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "return.received.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["ReturnReceivedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "inventory.adjusted.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["InventoryAdjustedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "inventory.snapshot.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["InventorySnapshotV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "freight.invoiced.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["FreightInvoicedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "purchase-order.placed.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["PurchaseOrderPlacedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "invoice.issued.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["InvoiceIssuedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        }) | ({
            /** @constant */
            type: "document.advised.v1";
            /** @description The record that it speaks of, such as the order number */
            subject: string;
            data: components["schemas"]["DocumentAdvisedV1"];
            /**
             * Format: date-time
             * @description When it happened; what its data say unless given
             */
            time?: string;
            /** @constant */
            specversion?: "1.0";
            id?: string;
            source?: string;
            /** @constant */
            datacontenttype?: "application/json";
            dataschema?: string;
        } & {
            [key: string]: unknown;
        });
        /** @description One event, or several */
        SubmittedEvents: components["schemas"]["SubmittedEvent"] | {
            events: components["schemas"]["SubmittedEvent"][];
        };
        EventResult: {
            /**
             * @description `accepted`: it is stored and goes on. `invalid`: nothing was made of it; `errors` says why. `refused`: the same body came before and nothing was made of that; `first` says why
             * @enum {string}
             */
            state: "accepted" | "invalid" | "refused";
            /** @description Its id from now on; the same whenever the same body is sent again */
            id?: string;
            type?: string;
            subject?: string;
            errors?: {
                place: string;
                message: string;
                /** @description JSON pointer (RFC 6901) into the body */
                pointer: string;
                /** @description Byte of the body, from 0 */
                offset?: number;
            }[];
            /** @description How many more there are than `errors` names; an answer names a hundred or so */
            errorsLeftOut?: number;
        };
        EventReceipt: {
            /**
             * Format: uuid
             * @description The body as it was stored
             */
            documentId: string;
            /** @description Where to follow it */
            status: string;
            first?: components["schemas"]["First"];
            /** @description What became of each event, in the order of the body */
            events: components["schemas"]["EventResult"][];
        };
        /** @enum {string} */
        Stage: "registered" | "profile" | "agreement" | "connection" | "document-tests" | "mapping-approved" | "parallel-run" | "go-live" | "hypercare" | "live" | "change" | "suspended" | "retired";
        Traffic: {
            received: number;
            sent: number;
            /** @description Documents that wait for a person */
            attention: number;
        };
        PartnerSummary: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "carrier" | "3pl" | "carrier-3pl";
            stage: components["schemas"]["Stage"];
            /** @description Transaction sets agreed on */
            documents: string[];
            traffic: components["schemas"]["Traffic"];
            /**
             * Format: date-time
             * @description Last document in either direction
             */
            lastAt?: string;
        };
        Identity: {
            /** @description ISA05 and ISA07, such as ZZ, 02 or 12 */
            qualifier: string;
            /** @description ISA06 and ISA08, at most 15 characters */
            id: string;
            /** @description GS02 and GS03; the id unless given */
            groupId?: string;
        };
        Identities: {
            production: components["schemas"]["Identity"][];
            sandbox: components["schemas"]["Identity"][];
        };
        Partner: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "carrier" | "3pl" | "carrier-3pl";
            stage: components["schemas"]["Stage"];
            documents: string[];
            traffic: components["schemas"]["Traffic"];
            /** Format: date-time */
            lastAt?: string;
            /** @description What each environment runs; nothing where nothing was agreed yet */
            inUse: {
                environment: components["schemas"]["Environment"];
                /** @description SHA-256 over the files of the configuration */
                configuration: string;
                /** @description Number of the release; the sandbox runs none */
                release?: number;
                /** @description Name of the candidate that the sandbox runs in place of the draft */
                candidate?: string;
                /** Format: date-time */
                since: string;
            }[];
            /** @description IANA zone used where a document gives none */
            timeZone: string;
            identities: {
                environment: components["schemas"]["Environment"];
                qualifier: string;
                id: string;
                groupId: string;
            }[];
            agreements: {
                environment: components["schemas"]["Environment"];
                set: string;
                /** @description Name of the transaction set */
                name: string;
                direction: components["schemas"]["Direction"];
                version: string;
                /** @description Name of the endpoint at which it is exchanged */
                endpoint: string;
                /** @description That of the endpoint; empty where the partner has none of that name */
                channel: string;
                /** @description What acknowledges it */
                acknowledgement: string;
                mapping: string;
            }[];
            /** @description Keys are shown by prefix only; the secret is not kept */
            apiKeys: {
                /** Format: uuid */
                id: string;
                name: string;
                prefix: string;
                environment: components["schemas"]["Environment"];
                scopes: string[];
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                lastUsedAt?: string;
            }[];
            users: {
                name: string;
                email: string;
                roles: components["schemas"]["Role"][];
            }[];
            /** @description Traffic by day, the last 14 days, oldest first */
            daily: {
                /** Format: date */
                day: string;
                received: number;
                sent: number;
                attention: number;
            }[];
        };
        /**
         * @description What the endpoint is to be, where it is agreed before anybody has made it
         * @enum {string}
         */
        DocumentChannel: "https" | "as2" | "sftp" | "sftp-server" | "folder";
        Acknowledgement: {
            /**
             * @description What acknowledges it; a 999 also reports what the guide wants
             * @enum {string}
             */
            functional: "997" | "999";
            /**
             * @description When a TA1 is sent; `when-requested` looks at ISA14
             * @enum {string}
             */
            ta1: "never" | "when-requested" | "always";
            /** @description Whether the 997 or 999 lists accepted sets too */
            includeAcceptedSets: boolean;
        };
        Agreement: {
            /** @description Transaction set, or the name of a document that is no X12 */
            set: string;
            /** @description What the standard calls it */
            name: string;
            direction: components["schemas"]["Direction"];
            /** @description Empty for a document that is no X12 */
            version: string;
            /** @description Versions that its mapping serves */
            versions: string[];
            /** @enum {string} */
            format: "x12" | "json" | "csv" | "xml";
            mapping: string;
            /** @description Name of the endpoint at which it is exchanged */
            endpoint: string;
            channel?: components["schemas"]["DocumentChannel"];
            /** @description There is an endpoint of that name, in one environment at least */
            isSetUp: boolean;
            acknowledgement: components["schemas"]["Acknowledgement"];
            /** @description How long the partner has for what we send */
            sla: {
                /** @description For collecting what waits in its mailbox */
                collectedWithinMinutes: number;
                /** @description For the receipt (MDN); what the endpoint says where it is absent */
                receiptWithinMinutes?: number;
                /** @description For the TA1, which we ask for where it is given */
                ta1WithinMinutes?: number;
                acknowledgedWithinMinutes: number;
                answeredWithinMinutes: number;
            };
            /** @description How what we sent may be sent once more */
            resend: {
                /**
                 * @description The same bytes, written anew under new control numbers, or either
                 * @enum {string}
                 */
                numbers: "same" | "new" | "either";
                /**
                 * @description What a document is written anew with
                 * @enum {string}
                 */
                configuration: "present" | "original";
            };
            /** @description Something is asked beyond the standard */
            hasGuide: boolean;
            hasSample: boolean;
        };
        Agreements: {
            /** @description SHA-256 over the files that say it */
            configuration: string;
            /** @description Of a change: the draft before and after it. `before` as the draft, with `after` as `insteadOf`, takes it back and nothing else */
            change?: {
                before: string;
                after: string;
            };
            agreements: components["schemas"]["Agreement"][];
            /** @description What templates have beside that */
            available: {
                set: string;
                name: string;
                direction: components["schemas"]["Direction"];
                version: string;
                template: string;
            }[];
        };
        GuideUpload: {
            /** Format: uuid */
            id: string;
            fileName: string;
            /** @description Such as SEF 1.6, or PDF */
            format: string;
            sizeBytes: number;
            sha256: string;
            /** Format: date-time */
            at: string;
            by: string;
        };
        Guide: {
            /** @description File of the configuration */
            path: string;
            title: string;
            set: string;
            versions: string[];
            /** @description SHA-256 of this version of the file */
            hash: string;
            /** @description Who wrote this version */
            by?: string;
            /** Format: date-time */
            at?: string;
            /** @description The uploaded file of which this version was made */
            origin?: components["schemas"]["GuideUpload"];
            /** @description Production runs this version */
            released: boolean;
        };
        Deviation: {
            /** @description Guide that says it */
            path: string;
            set: string;
            version: string;
            name: string;
            reason: string;
            /** @description Such as LX/W12-05 */
            place: string;
            /** @description What it allows */
            text: string;
            /** @description It stands in what production runs; otherwise it holds in the sandbox only, until a release of the draft */
            agreed: boolean;
        };
        Guides: {
            /** @description Hash of the draft, empty where there is none */
            draft: string;
            guides: components["schemas"]["Guide"][];
            /** @description PDF and Word files, which are kept and not read */
            attachments: components["schemas"]["GuideUpload"][];
            deviations: components["schemas"]["Deviation"][];
        };
        GuideImported: {
            /** Format: uuid */
            uploadId: string;
            /** @description Guide that was written; absent for a PDF or Word file */
            path?: string;
            /** @description The draft before and after. `before` as the draft, with `after` as `insteadOf`, takes it back and nothing else */
            change: {
                before: string;
                after: string;
            };
            guides: components["schemas"]["Guides"];
        };
        ImportOrigin: {
            line?: number;
            /** @description Such as Layout!C14 */
            cell?: string;
        };
        GuideDifference: {
            /** @enum {string} */
            kind: "deviation" | "required" | "not-used" | "codes" | "length" | "often" | "rule" | "note";
            place: string;
            text: string;
            origin?: components["schemas"]["ImportOrigin"];
        };
        ImportNote: {
            /**
             * @description `lost`: it is not in the guide. `changed`: it is, in another way. `told`: worth knowing
             * @enum {string}
             */
            kind: "lost" | "changed" | "told";
            origin?: components["schemas"]["ImportOrigin"];
            message: string;
        };
        AffectedField: {
            mapping: string;
            /** @description Field of the event or what is written; absent where the mapping has nothing for the place */
            field?: string;
            /** @description Line of the mapping */
            line?: number;
            place: string;
            /** @enum {string} */
            effect: "forbidden" | "restricted" | "required" | "unread";
            text: string;
        };
        GuidePreview: {
            format: string;
            sets: {
                code: string;
                version?: string;
                title?: string;
                /** @description The set is defined here */
                known: boolean;
            }[];
            /** @description What to do, where there is no guide yet */
            next?: string;
            /** @description A document for people */
            attachment?: {
                what: string;
                message: string;
            };
            /** @description Hash of the draft that it was held against */
            draft: string;
            /** @description File that accepting it writes */
            path?: string;
            /** @description There is such a file, and it is replaced */
            replaces: boolean;
            guide?: {
                set: string;
                version: string;
                title: string;
                /** @description The guide as YAML */
                text: string;
                differences: components["schemas"]["GuideDifference"][];
                notes: components["schemas"]["ImportNote"][];
                affected: components["schemas"]["AffectedField"][];
            };
        };
        DocumentKey: {
            set: string;
            direction: components["schemas"]["Direction"];
            /** @description Empty for a document that is no X12 */
            version: string;
        };
        /**
         * @description Whose turn it is
         * @enum {string}
         */
        Turn: "partner" | "team";
        Waiver: {
            requirement: string;
            by: string;
            why: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            until: string;
        };
        Requirement: {
            /** @description Such as `terms.signature/partner`, `document.tests/inbound/945/004010` */
            id: string;
            stage: components["schemas"]["Stage"];
            document?: components["schemas"]["DocumentKey"];
            turn: components["schemas"]["Turn"];
            /** @description What to do, said to the one whose turn it is */
            title: string;
            /** @description Why it is asked for and how it stands */
            reason: string;
            action: {
                label: string;
                /** @description Page of the portal where it is done; the team adds whose it is, `?partner=` */
                link: string;
            };
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description When it is past due
             */
            dueAt: string;
            /** @description That it usually takes */
            minutes?: number;
            satisfiedBy?: {
                /** @description The evidence */
                what: string;
                /** Format: date-time */
                at?: string;
                link?: string;
            };
            waiver?: components["schemas"]["Waiver"];
        };
        /** @description Computed from evidence; nothing of it is ticked by hand. */
        Requirements: {
            /** @description Can be done now; what is past due among it */
            currentlyDue: components["schemas"]["Requirement"][];
            /** @description Comes later */
            eventuallyDue: components["schemas"]["Requirement"][];
            /** @description Of what is currently due, what has waited for too long */
            pastDue: components["schemas"]["Requirement"][];
            /**
             * Format: date-time
             * @description When the next of what is currently due becomes past due
             */
            deadline?: string;
            errors: {
                code: string;
                /** @description Its id */
                requirement: string;
                reason: string;
                remedy: string;
                link: string;
            }[];
            /** @description Why production runs nothing of the partner; absent where it runs something */
            disabledReason?: string;
        };
        Reminded: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            againAt: string;
        };
        Journey: {
            partner: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            stage: components["schemas"]["Stage"];
            /** @enum {string} */
            turn: "partner" | "team" | "nobody";
            /**
             * Format: date-time
             * @description Since when it is at this stage and this side's turn
             */
            since: string;
            reason: string;
            next?: components["schemas"]["Requirement"];
            requirements: components["schemas"]["Requirements"];
            /** @description What was asked for and is met, or waived for now */
            met: components["schemas"]["Requirement"][];
            documents: {
                set: string;
                direction: components["schemas"]["Direction"];
                version: string;
                name: string;
                endpoint: string;
                stage: components["schemas"]["Stage"];
            }[];
            stages: {
                stage: components["schemas"]["Stage"];
                /**
                 * @description `partly`: one document is past it and another is not
                 * @enum {string}
                 */
                state: "done" | "partly" | "current" | "ahead";
                /** Format: date-time */
                enteredAt?: string;
                /** Format: date-time */
                leftAt?: string;
                /** @description Days spent there, by whose turn it was */
                days: {
                    partner: number;
                    team: number;
                    nobody: number;
                };
            }[];
            /** @description When the first document will be live if the partner goes on as until now */
            forecast: {
                /** @enum {string} */
                state: "live" | "not-enough-data" | "forecast";
                reason?: string;
                /** Format: date-time */
                at?: string;
                stagesPassed?: number;
                stagesLeft?: number;
                daysPerStage?: number;
            };
            /** @description When each side was reminded last, and from when on it may be reminded again */
            reminders: {
                partner?: components["schemas"]["Reminded"];
                team?: components["schemas"]["Reminded"];
            };
            /** @description Days that each side usually takes; absent where too few were looked at */
            usual: {
                partner?: number;
                team?: number;
            };
        };
        /** @description A partner as the board shows it; computed within seconds of a change */
        Standing: {
            partner: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                kind: "carrier" | "3pl" | "carrier-3pl";
            };
            stage: components["schemas"]["Stage"];
            /** @enum {string} */
            turn: "partner" | "team" | "nobody";
            /** @description Sides that something waits for */
            turns: components["schemas"]["Turn"][];
            /** Format: date-time */
            since: string;
            reason: string;
            next?: {
                title: string;
                action: {
                    label: string;
                    link: string;
                };
                minutes?: number;
                /** Format: date-time */
                dueAt?: string;
            };
            documents: {
                set: string;
                direction: components["schemas"]["Direction"];
                version: string;
                stage: components["schemas"]["Stage"];
            }[];
            pastDue: number;
            errors: number;
            /** Format: date-time */
            forecast?: string;
        };
        ProfileIds: {
            qualifier?: string;
            id?: string;
            group?: string;
        }[];
        /** @description As `specs/profile.schema.json` has it; every part may be left out */
        ProfileForm: {
            /** @enum {string} */
            role?: "carrier" | "3pl" | "carrier-3pl";
            /** @description By which the trade knows the company */
            numbers?: {
                scac?: string;
                duns?: string;
                gln?: string;
            };
            freight?: ("TL" | "LTL")[];
            documents?: {
                set: string;
                /** @enum {string} */
                direction: "inbound" | "outbound";
            }[];
            ids?: {
                sandbox?: components["schemas"]["ProfileIds"];
                production?: components["schemas"]["ProfileIds"];
            };
            contacts?: {
                /** @enum {string} */
                role: "edi" | "operations" | "billing" | "emergency";
                name?: string;
                email?: string;
                phone?: string;
                timeZone?: string;
            }[];
            hours?: {
                timeZone?: string;
                days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                from?: string;
                to?: string;
                closed?: string[];
            };
            volumes?: {
                perDay?: number;
                perHour?: number;
            };
        };
        Profile: {
            form: components["schemas"]["ProfileForm"];
            /** @description 0 where nothing was saved yet */
            revision: number;
            /** Format: date-time */
            savedAt?: string;
            savedBy?: string;
            /** @description What is asked for and not said yet */
            lacks: string[];
            /** @description What is known of the company */
            company: {
                name: string;
                scac?: string;
                duns?: string;
                gln?: string;
            };
            /** @description Documents that could be wanted */
            choices: {
                set: string;
                /** @enum {string} */
                direction: "inbound" | "outbound";
                name: string;
                isAgreed: boolean;
            }[];
            /** @description What the configuration has otherwise */
            notes: string[];
        };
        Signature: {
            side: components["schemas"]["Turn"];
            name: string;
            title: string;
            /** Format: date-time */
            at: string;
            hash: string;
        };
        Difference: {
            where: string;
            before?: string;
            after?: string;
        };
        SignedAgreement: {
            /** @description SHA-256 over the text, in hex; it is what is signed */
            hash: string;
            company: string;
            partner: string;
            documents: {
                set: string;
                direction: components["schemas"]["Direction"];
                version: string;
                name: string;
                /** @description What is agreed about it, each under its word: channel, guide, acknowledgement, clocks */
                words: {
                    word: string;
                    says: string;
                }[];
            }[];
            /** @description Where a guide lets the partner differ from the standard */
            deviations: {
                guide: string;
                place: string;
                what: string;
                reason: string;
            }[];
            controlNumberDays: number;
            retention: string;
            /** @description Under this text */
            signatures: components["schemas"]["Signature"][];
            /** @description What a side signed last, where that is another text */
            signedBefore: {
                side: components["schemas"]["Turn"];
                name: string;
                title: string;
                /** Format: date-time */
                at: string;
                hash: string;
                differences: components["schemas"]["Difference"][];
            }[];
            /** @description Texts that there were, the newest first */
            versions: {
                number: number;
                hash: string;
                /** Format: date-time */
                notedAt: string;
                signatures: components["schemas"]["Signature"][];
                /** @description To the version before it */
                differences: components["schemas"]["Difference"][];
            }[];
        };
        LookupName: string;
        Lookup: {
            name: components["schemas"]["LookupName"];
            entries: number;
            /** @description Entries that `lookups.yaml` of the draft has below them */
            beneath: number;
            /** @description Sets whose mappings ask it */
            usedBy: string[];
            /** Format: date-time */
            updatedAt?: string;
        };
        LookupPage: {
            name: components["schemas"]["LookupName"];
            /** @description How many fit; `entries` are the first of them */
            total: number;
            entries: {
                /** @description The partner's own, as its documents have it */
                key: string;
                /** @description What it means to us */
                value: string;
                /** Format: date-time */
                updatedAt: string;
            }[];
        };
        /** @description Values by key; null removes the key */
        Entries: {
            [key: string]: string | null;
        };
        BulkRetry: {
            /** Format: uuid */
            id: string;
            environment: components["schemas"]["Environment"];
            /** @description Absent where all that failed is tried again */
            cause?: string;
            /** @description Deliveries that had failed when it was begun */
            total: number;
            /** @description Those of them that were handed over so far */
            done: number;
            /** @description Have come right since */
            good: number;
            /** @description Under way */
            open: number;
            /** @description Have failed once more */
            failed: number;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the last was handed over
             */
            finishedAt?: string;
        };
        LookupChanged: {
            written: number;
            removed: number;
            /** @description What the changed keys meant before, null for those that were not there: sent in their place, they take the change back */
            before: components["schemas"]["Entries"];
            /** @description What they mean now: sent as `insteadOf`, the way back is refused where somebody changed them since */
            after: components["schemas"]["Entries"];
            /** @description What waited for these keys and went on: `GET /v1/retries/{retryId}` says what became of it */
            resumed: components["schemas"]["BulkRetry"][];
        };
        /**
         * @description What a key of the partner is for: look-ups `odoo-items`, `odoo-locations`, `odoo-units`, `odoo-partners`
         * @enum {string}
         */
        KeyKind: "item" | "location" | "unit" | "partner";
        /** @description What the documents say of it beside its key */
        Said: {
            name?: string;
            sku?: string;
            vendorSku?: string;
            gtin?: string;
            city?: string;
        };
        KeyQuestion: {
            kind: components["schemas"]["KeyKind"];
            /** @description The partner's own, as its documents have it */
            key: string;
            said: components["schemas"]["Said"];
            /** @description What its cross reference says, and this Odoo does not have; absent where there is none */
            means?: string;
            /** @description Events that wait for it */
            deliveries: number;
            /** @description Documents that these come from; events by REST come from none */
            documents: number;
            /**
             * Format: date-time
             * @description When the oldest of them came
             */
            since: string;
            /** @description The oldest that wait */
            examples: {
                /** Format: uuid */
                deliveryId: string;
                /** Format: uuid */
                documentId?: string;
                type: string;
                subject: string;
            }[];
        };
        Waiting: {
            /** @description Keys that nobody has said the meaning of */
            questions: number;
            /** @description Events that wait for any of them */
            deliveries: number;
            documents: number;
            /** Format: date-time */
            since?: string;
        };
        KeyQuestions: {
            /** @description Those that most waits for first */
            questions: components["schemas"]["KeyQuestion"][];
            /** @description How many there are of the kind and the words that are asked for */
            total: number;
            waiting: components["schemas"]["Waiting"];
        };
        KeyAnswer: {
            kind: components["schemas"]["KeyKind"];
            key: string;
            /** @description An item by its internal reference or barcode; a location by the short name of its warehouse; a unit by its name, a number of pieces or `packaging`; a contact by its reference or `id:42`. null takes the entry away */
            value: string | null;
            /** @description What it meant when you looked, null where nothing was said; 409 where somebody has changed it since */
            insteadOf?: string | null;
        };
        KeysAnswered: {
            written: number;
            removed: number;
            /** @description Sent as answers, these take the entries back; what has gone on meanwhile stays as it is */
            before: components["schemas"]["KeyAnswer"][];
            /** @description What went on, by environment: `GET /v1/retries/{retryId}` says what became of it */
            resumed: components["schemas"]["BulkRetry"][];
            waiting: components["schemas"]["Waiting"];
        };
        Suggestion: {
            /** @description What the cross reference would say; absent where Odoo has nothing to tell it by yet */
            value?: string;
            /** @description What it is called in Odoo */
            label: string;
            /** @description Why it may be meant */
            reason: string;
            /** @description A number or name is the same, and nothing else in Odoo has it */
            isExact: boolean;
        };
        KeySuggestions: {
            /** @description The connection that was asked */
            odoo: string;
            suggestions: {
                kind: components["schemas"]["KeyKind"];
                key: string;
                /** @description The likeliest first; none is applied by itself */
                suggestions: components["schemas"]["Suggestion"][];
            }[];
        };
        MasterData: {
            /** @description The connection that was asked */
            odoo: string;
            total: number;
            rows: {
                id: number;
                label: string;
                /** @description What a cross reference says for it */
                value?: string;
                barcode?: string;
                /** @description Keys of the partner whose cross references say it */
                keys: string[];
                /** @description Keys that its newest documents have used, that have no cross reference, and that are this beyond doubt */
                proposals: {
                    key: string;
                    reason: string;
                }[];
            }[];
        };
        /** @description File below `mappings/` of the draft */
        MappingName: string;
        /** @enum {string} */
        ReviewState: "unreviewed" | "asked" | "approved" | "returned";
        MappingCoverage: {
            /** @description Elements that standard and guide always want */
            mandatory: {
                of: number;
                covered: number;
                missing: string[];
            };
            /** @description Fields of the events */
            fields: {
                of: number;
                mapped: number;
                missing: {
                    event: string;
                    field: string;
                    required: boolean;
                }[];
            };
            /** @description Places of the sample whose values reach no field */
            dropped: {
                place: string;
                dropped: number;
                of: number;
                examples: string[];
            }[];
            /** @description What the lists leave out */
            left: {
                fields: number;
                dropped: number;
            };
        };
        MappingRow: {
            name: components["schemas"]["MappingName"];
            /** @description Of the version that the draft has */
            hash: string;
            title?: string;
            set: string;
            /** @description What the standard calls the set */
            setName: string;
            direction: components["schemas"]["Direction"];
            version: string;
            /** @enum {string} */
            format: "x12" | "json" | "csv" | "xml";
            /** @description Events that it makes, or the one that it writes */
            events: string[];
            /** @description Whether a document is agreed with it */
            agreed: boolean;
            /**
             * @description What production runs of it
             * @enum {string}
             */
            inProduction: "same" | "other" | "none";
            author: string;
            /** Format: date-time */
            at: string;
            versions: number;
            review: {
                state: components["schemas"]["ReviewState"];
                /** @description Who decided, or who asked where nobody has decided */
                by?: string;
                /** Format: date-time */
                at?: string;
                note?: string;
            };
            /** @description Comments that are not settled */
            open: number;
            coverage: components["schemas"]["MappingCoverage"];
            /** @description The template that has it, byte for byte */
            template?: string;
        };
        Mappings: {
            mappings: components["schemas"]["MappingRow"][];
            /** @description Documents that templates have and the draft has not */
            available: {
                set: string;
                name: string;
                direction: components["schemas"]["Direction"];
                version: string;
                template: string;
            }[];
        };
        MappingReview: {
            /** @enum {string} */
            state: "asked" | "approved" | "returned";
            askedBy: string;
            /** Format: date-time */
            askedAt: string;
            decidedBy?: string;
            /** Format: date-time */
            decidedAt?: string;
            note?: string;
        };
        MappingVersion: {
            hash: string;
            /** Format: date-time */
            at: string;
            by: string;
            /** @description Numbers of the releases that have it */
            releases: number[];
            isDraft: boolean;
            review?: components["schemas"]["MappingReview"];
        };
        MappingComment: {
            /** Format: uuid */
            id: string;
            /** @description Of the version that the draft has; absent where that line is no more */
            line?: number;
            /** @description The line as it was */
            said: string;
            text: string;
            /** Format: uuid */
            answers?: string;
            by: string;
            /** Format: date-time */
            at: string;
            resolved?: {
                by: string;
                /** Format: date-time */
                at: string;
            };
        };
        /** @description What the caller typed and has not saved */
        UnsavedMapping: {
            text: string;
            /** @description Hash of the version that it began from */
            basedOn: string;
            revision: number;
            /** Format: date-time */
            keptAt: string;
        };
        MappingDetail: {
            mapping: components["schemas"]["MappingRow"];
            text: string;
            /** @description Hash of the whole draft */
            configuration: string;
            /** @description The newest first */
            history: components["schemas"]["MappingVersion"][];
            comments: components["schemas"]["MappingComment"][];
            /** @description What the editor completes */
            words: {
                places: {
                    path: string;
                    name: string;
                    /** @enum {string} */
                    guide?: "required" | "optional" | "not-used";
                }[];
                tables: string[];
                lookups: string[];
            };
            /** @description Why the caller may not review it; absent where that is in order */
            noReview?: string;
            unsaved?: components["schemas"]["UnsavedMapping"];
        };
        MappingSaved: {
            hash: string;
            /** @description False when the draft had the very text before */
            changed: boolean;
        };
        MappingDifference: {
            /** @description `-` of the first, `+` of the second, ` ` of both */
            lines: string[];
            /** @description The first version */
            text: string;
        };
        MappingSamples: {
            samples: {
                id: string;
                label: string;
                /** @enum {string} */
                kind: "sample" | "document" | "event";
                /** Format: date-time */
                at?: string;
            }[];
        };
        MappingSample: {
            id: string;
            text: string;
        };
        /** @description From and to, `to` exclusive, in characters */
        Span: number[];
        MappingTrial: {
            /** @description Where false, there are faults and nothing else */
            compiles: boolean;
            faults: {
                line: number;
                column: number;
                message: string;
                hint?: string;
            }[];
            /** @description Why nothing was run although the mapping compiles */
            refused?: string;
            findings: {
                /** @enum {string} */
                level: "standard" | "guide" | "business" | "note";
                code: string;
                explanation: string;
                count?: number;
                place?: string;
                span?: components["schemas"]["Span"];
                corrected?: string;
            }[];
            result: {
                /** @enum {string} */
                format: "json" | "x12" | "csv";
                text: string;
            };
            /** @description How each value came about: bytes of the sample, line of the mapping, place in the result */
            links: {
                target: string;
                place: string;
                line: number;
                sample: components["schemas"]["Span"][];
                result: components["schemas"]["Span"][];
            }[];
            /** @description What was made and is not shown */
            left: {
                events: number;
                links: number;
                findings: number;
            };
            made: {
                events: number;
                /** @description Sets that are rejected and not mapped */
                rejected: number;
            };
            coverage?: components["schemas"]["MappingCoverage"];
            annotated?: {
                /** @description From, to and number of the kind */
                segments: number[][];
                kinds: {
                    id: string;
                    name?: string;
                    loop?: string;
                    depth: number;
                    elements: {
                        reference?: string;
                        name?: string;
                    }[];
                }[];
                /** @description What codes of the sample mean, by reference number of the element */
                codes: {
                    [key: string]: {
                        [key: string]: string;
                    };
                };
                places: string[];
            };
            suggestions?: {
                /** @description Character of the mapping */
                at: number;
                insert: string;
                field: string;
                event?: string;
                because: string;
                /** @description What the sample brings with it */
                value?: string;
            }[];
        };
        WhatIf: {
            /** @enum {string} */
            environment: "production" | "sandbox";
            /** @description Documents of the kind among the newest, as many as were asked for at most */
            found: number;
            compared: number;
            differing: number;
            /** @description Why nothing was compared */
            nothing?: string;
            left: {
                /** @description Too large for the bench */
                large: number;
                /** @description For which the time did not last */
                late: number;
            };
            events: {
                before: number;
                after: number;
            };
            fields: {
                /** @description Empty for what is written */
                event: string;
                field: string;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                changes: number;
                documents: number;
                examples: {
                    document: string;
                    subject?: string;
                    before?: string;
                    after?: string;
                }[];
            }[];
            findings: {
                /** @enum {string} */
                kind: "appeared" | "vanished";
                code: string;
                /** @enum {string} */
                level: "standard" | "guide" | "business" | "note";
                count: number;
                documents: number;
                explanation: string;
            }[];
        };
        EndpointAddress: {
            /** @enum {string} */
            id: "inbox" | "outbox" | "events" | "work";
            direction: components["schemas"]["Direction"];
            /** @enum {string} */
            method: "GET" | "POST";
            address: string;
            /** @description What the API key needs */
            scope: string;
            /** @description A curl line that works once a key stands in $API_KEY */
            command: string;
        };
        Told: {
            label: string;
            value: string;
            help?: string;
            /** @description A certificate or a command */
            multiline?: boolean;
        };
        Fact: {
            label: string;
            value: string;
            help?: string;
            /** @description A certificate or a command */
            multiline?: boolean;
            /**
             * Format: date-time
             * @description Since when it is at the endpoint, where that is known
             */
            since?: string;
        };
        Endpoint: {
            /** Format: uuid */
            id: string;
            environment: components["schemas"]["Environment"];
            /** @description What agreements call it */
            name: string;
            /** @description Way of exchanging bytes, such as https or folder */
            channel: string;
            /** @description What people call the channel */
            title: string;
            /**
             * @description `push`: the hub brings our documents there. `fetch`: the partner comes for them
             * @enum {string}
             */
            outbound: "push" | "fetch";
            /**
             * @description What it is for
             * @enum {string}
             */
            carries: "documents" | "events";
            /**
             * @description Who may change it
             * @enum {string}
             */
            setUpBy: "team" | "both";
            /** @description Without the secret ones */
            settings: {
                [key: string]: unknown;
            };
            /** @description Secret settings that have a value; the values are shown to nobody */
            secrets: string[];
            /** @description Since when each of them has its value, where that is known */
            secretsSince: {
                [key: string]: string;
            };
            /** Format: date-time */
            createdAt: string;
            /**
             * @description `failing`: it does not answer. What is for it waits in its order and goes out by itself
             * @enum {string}
             */
            state: "ready" | "paused" | "failing";
            /**
             * Format: date-time
             * @description Since when it is paused or does not answer
             */
            since?: string;
            /** @description Who paused it, or what it said last */
            reason?: string;
            /**
             * Format: date-time
             * @description When it is tried again by itself
             */
            retryAt?: string;
            /** Format: date-time */
            lastSuccessAt?: string;
            /** @description The newest entry of its log */
            lastExchange?: {
                /** @enum {string} */
                kind: "message" | "receipt" | "session" | "event";
                direction: components["schemas"]["Direction"];
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                state: "done" | "waits" | "refused" | "failed";
                summary: string;
            };
            /** @description Documents of ours that wait there */
            waiting: number;
            /** @description What is agreed to go this way; acknowledgements go the way that the document came */
            sets: {
                in: string[];
                out: string[];
            };
            addresses: components["schemas"]["EndpointAddress"][];
            /** @description What the partner's system must be told, ready to copy */
            tell: components["schemas"]["Told"][];
            /** @description What is known from the settings, such as fingerprints */
            facts: components["schemas"]["Fact"][];
            /** @description What was made for it where nothing was said, such as a secret; in the answer that adds it, and nowhere else */
            made?: components["schemas"]["Told"][];
            /** @description What in the settings ends by itself */
            expires: {
                what: string;
                /** Format: date-time */
                at: string;
            }[];
        };
        /** @description As the schema of the channel says; `GET /v1/channels` has it */
        EndpointSettings: {
            [key: string]: unknown;
        };
        EndpointTest: {
            works: boolean;
            /** @description A sentence for each thing that was tried */
            says: string[];
            /** @description Those of the sentences that say what does not work, each with what to do; none where it works */
            failed: {
                says: string;
                /** @description What to do, and who does it */
                remedy: string;
            }[];
        };
        /**
         * @description `loopback`: on the hub's machine alone. `host`: with the partner's machine
         * @enum {string}
         */
        ConnectionStage: "loopback" | "host";
        ConnectionTest: {
            /** Format: uuid */
            id: string;
            stage: components["schemas"]["ConnectionStage"];
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            /** @enum {string} */
            startedSide: "team" | "partner";
            /**
             * @description `broken-off`: the process that ran it has ended; run it again
             * @enum {string}
             */
            state: "running" | "works" | "fails" | "broken-off";
            /** Format: date-time */
            finishedAt?: string;
            /** @description What the partner is to do now */
            awaits?: string;
            steps: {
                title: string;
                /**
                 * @description Whether it is to work, or to be refused
                 * @enum {string}
                 */
                wants: "works" | "refused";
                /** @enum {string} */
                state: "good" | "bad" | "left-out";
                says: string;
                /** @description What to do where it did not end as it should */
                remedy?: string;
            }[];
        };
        Exchange: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            endpointId: string;
            channel: string;
            /** @enum {string} */
            kind: "message" | "receipt" | "session" | "event";
            direction: components["schemas"]["Direction"];
            /** Format: date-time */
            at: string;
            /**
             * @description `waits`: a receipt is expected. `refused`: it was not taken as it is. `failed`: it did not get there
             * @enum {string}
             */
            state: "done" | "waits" | "refused" | "failed";
            /** @description One sentence */
            summary: string;
            /** @description What the channel recognises it by, such as the message id of AS2 */
            transportId?: string;
            /** @description What the transport said: headers, path, verdict */
            detail: {
                [key: string]: unknown;
            };
            /** @description The answer as it went or came, such as an MDN */
            body?: string;
            documentIds: string[];
            eventId?: string;
        };
        ExchangePage: {
            exchanges: components["schemas"]["Exchange"][];
            /**
             * Format: uuid
             * @description `before` of the next page; absent on the last
             */
            next?: string;
        };
        /** @enum {string} */
        WebhookState: "waiting" | "delivered" | "dead";
        WebhookDelivery: {
            /** Format: uuid */
            id: string;
            /** @description `webhook-id` of every try */
            eventId: string;
            type: string;
            subject: string;
            state: components["schemas"]["WebhookState"];
            attempts: number;
            /**
             * Format: date-time
             * @description Since when it has done nothing but fail
             */
            failingSince?: string;
            /**
             * Format: date-time
             * @description When it is tried again
             */
            dueAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** @description What the last try came to */
            reason?: string;
            reasonCode?: string;
        };
        Replay: {
            /** Format: uuid */
            id: string;
            /** @description Events that are posted once more */
            total: number;
            /** @description Those of them that were handed over so far */
            done: number;
            /** @description Were taken since */
            good: number;
            /** @description Wait or are under way */
            open: number;
            /** @description Have failed once more */
            failed: number;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the last was handed over
             */
            finishedAt?: string;
        };
        TestEventSent: {
            /** Format: uuid */
            exchangeId: string;
            works: boolean;
            says: string;
            /** @description Request and answer: headers, status, duration */
            detail: {
                [key: string]: unknown;
            };
            /** @description The first KB of the answer */
            body?: string;
        };
        EventKind: {
            type: string;
            /** @description What has happened, in a sentence */
            title: string;
            /** @description A whole CloudEvent */
            sample: {
                [key: string]: unknown;
            };
        };
        Channel: {
            name: string;
            title: string;
            description: string;
            /** @enum {string} */
            outbound: "push" | "fetch";
            /** @enum {string} */
            setUpBy: "team" | "both";
            /** @enum {string} */
            carries: "documents" | "events";
            /** @description JSON Schema of the settings of an endpoint */
            schema: {
                [key: string]: unknown;
            };
            /** @description How partners know the hub on it, whichever partner it is, such as the key of its server */
            ours: components["schemas"]["Told"][];
        };
        As2Identity: {
            /** Format: uuid */
            id: string;
            /**
             * @description `current`: we sign with it. `next`: after the switch. `former`: what is encrypted for it is still opened
             * @enum {string}
             */
            state: "current" | "next" | "former";
            /** @description Common name of the certificate */
            name: string;
            /** @description SHA-256, as pairs of digits */
            fingerprint: string;
            /** @description Such as RSA 3072 */
            key: string;
            issuer: string;
            /** Format: date-time */
            validFrom: string;
            /** Format: date-time */
            validUntil: string;
            /** Format: date-time */
            createdAt: string;
            /** @description PEM with its chain, for partners */
            certificate: string;
        };
        As2Identities: {
            identities: components["schemas"]["As2Identity"][];
        };
        Preview: {
            /**
             * @description `noted`: accepted, with findings
             * @enum {string}
             */
            verdict: "accepted" | "noted" | "rejected";
            /** @description The verdict in a sentence */
            title: string;
            /**
             * @description `document`: an agreed one that is no X12. `unreadable`: nothing can be made of it
             * @enum {string}
             */
            kind: "x12" | "document" | "events" | "attachment" | "unreadable";
            /** @description Of an agreed document that is no X12 */
            name?: string;
            sizeBytes: number;
            annotated: components["schemas"]["Annotated"];
            /** @description At most 100 of each code and level; `findingTotals` counts all */
            findings: components["schemas"]["Finding"][];
            findingTotals: components["schemas"]["FindingTotal"][];
            sets: {
                code: string;
                control: string;
                /**
                 * @description What the 997 would say of it (AK501)
                 * @enum {string}
                 */
                status: "A" | "E" | "R";
            }[];
            /** @description What it would be answered with. The control numbers are examples; the true ones are taken by what is sent */
            acknowledgements: {
                /** @enum {string} */
                kind: "997" | "999" | "TA1";
                verdict: components["schemas"]["Verdict"];
                words: string;
                text: string;
            }[];
            /** @description The first 20 */
            events: {
                type: string;
                subject: string;
                time?: string;
                data: {
                    [key: string]: unknown;
                };
            }[];
            eventCount: number;
            /** @description What each of the first 20 events would change in the other side's sandbox; none without an account, and none where reading goes on */
            odoo: {
                type: string;
                subject: string;
                /**
                 * @description `nothing`: it is there already. `stopped`: it would not be taken. `kept`: it changes nothing. `unknown`: it could not be asked
                 * @enum {string}
                 */
                state: "changes" | "nothing" | "stopped" | "kept" | "unknown";
                before: string[];
                after: string[];
            }[];
        };
        /** @description What is certified on its own: direction, set or name, version of a set; `inbound/945/004010` */
        certification_DocumentKey: string;
        ScenarioId: string;
        /**
         * @description `open`: not passed yet. `reopened`: passed before, and what it depends on has changed since. `passed`: in as many clean runs in succession as the pack asks for
         * @enum {string}
         */
        ScenarioState: "open" | "running" | "failed" | "passed" | "reopened";
        DocumentScenario: {
            id: components["schemas"]["ScenarioId"];
            state: components["schemas"]["ScenarioState"];
            /** @description Of `failed`: what was wrong. Of `reopened`: what has changed. Of `open`: why a run did not count for this document */
            why?: string;
            /** Format: date-time */
            passedAt?: string;
            /**
             * Format: uuid
             * @description The run that is under way, or else the newest one
             */
            runId?: string;
            /** @description Clean runs in succession up to now */
            cleanRuns: number;
            /** @description How many the pack asks for */
            wants: number;
        };
        CertifiedDocument: {
            key: components["schemas"]["certification_DocumentKey"];
            set: string;
            /** @description What the standard calls it */
            name: string;
            direction: components["schemas"]["Direction"];
            /** @description Empty for a document that is no X12 */
            version: string;
            /**
             * @description `certified`: every connectivity and must scenario is passed. `none`: no pack has a scenario for it
             * @enum {string}
             */
            state: "certified" | "open" | "none";
            /** @description Connectivity and must scenarios that are not passed */
            missing: number;
            scenarios: components["schemas"]["DocumentScenario"][];
        };
        /** @enum {string} */
        Tier: "connectivity" | "must" | "should" | "resilience";
        Scenario: {
            id: components["schemas"]["ScenarioId"];
            title: string;
            about: string;
            tier: components["schemas"]["Tier"];
            /** @description Title of the pack it is of */
            pack: string;
            /** @description What it certifies here */
            documents: components["schemas"]["certification_DocumentKey"][];
            /** @description How its fixture numbers begin, such as `CT-ACCEPT-`. A document of the sandbox under a number that begins so, and goes on with six letters or digits of your own, starts a run by itself where the partner has the first turn */
            prefix: string;
            /** @description Clean runs in succession */
            runs: number;
        };
        /** @enum {string} */
        ChaosName: "late-mdn" | "lost-997" | "duplicate-control-number" | "truncated-file";
        ChaosSwitch: {
            name: components["schemas"]["ChaosName"];
            title: string;
            about: string;
            isOn: boolean;
            /** Format: date-time */
            since?: string;
            /** @description Who switched it on; people of the team are not named to partners */
            by?: string;
            /**
             * Format: date-time
             * @description When it goes off by itself
             */
            until?: string;
        };
        Certification: {
            documents: components["schemas"]["CertifiedDocument"][];
            /** @description In the order in which to go through them */
            scenarios: components["schemas"]["Scenario"][];
            chaos: components["schemas"]["ChaosSwitch"][];
            /** @description Runs under way */
            open: number;
        };
        /** @enum {string} */
        RunState: "open" | "passed" | "failed" | "cancelled";
        Awaited: {
            /** @description Id of the frame */
            frame: string;
            /** @enum {string} */
            from: "partner" | "hub";
            /** @description What is waited for, in a sentence */
            says: string;
            /** Format: date-time */
            until?: string;
        };
        ScenarioRun: {
            /** Format: uuid */
            id: string;
            scenario: components["schemas"]["ScenarioId"];
            title: string;
            tier: components["schemas"]["Tier"];
            /** @description The fixture number that documents of the run carry */
            number: string;
            state: components["schemas"]["RunState"];
            /** @description Why it failed or was cancelled */
            reason?: string;
            /** Format: date-time */
            startedAt: string;
            /** @description A person, `a document`, or `the integration team` to partners */
            startedBy: string;
            /** Format: date-time */
            finishedAt?: string;
            frames: number;
            /** @description Frames that are passed */
            passed: number;
            awaited?: components["schemas"]["Awaited"];
        };
        /** @enum {string} */
        FrameState: "later" | "awaited" | "passed" | "failed" | "left-out";
        Check: {
            /** @description What is expected, in a sentence */
            says: string;
            /** @enum {string} */
            state: "waiting" | "good" | "bad" | "not-checked";
            expected?: string;
            got?: string;
            /** @description Why it is bad, or was not checked */
            reason?: string;
            /** @description JSON pointer into the data of the event */
            field?: string;
            /** @description Place in the document, such as `W12-03` */
            place?: string;
            /** @description The offending segment as it was sent */
            segment?: string;
            /** @description First byte of it in the document, and the one after the last */
            range?: number[];
        };
        /**
         * @description How it came: X12, another document of the partner's own shape, canonical events (REST), the portal's form, or nothing but the channel
         * @enum {string}
         */
        Way: "x12" | "document" | "events" | "form" | "channel";
        FormField: {
            name: string;
            label: string;
            /** @enum {string} */
            kind: "text" | "choice" | "moment" | "number" | "file";
            required: boolean;
            help?: string;
            /** @description What to begin with */
            value?: string;
            options?: {
                value: string;
                label: string;
            }[];
        };
        Frame: {
            id: string;
            title: string;
            /**
             * @description Whose turn it is
             * @enum {string}
             */
            by: "partner" | "hub";
            /** @enum {string} */
            does: "sends" | "acknowledges" | "repeats" | "keeps-silent" | "connects";
            /** @description Type of the canonical event that is exchanged */
            event?: string;
            /** @description The agreed document that carries it, such as `990` */
            set?: string;
            state: components["schemas"]["FrameState"];
            /** @description What is to be done, in a sentence or two */
            says: string;
            /** @description Data to use */
            given: {
                label: string;
                value: string;
            }[];
            checks: components["schemas"]["Check"][];
            /** Format: uuid */
            documentId?: string;
            /** @description What to call it, such as `990-in.x12` or the first words about it */
            documentName?: string;
            /**
             * Format: uuid
             * @description Our acknowledgement of it, or the partner's
             */
            acknowledgementId?: string;
            eventIds: string[];
            way?: components["schemas"]["Way"];
            /** @description Of a failed frame: exactly why */
            reason?: string;
            /** Format: date-time */
            beganAt?: string;
            /** Format: date-time */
            dueAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** @description How it can be done in the portal; there while it is awaited */
            form?: {
                title: string;
                fields: components["schemas"]["FormField"][];
            };
            /** @description What Odoo would look like before and after; there once a look was taken */
            odoo?: {
                [key: string]: unknown;
            };
        };
        Stray: {
            /** Format: uuid */
            documentId: string;
            /** Format: date-time */
            at: string;
            /** @description Why it answers nothing that is waited for */
            says: string;
        };
        RunDetail: {
            /** Format: uuid */
            id: string;
            scenario: components["schemas"]["ScenarioId"];
            title: string;
            tier: components["schemas"]["Tier"];
            /** @description The fixture number that documents of the run carry */
            number: string;
            state: components["schemas"]["RunState"];
            /** @description Why it failed or was cancelled */
            reason?: string;
            /** Format: date-time */
            startedAt: string;
            /** @description A person, `a document`, or `the integration team` to partners */
            startedBy: string;
            /** Format: date-time */
            finishedAt?: string;
            frames: number;
            /** @description Frames that are passed */
            passed: number;
            awaited?: components["schemas"]["Awaited"];
            about: string;
            /** @description What it certifies */
            documents: components["schemas"]["certification_DocumentKey"][];
            conversation: components["schemas"]["Frame"][];
            /** @description Documents under its number that answered nothing */
            strays: components["schemas"]["Stray"][];
            /** @description What it was run with; a change reopens the scenario */
            dependsOn: {
                what: string;
                hash: string;
            }[];
        };
        Release: {
            number: number;
            /** @description SHA-256 over the files of the configuration */
            configuration: string;
            note: string;
            /** Format: date-time */
            at: string;
            by: string;
            /** @description Production runs it */
            inUse: boolean;
        };
        Releases: {
            /** @description How many people approve a go-live; 0 where releases are made without */
            approvals: number;
            /** @description Absent where nothing was agreed yet */
            draft?: {
                configuration: string;
                /**
                 * Format: date-time
                 * @description Last change
                 */
                at: string;
                by: string;
                /** @description The newest release is the same */
                released: boolean;
            };
            /** @description What the sandbox runs: `draft` or the name of a candidate; absent where it runs nothing */
            sandbox?: string;
            candidates: {
                name: string;
                configuration: string;
                /** Format: date-time */
                at: string;
                by: string;
            }[];
            /** @description The newest first */
            releases: components["schemas"]["Release"][];
        };
        /** @description Small letters, digits, dots and hyphens; not a number alone */
        CandidateName: string;
        Differences: {
            /** @description Absent where there is no release to compare with */
            from?: string;
            to: string;
            files: {
                path: string;
                /** @enum {string} */
                change: "added" | "removed" | "changed";
                /** @description `-` of the first, `+` of the second, a blank of both; `…` for lines that are the same and left out */
                lines: string[];
            }[];
        };
        /** @description Direction, set and version, such as `inbound/945/004010` */
        DocumentName: string;
        GoLiveDocument: {
            document: components["schemas"]["DocumentName"];
            name: string;
            /** @description Whether the draft has it */
            isAgreed: boolean;
            parallelRun?: {
                /** @enum {string} */
                state: "running" | "passed" | "failed";
                /** Format: date-time */
                since: string;
                /** Format: date-time */
                endedAt?: string;
                progress: string;
                why?: string;
            };
            production?: {
                release: number;
                /** Format: date-time */
                since: string;
                /** @description Whether the draft says something else of it */
                isChanged: boolean;
                /** @description In words */
                canary?: string;
                mayRollBack: boolean;
            };
            hypercare?: {
                /** Format: date-time */
                since: string;
                /** Format: date-time */
                until: string;
                progress: string;
            };
            wentBack?: {
                /** Format: date-time */
                at: string;
                by: string;
                why: string;
            };
            /**
             * Format: uuid
             * @description The newest request for it that was not cancelled
             */
            request?: string;
        };
        /** @enum {string} */
        RequestState: "asked" | "returned" | "void" | "approved" | "scheduled" | "live" | "cancelled";
        GoLiveRequest: {
            /** Format: uuid */
            id: string;
            number: number;
            partner: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            documents: components["schemas"]["DocumentName"][];
            state: components["schemas"]["RequestState"];
            version: number;
            /** @description SHA-256 of what was asked for */
            bundle: string;
            note: string;
            /** Format: date-time */
            askedAt: string;
            askedBy: string;
            /** Format: date-time */
            queuedAt: string;
            /** Format: date-time */
            goLiveAt?: string;
            approvals: {
                by: string;
                /** Format: date-time */
                at: string;
            }[];
            approvalsNeeded: number;
            /** @description In words */
            canary?: string;
            release?: number;
            returned?: {
                code: string;
                cause: string;
                remedy: string;
                note: string;
                /** Format: date-time */
                editUntil?: string;
            };
            /** @description Why it is void or cancelled */
            why?: string;
        };
        Hold: {
            /** @enum {string} */
            kind: "suspended" | "off-boarded";
            /** Format: date-time */
            since: string;
            by: string;
            reason: string;
        };
        GoLive: {
            partner: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            documents: components["schemas"]["GoLiveDocument"][];
            /** @description Newest first */
            requests: components["schemas"]["GoLiveRequest"][];
            /** @description How many people of the team approve */
            approvalsNeeded: number;
            hold?: components["schemas"]["Hold"];
        };
        GoLiveCheck: {
            id: string;
            title: string;
            isMet: boolean;
            /** @description The evidence, or what is missing */
            says: string;
            /** @enum {string} */
            turn?: "partner" | "team";
            /** Format: date-time */
            at?: string;
            label?: string;
            /** @description Path of the page where it is done or shown */
            link?: string;
        };
        GoLiveDifference: {
            /** @enum {string} */
            part: "documents" | "agreement" | "mappings" | "guides" | "tables" | "endpoints" | "certificates" | "cross-references";
            says: string[];
        };
        ToConfirm: {
            endpoint: string;
            channel: string;
            fields: {
                name: string;
                title: string;
                /** @description What the sandbox has; empty for a secret */
                value: string;
                isSecret: boolean;
                mustDiffer: boolean;
                wrong?: string;
            }[];
        };
        GoLivePreview: {
            document: components["schemas"]["DocumentName"];
            /** @description What goes live or changes with it */
            covers: components["schemas"]["DocumentName"][];
            bundle: string;
            checks: components["schemas"]["GoLiveCheck"][];
            differences: components["schemas"]["GoLiveDifference"][];
            confirm: components["schemas"]["ToConfirm"][];
        };
        /** @description What goes live first; the rest stays as in the parallel run */
        Canary: {
            /** @description Share by the business key, always the same */
            percent?: number;
            sites?: string[];
        };
        /** @description By the name of a channel that is promoted, the settings that are other ones in production */
        EndpointChoices: {
            [key: string]: {
                [key: string]: unknown;
            };
        };
        NewGoLive: {
            documents: components["schemas"]["DocumentName"][];
            /**
             * Format: date-time
             * @description As soon as it is approved unless given
             */
            goLiveAt?: string;
            note?: string;
            canary?: components["schemas"]["Canary"];
            endpoints?: components["schemas"]["EndpointChoices"];
            /** @description Hash of what you saw; 409 where it is something else by now */
            bundle?: string;
        };
        GoLiveWish: {
            /**
             * Format: date-time
             * @description As soon as it is approved unless given
             */
            goLiveAt?: string;
            note?: string;
            canary?: components["schemas"]["Canary"];
            endpoints?: components["schemas"]["EndpointChoices"];
            /** @description Hash of what you saw; 409 where it is something else by now */
            bundle?: string;
        };
        Why: {
            why: string;
        };
        ParallelRun: {
            document: components["schemas"]["DocumentName"];
            /** @enum {string} */
            state: "running" | "passed" | "failed";
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            endedAt?: string;
            progress: string;
            why?: string;
            policy: {
                days: number;
                documents: number;
                mismatchPercent: number;
                compareWithinMinutes: number;
                acknowledges: boolean;
            };
            matches: number;
            mismatches: number;
            waiting: number;
            /** @description Without anything to compare */
            none: number;
            /** @description What differs or is still compared, the newest first, a hundred at most */
            comparisons: {
                /** Format: uuid */
                documentId?: string;
                subject: string;
                /** @enum {string} */
                verdict: "waiting" | "mismatch" | "match" | "none";
                says: string;
                /** Format: date-time */
                at: string;
                tries: number;
                /** @description What would have been written, for the team */
                withheld?: string[];
            }[];
        };
        NewParallelRun: {
            document: components["schemas"]["DocumentName"];
            days?: number;
            documents?: number;
            mismatchPercent?: number;
            /** @description How long Odoo may take to get the same by the old way */
            compareWithinMinutes?: number;
            /** @description Whether the hub acknowledges though the old way does the work */
            acknowledges?: boolean;
            endpoints?: components["schemas"]["EndpointChoices"];
        };
        OfDocument: {
            document: components["schemas"]["DocumentName"];
        };
        RollBack: {
            document: components["schemas"]["DocumentName"];
            why: string;
        };
        Reason: {
            /** @description The partner reads it */
            reason: string;
        };
        OffBoard: {
            /** @description Name of the partner, as it is written */
            name: string;
            /** @description The partner reads it */
            reason: string;
        };
        /** @enum {string} */
        ReturnCode: "GL-101" | "GL-102" | "GL-201" | "GL-202" | "GL-203" | "GL-301" | "GL-302" | "GL-303" | "GL-401" | "GL-402" | "GL-501" | "GL-901";
        GoLiveQueue: {
            requests: components["schemas"]["GoLiveRequest"][];
            approvalsNeeded: number;
            returnCodes: {
                code: components["schemas"]["ReturnCode"];
                cause: string;
                remedy: string;
            }[];
        };
        GoLiveDecision: {
            /** @enum {string} */
            kind: "asked" | "approved" | "returned" | "voided" | "cancelled" | "live";
            /** Format: date-time */
            at: string;
            by: string;
            version?: number;
            says?: string;
        };
        GoLiveDossier: {
            request: components["schemas"]["GoLiveRequest"];
            /** @description As they stand now */
            checks: components["schemas"]["GoLiveCheck"][];
            /** @description To what production ran when it was asked for */
            differences: components["schemas"]["GoLiveDifference"][];
            /** @description What is not as it was asked for any more; then it cannot be approved */
            changedSince: string[];
            /** @description Why the reader may not approve it */
            mayNotApprove?: string;
            authors: string[];
            /** @description 0 where production ran nothing */
            fromRelease: number;
            /** @description Hash of what would be released */
            configuration?: string;
            decisions: components["schemas"]["GoLiveDecision"][];
        };
        Approval: {
            /** @description Hash of what you saw */
            bundle: string;
        };
        Return: {
            code: components["schemas"]["ReturnCode"];
            note?: string;
        };
        Template: {
            name: string;
            title: string;
            description?: string;
            /** @enum {string} */
            kind: "carrier" | "3pl" | "carrier-3pl";
            /** @description IANA zone of local times whose place is unknown */
            timeZone?: string;
            documents: {
                /** @description Transaction set, or the name of a document that is no X12 */
                set: string;
                name: string;
                direction: components["schemas"]["Direction"];
                /** @description Empty for a document that is no X12 */
                version: string;
            }[];
        };
        Company: {
            name: string;
            identities: components["schemas"]["Identities"];
        };
        NewIdentities: {
            production: components["schemas"]["Identity"][];
            sandbox: components["schemas"]["Identity"][];
            /** @description The ids that you saw; 409 where somebody changed them since */
            insteadOf?: components["schemas"]["Identities"];
        };
        /**
         * @description Whose turn it is: the integration team's, the partner's, or the operator's of the hub
         * @enum {string}
         */
        CaseOwner: "team" | "partner" | "operator";
        /**
         * @description error: something does not go on. warning: it goes on, and will not for ever
         * @enum {string}
         */
        CaseSeverity: "error" | "warning";
        Case: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "delivery" | "document" | "deadline" | "odoo" | "hub";
            /** @description What kind of trouble it is; what it means stands at /docs/errors */
            code: string;
            owner: components["schemas"]["CaseOwner"];
            severity: components["schemas"]["CaseSeverity"];
            environment: components["schemas"]["Environment"];
            title: string;
            detail: string;
            /** @description What to do; absent where the detail says it */
            remedy?: string;
            /** Format: date-time */
            since: string;
            assignee?: components["schemas"]["Assignee"];
            partner?: components["schemas"]["PartnerRef"];
            /** @description Whether trying its document again may help: a delivery failed, or it was set aside */
            canRetry: boolean;
            /** @description Its document could not be translated and is set aside */
            isSetAside: boolean;
            /** Format: uuid */
            documentId?: string;
            /** Format: uuid */
            deliveryId?: string;
            /**
             * Format: uuid
             * @description The connection to Odoo that it is about
             */
            connectionId?: string;
            /** @description The endpoint that it is about, while it is there */
            endpoint?: {
                /** Format: uuid */
                id: string;
                /**
                 * Format: uuid
                 * @description Whose it is
                 */
                partnerId: string;
            };
            /** @description The delivery method of Odoo whose code is missing */
            carrierId?: number;
        };
        /**
         * @description Why a case is resolved by hand. corrected-here: in the hub. corrected-in-odoo: done or corrected in Odoo by hand. corrected-by-partner: the partner corrected it or sent it again.
         *     settled-elsewhere: settled with the partner outside of the hub. no-fault: there was nothing wrong.
         * @enum {string}
         */
        CaseCause: "corrected-here" | "corrected-in-odoo" | "corrected-by-partner" | "settled-elsewhere" | "no-fault";
        CasesChanged: {
            /** @description Cases that are as was asked, in the order of the request */
            done: string[];
            /** @description Cases that stay as they were */
            refused: {
                /** Format: uuid */
                caseId: string;
                /** @description Absent where there is no such case */
                title?: string;
                /** @description What it means stands at /docs/errors */
                code: string;
                reason: string;
            }[];
        };
        CaseNote: {
            /** Format: date-time */
            at: string;
            author: string;
            note: string;
        };
        CaseDetail: {
            /** Format: uuid */
            id: string;
            /** @description What kind of trouble it is */
            code: string;
            owner: components["schemas"]["CaseOwner"];
            severity: components["schemas"]["CaseSeverity"];
            environment: components["schemas"]["Environment"];
            title: string;
            detail: string;
            /** @description What to do; absent where the detail says it */
            remedy?: string;
            /** Format: date-time */
            since: string;
            /** Format: uuid */
            documentId?: string;
            /** @enum {string} */
            state: "open" | "resolved";
            cause?: components["schemas"]["CaseCause"];
            /** @description Who resolved it by hand; absent where the hub closed it */
            resolvedBy?: string;
            /** Format: date-time */
            resolvedAt?: string;
            assignee?: components["schemas"]["Assignee"];
            /** @description Oldest first, the last 200 */
            notes: components["schemas"]["CaseNote"][];
        };
        Failure: {
            /** @description Stands for "the same error": code, kind of event and reason without the numbers and names in it */
            cause: string;
            code: string;
            /** @description Absent where a document was to be handed over */
            event?: string;
            /** @enum {string} */
            destination: "odoo" | "document" | "channel" | "webhook";
            count: number;
            /** Format: date-time */
            firstAt?: string;
            /** Format: date-time */
            lastAt?: string;
            /** @description That of the newest one */
            reason: string;
            /** @description What to do before it is tried again */
            remedy?: string;
            /**
             * Format: uuid
             * @description The document of the newest one
             */
            documentId?: string;
            partners: string[];
        };
        OdooUnitCode: {
            /** @description X12 unit code (element 355), such as CA; or the word that events use, such as case */
            code: string;
            /** @description What one of it is in Odoo: a number of pieces (12), a unit's name (Pack of 6), packaging for each product's own, or packaging with its name */
            means: string;
        };
        /** @description Who the partner is in Odoo's books, and how its orders and invoices are taken */
        OdooTrade: {
            /** @description Contact whose draft bills its invoices (210, 810) become; absent: they are held */
            vendorId?: number;
            /** @description Contact whose quotations its purchase orders (850) become; absent: they are held */
            customerId?: number;
            /** @description Journal of its bills; absent: the one that Odoo takes */
            journalId?: number;
            /** @description Product of the lines of freight, which says their account; absent: lines have a text, and the account of the journal */
            freightProductId?: number;
            /** @description How far an invoice may be from what was agreed, in its currency; what is beyond is held. 0 when absent */
            tolerance?: number;
            /**
             * @description What happens where Odoo knows no price for a transport that is invoiced. hold (also when absent): a person looks. apply: it becomes a draft bill, with a remark
             * @enum {string}
             */
            unpricedFreight?: "hold" | "apply";
        };
        OdooReceives: {
            /** @enum {string} */
            event: "warehouse-order.released.v1" | "shipment.tendered.v1" | "receipt.expected.v1";
            /** @description Load tenders for this carrier (SCAC) only; absent: for all */
            carrier?: string;
        };
        OdooPartnerRules: {
            /** @description Operation types of the sites that the partner works at. It may speak of their transfers, and of those that it was sent */
            operationTypeIds: number[];
            /**
             * @description What happens where Odoo has not reserved what was shipped. reserve: reserve it and go on, or hold. hold: a person looks. apply: ship it all the same, with a remark
             * @enum {string}
             */
            unreserved: "reserve" | "hold" | "apply";
            /** @description How far Odoo's rounding of a unit may go, in the product's unit; 0 holds all that does not divide */
            unitTolerance: number;
            /** @description Whether a cancel in Odoo goes out: 940 with purpose F, 204 with 01, 943 as a cancel */
            sendCancels: boolean;
            /**
             * @description What happens where more left or came in than was ordered. apply (also when absent): it is booked. hold: a person looks
             * @enum {string}
             */
            overs?: "apply" | "hold";
            /**
             * @description What happens where the warehouse cancels an order. apply: its transfer is cancelled in Odoo. hold (also when absent): a person looks
             * @enum {string}
             */
            warehouseCancels?: "apply" | "hold";
            /** @description Internal location of Odoo for goods that came damaged or are on hold; absent: what says so is held. Take one outside of the warehouse's stock location, or the next order reserves them */
            quarantineLocationId?: number;
            /** @description What the partner's unit codes are in Odoo; the same in both environments. Usual codes (EA, DZ, LB, KG …) need no entry */
            units: components["schemas"]["OdooUnitCode"][];
            trade?: components["schemas"]["OdooTrade"];
            /** @description What the partner is sent of released transfers */
            receives: components["schemas"]["OdooReceives"][];
        };
        OdooConnection: {
            /** Format: uuid */
            id: string;
            name: string;
            environment: components["schemas"]["Environment"];
            /**
             * @description twin: a stand-in for sandbox and demo
             * @enum {string}
             */
            kind: "odoo" | "twin";
            version: string;
            url: string;
            database: string;
            login: string;
            /**
             * @description unreachable: no answer. refused: Odoo answers and does not let the hub in (key, database name, right). In both nothing fails: what is for this Odoo waits, and goes on by itself
             * @enum {string}
             */
            state: "untried" | "ready" | "unreachable" | "refused";
            /** @description What Odoo said last, while it is not ready */
            reason?: string;
            /**
             * Format: date-time
             * @description When the state began
             */
            since: string;
            /**
             * Format: date-time
             * @description The last answer that was as it should be
             */
            lastContactAt?: string;
            /** @description What this Odoo has not got, and what is lost by that */
            lacks: string[];
            /** @description Deliveries for this Odoo that are not finished */
            waiting: number;
            /** @description User of Odoo who gets the to-dos where a transfer names nobody; absent where none was chosen */
            responsibleUserId?: number;
            feed: {
                /** @description Whether released transfers are looked for */
                begun: boolean;
                /** @description `now`, `all` or the date that was chosen when it was begun */
                from?: string;
                /**
                 * Format: date-time
                 * @description When that was chosen
                 */
                at?: string;
                operationTypeIds: number[];
            };
            carriers: {
                /** @description Id of the delivery method in Odoo */
                id: number;
                name: string;
                scac: string;
            }[];
            /** @description Entries that transfers wait for */
            missing: {
                /** @enum {string} */
                kind: "carrier-code" | "unit-code";
                id: number;
                name: string;
                detail: string;
                /** Format: date-time */
                since: string;
            }[];
            /** @description Partners with agreements in this environment, by name */
            partners: {
                /** Format: uuid */
                id: string;
                name: string;
                kind: string;
                rules: components["schemas"]["OdooPartnerRules"];
                /** @description The other Odoo of this environment that the partner works with; absent where it works with this one, or nothing is arranged yet */
                elsewhere?: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
            }[];
        };
        /** @description Address of Odoo, such as https://odoo.example */
        OdooUrl: string;
        /** @description API key of the user. Sealed, and never shown again */
        OdooKey: string;
        NewOdooConnection: {
            /** @description What it is called here; its database unless given */
            name?: string;
            url: components["schemas"]["OdooUrl"];
            database: string;
            /** @description Login of the hub's user in Odoo */
            login: string;
            apiKey: components["schemas"]["OdooKey"];
            /** @description From when on released transfers are sent. `now`: what is changed in Odoo from now on. `all`: all that is ready. A date: what was changed since its beginning, UTC */
            sendFrom: string;
            /** @description Operation types whose transfers are sent; those of deliveries unless given */
            operationTypeIds?: number[];
        };
        OdooAccess: {
            url: components["schemas"]["OdooUrl"];
            database: string;
            /** @description Login of the hub's user in Odoo */
            login: string;
            apiKey: components["schemas"]["OdooKey"];
        };
        OdooAccessFound: {
            /** @description As Odoo calls it: 18.0 */
            version: string;
            /** @description What this Odoo has not got, and what is lost by that */
            lacks: string[];
        };
        NewOdooKey: {
            name?: string;
            url?: components["schemas"]["OdooUrl"];
            login?: string;
            apiKey: components["schemas"]["OdooKey"];
        };
        Reconciliation: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "asked" | "running" | "done" | "failed";
            /** @description Why it failed */
            reason?: string;
            /** @description Absent for the nightly one */
            askedBy?: string;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            finishedAt?: string;
            /** @description Fields that were held against Odoo */
            compared: number;
            agree: number;
            /** @description Fields that Odoo's own work has taken further, as it should: a draft that was posted */
            movedOn: number;
            /** @description Fields that differ, and what was done in Odoo that no document tells of */
            differ: number;
            /** @description Differences that a person has accepted; they are none of the above */
            accepted: number;
            /** @description Events that this Odoo has not taken and that wait for a person */
            notApplied: number;
            /** @description Of the last snapshot of each warehouse, how many numbers are those of Odoo at its time */
            stock: {
                partner: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                };
                /** @description As Odoo calls it */
                warehouse: string;
                snapshot: string;
                /** Format: uuid */
                documentId?: string;
                /** Format: date-time */
                asOf: string;
                compared: number;
                agree: number;
            }[];
            /** @description Share that agrees of what agrees or differs; 1 where nothing was to be compared */
            accuracy: number;
        };
        NewReconciliation: {
            /**
             * Format: date-time
             * @description What was written since then is compared; absent: since the last one
             */
            since?: string;
        };
        OdooDifference: {
            id: number;
            /**
             * @description `changed`: somebody else has changed the record since. `differs`: nobody but the hub has touched it. `undocumented`: it was done in Odoo, and no document of the partner tells of it; it has no `field`, and `holds` says what was done: `shipped`, `received` or `billed`.
             * @enum {string}
             */
            cause: "gone" | "changed" | "differs" | "unreadable" | "undocumented";
            sentence: string;
            /** @description What to do about it */
            fix: string;
            model: string;
            recordId: number;
            recordName?: string;
            field?: string;
            /** @description What the hub wrote */
            wrote?: unknown;
            /** Format: date-time */
            wroteAt?: string;
            /** @description What Odoo held when it was read */
            holds?: unknown;
            changed?: {
                by: string;
                at: string;
            };
            partner: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** Format: uuid */
            documentId?: string;
            /** @description Who has said that it is right as it is; it is not told again */
            accepted?: {
                by: string;
                /** Format: date-time */
                at: string;
                note?: string;
            };
        };
        ReconciliationDetail: {
            reconciliation: components["schemas"]["Reconciliation"];
            differences: components["schemas"]["OdooDifference"][];
            /** @description Cursor of the next page */
            next?: string;
        };
        DifferenceAcceptance: {
            /** @description Why it is right as it is */
            note?: string;
        };
        OdooChoices: {
            users: {
                id: number;
                name: string;
                login: string;
            }[];
            operationTypes: {
                id: number;
                name: string;
                /** @description incoming, outgoing, internal … */
                code: string;
                warehouse: string;
            }[];
            /** @description Internal locations */
            locations: {
                id: number;
                name: string;
            }[];
            carriers: {
                id: number;
                name: string;
            }[];
            units: string[];
            /** @description Companies among the contacts, the first thousand by name; empty where the hub's user may not read them */
            contacts: {
                id: number;
                name: string;
            }[];
            /** @description Purchase journals; empty where the hub's user may not read them */
            journals: {
                id: number;
                name: string;
            }[];
            /** @description Products that are services */
            services: {
                id: number;
                name: string;
            }[];
        };
        /** @description A point in time with the origin of its zone, since X12 times are local to the place of the event unless a time code says otherwise. */
        EventMoment: {
            /** @description Date and, where known, time as written at the place of the event, ISO 8601 without offset. */
            local: string;
            /** @description IANA zone or UTC offset that was applied, such as `America/Chicago` or `-05:00`. */
            zone?: string;
            /**
             * @description Where the zone came from, in the order they are tried.
             * @enum {string}
             */
            zoneOrigin: "document" | "place" | "partner" | "assumed-utc";
            /**
             * Format: date-time
             * @description The instant in UTC.
             */
            utc: string;
        };
        EventReference: {
            /**
             * @description What the number refers to.
             * @enum {string}
             */
            kind: "bill-of-lading" | "master-bill-of-lading" | "purchase-order" | "carrier-pro" | "shipment-id" | "stop-number" | "appointment-number" | "delivery-order" | "pickup-number" | "seal" | "vendor-order" | "load-plan" | "tracking-number" | "equipment" | "depositor-order" | "customer-order" | "invoice" | "freight-bill" | "booking" | "ship-notice" | "packing-list" | "release" | "contract" | "department" | "store" | "vendor-number" | "receipt" | "return-authorization" | "route" | "dock" | "lot" | "serial-number" | "line-item" | "other";
            /** @description The X12 qualifier as received. */
            qualifier?: string;
            value: string;
            /** @description What the document says of the number in words. */
            description?: string;
        };
        EventParty: {
            /**
             * @description The party's part in the movement.
             * @enum {string}
             */
            role: "ship-from" | "ship-to" | "shipper" | "consignee" | "bill-to" | "carrier" | "warehouse" | "depositor" | "ultimate-consignee" | "mark-for" | "seller" | "buyer" | "vendor" | "remit-to" | "notify" | "broker" | "other";
            name?: string;
            id?: string;
            idQualifier?: string;
            address?: components["schemas"]["EventAddress"];
            contact?: {
                name?: string;
                phone?: string;
                email?: string;
            };
            /** @description The rest of a name that one line does not hold. */
            additionalName?: string;
        };
        EventAddress: {
            street?: string;
            street2?: string;
            city?: string;
            state?: string;
            postalCode?: string;
            country?: string;
        };
        EventPlace: {
            name?: string;
            city?: string;
            state?: string;
            country?: string;
            postalCode?: string;
            latitude?: number;
            longitude?: number;
        };
        /** @description How the document names the product; at least one of sku, gtin, vendorSku is there. */
        EventProduct: {
            /** @description The depositor's or buyer's own product number. */
            sku?: string;
            /** @description GTIN-8, -12, -13 or -14 with its check digit. */
            gtin?: string;
            vendorSku?: string;
            description?: string;
        } | unknown | unknown | unknown;
        /**
         * @description Canonical unit of measure.
         * @enum {string}
         */
        EventUnit: "each" | "case" | "pallet" | "carton" | "dozen" | "pound" | "kilogram" | "pack" | "box" | "bag" | "bundle" | "drum" | "roll" | "set" | "pair" | "gallon" | "liter" | "ounce" | "gram" | "ton" | "foot" | "meter" | "cubic-foot" | "cubic-meter" | "unknown";
        EventQuantity: {
            /** @description Amount in the unit. */
            value: number;
            unit: components["schemas"]["EventUnit"];
            /** @description The X12 unit code as received (list 355). */
            unitCode?: string;
        };
        EventCarrier: {
            /** @description Standard carrier alpha code. */
            scac?: string;
            name?: string;
            /**
             * @description How it moves; `motor` where the document does not say whether it is a full truckload.
             * @enum {string}
             */
            mode?: "truckload" | "motor" | "less-than-truckload" | "parcel" | "rail" | "ocean" | "air" | "other";
        };
        EventWeight: {
            /** @description Amount. */
            value: number;
            /**
             * @description Unit.
             * @enum {string}
             */
            unit: "pound" | "kilogram";
            /** @description Which weight it is, as received (X12 list 187), such as G for gross. */
            qualifier?: string;
        };
        EventPackage: {
            /** @description Serial shipping container code, 18 digits. */
            sscc: string;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind?: "pallet" | "carton" | "parcel" | "other";
            tracking?: string;
            /** @description Last serial shipping container code of a range that begins with `sscc`: the packages between them are meant too. */
            through?: string;
            /** @description Last number of a range that begins with `tracking`: the package holds parcels with these numbers. */
            trackingThrough?: string;
        };
        /** @description A package that carries a tracking number and no serial shipping container code. */
        EventParcel: {
            tracking: string;
            /** @description Last number of a range that begins with `tracking`. */
            through?: string;
        };
        /**
         * @description What happened to a shipment.
         * @enum {string}
         */
        EventMilestone: "arrived-at-pickup" | "loaded" | "departed-pickup" | "en-route" | "arrived-at-terminal" | "departed-terminal" | "estimated-delivery" | "arrived-at-delivery" | "delivered" | "departed-delivery" | "delayed" | "delivery-attempted" | "not-completed" | "refused" | "damaged" | "returned" | "cancelled" | "reconsigned" | "interline-out" | "interline-in" | "gate-in" | "gate-out" | "acknowledged" | "pickup-appointment" | "delivery-appointment" | "estimated-delivery-appointment" | "appointment-secured" | "available-for-delivery" | "diverted" | "arrived-at-delivery-dock" | "arrived-at-pickup-dock" | "loading" | "trailer-spotted" | "estimated-terminal-arrival" | "estimated-terminal-departure" | "in-storage" | "tendered-for-delivery" | "arrived-at-customs" | "held-at-customs" | "arrived-at-ramp" | "departed-ramp" | "delivery-window" | "pickup-window" | "other";
        /**
         * @description Canonical reason of a milestone or an appointment.
         * @enum {string}
         */
        EventReasonMeaning: "normal" | "normal-appointment" | "accident" | "mechanical" | "weather" | "shipper" | "consignee" | "other-carrier" | "previous-stop" | "missed-pickup" | "missed-delivery" | "keying-error" | "driver" | "dispatch" | "equipment" | "address" | "recipient-unavailable" | "consignee-closed" | "refused" | "shortage" | "damage" | "customs" | "paperwork" | "held" | "road" | "strike" | "appointment-needed" | "reconsigned" | "returned" | "not-enough-time" | "customer-request" | "other";
        /** @description Why something happened or was put off. */
        EventReason: {
            /** @description The X12 reason code as received (list 1651). */
            code: string;
            meaning: components["schemas"]["EventReasonMeaning"];
        };
        /** @description An amount of money. */
        EventMoney: {
            /** @description Amount in the currency, not in its cents. */
            value: number;
            /** @description ISO 4217, such as USD. */
            currency: string;
        };
        /**
         * @description What a charge is for.
         * @enum {string}
         */
        EventChargeKind: "freight" | "fuel" | "accessorial" | "detention" | "layover" | "stop-off" | "liftgate" | "inside-delivery" | "residential" | "loading" | "unloading" | "lumper" | "redelivery" | "reconsignment" | "storage" | "handling" | "pickup" | "delivery" | "minimum" | "discount" | "allowance" | "tax" | "duty" | "insurance" | "hazardous" | "packaging" | "other";
        /** @description Something that is charged; an allowance or a discount is negative. */
        EventCharge: {
            lineNumber?: string;
            kind: components["schemas"]["EventChargeKind"];
            /** @description The code as received, such as X12 list 150 or 1300. */
            code?: string;
            description?: string;
            amount: components["schemas"]["EventMoney"];
            rate?: {
                /** @description Amount per unit of the basis. */
                value: number;
                /** @description What the rate is per, as received (X12 list 122). */
                basis?: string;
            };
        };
        /**
         * @description Condition in which goods were received.
         * @enum {string}
         */
        EventCondition: "good" | "damaged" | "short" | "over" | "rejected" | "hold" | "wrong-item" | "expired" | "other";
        /**
         * @description Why a stock was adjusted.
         * @enum {string}
         */
        EventAdjustmentReason: "cycle-count" | "damaged" | "found" | "expired" | "hold" | "released" | "scrapped" | "returned" | "receipt-corrected" | "shipment-corrected" | "quality" | "reclassified" | "kitting" | "sample" | "lost" | "renumbered" | "recalled" | "reworked" | "transferred" | "booking" | "donated" | "other";
        /**
         * @description In which state a quantity is.
         * @enum {string}
         */
        EventInventoryState: "on-hand" | "available" | "on-hold" | "damaged" | "allocated" | "in-transit" | "on-order" | "backordered" | "quarantine" | "other";
        /**
         * @description What went wrong with a shipment.
         * @enum {string}
         */
        EventExceptionKind: "delay" | "damage" | "refusal" | "attempt-failed" | "not-completed" | "return" | "cancellation" | "reconsignment" | "shortage" | "overage" | "loss" | "hold" | "other";
        /** @description Dangerous goods. */
        EventHazard: {
            /** @description UN or NA number, such as UN1993. */
            id: string;
            /** @description Proper shipping name. */
            name?: string;
            hazardClass?: string;
            packingGroup?: string;
            emergencyPhone?: string;
        };
        /** @description A line of what a warehouse received. */
        EventReceivedLine: {
            lineNumber?: string;
            product: components["schemas"]["EventProduct"];
            expected?: components["schemas"]["EventQuantity"];
            received: components["schemas"]["EventQuantity"];
            /** @description Received less expected. */
            difference?: number;
            conditions?: {
                condition: components["schemas"]["EventCondition"];
                /** @description The X12 condition code as received (list 412). */
                conditionCode?: string;
                /** @description In the unit of `received`. */
                quantity?: number;
                /** @description Code of the damage as received. */
                reasonCode?: string;
                description?: string;
            }[];
            lots?: {
                lot: string;
                quantity?: number;
                expiresAt?: components["schemas"]["EventMoment"];
            }[];
            serialNumbers?: string[];
            packages?: components["schemas"]["EventPackage"][];
            references?: components["schemas"]["EventReference"][];
        };
        /** @description When and how an invoice is to be paid. */
        EventPaymentTerms: {
            netDays?: number;
            discountPercent?: number;
            discountDays?: number;
            dueAt?: components["schemas"]["EventMoment"];
            description?: string;
        };
        /** @description What is carried, as freight papers put it. */
        EventFreightItem: {
            lineNumber?: string;
            description?: string;
            product?: components["schemas"]["EventProduct"];
            quantity?: components["schemas"]["EventQuantity"];
            weight?: components["schemas"]["EventWeight"];
            /** @description Class by which freight is rated, such as 70. */
            freightClass?: string;
            /** @description NMFC number. */
            commodityCode?: string;
            hazard?: components["schemas"]["EventHazard"];
            references?: components["schemas"]["EventReference"][];
        };
        /** We issue a bill of lading to a carrier (becomes an X12 211). */
        BillOfLadingIssuedV1: {
            /** @description Number of the bill of lading. */
            billOfLading: string;
            shipmentId?: string;
            /** @description Id of the stock.picking in Odoo. */
            recordId?: number;
            /**
             * @description What the document does.
             * @enum {string}
             */
            purpose: "original" | "cancel" | "change" | "replace";
            issuedAt: components["schemas"]["EventMoment"];
            shippedAt?: components["schemas"]["EventMoment"];
            carrier: components["schemas"]["EventCarrier"];
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            payment?: "prepaid" | "collect" | "third-party";
            equipment?: string;
            instructions?: string;
            declaredValue?: components["schemas"]["EventMoney"];
            items: {
                lineNumber?: string;
                description: string;
                product?: components["schemas"]["EventProduct"];
                quantity: components["schemas"]["EventQuantity"];
                weight?: components["schemas"]["EventWeight"];
                /** @description Class by which freight is rated, such as 70. */
                freightClass?: string;
                /** @description NMFC number. */
                commodityCode?: string;
                hazard?: components["schemas"]["EventHazard"];
                references?: components["schemas"]["EventReference"][];
            }[];
            totals?: {
                units: number;
                weight?: components["schemas"]["EventWeight"];
                packages?: number;
            };
            /** @description Seals and orders too. */
            references?: components["schemas"]["EventReference"][];
            parties: components["schemas"]["EventParty"][];
        };
        /** An appointment at a dock is requested, estimated or made (X12 214). */
        DockAppointmentScheduledV1: {
            /** @description The shipper's shipment id. */
            shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            carrierReference?: string;
            carrier?: components["schemas"]["EventCarrier"];
            /**
             * @description For what.
             * @enum {string}
             */
            appointment: "pickup" | "delivery";
            /**
             * @description How firm it is.
             * @enum {string}
             */
            status: "requested" | "estimated" | "scheduled" | "confirmed" | "cancelled";
            /** @description The X12 status (list 1650) or appointment (list 1652) code as received. */
            statusCode?: string;
            at: components["schemas"]["EventMoment"];
            until?: components["schemas"]["EventMoment"];
            appointmentNumber?: string;
            dock?: string;
            reason?: components["schemas"]["EventReason"];
            place?: components["schemas"]["EventPlace"];
            /** @description Stop number that the 204 gave (S5-01). */
            stop?: number;
            equipment?: string;
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A partner acknowledges what we sent (X12 997 or 999). */
        DocumentAcknowledgedV1: {
            /** @description GS06 of our group (AK1-02). */
            groupControl: string;
            /** @description GS01 of our group (AK1-01). */
            functionalId: string;
            /**
             * @description Answer to the group.
             * @enum {string}
             */
            status: "accepted" | "accepted-with-errors" | "partially-accepted" | "rejected";
            statusCode: string;
            /** @description Why the group is not accepted as it is (AK905 to AK909), such as 5 for a wrong count of sets. */
            errorCodes?: string[];
            sets: {
                set: string;
                control: string;
                statusCode: string;
                /**
                 * @description Answer to the set.
                 * @enum {string}
                 */
                status: "accepted" | "accepted-with-errors" | "rejected";
                /** @description Why the set is not accepted as it is (AK502 to AK506, IK502 to IK506), such as 3 for control numbers that differ. */
                errorCodes?: string[];
                errors?: {
                    segment?: string;
                    position?: number;
                    segmentError?: string;
                    element?: number;
                    elementError?: string;
                    said?: string;
                }[];
            }[];
            counts?: {
                included?: number;
                received?: number;
                accepted?: number;
            };
        };
        /** A partner tells what its application made of a document that we sent (X12 824). */
        DocumentAdvisedV1: {
            adviceNumber?: string;
            advisedAt?: components["schemas"]["EventMoment"];
            /**
             * @description What the advice does.
             * @enum {string}
             */
            purpose?: "original" | "replace" | "other";
            /** @description Transaction set that it speaks of, such as 204. */
            set?: string;
            /**
             * @description What became of the document.
             * @enum {string}
             */
            status: "accepted" | "accepted-with-errors" | "rejected" | "other";
            /** @description The X12 code as received (list 110). */
            statusCode: string;
            reference?: components["schemas"]["EventReference"];
            /** @description GS06 of our group. */
            groupControl?: string;
            /** @description ST02 of our set. */
            control?: string;
            errors?: {
                /** @description The X12 code as received (list 647). */
                code?: string;
                description?: string;
                segment?: string;
                position?: number;
                element?: number;
                said?: string;
                expected?: string;
            }[];
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A carrier invoices freight (X12 210). */
        FreightInvoicedV1: {
            invoiceNumber: string;
            /** @description The shipper's shipment id. */
            shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            carrierReference?: string;
            carrier?: components["schemas"]["EventCarrier"];
            /**
             * @description What the invoice does.
             * @enum {string}
             */
            purpose?: "original" | "balance-due" | "correction" | "cancel" | "rebill" | "duplicate" | "other";
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            payment?: "prepaid" | "collect" | "third-party";
            invoicedAt?: components["schemas"]["EventMoment"];
            dueAt?: components["schemas"]["EventMoment"];
            shippedAt?: components["schemas"]["EventMoment"];
            deliveredAt?: components["schemas"]["EventMoment"];
            total: components["schemas"]["EventMoney"];
            charges: components["schemas"]["EventCharge"][];
            items?: components["schemas"]["EventFreightItem"][];
            stops?: {
                sequence: number;
                /**
                 * @description What happened at the stop.
                 * @enum {string}
                 */
                action?: "load" | "unload" | "part-load" | "part-unload";
                at?: components["schemas"]["EventMoment"];
                party?: components["schemas"]["EventParty"];
                weight?: components["schemas"]["EventWeight"];
                units?: number;
                references?: components["schemas"]["EventReference"][];
            }[];
            equipment?: string;
            totals?: {
                units?: number;
                weight?: components["schemas"]["EventWeight"];
                packages?: number;
            };
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A warehouse corrects its stock or the state of it (X12 947). */
        InventoryAdjustedV1: {
            /** @description The warehouse's number of the adjustment. */
            adjustmentNumber?: string;
            adjustedAt: components["schemas"]["EventMoment"];
            lines: {
                lineNumber?: string;
                product: components["schemas"]["EventProduct"];
                reason: components["schemas"]["EventAdjustmentReason"];
                /** @description The X12 reason code as received (list 181). */
                reasonCode?: string;
                change: components["schemas"]["EventQuantity"];
                lot?: string;
                expiresAt?: components["schemas"]["EventMoment"];
                location?: string;
                fromState?: components["schemas"]["EventInventoryState"];
                toState?: components["schemas"]["EventInventoryState"];
                description?: string;
                /** @description Serial numbers of the goods. */
                serialNumbers?: string[];
                references?: components["schemas"]["EventReference"][];
            }[];
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
            /** @description What the document says in words. */
            notes?: string[];
        };
        /** A warehouse says what it holds (X12 846). */
        InventorySnapshotV1: {
            snapshotNumber?: string;
            /**
             * @description What the snapshot does.
             * @enum {string}
             */
            purpose?: "original" | "change" | "replace" | "other";
            /**
             * @description Whether what is not named is unchanged or nothing.
             * @enum {string}
             */
            scope?: "full" | "changes";
            asOf: components["schemas"]["EventMoment"];
            items: {
                lineNumber?: string;
                product: components["schemas"]["EventProduct"];
                lot?: string;
                expiresAt?: components["schemas"]["EventMoment"];
                location?: string;
                levels: {
                    state: components["schemas"]["EventInventoryState"];
                    /** @description The X12 code as received (list 673). */
                    stateCode?: string;
                    quantity: components["schemas"]["EventQuantity"];
                }[];
            }[];
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A supplier or warehouse invoices goods or services (X12 810). */
        InvoiceIssuedV1: {
            invoiceNumber: string;
            /**
             * @description What it is.
             * @enum {string}
             */
            kind: "invoice" | "credit-note" | "debit-note" | "other";
            invoicedAt: components["schemas"]["EventMoment"];
            purchaseOrder?: string;
            orderedAt?: components["schemas"]["EventMoment"];
            shippedAt?: components["schemas"]["EventMoment"];
            shipmentId?: string;
            billOfLading?: string;
            carrier?: components["schemas"]["EventCarrier"];
            terms?: components["schemas"]["EventPaymentTerms"];
            total: components["schemas"]["EventMoney"];
            lines: {
                lineNumber?: string;
                product?: components["schemas"]["EventProduct"];
                /** @description For services, which have no product number. */
                description?: string;
                purchaseOrder?: string;
                quantity: components["schemas"]["EventQuantity"];
                unitPrice?: components["schemas"]["EventMoney"];
                amount?: components["schemas"]["EventMoney"];
                charges?: components["schemas"]["EventCharge"][];
                /** @description What the unit price is per, as received (X12 list 639), such as HP for a hundred; per unit where it is absent. */
                priceBasis?: string;
            }[];
            charges?: components["schemas"]["EventCharge"][];
            totals?: {
                lines?: number;
                units?: number;
                weight?: components["schemas"]["EventWeight"];
            };
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** We answer a purchase order (becomes an X12 855). */
        PurchaseOrderAnsweredV1: {
            /** @description The buyer's order number. */
            orderNumber: string;
            /** @description Id of the sale.order in Odoo. */
            recordId?: number;
            /** @description Name of our sales order. */
            sellerOrderNumber?: string;
            /**
             * @description What the document does.
             * @enum {string}
             */
            purpose: "original" | "change" | "replace";
            /**
             * @description The answer to the order.
             * @enum {string}
             */
            answer: "accepted" | "accepted-with-changes" | "acknowledged" | "rejected";
            orderedAt?: components["schemas"]["EventMoment"];
            answeredAt: components["schemas"]["EventMoment"];
            lines?: {
                lineNumber: string;
                product: components["schemas"]["EventProduct"];
                /**
                 * @description What becomes of the line.
                 * @enum {string}
                 */
                answer: "accepted" | "quantity-changed" | "price-changed" | "date-changed" | "backordered" | "substituted" | "rejected";
                ordered?: components["schemas"]["EventQuantity"];
                quantity: components["schemas"]["EventQuantity"];
                unitPrice?: components["schemas"]["EventMoney"];
                shipAt?: components["schemas"]["EventMoment"];
                deliverAt?: components["schemas"]["EventMoment"];
                substitute?: components["schemas"]["EventProduct"];
                reason?: string;
            }[];
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A buyer places an order (X12 850). */
        PurchaseOrderPlacedV1: {
            /** @description The buyer's order number. */
            orderNumber: string;
            releaseNumber?: string;
            /**
             * @description What the document does.
             * @enum {string}
             */
            purpose: "original" | "cancel" | "change" | "replace" | "confirmation" | "other";
            /**
             * @description What sort of order it is.
             * @enum {string}
             */
            kind?: "stand-alone" | "new" | "blanket" | "release" | "dropship" | "replenishment" | "other";
            orderedAt?: components["schemas"]["EventMoment"];
            requestedShipAt?: components["schemas"]["EventMoment"];
            requestedDeliveryAt?: components["schemas"]["EventMoment"];
            cancelAfter?: components["schemas"]["EventMoment"];
            /** @description ISO 4217, such as USD. */
            currency?: string;
            carrier?: components["schemas"]["EventCarrier"];
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            payment?: "prepaid" | "collect" | "third-party";
            terms?: components["schemas"]["EventPaymentTerms"];
            instructions?: string;
            lines: {
                lineNumber?: string;
                product: components["schemas"]["EventProduct"];
                quantity: components["schemas"]["EventQuantity"];
                unitPrice?: components["schemas"]["EventMoney"];
                amount?: components["schemas"]["EventMoney"];
                requestedDeliveryAt?: components["schemas"]["EventMoment"];
                destinations?: {
                    /** @description Store or site as the buyer numbers it. */
                    id: string;
                    quantity: number;
                }[];
                references?: components["schemas"]["EventReference"][];
                /** @description What the unit price is per, as received (X12 list 639), such as HP for a hundred; per unit where it is absent. */
                priceBasis?: string;
            }[];
            charges?: components["schemas"]["EventCharge"][];
            totals?: {
                lines?: number;
                units?: number;
                amount?: components["schemas"]["EventMoney"];
            };
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A warehouse has received goods (X12 944). */
        ReceiptConfirmedV1: {
            /** @description The warehouse's number of the receipt. */
            receiptNumber: string;
            /** @description The depositor's order number: the Odoo transfer's name. */
            orderNumber?: string;
            purchaseOrder?: string;
            shipmentId?: string;
            /**
             * @description How the document reports.
             * @enum {string}
             */
            reporting?: "full" | "original" | "no-exceptions" | "exceptions-only" | "other";
            receivedAt?: components["schemas"]["EventMoment"];
            carrier?: components["schemas"]["EventCarrier"];
            equipment?: string;
            seal?: string;
            trackingNumber?: string;
            billOfLading?: string;
            lines: components["schemas"]["EventReceivedLine"][];
            totals?: {
                units?: number;
                weight?: components["schemas"]["EventWeight"];
                packages?: number;
            };
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
            /** @description What the document says in words. */
            notes?: string[];
        };
        /** We tell a warehouse what will come (becomes an X12 943). */
        ReceiptExpectedV1: {
            /** @description Name of the Odoo transfer, such as WH/IN/00012. */
            orderNumber: string;
            /** @description Id of the stock.picking in Odoo. */
            recordId?: number;
            /**
             * @description What the notice does.
             * @enum {string}
             */
            purpose: "original" | "cancel" | "change" | "replace";
            purchaseOrder?: string;
            shipmentId?: string;
            shippedAt?: components["schemas"]["EventMoment"];
            expectedAt?: components["schemas"]["EventMoment"];
            carrier?: components["schemas"]["EventCarrier"];
            equipment?: string;
            seal?: string;
            trackingNumber?: string;
            billOfLading?: string;
            instructions?: string;
            lines: {
                lineNumber: string;
                product: components["schemas"]["EventProduct"];
                quantity: components["schemas"]["EventQuantity"];
                lot?: string;
                expiresAt?: components["schemas"]["EventMoment"];
                weight?: components["schemas"]["EventWeight"];
                packages?: components["schemas"]["EventPackage"][];
            }[];
            totals: {
                units: number;
                weight?: components["schemas"]["EventWeight"];
                packages?: number;
            };
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A warehouse has received a return (X12 944 for returns). */
        ReturnReceivedV1: {
            /** @description The warehouse's number of the receipt. */
            receiptNumber: string;
            /** @description The depositor's order number: the Odoo transfer's name. */
            orderNumber?: string;
            purchaseOrder?: string;
            shipmentId?: string;
            /** @description Number under which the return was allowed. */
            returnAuthorization?: string;
            customerOrder?: string;
            receivedAt?: components["schemas"]["EventMoment"];
            carrier?: components["schemas"]["EventCarrier"];
            trackingNumber?: string;
            reason?: string;
            reasonCode?: string;
            lines: components["schemas"]["EventReceivedLine"][];
            totals?: {
                units?: number;
                weight?: components["schemas"]["EventWeight"];
                packages?: number;
            };
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
            /** @description What the document says in words. */
            notes?: string[];
        };
        /** A supplier or warehouse announces what is on its way (X12 856 advance ship notice). */
        ShipmentAnnouncedV1: {
            /** @description Number of the notice, new for every re-send (BSN-02). */
            shipmentId: string;
            /**
             * @description What the notice does.
             * @enum {string}
             */
            purpose: "original" | "cancel" | "replace" | "other";
            /**
             * @description Order of the HL levels.
             * @enum {string}
             */
            structure?: "SOPI" | "SOIP" | "SPOI" | "SOI" | "SOTPI" | "SOTI" | "other";
            createdAt?: components["schemas"]["EventMoment"];
            shippedAt?: components["schemas"]["EventMoment"];
            expectedAt?: components["schemas"]["EventMoment"];
            carrier?: components["schemas"]["EventCarrier"];
            trackingNumber?: string;
            billOfLading?: string;
            items: {
                purchaseOrder?: string;
                lineNumber?: string;
                product: components["schemas"]["EventProduct"];
                quantity: components["schemas"]["EventQuantity"];
                lot?: string;
                package?: components["schemas"]["EventPackage"];
                pallet?: components["schemas"]["EventPackage"];
                /** @description All labels of the packages that hold the item, or that the item is split into; `package` is the first of them. */
                packages?: components["schemas"]["EventPackage"][];
                parcels?: components["schemas"]["EventParcel"][];
                /** @description Serial numbers of the goods. */
                serialNumbers?: string[];
                references?: components["schemas"]["EventReference"][];
            }[];
            weight?: components["schemas"]["EventWeight"];
            references: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
            /** @description How many packages are on their way. */
            packageCount?: number;
            /** @description Number of the trailer or container. */
            equipment?: string;
            seal?: string;
        };
        /** A shipment was delivered: proof of delivery (X12 214). */
        ShipmentDeliveredV1: {
            /** @description The shipper's shipment id. */
            shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            carrierReference?: string;
            carrier?: components["schemas"]["EventCarrier"];
            at: components["schemas"]["EventMoment"];
            /** @description Who signed for it. */
            signedBy?: string;
            /** @description What the carrier says of it in words. */
            remark?: string;
            place?: components["schemas"]["EventPlace"];
            /** @description Stop number that the 204 gave (S5-01). */
            stop?: number;
            equipment?: string;
            /** @description Pieces delivered. */
            pieces?: number;
            weight?: components["schemas"]["EventWeight"];
            exceptions?: {
                kind: components["schemas"]["EventExceptionKind"];
                /** @description Code as received. */
                code?: string;
                pieces?: number;
                description?: string;
            }[];
            /** @description The signed paper. */
            document?: {
                contentType?: string;
                /** @description Base64 of the image or PDF. */
                content: string;
            };
            /** @description The signed paper as a file that was sent before, in place of `document`. */
            documentId?: string;
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A carrier estimates when a shipment arrives (X12 214). */
        ShipmentEtaV1: {
            /** @description The shipper's shipment id. */
            shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            carrierReference?: string;
            carrier?: components["schemas"]["EventCarrier"];
            /**
             * @description What is estimated.
             * @enum {string}
             */
            target: "pickup" | "terminal" | "delivery";
            estimatedAt: components["schemas"]["EventMoment"];
            /** @description The X12 status (list 1650) or appointment (list 1652) code as received. */
            statusCode?: string;
            reason?: components["schemas"]["EventReason"];
            place?: components["schemas"]["EventPlace"];
            /** @description Stop number that the 204 gave (S5-01). */
            stop?: number;
            equipment?: string;
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A carrier reports that something went wrong with a shipment (X12 214). */
        ShipmentExceptionV1: {
            /** @description The shipper's shipment id. */
            shipmentId?: string;
            /** @description The carrier's own number, usually the PRO. */
            carrierReference?: string;
            carrier?: components["schemas"]["EventCarrier"];
            kind: components["schemas"]["EventExceptionKind"];
            milestone?: components["schemas"]["EventMilestone"];
            /** @description The X12 status (list 1650) or appointment (list 1652) code as received. */
            statusCode?: string;
            reason?: components["schemas"]["EventReason"];
            at: components["schemas"]["EventMoment"];
            place?: components["schemas"]["EventPlace"];
            /** @description Stop number that the 204 gave (S5-01). */
            stop?: number;
            equipment?: string;
            /** @description How many pieces it concerns. */
            pieces?: number;
            description?: string;
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
        };
        /** A carrier reports a milestone of a shipment (X12 214). */
        ShipmentMilestoneV1: {
            /** @description The shipper's shipment id (B10-02). */
            shipmentId?: string;
            /** @description The carrier's own number, usually the PRO (B10-01). */
            carrierReference?: string;
            carrier?: components["schemas"]["EventCarrier"];
            milestone: components["schemas"]["EventMilestone"];
            /** @description The X12 status (list 1650) or appointment (list 1652) code as received. */
            statusCode: string;
            reason?: components["schemas"]["EventReason"];
            at: components["schemas"]["EventMoment"];
            place?: components["schemas"]["EventPlace"];
            /** @description Stop number that the 204 gave (S5-01), quoted by the carrier in L11 QN. */
            stop?: number;
            equipment?: string;
            proofOfDelivery?: {
                signedBy?: string;
                contentType?: string;
                /** @description Base64 of the image or PDF. */
                content?: string;
                /** @description The image or PDF as a file that was sent before, in place of `content`. */
                documentId?: string;
            };
            weight?: components["schemas"]["EventWeight"];
            references: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
            pieces?: number;
            /** @description What the carrier says in words, or who signed. */
            remark?: string;
        };
        /** Odoo offers a load to a carrier (becomes an X12 204). */
        ShipmentTenderedV1: {
            shipmentId: string;
            recordId?: number;
            /**
             * @description What the tender does.
             * @enum {string}
             */
            purpose: "original" | "cancel" | "change" | "replace";
            carrier: components["schemas"]["EventCarrier"];
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            payment?: "prepaid" | "collect" | "third-party";
            respondBy?: components["schemas"]["EventMoment"];
            equipment?: string;
            instructions?: string;
            stops: {
                sequence: number;
                /**
                 * @description What happens at the stop.
                 * @enum {string}
                 */
                action: "load" | "unload" | "part-load" | "part-unload";
                earliest?: components["schemas"]["EventMoment"];
                latest?: components["schemas"]["EventMoment"];
                party: components["schemas"]["EventParty"];
                references?: components["schemas"]["EventReference"][];
                weight?: components["schemas"]["EventWeight"];
                units?: number;
                instructions?: string;
                items?: components["schemas"]["EventFreightItem"][];
            }[];
            totals?: {
                weight?: components["schemas"]["EventWeight"];
                units?: number;
            };
            parties?: components["schemas"]["EventParty"][];
            references: components["schemas"]["EventReference"][];
        };
        /** A carrier answers a load tender (X12 990). */
        TenderAnsweredV1: {
            /** @description The shipment id of the tender (B1-02). */
            shipmentId: string;
            carrier?: components["schemas"]["EventCarrier"];
            /**
             * @description The carrier's answer.
             * @enum {string}
             */
            answer: "accepted" | "declined" | "conditional" | "counter" | "changed" | "other";
            answerCode: string;
            reason?: string;
            at?: components["schemas"]["EventMoment"];
            pickupAt?: components["schemas"]["EventMoment"];
            deliveryAt?: components["schemas"]["EventMoment"];
            equipment?: string;
            stops?: {
                /** @description Stop number of the tender (S5-01). */
                sequence: number;
                plannedAt?: components["schemas"]["EventMoment"];
                remark?: string;
                references?: components["schemas"]["EventReference"][];
            }[];
            references: components["schemas"]["EventReference"][];
        };
        /** A warehouse order is cancelled: by the warehouse (X12 945 with nothing shipped) or by us. */
        WarehouseOrderCancelledV1: {
            /** @description The depositor's order number: the Odoo transfer's name. */
            orderNumber: string;
            /** @description Id of the stock.picking in Odoo. */
            recordId?: number;
            shipmentId?: string;
            purchaseOrder?: string;
            /**
             * @description Who cancels.
             * @enum {string}
             */
            cancelledBy?: "warehouse" | "depositor" | "carrier";
            cancelledAt?: components["schemas"]["EventMoment"];
            /** @description In words, or the code as received. */
            reason?: string;
            reasonCode?: string;
            lines?: {
                lineNumber?: string;
                product: components["schemas"]["EventProduct"];
                ordered?: components["schemas"]["EventQuantity"];
                reason?: string;
                reasonCode?: string;
            }[];
            references?: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
            /** @description What the document says in words. */
            notes?: string[];
        };
        /** Odoo releases an order to the warehouse (becomes an X12 940). */
        WarehouseOrderReleasedV1: {
            /** @description Name of the Odoo transfer, such as WH/OUT/00012. */
            orderNumber: string;
            /** @description Id of the stock.picking in Odoo. */
            recordId?: number;
            /**
             * @description What to do.
             * @enum {string}
             */
            purpose: "original" | "cancel" | "change";
            purchaseOrder?: string;
            releasedAt?: components["schemas"]["EventMoment"];
            requestedShipAt?: components["schemas"]["EventMoment"];
            requestedDeliveryAt?: components["schemas"]["EventMoment"];
            carrier?: components["schemas"]["EventCarrier"];
            instructions?: string;
            lines: {
                lineNumber: string;
                product: components["schemas"]["EventProduct"];
                quantity: components["schemas"]["EventQuantity"];
                lot?: string;
                weight?: components["schemas"]["EventWeight"];
            }[];
            totals: {
                units: number;
                weight?: components["schemas"]["EventWeight"];
            };
            references: components["schemas"]["EventReference"][];
            parties: components["schemas"]["EventParty"][];
        };
        /** A warehouse has shipped (part of) an order (X12 945). */
        WarehouseOrderShippedV1: {
            /** @description The depositor's order number (W06-02): the Odoo transfer's name. */
            orderNumber: string;
            /** @description The depositor's or warehouse's shipment number. */
            shipmentId?: string;
            purchaseOrder?: string;
            /**
             * @description How the document reports.
             * @enum {string}
             */
            reporting?: "full" | "original" | "no-exceptions" | "exceptions-only" | "other";
            shippedAt?: components["schemas"]["EventMoment"];
            carrier?: components["schemas"]["EventCarrier"];
            trackingNumber?: string;
            billOfLading?: string;
            lines: {
                lineNumber?: string;
                product: components["schemas"]["EventProduct"];
                /**
                 * @description What became of the line.
                 * @enum {string}
                 */
                status?: "complete" | "partial" | "partial-backordered" | "substituted" | "cancelled" | "shipped" | "other";
                ordered?: components["schemas"]["EventQuantity"];
                shipped: components["schemas"]["EventQuantity"];
                difference?: number;
                lots?: {
                    lot: string;
                    quantity?: number;
                }[];
                packages?: components["schemas"]["EventPackage"][];
                /** @description Serial numbers of the goods. */
                serialNumbers?: string[];
                parcels?: components["schemas"]["EventParcel"][];
                references?: components["schemas"]["EventReference"][];
            }[];
            totals?: {
                units?: number;
                weight?: components["schemas"]["EventWeight"];
                packages?: number;
            };
            references: components["schemas"]["EventReference"][];
            parties?: components["schemas"]["EventParty"][];
            /**
             * @description Who pays the freight.
             * @enum {string}
             */
            payment?: "prepaid" | "collect" | "third-party";
            /** @description What the document says in words. */
            notes?: string[];
        };
    };
    responses: {
        /** @description No valid session or API key. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Known, but not allowed to do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; `Retry-After` says when to come back. */
        TooManyRequests: {
            headers: {
                /** @description Seconds to wait */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The hub cannot store anything at the moment; nothing was accepted, send it again later. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the contract; `errors` names each place. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body did not arrive in time. Nothing was stored. */
        TooSlow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than this operation takes. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON. */
        MediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing, or it belongs to somebody else. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not possible in the present state. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The link was used, has expired or was taken back; `detail` says what to do. */
        Gone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Idempotency-Key` came before with another body. */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The uploaded specification cannot be taken. */
        UnreadableGuide: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in user with the organisation and the CSRF token for unsafe methods */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["EmailAddress"];
                    password: string;
                    /** @description The second factor of accounts that have one: a code of the app, or a recovery code */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the session cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    oldPassword: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Changed; the session goes on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sessions: components["schemas"]["OwnSession"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name, those who are disabled last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        users: components["schemas"]["User"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    email: components["schemas"]["EmailAddress"];
                    roles: components["schemas"]["Role"][];
                };
            };
        };
        responses: {
            /** @description The person with the temporary password */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryPassword"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setUserRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    roles: components["schemas"]["Role"][];
                    /** @description The roles that you saw; 409 where somebody changed them since */
                    insteadOf?: components["schemas"]["Role"][];
                };
            };
        };
        responses: {
            /** @description The person as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    disableUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    enableUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetUserPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person with the temporary password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemporaryPassword"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first; those that were revoked last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        apiKeys: components["schemas"]["ApiKey"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    environment: components["schemas"]["Environment"];
                    name: string;
                    scopes: components["schemas"]["Scope"][];
                    /** @description 365 unless given */
                    expiresInDays?: number;
                };
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMails: {
        parameters: {
            query?: {
                limit?: number;
                /** @description Only those older than this one */
                before?: string;
                state?: components["schemas"]["MailState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first; without what they say */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mails: components["schemas"]["Mail"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeMail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                mailId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is in the queue */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInvites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invites: components["schemas"]["Invite"][];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    inviteCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["EmailAddress"];
                    name?: string;
                    company: {
                        name: string;
                        template: string;
                        /** @enum {string} */
                        kind?: "carrier" | "3pl" | "carrier-3pl";
                    };
                };
            };
        };
        responses: {
            /** @description The invite; the link is in the mail alone */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readInvite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the # of the link */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The invite of the link */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvite"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the # of the link */
                    token: string;
                    name: string;
                    password: string;
                    /** @description Another name of the company than the one it was invited under */
                    company?: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the session cookie is set */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrganizationInvites: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        invites: components["schemas"]["Invite"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["EmailAddress"];
                    name?: string;
                    roles: components["schemas"]["Role"][];
                };
            };
        };
        responses: {
            /** @description The invite; the link is in the mail alone */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeInvite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                inviteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invite as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invite"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeUserFactors: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                organizationId: string;
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the sign-in page offers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOn"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    saveRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the # of the link */
                    token: string;
                    form: components["schemas"]["RegistrationForm"];
                    /** @description The one that you saw; 409 where another device saved since */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description The form as it is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    startRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["EmailAddress"];
                };
            };
        };
        responses: {
            /** @description A mail is on its way, if one may be */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    readRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the # of the link */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The form as it was left */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registration"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    checkRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the # of the link */
                    token: string;
                    form: components["schemas"]["RegistrationForm"];
                };
            };
        };
        responses: {
            /** @description None, or what each of them is told by */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        likenesses: components["schemas"]["Likeness"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    finishRegistration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the # of the link */
                    token: string;
                    form: components["schemas"]["RegistrationForm"];
                    password: string;
                    /** @description A company of nearly the same name is another one */
                    isAnother?: boolean;
                };
            };
        };
        responses: {
            /** @description Signed in; the session cookie is set */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    startPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["EmailAddress"];
                };
            };
        };
        responses: {
            /** @description A mail is on its way, if one may be */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    finishPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the # of the link */
                    token: string;
                    newPassword: string;
                };
            };
        };
        responses: {
            /** @description Done; sign in with it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    askForSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For `navigator.credentials.get` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestion"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    signInWithPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                    response: components["schemas"]["PasskeyAnswer"];
                };
            };
        };
        responses: {
            /** @description Signed in; the session cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    startSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the browser goes; a cookie ties the answer to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: string;
                    };
                };
            };
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    finishSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the ? of the address that the browser came back to */
                    query: string;
                };
            };
        };
        responses: {
            /** @description Signed in; the session cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSecurity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Second factor and passkeys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Security"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["EmailAddress"];
                    password: string;
                };
            };
        };
        responses: {
            /** @description A mail is on its way to the new address */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What stands behind the # of the link */
                    token: string;
                };
            };
        };
        responses: {
            /** @description The address to sign in with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Shown only now; it counts once a code of it is confirmed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTotp"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Recovery codes, shown only now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Codes are no longer asked for */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Recovery codes, shown only now; those from before are void */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    challenge: string;
                    name: string;
                    response: components["schemas"]["NewPasskeyAnswer"];
                };
            };
        };
        responses: {
            /** @description The passkey */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    askForPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description For `navigator.credentials.create` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Named */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                passkeyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description File name to show in the portal */
                "X-File-Name"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/edi-x12": string;
                "application/octet-stream": string;
                "text/plain": string;
                "application/json": unknown;
                "text/csv": string;
                "application/xml": string;
                "text/xml": string;
                "multipart/form-data": {
                    file?: string[];
                };
            };
        };
        responses: {
            /** @description Every document was received before; nothing was stored again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Stored; it is being translated */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            /** @description Larger than the hub takes in one request (50 MB unless configured), then nothing was stored; or JSON, CSV or XML of more than 32 MB, which was kept as the document that `documentId` names */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a media type that the inbox takes */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The bytes were stored, and are no document that is agreed; the problem says what they look like and what to do */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    receiveHook: {
        parameters: {
            query?: never;
            header?: {
                "webhook-id"?: string;
                "webhook-timestamp"?: string;
                "webhook-signature"?: string;
                /** @description File name to show in the portal */
                "X-File-Name"?: string;
            };
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "application/edi-x12": string;
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description It was received before; nothing was stored again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Stored; it is being translated */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The signature does not hold; the problem says why, and nothing was stored */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            /** @description The bytes were stored, and are no document that is agreed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What waits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: components["schemas"]["OutboxEntry"][];
                        /** @description More are waiting than the limit shows */
                        more: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes */
            200: {
                headers: {
                    /** @description sha-256 of the body */
                    Digest?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/edi-x12": string;
                    "application/json": unknown;
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmOutbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirmed; it left the outbox */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the sender's for this request, such as a UUID. The same key with another body is refused for seven days */
                "Idempotency-Key"?: string;
                /** @description File name to show in the portal */
                "X-File-Name"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
                "image/png": string;
                "image/jpeg": string;
                "image/tiff": string;
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    /** @description `true` where the same bytes came before */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["KeyReused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWork: {
        parameters: {
            query?: {
                /** @description Only work of this type */
                type?: components["schemas"]["WorkType"];
                /** @description Only what waits unless given */
                state?: "waiting" | "collected" | "all";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer; where it still holds the answer is 304 */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    /** @description Changes when the answer does; send it as `If-None-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        work: components["schemas"]["WorkItem"][];
                        /** @description The cursor of the next page; absent on the last */
                        next?: string;
                    };
                };
            };
            /** @description Nothing has changed since the answer with this `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWork: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer; where it still holds the answer is 304 */
                "If-None-Match"?: string;
            };
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It */
            200: {
                headers: {
                    /** @description Changes when the answer does; send it as `If-None-Match` */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItem"];
                };
            };
            /** @description Nothing has changed since the answer with this `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    collectWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Collected */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
                /** @description What a number begins with, whatever signs and leading zeros stand in it: purchase and sales orders, shipments, bills of lading, PROs, SSCCs, tracking numbers, invoices, further references, control numbers of interchanges and groups, file names; a document id or its beginning; part of a partner's name. Where none of them fits, part of an order or shipment number, control number or file name. */
                q?: string;
                direction?: components["schemas"]["Direction"];
                outcome?: components["schemas"]["Outcome"];
                set?: string;
                /** @description folded: without the TA1, 997 and 999 that we sent, unless one needs attention; the document that one answers shows what it says */
                acknowledgements?: "shown" | "folded";
                partner?: string;
                from?: string;
                to?: string;
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: components["schemas"]["MessageSummary"][];
                        /** @description Cursor of the next page; absent on the last */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMessage: {
        parameters: {
            query?: {
                /** @description First set to list, in the order of the document */
                setOffset?: number;
                setLimit?: number;
                /** @description brief: without data, provenance and writes, which come with one event by itself */
                events?: "whole" | "brief";
            };
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ladder, sets with findings, events with provenance, deliveries with Odoo writes, audit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: {
                /** @description `first`: of each list, only that of its first hundred entries, for a large event to be shown at once */
                provenance?: "first" | "all";
            };
            header?: never;
            path: {
                documentId: string;
                /** @description Place among the events of the document, from 1 */
                ordinal: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, never changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAnnotatedMessage: {
        parameters: {
            query?: {
                /** @description First segment to show */
                offset?: number;
                limit?: number;
            };
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Segments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Annotated"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be tried at once */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        outcome: components["schemas"]["Outcome"];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    numbers: components["schemas"]["ResendNumbers"];
                    /** @description As `resend` of the document says it */
                    sending: number;
                    endpoint?: components["schemas"]["EndpointName"];
                };
            };
        };
        responses: {
            /** @description It goes its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description What goes out: the document, or the one that takes its place
                         */
                        id: string;
                        sending: number;
                        /** @description false: an order of before had done it */
                        isNew: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be tried at once */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
                /** @description `next` of the page before; from the oldest event unless given */
                cursor?: string;
                /** @description Only events that were received since then */
                since?: string;
                /** @description Only events of these types, with commas between them: `shipment.milestone.v1,shipment.eta.v1` */
                type?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first; empty when there is nothing new */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: components["schemas"]["CloudEvent"][];
                        /** @description Cursor from which to go on; it stays good */
                        next: string;
                        /** @description Whether there is another page by now */
                        more: boolean;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    submitEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description A key of the sender's for this request, such as a UUID. The same key with another body is refused for seven days */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmittedEvents"];
                "application/cloudevents+json": components["schemas"]["SubmittedEvent"];
            };
        };
        responses: {
            /** @description Stored; what was accepted goes on */
            202: {
                headers: {
                    /** @description `true` where the same body came before */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["KeyReused"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            /** @description Not one event is good; `errors` names each place. Nothing was stored. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPartners: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name. A partner's user sees only its own organisation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        partners: components["schemas"]["PartnerSummary"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPartner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    templates: string[];
                    /**
                     * @description What the templates are unless given
                     * @enum {string}
                     */
                    kind?: "carrier" | "3pl" | "carrier-3pl";
                    /** @description IANA zone; that of the first template unless given */
                    timeZone?: string;
                    identities: components["schemas"]["Identities"];
                };
            };
        };
        responses: {
            /** @description The partner */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPartner: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The partner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAgreements: {
        parameters: {
            query?: {
                /** @description `draft`, the name of a candidate, the number of a release, or `production` and `sandbox` for what these run; `draft` unless given */
                of?: string;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What goes which way in which version, how it is acknowledged, and what else templates have */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    exchangeDocumentsAt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endpoint: components["schemas"]["EndpointName"];
                    channel?: components["schemas"]["DocumentChannel"];
                };
            };
        };
        responses: {
            /** @description The draft as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    set: string;
                    direction: components["schemas"]["Direction"];
                    /** @description The first that has it unless given */
                    template?: string;
                };
            };
        };
        responses: {
            /** @description The draft as it is now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                direction: components["schemas"]["Direction"];
                /** @description Transaction set, or the name of a document that is no X12 */
                set: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `configuration` of the draft that you saw; 409 names each term that somebody changed since and you change as well */
                    insteadOf?: string;
                    version?: string;
                    endpoint?: components["schemas"]["EndpointName"];
                    channel?: components["schemas"]["DocumentChannel"];
                    acknowledgement?: {
                        /** @enum {string} */
                        functional?: "997" | "999";
                        /** @enum {string} */
                        ta1?: "never" | "when-requested" | "always";
                        includeAcceptedSets?: boolean;
                    };
                    /** @description Minutes, hours or days, such as 90m, 24h, 2d */
                    sla?: {
                        collected?: string;
                        /** @description For the receipt (MDN) of a message by AS2; none: what the endpoint says */
                        receipt?: string;
                        /** @description For the TA1, which we ask for then (ISA14); none: none is asked for */
                        ta1?: string;
                        acknowledged?: string;
                        answered?: string;
                    };
                    resend?: {
                        /** @enum {string} */
                        numbers?: "same" | "new" | "either";
                        /** @enum {string} */
                        configuration?: "present" | "original";
                    };
                };
            };
        };
        responses: {
            /** @description The draft as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                direction: components["schemas"]["Direction"];
                /** @description Transaction set, or the name of a document that is no X12 */
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGuide: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path: {
                partnerId: string;
                direction: components["schemas"]["Direction"];
                /** @description Transaction set, or the name of a document that is no X12 */
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Envelope, segments, what is asked beyond the standard, and rules; of what the environment runs, production unless given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSample: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path: {
                partnerId: string;
                direction: components["schemas"]["Direction"];
                /** @description Transaction set, or the name of a document that is no X12 */
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can be sent as it is; of what the environment runs, production unless given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGuides: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of the draft; what production runs is told apart */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Guides"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    importGuide: {
        parameters: {
            query?: {
                /** @description Which set of the file, or which one it is for where the file does not say */
                set?: string;
                /** @description Version that the guide is written for; that of the file unless given */
                version?: string;
                /** @description Hash of the draft that you saw; 409 where somebody changed it since */
                insteadOf?: string;
            };
            header?: {
                /** @description File name, percent-encoded where it has other characters than ASCII */
                "X-File-Name"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The guides as they are now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuideImported"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["UnreadableGuide"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGuide: {
        parameters: {
            query?: {
                /** @description Which set of the file, or which one it is for where the file does not say */
                set?: string;
                /** @description Version that the guide is written for; that of the file unless given */
                version?: string;
            };
            header?: {
                /** @description File name, percent-encoded where it has other characters than ASCII */
                "X-File-Name"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The guide with its differences from the standard, what was not understood, and which mapping fields it affects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            422: components["responses"]["UnreadableGuide"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadGuideUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file as it was uploaded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOwnJourney: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Computed from the evidence of this moment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journey"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listJourneys: {
        parameters: {
            query?: {
                stage?: components["schemas"]["Stage"];
                /** @description Those where something waits for this side */
                turn?: components["schemas"]["Turn"];
                q?: string;
                /** @description `turn`: the team's turn first, the oldest first; `turn` unless given */
                sort?: "turn" | "age" | "name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it was computed last, within seconds of a change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        journeys: components["schemas"]["Standing"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Computed from the evidence of this moment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    remind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails are queued */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description To how many people */
                        mails: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    waiveRequirement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    requirement: string;
                    why: string;
                    /**
                     * Format: date-time
                     * @description In the past it ends the waiver that is there
                     */
                    until: string;
                };
            };
        };
        responses: {
            /** @description The journey as it is now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journey"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With what is known already in the places that nobody has filled in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: components["schemas"]["ProfileForm"];
                    insteadOf: components["schemas"]["ProfileForm"];
                    /** @description The step is done: what is wrong is refused, and ids and documents go into the draft */
                    done?: boolean;
                };
            };
        };
        responses: {
            /** @description The profile as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSignedAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text by which both sides exchange documents */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    signAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the text that was read */
                    hash: string;
                    name: string;
                    title: string;
                };
            };
        };
        responses: {
            /** @description The agreement with the signature */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedAgreement"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadAgreement: {
        parameters: {
            query?: {
                /** @description Of an earlier text; the present one unless given */
                hash?: string;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLookups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lookups: components["schemas"]["Lookup"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLookup: {
        parameters: {
            query?: {
                /** @description Only those whose key or value holds it */
                q?: string;
                limit?: number;
            };
            header?: never;
            path: {
                partnerId: string;
                lookup: components["schemas"]["LookupName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of their keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookupPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeLookup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                lookup: components["schemas"]["LookupName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    entries: components["schemas"]["Entries"];
                    /**
                     * @description Entries that are not named go
                     * @default false
                     */
                    replace?: boolean;
                    /** @description What keys mean that you saw, null where they were not there; 409 where somebody changed them since */
                    insteadOf?: components["schemas"]["Entries"];
                };
            };
        };
        responses: {
            /** @description What was changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookupChanged"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKeyQuestions: {
        parameters: {
            query: {
                environment: components["schemas"]["Environment"];
                kind?: components["schemas"]["KeyKind"];
                /** @description Only what holds it */
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those that most waits for first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyQuestions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerKeyQuestions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    environment: components["schemas"]["Environment"];
                    answers: components["schemas"]["KeyAnswer"][];
                };
            };
        };
        responses: {
            /** @description What was written, and what went on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysAnswered"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    suggestForKeys: {
        parameters: {
            query: {
                environment: components["schemas"]["Environment"];
                kind?: components["schemas"]["KeyKind"];
                /** @description Only what holds it */
                q?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the questions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySuggestions"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMasterData: {
        parameters: {
            query: {
                environment: components["schemas"]["Environment"];
                kind?: "item" | "location";
                /** @description Only what holds it */
                q?: string;
                missing?: boolean;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of their references */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MasterData"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Hash of a configuration that the partner had */
                    configuration: string;
                    /** @description Hash of the draft that it takes the place of; 409 where somebody changed the draft since */
                    insteadOf?: string;
                };
            };
        };
        responses: {
            /** @description The draft as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreements"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMappings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All mappings of the draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mappings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    set: string;
                    direction: components["schemas"]["Direction"];
                    /** @description The first that has it unless given */
                    template?: string;
                };
            };
        };
        responses: {
            /** @description The mappings as they are now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Mappings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mapping as the draft has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    saveMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description YAML, at most 262,144 characters */
                    text: string;
                    /** @description Hash of the version that its author saw, null for a new file; 409 with who changed it and when where the draft has another one */
                    insteadOf: string | null;
                };
            };
        };
        responses: {
            /** @description The version that the draft has now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingSaved"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            /** @description The mapping has faults, is too long, or is for another document; or the trial took too long. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    keepUnsavedMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 262,144 characters; null drops it */
                    text: string | null;
                    /** @description Hash of the version that it began from */
                    basedOn: string;
                    /** @description Which one the caller saw last, 0 for none; 409 where another device kept another text since */
                    revision: number;
                };
            };
        };
        responses: {
            /** @description It is kept, or dropped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description 0 where nothing is kept */
                        revision: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            /** @description It is too long for any mapping. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    compareMapping: {
        parameters: {
            query?: {
                /** @description Hash of a version; the one before that of the draft unless given */
                from?: string;
                /** @description Hash of a version; that of the draft unless given */
                to?: string;
            };
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Line by line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingDifference"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMappingSamples: {
        parameters: {
            query?: {
                environment?: "production" | "sandbox";
            };
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Samples, the newest documents behind those of the draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingSamples"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMappingSample: {
        parameters: {
            query?: {
                /** @description As the list has it; the first sample of the draft unless given */
                id?: string;
            };
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description X12 has a character for each byte */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingSample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    tryMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    /** @description A document of the partner, or for a mapping to the partner the data of an event */
                    sample?: string;
                    /** @description Name the segments of the sample */
                    annotate?: boolean;
                    /** @description Look for what could be added */
                    suggest?: boolean;
                };
            };
        };
        responses: {
            /** @description What became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingTrial"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            /** @description The mapping has faults, is too long, or is for another document; or the trial took too long. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    whatIfMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    environment: "production" | "sandbox";
                    /** @description That of the draft unless given */
                    text?: string;
                    /** @default 50 */
                    count?: number;
                };
            };
        };
        responses: {
            /** @description How the two differ */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            /** @description The mapping has faults, is too long, or is for another document; or the trial took too long. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    reviewMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    do: "ask" | "approve" | "return";
                    hash: string;
                    /** @description Must say what has to change where it is returned */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description The mapping as it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addMappingComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hash: string;
                    line: number;
                    text: string;
                    /**
                     * Format: uuid
                     * @description The comment that it answers
                     */
                    answers?: string;
                };
            };
        };
        responses: {
            /** @description The mapping as it stands now */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    settleMappingComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                mapping: components["schemas"]["MappingName"];
                commentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    resolved: boolean;
                };
            };
        };
        responses: {
            /** @description The mapping as it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEndpoints: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By environment and name; of both environments unless one is named */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoints: components["schemas"]["Endpoint"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    environment: components["schemas"]["Environment"];
                    name: components["schemas"]["EndpointName"];
                    channel: string;
                    settings: components["schemas"]["EndpointSettings"];
                };
            };
        };
        responses: {
            /** @description The endpoint; agreements name it from now on, and nothing goes there before one does */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its state and what waits for it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: components["schemas"]["EndpointName"];
                    settings?: components["schemas"]["EndpointSettings"];
                    /** @description Name and settings as you saw them. What you leave as you saw it stays as it is by now; 409 names each setting that somebody else changed since and you change as well */
                    insteadOf?: {
                        name?: components["schemas"]["EndpointName"];
                        settings?: components["schemas"]["EndpointSettings"];
                    };
                };
            };
        };
        responses: {
            /** @description As it is from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    testEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was tried, and whether it works; nothing is sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointTest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConnectionTests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, and what can be run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stages: components["schemas"]["ConnectionStage"][];
                        /** @description Why nothing can be run here */
                        obstacle?: string;
                        tests: components["schemas"]["ConnectionTest"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    startConnectionTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    stage: components["schemas"]["ConnectionStage"];
                };
            };
        };
        responses: {
            /** @description It is running; look at it with GET */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    pauseEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is from now on; one that was so already stays so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumeEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is from now on; one that was so already stays so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Endpoint"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listExchanges: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                before?: string;
            };
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMessageExchanges: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `next` of the page before */
                before?: string;
            };
            header?: never;
            path: {
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retireWebhookSecrets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were retired */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        retired: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Only these; `dead`: dead letters, which nobody tries any more */
                state?: components["schemas"]["WebhookState"];
                limit?: number;
                /** @description `next` of the page before */
                before?: number;
            };
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        deliveries: components["schemas"]["WebhookDelivery"][];
                        /** @description Where the next page begins; absent on the last */
                        next?: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description This one and no other
                     */
                    deliveryId?: string;
                    /**
                     * @description All dead letters
                     * @constant
                     */
                    dead?: true;
                    /**
                     * Format: date-time
                     * @description All that was received since then
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @description Until then; until now unless given
                     */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
                replayId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    sendTestEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Such as `shipment.milestone.v1` */
                    type: string;
                };
            };
        };
        responses: {
            /** @description What came of it; the log of the endpoint has it too */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestEventSent"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In no order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        types: components["schemas"]["EventKind"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In no order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: components["schemas"]["Channel"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAs2Identities: {
        parameters: {
            query: {
                environment: components["schemas"]["Environment"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first; those that were retired are not among them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["As2Identities"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addAs2Identity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    environment: components["schemas"]["Environment"];
                    /** @enum {string} */
                    as: "next" | "current";
                    make?: {
                        /** @description Stands in the certificate */
                        name: string;
                        /**
                         * @default 3072
                         * @enum {integer}
                         */
                        bits?: 2048 | 3072 | 4096;
                        /** @default 3 */
                        years?: number;
                    };
                    /** @description Certificate, its chain and the private key */
                    pem?: string;
                    /** @description A PFX file (PKCS 12) as base64 */
                    pfx?: string;
                    /** @description Of the private key or the PFX file */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description All identities of the environment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["As2Identities"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    switchAs2Identity: {
        parameters: {
            query: {
                environment: components["schemas"]["Environment"];
            };
            header?: never;
            path: {
                identityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All identities of the environment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["As2Identities"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retireAs2Identity: {
        parameters: {
            query: {
                environment: components["schemas"]["Environment"];
            };
            header?: never;
            path: {
                identityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All identities of the environment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["As2Identities"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    rehearseAs2Identity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    partnerId: string;
                    /** Format: uuid */
                    endpointId: string;
                };
            };
        };
        responses: {
            /** @description Whether the partner took it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointTest"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    tryDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description File name to show in the portal */
                "X-File-Name"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/edi-x12": string;
                "application/octet-stream": string;
                "text/plain": string;
                "multipart/form-data": {
                    file?: string[];
                };
            };
        };
        responses: {
            /** @description Every document was received before; nothing was stored again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            /** @description Stored; it is being translated */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            /** @description Larger than the hub takes in one request (50 MB unless configured) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a media type that the inbox takes */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The bytes were stored but are not X12; the problem says what they look like and what to do */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewDocument: {
        parameters: {
            query?: {
                /** @description The first segment of the annotated view, from 0. Send the same document again to read on */
                offset?: number;
                /** @description Segments of the annotated view */
                limit?: number;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What would come of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    keepSandboxFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description File name to show in the portal */
                "X-File-Name"?: string;
            };
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Stored */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    validateDocument: {
        parameters: {
            query?: {
                /** @description The first segment of the annotated view, from 0. Send the same document again to read on */
                offset?: number;
                /** @description Segments of the annotated view */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What would come of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["TooSlow"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCertification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documents, scenarios and chaos switches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certification"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listScenarioRuns: {
        parameters: {
            query?: {
                scenario?: components["schemas"]["ScenarioId"];
                state?: components["schemas"]["RunState"];
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: components["schemas"]["ScenarioRun"][];
                        /** @description The cursor of the next page; absent on the last */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    startScenarioRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scenario: components["schemas"]["ScenarioId"];
                };
            };
        };
        responses: {
            /** @description The run; what the twin sends is on its way */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getScenarioRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelScenarioRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    answerScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                runId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The frame that the form was shown for */
                    frame: string;
                    /** @description By the names of the form */
                    fields: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    startNeededRuns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document?: components["schemas"]["certification_DocumentKey"];
                };
            };
        };
        responses: {
            /** @description The runs that were started; none where all are passed or under way */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: components["schemas"]["ScenarioRun"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    recertify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    document?: components["schemas"]["certification_DocumentKey"];
                };
            };
        };
        responses: {
            /** @description The runs that were started; none where nothing is reopened */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        runs: components["schemas"]["ScenarioRun"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setChaos: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                chaos: components["schemas"]["ChaosName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    isOn: boolean;
                };
            };
        };
        responses: {
            /** @description The switch as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChaosSwitch"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportEvidence: {
        parameters: {
            query: {
                document: components["schemas"]["certification_DocumentKey"];
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle, lines of JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReleases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What production runs and ran, and what the sandbox runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    makeRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What changes, and why */
                    note: string;
                    /** @description `draft`, the name of a candidate, or the number of a release; `draft` unless given */
                    of?: string;
                    /** @description Number of the newest release that you saw, 0 for none; 409 where there is another one */
                    insteadOf?: number;
                    /** @description Hash of what you mean to release; 409 where `of` stands for something else by now */
                    configuration?: string;
                };
            };
        };
        responses: {
            /** @description All releases, with the new one */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    nameCandidate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                candidate: components["schemas"]["CandidateName"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Hash of a configuration that the partner had; that of the draft unless given */
                    configuration?: string;
                    /** @description What you saw the name stand for, null for nothing; 409 where it stands for something else by now */
                    insteadOf?: string | null;
                };
            };
        };
        responses: {
            /** @description What the sandbox and production run, with all candidates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeCandidate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                candidate: components["schemas"]["CandidateName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the sandbox and production run, with all candidates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `draft`, or the name of a candidate */
                    runs: string;
                    /** @description What you saw it run; 409 where it runs something else by now */
                    insteadOf?: string;
                };
            };
        };
        responses: {
            /** @description What the sandbox and production run, with all candidates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Releases"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    compareConfigurations: {
        parameters: {
            query?: {
                /** @description `draft`, the name of a candidate, or the number of a release; the newest release unless given */
                from?: string;
                /** @description The same; `draft` unless given */
                to?: string;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The files that differ, by path */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Differences"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documents, requests and whether production is held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewGoLive: {
        parameters: {
            query?: {
                /** @description Such as `inbound/945/004010` */
                document?: string;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Checks and differences */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLivePreview"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    askForGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGoLive"];
            };
        };
        responses: {
            /** @description How the documents stand, with the request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    askForGoLiveAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoLiveWish"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Why"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getParallelRun: {
        parameters: {
            query?: {
                /** @description Such as `inbound/945/004010` */
                document?: string;
            };
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParallelRun"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    startParallelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewParallelRun"];
            };
        };
        responses: {
            /** @description How the documents stand */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    endParallelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfDocument"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    rollBackGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RollBack"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    suspendPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    resumePartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    offBoardPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OffBoard"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGoLiveRequests: {
        parameters: {
            query?: {
                /** @description Those of which something may still be decided, unless given */
                state?: "open" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Longest waiting first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLiveQueue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getGoLiveRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Checks with evidence, differences, decisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLiveDossier"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Approval"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLiveDossier"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    returnGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Return"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoLiveDossier"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name, with the documents that each brings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        templates: components["schemas"]["Template"][];
                    };
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Partners see it as well, since they address their documents to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setCompanyIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIdentities"];
            };
        };
        responses: {
            /** @description The company as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
                kind?: "delivery" | "document" | "deadline" | "odoo" | "hub";
                owner?: components["schemas"]["CaseOwner"];
                severity?: components["schemas"]["CaseSeverity"];
                /** @description Title, detail, code, or partner */
                q?: string;
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cases: components["schemas"]["Case"][];
                        /** @description All that fit the filter */
                        total: number;
                        /** @description Cursor of the next page; absent on the last */
                        next?: string;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    caseIds: string[];
                    /** @enum {string} */
                    state?: "open" | "resolved";
                    cause?: components["schemas"]["CaseCause"];
                    /**
                     * Format: uuid
                     * @description A person of the team; null: nobody's
                     */
                    assigneeId?: string | null;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description What was done and what was not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasesChanged"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state?: "open" | "resolved";
                    cause?: components["schemas"]["CaseCause"];
                    /**
                     * Format: uuid
                     * @description A person of the team; null: nobody's
                     */
                    assigneeId?: string | null;
                };
            };
        };
        responses: {
            /** @description The case as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    addCaseNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caseId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description The case with the note */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listFailures: {
        parameters: {
            query: {
                environment: components["schemas"]["Environment"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By cause */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        failures: components["schemas"]["Failure"][];
                        /** @description Retries under way */
                        running: components["schemas"]["BulkRetry"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryFailures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    environment: components["schemas"]["Environment"];
                    /** @description `cause` of a failure; absent for all */
                    cause?: string;
                };
            };
        };
        responses: {
            /** @description Begun, or under way already */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRetry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRetry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                retryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The retry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRetry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOdooConnections: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By environment and name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        connections: components["schemas"]["OdooConnection"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    connectOdoo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOdooConnection"];
            };
        };
        responses: {
            /** @description The connection, tried and ready */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOdooConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    testOdooAccess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OdooAccess"];
            };
        };
        responses: {
            /** @description It opens this Odoo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooAccessFound"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceOdooKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOdooKey"];
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    checkOdooConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReconciliations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, the last thirty */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reconciliations: components["schemas"]["Reconciliation"][];
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    askForReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReconciliation"];
            };
        };
        responses: {
            /** @description It is asked for */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReconciliation: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                connectionId: string;
                reconciliationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order in which they were found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptDifference: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                reconciliationId: string;
                differenceId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DifferenceAcceptance"];
            };
        };
        responses: {
            /** @description It is accepted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    takeAcceptanceBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                reconciliationId: string;
                differenceId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It counts again */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                reconciliationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report, lines of JSON */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOdooChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is to choose from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooChoices"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setOdooResponsible: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description User of Odoo; null for nobody */
                    userId: number | null;
                };
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setOdooFeed: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description `now`: what is changed in Odoo from now on. `all`: all that is ready. A date: what was changed since its beginning, UTC */
                    from: string;
                    operationTypeIds: number[];
                };
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setOdooCarrier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                carrierId: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Two to four capital letters */
                    scac: string;
                };
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeOdooCarrier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                carrierId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    setOdooPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OdooPartnerRules"];
            };
        };
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaType"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    movePartnerToOdoo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connection as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OdooConnection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOverview: {
        parameters: {
            query?: {
                environment?: components["schemas"]["Environment"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures of the last 24 hours for what the caller may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        received: number;
                        sent: number;
                        attention: number;
                        /** @description Deliveries not yet finished */
                        eventBacklog: number;
                        /** @description Deliveries that came to nothing: refused by Odoo, held for a person, or failed */
                        refused: number;
                        /** @description From receipt to the Odoo commit; absent when nothing was applied */
                        applyLatencyMs?: {
                            p50: number;
                            p95: number;
                        };
                        /** @description Open cases about the hub or a partner as a whole, oldest first, such as a disk that gets full; absent when there are none */
                        warnings?: {
                            code: string;
                            title: string;
                            detail: string;
                            /** Format: date-time */
                            since: string;
                        }[];
                        /** @description Odoo connections; empty for partners */
                        odoo?: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            environment: components["schemas"]["Environment"];
                            /**
                             * @description twin: a stand-in that speaks the protocol of Odoo, for sandbox and demo
                             * @enum {string}
                             */
                            kind: "odoo" | "twin";
                            version: string;
                            /** @enum {string} */
                            state: "untried" | "ready" | "unreachable" | "refused";
                            /**
                             * Format: date-time
                             * @description When the state began
                             */
                            since: string;
                            /** @description Deliveries for it that are not finished */
                            waiting: number;
                        }[];
                        /** @description Open cases; absent for partners */
                        openCases?: number;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamChanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description degraded: documents are taken, and something behind is not as it should be; `reasons` says what
                         * @enum {string}
                         */
                        status: "ready" | "degraded";
                        /** @description In sentences; absent when ready */
                        reasons?: string[];
                        version: string;
                        /** @description Kinds of open cases about the hub itself, such as disk.low; absent when there are none */
                        warnings?: string[];
                    };
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The gauges of the moment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
}
