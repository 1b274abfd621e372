import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Resident memory of a process in megabytes, as the system's own tool says. */
export function residentMegabytes(processId: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(processId)], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}

/** The most that it ever had, where the system tells (Linux). */
export function peakMegabytes(processId: number): number | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'latin1'))?.[1];
    return peak === undefined ? null : Number(peak) / 1024;
  } catch {
    return null;
  }
}

/** Milliseconds of processor time since it started, where the system tells (Linux; hundredths of a second). */
export function processorMilliseconds(processId: number): number | null {
  try {
    const [, rest = ''] = readFileSync(`/proc/${processId}/stat`, 'latin1').split(') ');
    const [user = 0, system = 0] = rest.split(' ').slice(11, 13).map(Number);
    return (user + system) * 10;
  } catch {
    return null;
  }
}
