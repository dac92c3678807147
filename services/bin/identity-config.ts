import { type RegistrationMode, registrationModes, type SignOnSettings } from '../domain/identity/entry.ts';
import { rolesOf } from '../domain/roles.ts';
import { ConfigError } from './config-error.ts';

export interface IdentityConfig {
  readonly registration: RegistrationMode;
  readonly adminsNeedSecondFactor: boolean;
  readonly openValidator: boolean;
  readonly signOn: SignOnSettings | undefined;
  readonly remindAfterDays: number;
  /** Mails stay in the mailbox page without it. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
}

/** Reads how people come in. @throws ConfigError */
export function readIdentity(env: NodeJS.ProcessEnv, demo: boolean): IdentityConfig {
  return {
    registration: registrationOf(env, demo),
    adminsNeedSecondFactor: env.CROSSDOCK_REQUIRE_SECOND_FACTOR === '1',
    openValidator: env.CROSSDOCK_OPEN_VALIDATOR?.trim() ? env.CROSSDOCK_OPEN_VALIDATOR.trim() === '1' : demo,
    signOn: signOnOf(env),
    remindAfterDays: remindDaysOf(env, demo),
    smtp: smtpOf(env),
  };
}

/** In the demo everybody may try it; elsewhere a company opens its door itself. */
function registrationOf({ CROSSDOCK_REGISTRATION: said }: NodeJS.ProcessEnv, demo: boolean): RegistrationMode {
  const text = said?.trim();
  if (!text) return demo ? 'open' : 'invite';
  const mode = registrationModes.find((one) => one === text);
  if (mode) return mode;
  throw new ConfigError(`CROSSDOCK_REGISTRATION is "${text}"; it must be one of ${registrationModes.join(', ')}.`);
}

/** A week, as long as nobody else is asked. The demo stands still for days and would write to nobody. */
function remindDaysOf({ CROSSDOCK_REMIND_DAYS: said }: NodeJS.ProcessEnv, demo: boolean): number {
  const text = said?.trim();
  if (!text) return demo ? 0 : 7;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new ConfigError(`CROSSDOCK_REMIND_DAYS is "${text}"; it must be a number of days from 0 (never) to 999.`);
}

const sender = /^([^<>\r\n]*<)?[^<>@\s]+@[^<>@\s]+>?$/;

function smtpOf({ SMTP_URL: url, MAIL_FROM: from }: NodeJS.ProcessEnv): IdentityConfig['smtp'] {
  if (!url?.trim()) return undefined;
  if (!/^smtps?:\/\/[^/]+/.test(url.trim()) || !URL.canParse(url.trim()))
    throw new ConfigError('SMTP_URL must be an address such as smtps://user:password@mail.example:465.');
  if (!from || !sender.test(from.trim()))
    throw new ConfigError(
      'MAIL_FROM must say who mails are from where SMTP_URL is set: Crossdock <edi@company.example>.',
    );
  return { url: url.trim(), from: from.trim() };
}

const list = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

function signOnOf(env: NodeJS.ProcessEnv): SignOnSettings | undefined {
  const issuer = env.OIDC_ISSUER?.trim();
  if (!issuer) return undefined;
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const isLocal = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol !== 'https:' && !isLocal)
    throw new ConfigError(`OIDC_ISSUER is "${issuer}"; it must be an address of https.`);
  const [clientId, clientSecret] = [env.OIDC_CLIENT_ID?.trim(), env.OIDC_CLIENT_SECRET?.trim()];
  if (!clientId || !clientSecret)
    throw new ConfigError('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET as well.');
  const domains = list(env.OIDC_DOMAINS).map((one) => one.toLowerCase());
  if (domains.length === 0)
    throw new ConfigError('OIDC_DOMAINS must name the mail domains of the team: no other accounts are linked.');
  return {
    ...{ issuer, clientId, clientSecret, domains, label: env.OIDC_LABEL?.trim() || (url?.hostname ?? issuer) },
    ...{ rolesClaim: env.OIDC_ROLES_CLAIM?.trim() || 'groups', roleMap: list(env.OIDC_ROLE_MAP).map(mapped) },
  };
}

/** `edi-admins=team-admin`. */
function mapped(text: string): SignOnSettings['roleMap'][number] {
  const at = text.lastIndexOf('=');
  const role = rolesOf('team').find((one) => one === text.slice(at + 1).trim());
  if (at < 1 || !role)
    throw new ConfigError(`OIDC_ROLE_MAP has "${text}"; write group=role, with one of ${rolesOf('team').join(', ')}.`);
  return [text.slice(0, at).trim(), role];
}
