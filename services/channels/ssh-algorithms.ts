import type { Algorithms } from 'ssh2';

// Said in full, since the library's own lists still hold SHA-1. `kex-strict` is added by the library to each list of key exchanges.

const ciphers = [
  ...['chacha20-poly1305@openssh.com', 'aes128-gcm@openssh.com', 'aes256-gcm@openssh.com'],
  ...['aes128-ctr', 'aes192-ctr', 'aes256-ctr'],
] as const;
const macs = [
  ...['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
] as const;
const exchanges = [
  ...['curve25519-sha256', 'curve25519-sha256@libssh.org', 'ecdh-sha2-nistp256', 'ecdh-sha2-nistp384'],
  ...['ecdh-sha2-nistp521', 'diffie-hellman-group16-sha512', 'diffie-hellman-group18-sha512'],
] as const;

/** What the hub's own server offers. Nothing is compressed: what a partner sends must not grow here. */
export const serverAlgorithms = {
  kex: [...exchanges],
  cipher: [...ciphers],
  hmac: [...macs],
  serverHostKey: ['ssh-ed25519', 'rsa-sha2-512', 'rsa-sha2-256'],
  compress: ['none'],
} as const satisfies Algorithms;

/** What the hub takes of the servers of partners, old ones too, as long as nothing of it is broken. */
export const clientAlgorithms = {
  kex: [...exchanges, 'diffie-hellman-group14-sha256', 'diffie-hellman-group-exchange-sha256'],
  cipher: [...ciphers],
  hmac: [...macs],
  serverHostKey: [
    ...(['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'] as const),
    ...(['rsa-sha2-512', 'rsa-sha2-256'] as const),
  ],
  compress: ['none'],
} as const satisfies Algorithms;
