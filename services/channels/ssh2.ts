import ssh2 from 'ssh2';

// The package is CommonJS, and Node sees none of these names in it.
export const { Client, Server, utils } = ssh2;

/** A new Ed25519 key pair. Some of those that the library makes, one in three hundred, it cannot read itself. */
export function newEd25519(): { readonly public: string; readonly private: string } {
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519');
    const isWhole = [pair.public, pair.private].every((text) => !(utils.parseKey(text) instanceof Error));
    if (isWhole) return pair;
  }
}
