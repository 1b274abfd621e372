import type { Attempt } from '@honnin/outcome';
import type { ApplicationInfo } from './application-info.ts';
import type { CardTalk } from './card-talk.ts';
import type { MyNumberCard } from './my-number-card.ts';
import { requireAccepted } from './present-secret.ts';
import {
  proveTextInputKey,
  readTextAttributes,
  readTextInputInfo,
  readTextInputIssuer,
  readTextInputKey,
  startSecureMessaging,
} from './text-input-application.ts';

interface TextInputCalls
  extends Pick<
    MyNumberCard,
    'readTextAttributes' | 'readTextInputIssuer' | 'readTextInputKey' | 'proveTextInputKey'
  > {
  readTextInputInfo(): Promise<Attempt<ApplicationInfo>>;
}

/** The calls of the text-input application. */
export function textInputCalls({ channel, random, inTurn, present }: CardTalk): TextInputCalls {
  return {
    readTextAttributes: (secret, options = {}) =>
      inTurn(async () => {
        const accepted =
          'textInputPin' in secret
            ? requireAccepted(await present('text-input-pin', secret.textInputPin, options), 'pin')
            : requireAccepted(
                await present('text-input-matching-number-b', secret.matchingNumberB, options),
                'matching-number',
              );
        if (accepted.status === 'failed') return accepted;
        if (options.protection === 'secure-messaging') {
          const started = await startSecureMessaging(channel, random);
          if (started.status === 'failed') return started;
        }
        return readTextAttributes(channel);
      }),
    readTextInputIssuer: () => inTurn(() => readTextInputIssuer(channel)),
    readTextInputInfo: () => inTurn(() => readTextInputInfo(channel)),
    readTextInputKey: () => inTurn(() => readTextInputKey(channel)),
    proveTextInputKey: (challenge) => inTurn(() => proveTextInputKey(channel, challenge)),
  };
}
