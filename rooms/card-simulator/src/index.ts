export type { CardClock } from './card/card-clock.ts';
export { systemClock } from './card/card-clock.ts';
export {
  createVirtualCard,
  type VirtualCard,
  type VirtualCardOptions,
  type VirtualChip,
} from './card/virtual-card.ts';
export type { AirTime } from './connecting/air-time.ts';
export { airTimeMs } from './connecting/air-time.ts';
export {
  createInProcessReaders,
  type InProcessReaders,
  type InProcessReadersOptions,
} from './connecting/in-process-readers.ts';
export { plugIntoVpcd, type VpcdOptions, type VpcdPlug } from './connecting/plug-into-vpcd.ts';
export {
  type PrivatePcscd,
  type PrivatePcscdOptions,
  startPrivatePcscd,
} from './connecting/start-private-pcscd.ts';
export { cardSimulatorFailures } from './failures.ts';
export { cloneWithoutKeys } from './faults/clone-without-keys.ts';
export type { CommandPlace } from './faults/command-place.ts';
export { createFaultyCard, type FaultyCardOptions } from './faults/create-faulty-card.ts';
export { createOtherCard, type OtherCardKind } from './faults/create-other-card.ts';
export type { CommandFault, FaultPlan, FlippedBit } from './faults/fault-plan.ts';
export { namedFaultPlans } from './faults/named-fault-plans.ts';
export { parseFaultPlan } from './faults/parse-fault-plan.ts';
export { type FileOnCard, transplantFiles } from './faults/transplant-files.ts';
export { transplantPhoto } from './faults/transplant-photo.ts';
export { withTriesLeft } from './faults/with-tries-left.ts';
export type { CardHolder } from './issuing/card-holder.ts';
export type { CardKeys } from './issuing/card-keys.ts';
export { createCardKeys } from './issuing/card-keys.ts';
export { CardRecord } from './issuing/card-record.ts';
export { type IssuedCard, type IssueOptions, issueTestCard } from './issuing/issue-test-card.ts';
export { parseCardRecord } from './issuing/parse-card-record.ts';
export { sampleCardHolder } from './issuing/sample-card-holder.ts';
export { issueTestResidenceCard } from './residence-card/issue-test-residence-card.ts';
export { parseResidenceCardRecord } from './residence-card/parse-residence-card-record.ts';
export type { ResidenceCardHolder } from './residence-card/residence-card-holder.ts';
export { ResidenceCardRecord } from './residence-card/residence-card-record.ts';
export { sampleResidenceCardHolder } from './residence-card/sample-residence-card-holder.ts';
export { createVirtualResidenceCard } from './residence-card/virtual-residence-card.ts';
