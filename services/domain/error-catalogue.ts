import { type ErrorEntry, type ErrorOwner, sender } from './error-entry.ts';
import { guideErrors } from './guide-errors.ts';
import { entryErrors } from './identity/entry-errors.ts';

export type { ErrorEntry, ErrorOwner };

/** Every operational error. Each stands in `specs/errors.md`; faults inside documents are findings and not here. */
export const errorCatalogue = {
  'http.request-invalid': sender(
    400,
    'The request does not fit the contract',
    'A parameter, a header or the body is not what the contract says; `errors` names each place.',
    'Correct the places named; `/docs` shows what the operation takes.',
  ),
  'http.unauthorized': sender(
    401,
    'Sign in or send an API key',
    'There is no valid session and no valid API key with the request.',
    'Send `Authorization: Bearer <API key>`, or sign in again.',
  ),
  'http.key-expired': sender(
    401,
    'The API key has expired',
    'The API key is known, but its time is over. Keys live for a year unless the operator has decided otherwise.',
    'Ask the team that runs the hub for a new key.',
  ),
  'http.sign-in-failed': sender(
    401,
    'Sign-in failed',
    'E-mail and password do not fit together, or the account is disabled. Which of them is not told.',
    'Check e-mail and password and try again, or ask an administrator of your organisation.',
  ),
  ...entryErrors,
  ...guideErrors,
  'http.forbidden': sender(
    403,
    'Not allowed',
    'The caller is known but may not do this: the API key lacks a scope or is of the other environment, the role does not include it, or the operation takes people only, or API keys only.',
    'Use a key with the scope named, or ask somebody who may.',
  ),
  'http.password-temporary': sender(
    403,
    'Choose a password of your own first',
    'The account has a password that somebody else has seen: it was shown when the account was made or its password reset.',
    'Choose a password of your own with `PUT /v1/account/password`; the portal asks for it after the sign-in.',
  ),
  'http.csrf': sender(
    403,
    'The CSRF token is missing or wrong',
    'A request that changes something came with a session cookie but without the token that belongs to it.',
    'Send the `csrfToken` of `GET /v1/session` as header `X-CSRF-Token`.',
  ),
  'http.not-found': sender(
    404,
    'Not found',
    'There is no such thing, or it belongs to somebody else.',
    'Check the id; lists show what there is.',
  ),
  'http.route-unknown': sender(
    404,
    'No such address',
    'The hub has nothing at this address.',
    'Look at `/docs` for the addresses there are.',
  ),
  'http.method-not-allowed': sender(
    405,
    'The address does not take this method',
    'The address exists, but not with this method; the header `Allow` names those it has.',
    'Use one of the methods in `Allow`.',
  ),
  'http.conflict': sender(
    409,
    'Not possible now',
    'The thing is in a state in which this cannot be done.',
    'Look at its present state; it may have been done already.',
  ),
  'http.idempotency-key-reused': sender(
    409,
    'The idempotency key was used for another request',
    'The `Idempotency-Key` came before with another body, within the last seven days. Nothing was stored.',
    'Give each request a key of its own. Send the same body again only where it is the same request.',
  ),
  'http.too-large': sender(
    413,
    'The request body is too large',
    'The body is larger than this operation takes.',
    'Send less; documents go to `/v1/inbox`, which takes more.',
  ),
  'http.media-type': sender(
    415,
    'Media type not accepted',
    'The body comes in a media type or content encoding that this operation does not take.',
    'Send `Content-Type: application/json`, uncompressed.',
  ),
  'http.body-too-slow': {
    ...sender(
      408,
      'The body did not arrive in time',
      'The request began, but its body was not there after the time that the hub waits for one. Nothing was stored.',
      'Send it again. If the line is slow, split the document.',
    ),
    retry: 'later',
  },
  'http.too-many-requests': {
    ...sender(
      429,
      'Too many requests',
      'The limit for this API key, session or address is used up for the moment; the header `Retry-After` says for how many seconds.',
      'Wait that long and send the same again.',
    ),
    retry: 'later',
  },
  'http.too-many-sign-ins': {
    ...sender(
      429,
      'Too many tries to sign in',
      'So many tries were made, for this account or from this address, that the next ones are refused for a while, with the right password too; the header `Retry-After` says for how many seconds. They were not looked at.',
      'Wait that long, then sign in again; each further try before that is refused as well. If the tries were not yours, tell the team that runs the hub.',
    ),
    retry: 'later',
  },
  'http.view-failed': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'The document is too large to be shown',
    meaning:
      'The process that prepares pages of large documents ran out of memory or time with this one. The document itself is whole.',
    remedy:
      'Download it (`/v1/messages/{id}/raw`) and look at it with `crossdock inspect`; or ask the operator for more memory (`CROSSDOCK_LARGE_HEAP_MB`) or time (`CROSSDOCK_REQUEST_SECONDS`).',
  },
  'mapping.unusable': sender(
    422,
    'The mapping cannot be used',
    'The text of a mapping has faults, is too long, or is for another document than the one that is agreed with its file; `errors` names each fault with line and column. Nothing was saved.',
    'Correct the lines named and save again. `/docs` and `specs/mapping.schema.json` have the language.',
  ),
  'mapping.trial-stopped': sender(
    422,
    'The trial took too long',
    'Mapping and sample together took more time or memory than a trial may, and the trial was ended. Nothing was saved or lost.',
    'Try a shorter sample. If it stays so, look for an `each` inside another one that starts at the root.',
  ),
  'inbox.empty': sender(
    400,
    'Nothing was sent',
    'The body, or a file of the form, holds no bytes. Nothing was stored.',
    'Look whether the file was empty before it left. In a form, send the document as a file and not as a text field.',
  ),
  'inbox.cut-off': {
    ...sender(
      400,
      'The transmission was cut off',
      'The connection ended before the whole body had arrived. Nothing was stored.',
      'Send the document again.',
    ),
    retry: 'later',
  },
  'inbox.form-invalid': sender(
    400,
    'The form cannot be read',
    'The `multipart/form-data` body is malformed, or has more parts than the inbox takes. Nothing was stored.',
    'Send the document as the plain body with `Content-Type: application/edi-x12`, or correct the form.',
  ),
  'inbox.too-large': sender(
    413,
    'The document is too large',
    'The body is larger than the hub takes in one request. Nothing was stored.',
    'Split the interchange, or send the files one by one.',
  ),
  'inbox.media-type': sender(
    415,
    'Media type not accepted',
    'The body comes in a media type or content encoding that the inbox does not take. Nothing was stored.',
    'Send the document uncompressed with `Content-Type: application/edi-x12`.',
  ),
  'events.invalid': sender(
    422,
    'No event was taken',
    'Not one of the events that were sent obeys the schema of its type, or an envelope is wrong; `errors` names each place by its JSON pointer. Nothing was stored.',
    'Correct the places named and send the events again. `/docs` has the schema of each type.',
  ),
  'inbox.partner-backlog-full': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'Too many of your documents wait',
    meaning:
      'So many documents of this partner are not translated yet that the inbox takes no more of them. Nothing was stored.',
    remedy: 'Wait as long as `Retry-After` says and send the same again.',
  },
  'inbox.backlog-full': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'Too many documents wait',
    meaning:
      'The hub has more documents to translate than its limit, and takes no more before it has caught up. Nothing was stored.',
    remedy:
      'Wait as long as `Retry-After` says and send the same again. Operators: look whether a worker runs, or start another.',
  },
  'inbox.disk-full': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'The disk of the hub is nearly full',
    meaning: 'Less room is free than the mark below which the hub takes no documents. Nothing was stored.',
    remedy: 'Send the same again later. Operators: make room on the disk of the data folder.',
  },
  'hub.overloaded': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'The hub has too much in hand',
    meaning:
      'The request bodies under way fill the memory set aside for them. The body was not read and nothing was stored.',
    remedy:
      'Wait as long as `Retry-After` says and send the same again. Operators: the budget is `CROSSDOCK_IN_FLIGHT_MB`.',
  },
  'store.no-answer': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    title: 'The database gave no answer in time',
    meaning: 'The request was given up because the database did not answer. Whether something was stored is not known.',
    remedy: 'Send the same again: a document that was stored is recognised and answered `duplicate: true`.',
  },
  'store.unavailable': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    title: 'The hub cannot reach its database',
    meaning: 'PostgreSQL is away, is starting, or takes no more connections. Nothing was accepted.',
    remedy: 'Send it again in a minute. Operators: look whether PostgreSQL runs and whether its disk is full.',
  },
  'store.too-slow': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    title: 'The look-up took too long',
    meaning:
      'The database did not finish within the time limit for one statement, and the statement was cancelled. Nothing was changed.',
    remedy:
      'Narrow the search: a partner, a shorter period, a document type. Operators: look at the load of PostgreSQL.',
  },
  'store.busy': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    title: 'Conflicting update',
    meaning: 'Two transactions wanted the same rows at the same time and this one was taken back. Nothing was changed.',
    remedy: 'Send the same again.',
  },
  'odoo.no-answer': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'Odoo could not be asked',
    meaning:
      'What was asked for is read from Odoo, and Odoo gave no answer, or does not let the hub in. Nothing was changed.',
    remedy: 'Check the connection, and send the same again when it is ready.',
  },
  'channel.unreachable': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'The endpoint cannot be reached',
    meaning:
      'What is to be handed over at this endpoint, or looked for there, cannot be: its server, folder or key is not as its settings say. Documents wait in their order and go out by themselves when it works again.',
    remedy: 'Test the endpoint: it says what does not work. Correct its settings, or what they name.',
  },
  'channel.paused': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'The endpoint is paused',
    meaning:
      'A person has paused the exchange at this endpoint: nothing is taken there, and what waits there is not given out. Nothing was stored.',
    remedy:
      'Send or ask again when the endpoint was resumed, on its page under Channels. What waits stays in its order.',
  },
  'channel.address-refused': {
    status: 422,
    retry: 'later',
    owner: 'sender',
    onPurpose: true,
    title: 'The address is not one that the hub may call',
    meaning:
      'The address in the settings of the endpoint leads into a private or special network: to the hub itself, its neighbours or a metadata service. Nothing was sent there.',
    remedy:
      'Use a public address. Where the partner really is in that network, the operator allows it with CROSSDOCK_PRIVATE_NETWORKS.',
  },
  'channel.host-key': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'The server shows another host key',
    meaning:
      'The SFTP server of the partner proves itself with another host key than the one that was fixed when the endpoint was tested. It may have been set up anew, or somebody may stand in between. Nothing was sent, and no password was told.',
    remedy:
      'Learn from whoever runs the server, by another way, the fingerprint of its new host key; if it is the one that is shown, set it as the host key of the endpoint. Documents wait until then.',
  },
  'channel.log-in': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'The server does not let the hub in',
    meaning: 'The server of the partner refuses the user name, key or password in the settings of the endpoint.',
    remedy:
      'Compare the settings with what the partner has given, and test the endpoint. The hub tries again every five minutes at most, so that no account is locked.',
  },
  'channel.unreadable': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'A file at the endpoint cannot be read',
    meaning:
      'One file that lies at the endpoint for the hub cannot be read, or was changed meanwhile. It stays where it is; the others are taken.',
    remedy: 'Give the hub the right to read it, or take it away. It is tried again at each look.',
  },
  'webhook.timeout': {
    status: 503,
    retry: 'later',
    owner: 'operator',
    onPurpose: true,
    title: 'The receiver gave no answer in time',
    meaning:
      'The webhook was accepted, and no answer came within ten seconds. Whether the receiver has worked it off is not known.',
    remedy:
      'Nothing needs doing: it is sent again with the same `webhook-id`. The receiver should answer at once and work afterwards.',
  },
  'webhook.rejected': {
    status: 422,
    retry: 'later',
    owner: 'sender',
    onPurpose: true,
    title: 'The receiver does not take this event',
    meaning:
      'The receiver answered with an error of the 4xx kind. It is asked again for a day, with pauses that grow; after that the event is a dead letter.',
    remedy: 'See in the log of the endpoint what it answered. When it is repaired, replay what it did not take.',
  },
  'webhook.gone': {
    status: 422,
    retry: 'never',
    owner: 'sender',
    title: 'The receiver wants no more events',
    meaning: 'The receiver answered 410 Gone, which ends the subscription: the hub posts nothing there any more.',
    remedy: 'Where that was a mistake, resume the endpoint and replay what came meanwhile.',
  },
  'webhook.signature': sender(
    401,
    'The signature does not hold',
    'The request is signed by no secret that is in use at the endpoint, or its time is too far from now. Nothing was stored.',
    'Sign `webhook-id.webhook-timestamp.body` with a secret of the endpoint, anew for each try. The answer says what is wrong.',
  ),
  'webhook.id-reused': sender(
    409,
    'The webhook-id was used for another document',
    'The `webhook-id` came before with another body. The first one is kept, and nothing of this one was stored.',
    'Give each document an id of its own. Send the same body again only where it is the same document.',
  ),
  'channel.refused': {
    status: 422,
    retry: 'never',
    owner: 'sender',
    title: 'The channel does not take this',
    meaning:
      'The endpoint works, but what was brought or is to be handed over there is nothing that its channel moves.',
    remedy: 'See the reason; it names what has to be different.',
  },
  'hub.internal': {
    status: 500,
    retry: 'later',
    owner: 'developer',
    title: 'Internal error',
    meaning: 'Something went wrong that should not be possible. The log has it under the request id.',
    remedy: 'Quote the request id when you ask for help.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorCatalogue;
