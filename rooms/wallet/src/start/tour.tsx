import { text } from '../messages/text.ts';

/** The shortest way through: card, kiosk, console. */
export function Tour() {
  const steps = [
    { href: '/wallet', link: text.wallet(), title: text.tour_card(), what: text.tour_card_what() },
    { href: '/kiosk/', link: text.kiosk(), title: text.tour_kiosk(), what: text.tour_kiosk_what() },
    { href: '/console/', link: text.console(), title: text.tour_console(), what: text.tour_console_what() },
  ];
  return (
    <section aria-labelledby="tour-title">
      <h2 id="tour-title">{text.tour_title()}</h2>
      <ol className="tour">
        {steps.map(({ href, link, title, what }, index) => (
          <li key={href}>
            <span className="tour-number" aria-hidden="true">
              {index + 1}
            </span>
            <h3>{title}</h3>
            <p>{what}</p>
            <a href={href} target="_blank" rel="noopener">
              {text.open_screen({ screen: link })}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
