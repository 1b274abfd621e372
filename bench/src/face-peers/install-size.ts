import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What an installation takes: bytes of its files, and packages. */
export interface InstallSize {
  readonly bytes: number;
  readonly packages: number;
}

/** Bytes of all files below a file or folder; links are not followed. */
export function bytesBelow(place: string): number {
  const about = lstatSync(place);
  if (!about.isDirectory()) return about.size;
  return readdirSync(place).reduce((sum, name) => sum + bytesBelow(path.join(place, name)), 0);
}

interface LockedPackage {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, LockedPackage>>;

/** Packages of a folder that was installed by itself. */
export function sizeOfInstallation(folder: string): InstallSize {
  const modules = path.join(folder, 'node_modules');
  const locked = readLock(path.join(modules, '.package-lock.json'));
  return { bytes: bytesBelow(modules), packages: Object.keys(locked).length };
}

/**
 * What one workspace of an installed checkout needs at run time, itself and workspaces it depends on included:
 * found by walking the lock file as Node.js resolves names. Packages for other systems are not there and do
 * not count.
 */
export function sizeOfWorkspace(checkout: string, workspace: string): InstallSize {
  const locked = readLock(path.join(checkout, 'package-lock.json'));
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const about = locked[key];
    if (about?.link === true) {
      visit(about.resolved ?? '');
      return;
    }
    if (about === undefined || seen.has(key) || !existsSync(path.join(checkout, key))) return;
    seen.add(key);
    for (const name of Object.keys({ ...about.dependencies, ...about.optionalDependencies })) {
      const found = resolve(locked, key, name);
      if (found !== null) visit(found);
    }
  };
  visit(workspace);
  let bytes = 0;
  for (const key of seen) bytes += bytesOfPackage(path.join(checkout, key));
  return { bytes, packages: seen.size };
}

const readLock = (file: string): Lock => {
  const { packages = {} } = JSON.parse(readFileSync(file, 'utf8')) as { packages?: Lock };
  return packages;
};

/** The nearest `node_modules/NAME` on the way up from the package `from`. */
function resolve(locked: Lock, from: string, name: string): string | null {
  for (let at = from; ; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const key = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (locked[key] !== undefined) return key;
    if (at === '') return null;
  }
}

/** A package's own files; packages nested in it are counted by themselves. */
function bytesOfPackage(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name !== 'node_modules')
    .reduce((sum, name) => sum + bytesBelow(path.join(folder, name)), 0);
}
