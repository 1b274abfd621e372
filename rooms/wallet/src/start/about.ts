import { type Static, Type } from 'typebox';

/** `GET /demo/about.json`: the parts of the demo that serves this page. */
export const About = Type.Object({
  hospitalFolder: Type.String(),
  /** Names of the newest files there, newest first. */
  latestFiles: Type.Array(Type.String()),
  reader: Type.Union([Type.Literal('pcsc'), Type.Literal('in-process')]),
  relaxations: Type.Array(Type.String()),
  version: Type.String(),
  eligibilityUrl: Type.String(),
});
export type About = Static<typeof About>;
