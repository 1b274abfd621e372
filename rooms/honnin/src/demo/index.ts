export type { Configuration } from '../configuration/configuration.ts';
export { readConfiguration } from '../configuration/read-configuration.ts';
export { type Demo, type DemoOptions, startDemo } from './start-demo.ts';
