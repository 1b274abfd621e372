import type { Attempt } from '@honnin/outcome';
import type { ApplicationInfo } from './application-info.ts';
import {
  proveCardFaceKey,
  readAgeRecord,
  readCardFace,
  readCardFaceInfo,
  readCardFaceIssuer,
  readMyNumberImage,
} from './card-face-application.ts';
import type { CardTalk } from './card-talk.ts';
import type { MyNumberCard } from './my-number-card.ts';
import { requireAccepted } from './present-secret.ts';

interface CardFaceCalls
  extends Pick<
    MyNumberCard,
    | 'openCardFace'
    | 'readCardFace'
    | 'readAgeRecord'
    | 'readMyNumberImage'
    | 'readCardFaceIssuer'
    | 'proveCardFaceKey'
  > {
  readCardFaceInfo(): Promise<Attempt<ApplicationInfo>>;
}

/** The calls of the card-face application. */
export function cardFaceCalls({ channel, inTurn, present }: CardTalk): CardFaceCalls {
  return {
    openCardFace: (number, options) => inTurn(() => present('matching-number-b', number, options)),
    readCardFace: () => inTurn(() => readCardFace(channel)),
    readAgeRecord: (birthDate, options) =>
      inTurn(async () => {
        const accepted = requireAccepted(await present('birth-date', birthDate, options), 'matching-number');
        return accepted.status === 'failed' ? accepted : readAgeRecord(channel);
      }),
    readMyNumberImage: (number, options) =>
      inTurn(async () => {
        const check = await present('matching-number-a', number, options);
        const accepted = requireAccepted(check, 'matching-number');
        return accepted.status === 'failed' ? accepted : readMyNumberImage(channel);
      }),
    readCardFaceIssuer: () => inTurn(() => readCardFaceIssuer(channel)),
    readCardFaceInfo: () => inTurn(() => readCardFaceInfo(channel)),
    proveCardFaceKey: (challenge) => inTurn(() => proveCardFaceKey(channel, challenge)),
  };
}
