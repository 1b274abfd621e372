export { type DetCurve, type DetDrawing, type DetPoint, drawDet } from './draw-det.ts';
