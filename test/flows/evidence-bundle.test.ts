import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { packBundle, verifyBundle } from '../../services/library/evidence-bundle.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = {
  publicPart: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  privatePart: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const files = ['one', 'two', 'three', 'four'].map((path) => ({ path, bytes: Buffer.from(`bytes of ${path}`) }));
const lines = packBundle({ partner: 'Harbour Row Storage' }, files, key).toString('utf8').trimEnd().split('\n');
const faultsOf = (all: readonly string[]) => verifyBundle(Buffer.from(all.map((line) => `${line}\n`).join(''))).faults;

// What is done to a bundle is told by the file that it was done to, and no other file is blamed for it.

test('a bundle as it was signed has no fault', () => {
  expect(faultsOf(lines)).toEqual([]);
});

test('a file that was taken out is named, and only that one', () => {
  expect(faultsOf(lines.toSpliced(2, 1))).toEqual([{ file: 'two', message: 'It is missing.' }]);
});

test('a file that was put in is named, and only that one', () => {
  const added = JSON.stringify({ path: 'five', base64: 'AAAA' });
  expect(faultsOf(lines.toSpliced(2, 0, added))).toEqual([
    { file: 'five', message: 'Line 3: it is not in the manifest.' },
  ]);
  expect(faultsOf(lines.toSpliced(2, 0, 'no JSON'))).toEqual(
    [{ file: 'line 3', message: 'It is not in the manifest.' }].map((one) =>
      expect.objectContaining({ message: one.message }),
    ),
  );
  expect(faultsOf(lines.toSpliced(2, 0, lines[1]!))).toEqual([
    { file: 'one', message: 'It is there once more, in line 3.' },
  ]);
});

test('another order of the same files is told', () => {
  expect(faultsOf([lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)])).toEqual([
    { file: 'the lines', message: 'They stand in another order than the manifest has.' },
  ]);
});

test('every single byte that is changed in a line of a file is told by its name', () => {
  const line = lines[2]!;
  const unseen = [...line].flatMap((character, at) => {
    const other = String.fromCharCode(character.charCodeAt(0) ^ 1);
    const faults = faultsOf([...lines.slice(0, 2), line.slice(0, at) + other + line.slice(at + 1), ...lines.slice(3)]);
    return faults.some(({ file }) => file === 'two') ? [] : [at];
  });
  expect(unseen).toEqual([]);
  expect(faultsOf(lines.map((one, nth) => (nth === 2 ? `${one} ` : one)))).toEqual([
    { file: 'two', message: 'Its bytes are not those that were signed.' },
  ]);
});
