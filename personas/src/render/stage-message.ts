/** What the camera program tells the page that draws. Arrays travel as base64 of their bytes. */
export interface StageMesh {
  readonly name: string;
  readonly look: 'skin' | 'eye' | 'hair' | 'card' | 'cloth' | 'frame' | 'lens' | 'mask';
  readonly positions: string;
  readonly normals: string;
  readonly uvs: string;
  readonly triangles: string;
  /** Data URL of the texture; kept by the page under its key. */
  readonly texture?: string;
  readonly colour?: readonly [number, number, number];
}

export interface StageLight {
  /** Direction the light comes from, in the room (x to the picture's right, y up, z to the camera). */
  readonly from: readonly [number, number, number];
  readonly colour: readonly [number, number, number];
  readonly strength: number;
  /** Blur of its shadow's edge in shadow-map texels. */
  readonly softness: number;
}

export interface StageShot {
  readonly width: number;
  readonly height: number;
  /** Focal length in pixels of the picture. */
  readonly focal: number;
  readonly camera: readonly [number, number, number];
  readonly target: readonly [number, number, number];
  readonly lights: readonly StageLight[];
  readonly surround: number;
  readonly exposure: number;
  /** Data URL of the wall behind the person. */
  readonly backdrop: string;
  /** How bright that wall is, 1 as it was painted. */
  readonly backdropLight: number;
}

/** The page's door: puts the figure up and gives the picture as a PNG data URL. */
export interface Stage {
  keep(key: string, url: string): Promise<void>;
  shoot(meshes: readonly StageMesh[], shot: StageShot): Promise<string>;
}
