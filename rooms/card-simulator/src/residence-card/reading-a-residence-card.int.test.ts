import { deskWithPcscd } from '../../test/desks-for-tests.ts';
import { describeReadingAResidenceCard } from '../../test/reading-a-residence-card.suite.ts';

describeReadingAResidenceCard('through pcscd and the virtual reader', deskWithPcscd);
