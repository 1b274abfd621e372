import { text } from '../messages/text.ts';

/** Ways to fool it, and what ought to happen. */
export function AttackList() {
  const attacks = [
    { title: text.attack_other(), how: text.attack_other_how(), result: text.attack_other_then() },
    { title: text.attack_photo(), how: text.attack_photo_how(), result: text.attack_photo_then() },
    { title: text.attack_pull(), how: text.attack_pull_how(), result: text.attack_pull_then() },
    { title: text.attack_pin(), how: text.attack_pin_how(), result: text.attack_pin_then() },
  ];
  return (
    <section aria-labelledby="attacks-title">
      <h2 id="attacks-title">{text.attacks_title()}</h2>
      <ul className="attacks">
        {attacks.map(({ title, how, result }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{how}</p>
            <p className="attack-then">{result}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
