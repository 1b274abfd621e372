import { deskInProcess } from '../../test/desks-for-tests.ts';
import { describeReadingAResidenceCard } from '../../test/reading-a-residence-card.suite.ts';

describeReadingAResidenceCard('in process', deskInProcess);
