/** A colour as the browser's picture pipeline wants it, 0..1 each, sRGB. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Everything that makes one rendered person; shapes are shares and signed strengths, never a real person's. */
export interface HumanRecipe {
  /** Seed of the face: the small shape changes are drawn from it. */
  readonly seed: number;
  readonly female: number;
  readonly years: number;
  /** Shares of the three base shapes; made to sum to one. */
  readonly shape: { readonly asian: number; readonly caucasian: number; readonly african: number };
  /** -1 slight … 1 heavy. */
  readonly weight: number;
  /** Standard deviation of the random shape changes; about 0.3 is moderate. */
  readonly variety: number;
  /** Shape changes set by hand, by modifier name, -1..1; they override drawn ones. */
  readonly morphs: Readonly<Record<string, number>>;
  /** Corner of the mouth, 0 neutral … 0.5 friendly. */
  readonly smile: number;
  readonly skin: { readonly texture: string; readonly tint: Colour };
  readonly iris: string;
  readonly hair?: { readonly proxy: string; readonly colour: Colour };
  readonly lashes: string;
  readonly brows: { readonly proxy: string; readonly colour: Colour };
  readonly clothes: { readonly proxy: string; readonly colour: Colour; readonly keepPattern: boolean };
  /** Worn in every picture, also on the card. */
  readonly glasses?: Colour;
  /** Glasses of the frames that show them on someone who has none on the card. */
  readonly spareGlasses?: Colour;
}
