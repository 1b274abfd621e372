/** The options of `honnin face evaluate`. */
export interface FaceEvaluateOptions {
  readonly pairs?: string;
  readonly root?: string;
  readonly subjects?: 'folder';
  readonly out: string;
  readonly chip?: true;
  readonly live?: number;
  readonly liveness?: string;
  readonly calibrate?: string;
  readonly manifest?: string;
  readonly recogniser?: string;
  readonly recogniserName?: string;
  readonly recogniserLicence?: string;
  readonly recogniserSource?: string;
  readonly recogniserInput: { colour: 'rgb' | 'bgr'; mean: number; scale: number };
  readonly pictures: boolean;
  readonly processes?: number;
  readonly resamples: number;
  readonly seed: number;
  readonly json?: true;
  readonly data?: string;
}
