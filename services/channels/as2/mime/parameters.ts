/** A field such as `Content-Type`: what stands first, in small letters, and its parameters by their name in small letters. */
export interface Parametrised {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /\s*;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"]*))/gy;
const mostPieces = 20;

/** Reads `type/sub; name=value; name*=utf-8''value; name*0="…"` (RFC 2045, RFC 2231). What cannot be read is left out. */
export function readParameters(field: string): Parametrised {
  const [first = ''] = field.split(';', 1);
  const raw = new Map<string, string>();
  parameter.lastIndex = first.length;
  for (let found = parameter.exec(field); found; found = parameter.exec(field)) {
    const name = found[1]!.toLowerCase();
    const value = found[2]?.replaceAll(/\\(.)/g, '$1') ?? found[3]!.trim();
    if (!raw.has(name)) raw.set(name, value);
  }
  const parameters = new Map<string, string>();
  for (const [name, value] of raw) if (!name.includes('*')) parameters.set(name, value);
  // The extended form says the same with more care, so that it counts.
  for (const name of new Set([...raw.keys()].filter((key) => key.includes('*')).map((key) => key.split('*', 1)[0]!))) {
    const value = extended(raw, name);
    if (value !== undefined) parameters.set(name, value);
  }
  return { value: first.trim().toLowerCase(), parameters };
}

function extended(raw: ReadonlyMap<string, string>, name: string): string | undefined {
  const whole = raw.get(`${name}*`);
  if (whole !== undefined) return decoded(whole, charsetOf(whole), true);
  let [text, charset] = ['', 'utf-8'];
  for (let place = 0; place < mostPieces; place++) {
    const plain = raw.get(`${name}*${place}`);
    const encoded = raw.get(`${name}*${place}*`);
    if (plain === undefined && encoded === undefined) return place === 0 ? undefined : text;
    if (place === 0 && encoded !== undefined) charset = charsetOf(encoded);
    text += plain ?? decoded(encoded!, charset, place === 0) ?? '';
  }
  return text;
}

const charsetOf = (value: string) => value.split("'", 1)[0]!.toLowerCase();

function decoded(value: string, charset: string, hasCharset: boolean): string | undefined {
  const text = hasCharset ? value.split("'").slice(2).join("'") : value;
  const bytes = Buffer.from(
    text.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  if (charset === 'iso-8859-1' || charset === 'latin1') return bytes.toString('latin1');
  return bytes.toString('utf8');
}

/** A parameter as it is written: quoted where it must be; what is not ASCII twice, so that old and new programs read it (RFC 2231, RFC 6266). */
export function writeParameter(name: string, value: string): string {
  const ascii = value.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\]/g, '_');
  const plain = `${name}="${ascii}"`;
  if (ascii === value) return plain;
  const encoded = encodeURIComponent(value.toWellFormed()).replaceAll(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${plain}; ${name}*=UTF-8''${encoded}`;
}
