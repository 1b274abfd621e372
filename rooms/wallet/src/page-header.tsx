import { BrandMark, LanguageSwitch } from '@honnin/appearance';
import { text } from './messages/text.ts';

/** The line on top of both pages: name, the other screens, language. */
export function PageHeader(props: { readonly here: 'start' | 'wallet' }) {
  return (
    <header className="page-header">
      <a className="page-brand" href="/">
        <BrandMark size={28} />
        <span>Honnin</span>
        <span className="demo-mark">{text.demo()}</span>
      </a>
      <div className="page-ways">
        {props.here === 'wallet' && (
          <nav aria-label={text.screens()}>
            <a href="/kiosk/" target="_blank" rel="noopener">
              {text.kiosk()}
            </a>
            <a href="/console/" target="_blank" rel="noopener">
              {text.console()}
            </a>
          </nav>
        )}
        <LanguageSwitch />
      </div>
    </header>
  );
}
