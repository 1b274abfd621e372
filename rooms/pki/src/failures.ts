import { defineFailures } from '@honnin/outcome';

export const pkiFailures = defineFailures('P', {});
