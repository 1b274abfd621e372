import { Type } from 'typebox';

/** What the reports of comparison and of liveness have in common. */
export const Share = Type.Number({ minimum: 0, maximum: 1 });
export const Count = Type.Integer({ minimum: 0 });
export const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const MachineReport = Type.Object({
  processor: Type.String(),
  cores: Count,
  memoryBytes: Count,
  platform: Type.String(),
  node: Type.String(),
});

export const ModelReport = Type.Object({
  role: Type.String(),
  name: Type.String(),
  file: Type.String(),
  sha256: Type.String(),
  licence: Type.String(),
  source: Type.String(),
  notKnown: Type.String(),
});
