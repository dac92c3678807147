import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { quoted } from '../../services/cli/command-input.ts';

test.each(['Harbour Row Storage', 'A"B: c # d', "it's $5", 'a `b` \\ c!', '$(id)'])(
  'a command that is shown takes %j in a shell as it is',
  (value) => {
    expect(execFileSync('sh', ['-c', `printf %s ${quoted(value)}`], { encoding: 'utf8' })).toBe(value);
  },
);
