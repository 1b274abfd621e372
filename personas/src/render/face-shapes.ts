import shapes from './face-shapes.json' with { type: 'json' };

/**
 * The chosen shapes, by person and modifier (-1..1). They were drawn at random, then changed step by step for as
 * long as that moved the person's embedding away from the others'.
 */
export const faceShapes: Readonly<Record<string, Readonly<Record<string, number>>>> = shapes;
