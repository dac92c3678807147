import { hash, verify } from '@node-rs/argon2';

// argon2id; memory, passes and lanes as OWASP's password storage cheat sheet has them (19 MiB, 2, 1).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a password for `app_user.password_hash` (argon2id, PHC string). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let nobody: Promise<string> | undefined;

/**
 * Checks a password; with no hash it does the same work and says no, so that time does not tell which e-mail addresses are known.
 */
export async function checkPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  nobody ??= hashPassword('nobody');
  const good = await verify(passwordHash ?? (await nobody), password);
  return good && passwordHash !== undefined;
}
