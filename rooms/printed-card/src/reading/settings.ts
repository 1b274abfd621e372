/** Every figure that a reading is judged by; measured with `npm run bench -- card-print`. */
export const readingSettings = {
  /** How surely a letter must have been read that a field rests on, by what it is; else the field is unread. */
  certainty: { digit: 0.93, unit: 0.6, era: 0.4 },
  /** Frames that must agree on a field whose dates confirm each other, and on one whose dates do not. */
  agreeingFrames: 2,
  agreeingFramesUnconfirmed: 3,
  /** Lines of one frame that are read at most. */
  linesRead: 10,
  /** Mean of all pixels below which a picture is too dark (0–255). */
  dark: 45,
  /** Share of pure white pixels, among all lines and where the code is, from which on a lamp is mirrored in the card. */
  glare: { ofLines: 0.04, ofCode: 0.15 },
  /** Half the height of a usual line, in pixels, below which letters are too small. */
  smallHalfHeight: 6.5,
} as const;
