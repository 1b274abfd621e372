import { useLocale } from '@honnin/appearance';
import { text } from '../messages/text.ts';
import { StartPage } from '../start/start-page.tsx';
import { WalletScreen } from '../wallet/wallet-screen.tsx';
import { sampleWallet } from './sample-wallet.ts';

const nothing = () => undefined;

/** `/?gallery=<picture>`: any state of the start page and the wallet, for looking and testing. */
export function WalletGallery(props: { readonly picture: string }) {
  const { picture } = props;
  useLocale();
  if (picture.startsWith('start')) {
    return (
      <StartPage
        about={
          picture === 'start-waiting'
            ? null
            : {
                hospitalFolder: '/home/you/honnin/.honnin/hospital/face',
                latestFiles: [
                  'OQSsiquc01res_face_1319999991f00000000000000002_20261124093112.xml',
                  'OQSsiquc01res_face_1319999991f00000000000000001_20261124091530.xml',
                ],
                reader: 'pcsc',
                relaxations: ['rendered-people-passive-liveness'],
                version: '0.1.0',
                eligibilityUrl: 'http://127.0.0.1:41234',
              }
        }
      />
    );
  }
  const states: Readonly<Record<string, (typeof sampleWallet)[keyof typeof sampleWallet] | null>> = {
    'wallet-laid': sampleWallet.laid,
    'wallet-photo': sampleWallet.photo,
    'wallet-other': sampleWallet.other,
    'wallet-residence-card': sampleWallet.residenceCard,
    'wallet-away': null,
  };
  const state = states[picture];
  return (
    <WalletScreen
      state={state === undefined ? sampleWallet.empty : state}
      isAway={picture === 'wallet-away'}
      problem={picture === 'wallet-problem' ? text.demo_unreachable() : null}
      isMe={picture === 'wallet-me'}
      onMe={nothing}
      onLayOther={nothing}
      onLay={nothing}
      onTakeAway={nothing}
      onStand={nothing}
      onDiscard={nothing}
      onIssue={async () => null}
      opensDialog={picture === 'own-card'}
    />
  );
}
