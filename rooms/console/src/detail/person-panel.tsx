import type { InsuredPerson } from '@honnin/insurance';
import { text } from '../messages/text.ts';
import { CopyField } from './copy-field.tsx';

/** What the insurer knows of where the person lives, and the hospital's own number for them. */
export function PersonPanel(props: {
  readonly person: InsuredPerson;
  readonly referenceNumber: string | undefined;
}) {
  const { person, referenceNumber } = props;
  return (
    <section className="panel">
      <h3>{text.about_the_person()}</h3>
      <dl className="fields fields-narrow">
        <CopyField label={text.name()} value={person.name} />
        <CopyField label={text.kana()} value={person.kana} />
        {person.postCode !== undefined && <CopyField label={text.post_code()} value={person.postCode} />}
        {person.address !== undefined && <CopyField label={text.address()} value={person.address} />}
        {referenceNumber !== undefined && (
          <CopyField label={text.reference_number()} value={referenceNumber} />
        )}
      </dl>
    </section>
  );
}
