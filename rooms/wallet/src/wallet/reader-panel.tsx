import { ActionButton } from '@honnin/appearance';
import { text } from '../messages/text.ts';
import type { WalletCard, WalletState } from '../wallet-api.ts';
import { CardPicture } from './card-picture.tsx';

/** The reader and what lies on it. */
export function ReaderPanel(props: {
  readonly reader: WalletState['reader'];
  readonly laid: WalletCard | undefined;
  readonly onTakeAway: () => void;
}) {
  const { reader, laid, onTakeAway } = props;
  return (
    <section className="stage-panel" aria-labelledby="reader-title">
      <h2 id="reader-title">{text.on_the_reader()}</h2>
      <div className="reader">
        {laid === undefined ? (
          <p className="reader-empty">{text.reader_empty()}</p>
        ) : (
          <CardPicture card={laid} />
        )}
      </div>
      <div className="stage-row">
        <p className="stage-name" role="status">
          {laid?.name ?? ''}
        </p>
        {laid !== undefined && (
          <ActionButton weight="primary" onPress={onTakeAway}>
            {text.take_away()}
          </ActionButton>
        )}
      </div>
      <p className="reader-kind">
        {reader.kind === 'pcsc' ? text.reader_pcsc() : text.reader_in_process()}
        {reader.kind === 'pcsc' && <span className="reader-name">{reader.name}</span>}
      </p>
    </section>
  );
}
