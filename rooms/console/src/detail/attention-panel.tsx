import { useLocale } from '@honnin/appearance';
import type { Attention } from '@honnin/reception/staff-api';
import { text } from '../messages/text.ts';

/** What is wrong and what to do about it, with the number of its page in the failure-code book. */
export function AttentionPanel(props: { readonly attention: readonly Attention[] }) {
  const { locale } = useLocale();
  if (props.attention.length === 0) return null;
  return (
    <section className="panel attention" aria-labelledby="attention-title">
      <h3 id="attention-title">{text.what_to_do()}</h3>
      <ul>
        {props.attention.map((item) => (
          <li key={item.code}>
            <p className="attention-what">
              {item[locale]} <span className="attention-number">{item.number}</span>
            </p>
            <p className="attention-do">{item.action[locale]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
