import type { CharacterSubstitution } from '@honnin/reception/staff-api';
import { text } from '../messages/text.ts';
import { placeOfTag } from './place-of-tag.ts';

/** Variant characters (外字) that the file could not carry: the registered one, big, beside its substitute. */
export function SubstitutionPanel(props: { readonly substitutions: readonly CharacterSubstitution[] }) {
  return (
    <section className="panel substitutions" aria-labelledby="substitutions-title">
      <h3 id="substitutions-title">{text.variant_characters()}</h3>
      <ul>
        {props.substitutions.map(({ character, replacedBy, where }) => (
          <li key={`${where} ${character}`}>
            <span className="glyph">
              <b>{character}</b>
              <small>{text.as_registered()}</small>
            </span>
            <span className="glyph-arrow" aria-hidden="true">
              →
            </span>
            <span className="glyph glyph-file">
              <b>{replacedBy}</b>
              <small>{text.in_the_file()}</small>
            </span>
            <span className="glyph-where">{placeOfTag(where)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
