import { text } from '../messages/text.ts';

const screens = [
  {
    href: '/wallet',
    title: () => text.wallet(),
    what: () => text.wallet_what(),
    drawing: 'M14 34h72v46H14zM14 46h72M60 58h26v14H60a7 7 0 0 1 0-14zM22 34l48-14 6 14',
  },
  {
    href: '/kiosk/',
    title: () => text.kiosk(),
    what: () => text.kiosk_what(),
    drawing:
      'M28 10h44v62H28zM20 72h60v14H20zM50 24a10 10 0 1 1 0 20 10 10 0 0 1 0-20zM36 62c1-9 7-13 14-13s13 4 14 13',
  },
  {
    href: '/console/',
    title: () => text.console(),
    what: () => text.console_what(),
    drawing: 'M10 16h80v52H10zM38 84h24M50 68v16M20 28h24M20 40h24M20 52h24M54 28h26v28H54zM60 42l5 5 10-11',
  },
];

/** The three screens, one big link each; in a new tab, so that they can stand side by side. */
export function ScreenLinks() {
  return (
    <nav className="screen-links" aria-label={text.screens()}>
      {screens.map(({ href, title, what, drawing }) => (
        <a key={href} className="screen-link" href={href} target="_blank" rel="noopener">
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <path d={drawing} />
          </svg>
          <span>
            <b>{title()}</b>
            <span>{what()}</span>
            <span className="visually-hidden">{text.in_a_new_tab()}</span>
          </span>
        </a>
      ))}
    </nav>
  );
}
