/** What falls on the sensor before it is developed: rows of red, green, blue, 0..255 in coded (gamma 2.2) light. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}
