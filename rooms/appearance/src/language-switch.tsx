import { Button } from 'react-aria-components';
import { useLocale } from './use-locale.ts';

/** One touch to the other language, named in that language. */
export function LanguageSwitch() {
  const { locale, choose } = useLocale();
  const other = locale === 'ja' ? 'en' : 'ja';
  return (
    <Button className="bar-button" onPress={() => choose(other)}>
      <span lang={other}>{other === 'en' ? 'English' : '日本語'}</span>
    </Button>
  );
}
