import type { WalletCard } from '../wallet-api.ts';

/** A card like the printed ones, without its photo: that never leaves the chip. In Japanese, as cards are. */
export function DrawnCard(props: { readonly card: WalletCard }) {
  const { card } = props;
  const [year, month, day] = card.birthDate.split('-').map(Number);
  return (
    <div className="card-picture drawn-card" lang="ja" aria-hidden="true">
      <span className="drawn-name">{card.name}</span>
      <span className="drawn-band">個人番号カード</span>
      <svg viewBox="0 0 40 50" className="drawn-photo" aria-hidden="true">
        <circle cx="20" cy="19" r="9" />
        <path d="M3 50c1-13 8-18 17-18s16 5 17 18z" />
      </svg>
      <span className="drawn-birth">
        {year}年{month}月{day}日生
      </span>
      <span className="drawn-sample">見本 SAMPLE</span>
    </div>
  );
}
