import { text } from '../messages/text.ts';
import type { About } from './about.ts';

const relaxed: Readonly<Record<string, () => string>> = {
  'rendered-people-passive-liveness': text.note_relaxed_rendered,
  'stand-in-camera': text.note_relaxed_camera,
};

/** What is fictional, what is real, and which rule the demo relaxes. */
export function DemoNotes(props: { readonly about: About | null }) {
  const { about } = props;
  return (
    <section className="sheet" aria-labelledby="notes-title">
      <h2 id="notes-title">{text.notes_title()}</h2>
      <ul className="notes">
        <li>{text.note_fictional()}</li>
        <li>{text.note_kept()}</li>
        {about !== null && (
          <li>{about.reader === 'pcsc' ? text.note_reader_pcsc() : text.note_reader_in_process()}</li>
        )}
        {about?.relaxations.map((name) => (
          <li key={name}>{relaxed[name]?.() ?? text.note_relaxed({ name })}</li>
        ))}
      </ul>
      {about !== null && (
        <p className="soft">
          {text.note_service({ url: about.eligibilityUrl })} · Honnin {about.version}
        </p>
      )}
    </section>
  );
}
