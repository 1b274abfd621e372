import { Switch, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { text } from '../messages/text.ts';
import type { BeforeCamera, WalletCard } from '../wallet-api.ts';

/** Who stands before the kiosk's camera, and in what way. */
export function CameraPanel(props: {
  readonly before: BeforeCamera;
  readonly cards: readonly WalletCard[];
  readonly isMe: boolean;
  readonly onMe: (isMe: boolean) => void;
  readonly onStand: (who: BeforeCamera) => void;
}) {
  const { before, cards, isMe, onMe, onStand } = props;
  const people = cards.filter(({ canStandBeforeCamera }) => canStandBeforeCamera);
  const id = before.kind === 'webcam' ? undefined : before.id;
  const person = people.find((card) => card.id === id);
  const isPhoto = before.kind === 'still-picture';
  return (
    <section className="stage-panel" aria-labelledby="camera-title">
      <h2 id="camera-title">{text.before_the_camera()}</h2>
      <div className="before-camera">
        {person?.portrait === undefined ? (
          <svg viewBox="0 0 100 100" className="webcam" aria-hidden="true">
            <circle cx="50" cy="42" r="27" fill="none" stroke="currentColor" strokeWidth="5" />
            <circle cx="50" cy="42" r="11" fill="currentColor" />
            <path d="M32 84h36M50 69v15" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
          </svg>
        ) : (
          <span className={isPhoto ? 'held-photo' : 'standing'}>
            <img src={person.portrait} alt="" />
          </span>
        )}
        <p className="stage-name" role="status">
          {person === undefined
            ? text.you_by_webcam()
            : isPhoto
              ? text.photo_of({ name: person.name })
              : person.name}
        </p>
      </div>
      <Switch className="switch" isSelected={isMe} onChange={onMe}>
        <span className="switch-track" aria-hidden="true">
          <span className="switch-thumb" />
        </span>
        {text.it_is_me()}
      </Switch>
      {!isMe && people.length > 0 && (
        <div className="stage-choice">
          <select
            className="person-select"
            aria-label={text.who_stands_there()}
            value={person?.id ?? ''}
            onChange={({ target }) =>
              onStand({ kind: isPhoto ? 'still-picture' : 'persona', id: target.value })
            }
          >
            {person === undefined && <option value="">{text.choose_a_person()}</option>}
            {people.map((card) => (
              <option key={card.id} value={card.id}>
                {card.name}
              </option>
            ))}
          </select>
          <ToggleButtonGroup
            className="ways"
            aria-label={text.how_they_stand()}
            selectionMode="single"
            disallowEmptySelection
            isDisabled={person === undefined}
            selectedKeys={[isPhoto ? 'still-picture' : 'persona']}
            onSelectionChange={(keys) => {
              if (person === undefined) return;
              onStand({ kind: keys.has('still-picture') ? 'still-picture' : 'persona', id: person.id });
            }}
          >
            <ToggleButton id="persona" className="way">
              {text.stands_there()}
            </ToggleButton>
            <ToggleButton id="still-picture" className="way">
              {text.holds_up_photo()}
            </ToggleButton>
          </ToggleButtonGroup>
        </div>
      )}
    </section>
  );
}
