import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { contentOf, UsageError } from './command-input.ts';

/** The API key: from a file, from CROSSDOCK_ODOO_KEY, or asked for. Never from an argument, which every process of the machine can read. @throws UsageError */
export async function odooKey(env: NodeJS.ProcessEnv, file: string | undefined): Promise<string> {
  const key = file === undefined ? (env.CROSSDOCK_ODOO_KEY?.trim() ?? '') : (await contentOf(file)).toString().trim();
  if (key) return key;
  if (file !== undefined) throw new UsageError(`${file === '-' ? 'Standard input' : file} holds no key.`);
  if (!process.stdin.isTTY)
    throw new UsageError('Give the API key in a file (--key-file, - for standard input) or in CROSSDOCK_ODOO_KEY.');
  return asked();
}

/** What is typed is not shown. */
async function asked(): Promise<string> {
  process.stderr.write('API key of the user in Odoo: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const typed = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  process.stderr.write('\n');
  if (!typed.trim()) throw new UsageError('No key was given.');
  return typed.trim();
}
