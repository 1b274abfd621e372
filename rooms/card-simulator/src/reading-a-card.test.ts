import { deskInProcess } from '../test/desks-for-tests.ts';
import { describeReadingACard } from '../test/reading-a-card.suite.ts';

describeReadingACard('in process', deskInProcess);
