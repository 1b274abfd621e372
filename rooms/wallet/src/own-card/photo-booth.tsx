import { ActionButton } from '@honnin/appearance';
import { useEffect, useRef, useState } from 'react';
import { text } from '../messages/text.ts';
import { takePicture } from './take-picture.ts';

type Booth = 'opening' | 'ready' | 'denied' | 'missing';

/** The webcam with an oval to put one's face into. The camera is let go as soon as the picture is taken. */
export function PhotoBooth(props: {
  /** Base64 JPEG, or null while there is none. */
  readonly photo: string | null;
  readonly onPhoto: (photo: string | null) => void;
}) {
  const { photo, onPhoto } = props;
  const video = useRef<HTMLVideoElement>(null);
  const [booth, setBooth] = useState<Booth>('opening');
  const isLooking = photo === null;

  useEffect(() => {
    if (!isLooking) return;
    let over = false;
    let stream: MediaStream | undefined;
    const open = async () => {
      setBooth('opening');
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 960 } },
        });
      } catch (error) {
        const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
        if (!over) setBooth(isDenied ? 'denied' : 'missing');
        return;
      }
      if (over || video.current === null) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      video.current.srcObject = stream;
      setBooth('ready');
    };
    void open();
    return () => {
      over = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [isLooking]);

  return (
    <div className="booth">
      <div className="booth-picture">
        {photo === null ? (
          <>
            <video ref={video} autoPlay muted playsInline />
            {booth === 'ready' ? (
              <svg viewBox="0 0 400 300" className="booth-oval" aria-hidden="true">
                <path
                  fillRule="evenodd"
                  fill="rgb(0 0 0 / 45%)"
                  d="M0 0h400v300H0zM200 32c-52 0-88 46-88 108s38 124 88 124 88-62 88-124-36-108-88-108z"
                />
                <ellipse cx="200" cy="148" rx="88" ry="116" fill="none" stroke="#fff" strokeWidth="4" />
              </svg>
            ) : (
              <p className="booth-note" role="status">
                {booth === 'opening'
                  ? text.camera_opening()
                  : booth === 'denied'
                    ? text.camera_denied()
                    : text.camera_missing()}
              </p>
            )}
          </>
        ) : (
          <img src={`data:image/jpeg;base64,${photo}`} alt={text.your_picture()} />
        )}
      </div>
      {photo === null ? (
        <>
          <p>{text.booth_hint()}</p>
          <ActionButton
            weight="primary"
            isDisabled={booth !== 'ready'}
            onPress={() => video.current !== null && onPhoto(takePicture(video.current))}
          >
            {text.take_picture()}
          </ActionButton>
        </>
      ) : (
        <ActionButton onPress={() => onPhoto(null)}>{text.take_again()}</ActionButton>
      )}
    </div>
  );
}
