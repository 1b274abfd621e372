import { text } from '../messages/text.ts';
import { PageHeader } from '../page-header.tsx';
import type { About } from './about.ts';
import { AttackList } from './attack-list.tsx';
import { DemoNotes } from './demo-notes.tsx';
import { HospitalFiles } from './hospital-files.tsx';
import { ScreenLinks } from './screen-links.tsx';
import { Tour } from './tour.tsx';

/** What this is, where to go, what to try, and what is not as it would be in earnest. */
export function StartPage(props: { readonly about: About | null }) {
  const { about } = props;
  return (
    <div className="page">
      <PageHeader here="start" />
      <main className="start">
        <section className="hero">
          <h1>{text.start_headline()}</h1>
          <p>{text.start_what()}</p>
        </section>
        <ScreenLinks />
        <Tour />
        <AttackList />
        <div className="start-two">
          <HospitalFiles about={about} />
          <DemoNotes about={about} />
        </div>
      </main>
    </div>
  );
}
