import { BrandMark, LanguageSwitch } from '@honnin/appearance';
import type { StaffPerson } from '@honnin/reception/staff-api';
import { Button } from 'react-aria-components';
import { text } from '../messages/text.ts';

/** Who stands at the desk: one touch on a name. `people` is null until reception has answered. */
export function SignInScreen(props: {
  readonly institution: string | null;
  readonly people: readonly StaffPerson[] | null;
  readonly problem: string | null;
  readonly onChoose: (staffId: string) => void;
}) {
  const { institution, people, problem, onChoose } = props;
  return (
    <main className="sign-in">
      <div className="sign-in-language">
        <LanguageSwitch />
      </div>
      <div className="sign-in-card">
        <p className="sign-in-brand">
          <BrandMark size={36} />
          <span>Honnin</span>
        </p>
        <h1>{institution === null ? text.console_title() : text.desk_of({ institution })}</h1>
        {people === null ? (
          <p className="sign-in-wait" role="status">
            {text.connecting_to_reception()}
          </p>
        ) : (
          <>
            <p>{text.choose_your_name()}</p>
            <ul className="sign-in-people">
              {people.map(({ id, name }) => (
                <li key={id}>
                  <Button className="sign-in-person" onPress={() => onChoose(id)}>
                    <span className="sign-in-initial" aria-hidden="true">
                      {name.slice(0, 1)}
                    </span>
                    {name}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        {problem !== null && (
          <p className="sign-in-problem" role="alert">
            {problem}
          </p>
        )}
        <p className="sign-in-note">{text.sign_in_note()}</p>
      </div>
    </main>
  );
}
