import { type Camera, type CameraPurpose, type CameraState, frameSize } from './camera.ts';
import { followFrameTimes } from './frame-times.ts';

/** A card is looked at in the middle of a full HD picture, pixel by pixel, so that it need not be held near the lens. */
const cardStream = { width: 1920, height: 1080 } as const;
/** No more than the largest stream has pixels for. */
const greatestZoom = 2.25;

/**
 * Opens the camera that faces the person. Resolves to `denied` or `missing` when there is none to be had;
 * `onLost` hears when it is pulled out or taken by another program.
 */
export async function openWebcam(
  onLost: () => void,
  purpose: CameraPurpose,
): Promise<Camera | Extract<CameraState, 'denied' | 'missing'>> {
  const wanted = purpose === 'card' ? cardStream : frameSize;
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'user', width: { ideal: wanted.width }, height: { ideal: wanted.height } },
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'missing';
  }
  const [track] = stream.getVideoTracks();
  if (track === undefined) return 'missing';
  track.addEventListener('ended', onLost);
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  const times = followFrameTimes(video);
  await video.play().catch(() => undefined);
  const { width = video.videoWidth, height = video.videoHeight, frameRate } = track.getSettings();
  return {
    facts: {
      label: track.label.slice(0, 200),
      width: Math.max(1, Math.round(width)),
      height: Math.max(1, Math.round(height)),
      frameRate: frameRate ?? null,
    },
    captured: () => times.latest,
    draw(canvas) {
      const context = canvas.getContext('2d');
      if (context === null || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return false;
      // A wide camera is cut to the middle, never squeezed: a squeezed face is another face.
      const cover = Math.max(canvas.width / video.videoWidth, canvas.height / video.videoHeight);
      const scale = purpose === 'card' ? Math.max(cover, Math.min(1, cover * greatestZoom)) : cover;
      const width = video.videoWidth * scale;
      const height = video.videoHeight * scale;
      context.drawImage(video, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
      return true;
    },
    heed: () => undefined,
    [Symbol.dispose]() {
      times[Symbol.dispose]();
      track.removeEventListener('ended', onLost);
      for (const each of stream.getTracks()) each.stop();
      video.srcObject = null;
    },
  };
}
