export type { CardClock } from './card/card-clock.ts';
export { systemClock } from './card/card-clock.ts';
export { createVirtualCard, type VirtualCard, type VirtualCardOptions } from './card/virtual-card.ts';
export type { AirTime } from './connecting/air-time.ts';
export { airTimeMs } from './connecting/air-time.ts';
export { createInProcessReaders, type InProcessReaders } from './connecting/in-process-readers.ts';
export { plugIntoVpcd, type VpcdOptions, type VpcdPlug } from './connecting/plug-into-vpcd.ts';
export {
  type PrivatePcscd,
  type PrivatePcscdOptions,
  startPrivatePcscd,
} from './connecting/start-private-pcscd.ts';
export { cardSimulatorFailures } from './failures.ts';
export type { CardHolder } from './issuing/card-holder.ts';
export type { CardKeys } from './issuing/card-keys.ts';
export { createCardKeys } from './issuing/card-keys.ts';
export { CardRecord } from './issuing/card-record.ts';
export { type IssuedCard, type IssueOptions, issueTestCard } from './issuing/issue-test-card.ts';
export { parseCardRecord } from './issuing/parse-card-record.ts';
export { sampleCardHolder } from './issuing/sample-card-holder.ts';
