import { sender } from '../error-entry.ts';

/** Errors of how people come in. */
export const entryErrors = {
  'http.code-needed': sender(
    401,
    'A code is needed as well',
    'E-mail and password are right, and the account asks for a code as a second factor.',
    'Type the code that your authenticator app shows, or one of your recovery codes.',
  ),
  'http.code-wrong': sender(
    401,
    'The code is not right',
    'The code is none of the app at this time, or was used already. Each code is good once.',
    'Wait for the next code of the app, or use one of your recovery codes. Look whether the clock of the device is right.',
  ),
  'http.passkey-refused': sender(
    401,
    'The passkey was not taken',
    'The passkey is not known here, was removed, or did not answer what was asked.',
    'Sign in with e-mail and password; under “My account” you can add the passkey again.',
  ),
  'http.second-factor-needed': sender(
    403,
    'Set up a second factor first',
    'The operator wants admins of the team to have a second factor, and the account has none.',
    'Set up codes from an app, or a passkey, under “My account”; everything else waits until then.',
  ),
  'link.unknown': sender(
    404,
    'This link is not known',
    'The link is not one of this hub, or a part of it is missing.',
    'Open the link from the mail again, whole; or ask for another one.',
  ),
  'link.used': sender(
    410,
    'This link was used already',
    'Links from mails work once.',
    'Sign in, or ask for another link.',
  ),
  'link.expired': sender(
    410,
    'This link has expired',
    'Links from mails are good for a while: those for passwords an hour, for addresses a day, for invites and registrations a week.',
    'Ask for another link.',
  ),
  'link.revoked': sender(
    410,
    'This invite was taken back',
    'Somebody took the invite back, or another one came in its place.',
    'Look for a newer mail, or ask who invited you.',
  ),
  'registration.closed': sender(
    403,
    'Companies are registered by invite here',
    'The operator has not opened registration to everybody (CROSSDOCK_REGISTRATION).',
    'Ask the team that runs the hub for an invite.',
  ),
  'registration.known-company': sender(
    409,
    'This company seems to be here already',
    'The mail domain, a number of the trade or the name is that of a company which is here.',
    'Ask an admin of that company to invite you; if it is not yours, write to the team that runs the hub.',
  ),
  'sign-on.refused': sender(
    403,
    'Single sign-on did not let you in',
    'The server of the sign-on did not confirm who signs in, or the person has no place in the team.',
    'Begin again; if it stays like this, ask an admin of the team.',
  ),
  'sign-on.unavailable': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    title: 'The server of the single sign-on does not answer',
    meaning: 'The address in OIDC_ISSUER cannot be reached, or answers something else than OpenID Connect.',
    remedy: 'Sign in with your password; the operator looks at OIDC_ISSUER and the network.',
  },
} as const;
