import { ActionButton } from '@honnin/appearance';
import { text } from '../messages/text.ts';
import type { WalletCard, WalletState } from '../wallet-api.ts';
import { CardPicture } from './card-picture.tsx';

/** The reader and what lies on it. */
export function ReaderPanel(props: {
  readonly reader: WalletState['reader'];
  /** With a picture; undefined for other cards too. */
  readonly laid: WalletCard | undefined;
  /** Null when the reader is empty. */
  readonly laidName: string | null;
  readonly onTakeAway: () => void;
}) {
  const { reader, laid, laidName, onTakeAway } = props;
  return (
    <section className="stage-panel" aria-labelledby="reader-title">
      <h2 id="reader-title">{text.on_the_reader()}</h2>
      <div className="reader">
        {laid !== undefined && <CardPicture card={laid} />}
        {laid === undefined && <p className="reader-empty">{laidName ?? text.reader_empty()}</p>}
      </div>
      <div className="stage-row">
        <p className="stage-name" role="status">
          {laidName ?? ''}
        </p>
        {laidName !== null && (
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
