import { defineFailures } from '@honnin/outcome';

export const faceFailures = defineFailures('F', {});
