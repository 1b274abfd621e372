import { useLocale } from '@honnin/appearance';
import { type ConsentGrant, codeLists } from '@honnin/insurance';
import { dayInJapan, timeInJapan } from '../dates/time-in-japan.ts';
import { text } from '../messages/text.ts';

/** What the patient lets the hospital see, and until when. */
export function ConsentPanel(props: { readonly consents: readonly ConsentGrant[]; readonly now: Date }) {
  const { consents, now } = props;
  const { locale } = useLocale();
  return (
    <section className="panel">
      <h3>{text.consents()}</h3>
      {consents.length === 0 ? (
        <p className="soft">{text.no_consents_asked()}</p>
      ) : (
        <ul className="consents">
          {consents.map((consent) => (
            <li key={consent.group} className={consent.given ? 'consent-yes' : 'consent-no'}>
              <span className="consent-mark" aria-hidden="true">
                {consent.given ? '○' : '－'}
              </span>
              <span>
                {codeLists.consentGroup[consent.group][locale]}
                <span className="consent-answer">
                  {consent.given ? text.agreed() : text.not_agreed()}
                  {consent.availableUntil !== undefined && `  ${until(consent.availableUntil, now)}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function until(instant: string, now: Date): string {
  if (Date.parse(instant) < now.getTime()) return text.consent_ran_out();
  const time = timeInJapan(instant);
  return dayInJapan(instant) === dayInJapan(now)
    ? text.until_today({ time })
    : text.until_day({
        day: Number(dayInJapan(instant).slice(8)),
        month: Number(dayInJapan(instant).slice(5, 7)),
        time,
      });
}
