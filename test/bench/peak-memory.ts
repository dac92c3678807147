import { readFileSync } from 'node:fs';

/** Resident memory of a process at its peak, in MB; 0 where /proc does not tell. */
export function peakMemoryMb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
