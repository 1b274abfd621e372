import { text } from '../messages/text.ts';
import type { About } from './about.ts';

/** Where the hospital's system would find what was confirmed. */
export function HospitalFiles(props: { readonly about: About | null }) {
  const { about } = props;
  return (
    <section className="sheet" aria-labelledby="files-title">
      <h2 id="files-title">{text.files_title()}</h2>
      <p>{text.files_what()}</p>
      {about === null ? (
        <p role="status">{text.connecting()}</p>
      ) : (
        <>
          <p className="path">{about.hospitalFolder}</p>
          {about.latestFiles.length === 0 ? (
            <p className="soft">{text.no_files_yet()}</p>
          ) : (
            <ul className="files">
              {about.latestFiles.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
