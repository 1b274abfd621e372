/** What Paraglide compiles from `messages/`; it writes plain JavaScript. Typed for use in `text.ts`. */
declare module '#wallet-messages' {
  export const m: Readonly<Record<string, (inputs?: Readonly<Record<string, string | number>>) => string>>;
}

declare module '#wallet-runtime' {
  export function overwriteGetLocale(getLocale: () => 'ja' | 'en'): void;
}
