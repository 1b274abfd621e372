import { deskWithPcscd } from '../test/desks-for-tests.ts';
import { describeReadingACard } from '../test/reading-a-card.suite.ts';

describeReadingACard('through pcscd and the virtual reader', deskWithPcscd);
