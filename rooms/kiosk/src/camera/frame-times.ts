/** Follows the pictures of a video: when its camera took the one that is shown now. */
export interface FrameTimes extends Disposable {
  /** Milliseconds; null until the first picture, and in browsers that do not say. */
  readonly latest: number | null;
}

/**
 * Reads the times that `requestVideoFrameCallback` brings: the camera's own where the browser passes them on
 * (`captureTime`), else the place in the stream (`mediaTime`). Which of the two is settled by the first
 * picture, since they do not share a beginning.
 */
export function followFrameTimes(video: HTMLVideoElement): FrameTimes {
  let clock: 'capture' | 'media' | null = null;
  let latest: number | null = null;
  let handle: number | null = null;
  const hear = (_now: number, { captureTime, mediaTime }: VideoFrameCallbackMetadata) => {
    clock ??= captureTime === undefined ? 'media' : 'capture';
    const time = clock === 'media' ? mediaTime * 1_000 : captureTime;
    latest = time === undefined ? null : Math.max(0, time);
    handle = video.requestVideoFrameCallback(hear);
  };
  // Firefox has it since 132 only.
  if ('requestVideoFrameCallback' in video) handle = video.requestVideoFrameCallback(hear);
  return {
    get latest() {
      return latest;
    },
    [Symbol.dispose]() {
      if (handle !== null) video.cancelVideoFrameCallback(handle);
    },
  };
}
