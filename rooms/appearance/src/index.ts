export { ActionButton } from './action-button.tsx';
export { BrandMark } from './brand-mark.tsx';
export { LanguageSwitch } from './language-switch.tsx';
export { type Locale, type LocaleStore, openLocaleStore } from './locale-store.ts';
export { LocaleContext, useLocale } from './use-locale.ts';
