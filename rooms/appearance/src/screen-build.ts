import path from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

/**
 * The Vite configuration of a screen: React, messages compiled from `messages/`, assets under `base`.
 *
 * @param options.room absolute folder of the screen's room
 * @param options.base address the screen is served at, with slashes at both ends, such as `/kiosk/`
 */
export function screenBuild(options: { readonly room: string; readonly base: string }): UserConfig {
  return {
    root: options.room,
    base: options.base,
    plugins: [
      paraglideVitePlugin({
        project: path.join(options.room, 'project.inlang'),
        outdir: path.join(options.room, 'src/messages/compiled'),
        strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      }),
      react(),
    ],
    build: { outDir: 'dist', emptyOutDir: true, sourcemap: true, target: 'es2023' },
    logLevel: 'warn',
  };
}
