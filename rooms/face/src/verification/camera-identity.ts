/** What the screen's browser says of the camera that the frames come from; a claim, not a proof. */
export interface CameraIdentity {
  /** The device's name as the operating system gives it. */
  readonly label: string;
  /** Pixels of the stream. */
  readonly width: number;
  readonly height: number;
  /** Frames a second that the camera was set to; null when the browser does not say. */
  readonly frameRate: number | null;
}
