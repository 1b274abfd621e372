import '@honnin/appearance/appearance.css';
import './kiosk.css';
import { createRoot } from 'react-dom/client';
import { openAgentLink } from './agent/agent-link.ts';
import { AgentContext } from './agent/use-agent.ts';
import { Gallery } from './gallery/gallery.tsx';
import { Kiosk } from './kiosk.tsx';
import { createLanguageChoice } from './language/language-choice.ts';
import { LanguageContext } from './language/use-language.ts';
import { followLanguage } from './messages/follow-language.ts';
import { openVoice } from './voice/voice.ts';

const query = new URLSearchParams(location.search);
const language = createLanguageChoice(query.get('lang') === 'en' ? 'en' : 'ja');
followLanguage(language);

const root = document.getElementById('root');
const sample = query.get('gallery');
if (root !== null) {
  createRoot(root).render(
    <LanguageContext value={language}>
      {sample === null ? (
        <AgentContext value={openAgentLink()}>
          <Kiosk voice={openVoice(window.speechSynthesis)} now={() => new Date()} />
        </AgentContext>
      ) : (
        <Gallery sample={sample} />
      )}
    </LanguageContext>,
  );
}
