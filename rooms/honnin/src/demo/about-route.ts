import { readdir } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

/** What the start page tells of the demo that serves it. */
export interface About {
  readonly hospitalFolder: string;
  readonly reader: 'pcsc' | 'in-process';
  readonly relaxations: readonly string[];
  readonly eligibilityUrl: string;
}

/** `GET /demo/about.json`: the demo's parts and the names of the newest files in the hospital's folder. */
export function addAboutRoute(server: FastifyInstance, about: About): void {
  server.get('/demo/about.json', async () => {
    const files = await readdir(about.hospitalFolder);
    const latestFiles = files
      .filter((name) => name.endsWith('.xml'))
      .sort((a, b) => timeOf(b).localeCompare(timeOf(a)))
      .slice(0, 5);
    return { ...about, latestFiles, version: '0.1.0' };
  });
}

/** The fourteen digits at the end of a result file's name. */
const timeOf = (name: string) => /(\d{14})\.xml$/.exec(name)?.[1] ?? '';
