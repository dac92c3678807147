import { expect, test } from 'vitest';
import { newEd25519, utils } from '../../services/channels/ssh2.ts';

test('every Ed25519 key pair that is made can be read again, both halves', () => {
  for (let nth = 0; nth < 2000; nth += 1) {
    const pair = newEd25519();
    for (const half of [pair.private, pair.public]) expect(utils.parseKey(half)).not.toBeInstanceOf(Error);
  }
});
