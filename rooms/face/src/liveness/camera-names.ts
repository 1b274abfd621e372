/** How programs that make up a camera name it; matched anywhere in the label, without regard to case. */
const virtualNames = [
  'obs',
  'manycam',
  'dummy video device',
  'v4l2loopback',
  'loopback',
  'snap camera',
  'xsplit',
  'vcam',
  'mmhmm',
  'nvidia broadcast',
  'virtual',
  'droidcam',
  'iriun',
  'epoccam',
  'e2esoft',
  'splitcam',
  'camtwist',
  'chromacam',
  'youcam',
  'webcamoid',
  'akvcam',
  'unity video capture',
  'ndi video',
  'ndi webcam',
  'newtek ndi',
  'fake_device',
  'fake device',
  'alter cam',
  'altercam',
  'fineshare',
  'avatarify',
  'animaze',
  'facerig',
  'deepfacelive',
  'swapface',
  'prism live',
  'streamlabs',
  'vmix',
  'wirecast',
  'camo',
  'logi capture',
  'screen capture',
] as const;

/** Whole words, so that a maker's name that only contains one of them is left alone. */
const pattern = new RegExp(`(^|[^a-z0-9])(${virtualNames.join('|')})([^a-z]|$)`, 'i');

/**
 * Whether a camera's label is that of a program which makes pictures up (OBS, ManyCam, v4l2loopback, ...). It
 * catches whoever does not hide it: a label can be changed, so a clean one proves nothing.
 */
export function isVirtualCameraName(label: string): boolean {
  return pattern.test(label);
}
