import { readFileSync } from 'node:fs';

/** The process that translates large documents for a hub, if there is one. Linux only, as the other faults that are looked up in /proc. */
export function translatorPid(hubPid: number): number | undefined {
  const children = readFileSync(`/proc/${hubPid}/task/${hubPid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return children.map(Number).find((pid) => commandLine(pid).includes('apart-program'));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It has ended in the meantime.
    return '';
  }
}
