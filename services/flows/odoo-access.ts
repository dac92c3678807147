import { lacksOf, readCapabilities } from '../odoo/capabilities.ts';
import { connectOdoo } from '../odoo/connect.ts';
import { discoverOdoo } from '../odoo/discover.ts';
import { OdooError, type OdooErrorKind } from '../odoo/error.ts';
import type { MajorVersion } from '../odoo/version.ts';

/** What opens a database of Odoo. */
export interface OdooAccess {
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
}

export interface AccessFound {
  /** As Odoo calls it: `18.0`. */
  readonly versionText: string;
  /** The version that it is spoken to as. */
  readonly version: MajorVersion;
  /** What this Odoo has not got, and what is lost by that. */
  readonly lacks: readonly string[];
}

/** An access that does not open Odoo, with the part of it that is at fault. */
export class AccessFault extends OdooError {
  readonly field: keyof OdooAccess;

  constructor(field: keyof OdooAccess, { kind, fault, message }: OdooError) {
    super(kind, fault, message);
    this.field = field;
  }

  /** What to say at the field. */
  get advice(): string {
    return `${wrong[this.field]} ${quoted(this.message)}${this.field === 'apiKey' ? ` ${keyAdvice}` : ''}`;
  }
}

const wrong: Readonly<Record<keyof OdooAccess, string>> = {
  url: 'leads to no Odoo that the hub can speak with:',
  database: 'is no database of this Odoo:',
  login: 'may not read what the hub needs:',
  apiKey: 'opens nothing there for this login:',
};
const keyAdvice =
  'Make a key in Odoo as this user: Preferences, Account Security, New API Key. Those of ordinary users end after 90 days in Odoo 18 and 19.';

const quoted = (message: string) => `“${message.trim()}”`;

const fields: Partial<Record<OdooErrorKind, keyof OdooAccess>> = {
  authentication: 'apiKey',
  'wrong-address': 'database',
  access: 'login',
};

const discoverMs = 15_000;
const readMs = 30_000;

/** Signs in and reads, with nothing kept and nothing changed in Odoo. @throws AccessFault */
export async function tryAccess({ url, database, login, apiKey }: OdooAccess): Promise<AccessFound> {
  const found = await atFault(() => 'url', discoverOdoo({ url, timeoutMs: discoverMs }));
  const { fits: version, text: versionText } = found;
  if (version === undefined)
    throw new AccessFault(
      'url',
      new OdooError(
        'bad-request',
        'crossdock.VersionUnknown',
        `${url} is Odoo ${versionText}; the hub speaks with 17, 18 and 19.`,
      ),
    );
  const client = connectOdoo({ url, database, login, apiKey, version, timeoutMs: readMs });
  const read = async () => lacksOf(client, await readCapabilities(client), login);
  const lacks = await atFault(({ kind }) => fields[kind] ?? 'url', read());
  return { version, versionText, lacks: lacks.map(({ text }) => text) };
}

async function atFault<T>(field: (error: OdooError) => keyof OdooAccess, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof OdooError ? new AccessFault(field(error), error) : error;
  }
}
