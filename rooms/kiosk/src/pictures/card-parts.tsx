/** The printed side of the card with the place of one part marked: where to find what is asked for. */
export function CardParts(props: { readonly part: 'birth' | 'expiry' | 'code' }) {
  const mark = {
    birth: { x: 202, y: 196, width: 306, height: 48 },
    expiry: { x: 202, y: 248, width: 368, height: 48 },
    code: { x: 30, y: 356, width: 158, height: 50 },
  }[props.part];
  return (
    <svg viewBox="-6 -6 692 440" aria-hidden="true" className="picture card-parts">
      <rect width="680" height="428" rx="26" fill="#fdf3f6" stroke="#c98da3" strokeWidth="4" />
      <rect y="150" width="680" height="40" fill="#f3cdd8" />
      <text x="650" y="180" textAnchor="end" fontSize="26" fontWeight="700" fill="#7b2747" letterSpacing="5">
        個人番号カード
      </text>
      <g fill="#d3b6c0">
        <rect x="30" y="34" width="46" height="16" rx="8" />
        <rect x="94" y="26" width="210" height="32" rx="10" />
        <rect x="30" y="92" width="46" height="16" rx="8" />
        <rect x="94" y="86" width="400" height="26" rx="10" />
        <rect x="214" y="306" width="120" height="26" rx="10" />
      </g>
      <rect x="214" y="352" width="436" height="52" rx="4" fill="none" stroke="#b9a3ab" strokeWidth="2.5" />
      <rect x="30" y="162" width="158" height="190" rx="4" fill="#dcebfa" stroke="#fff" strokeWidth="6" />
      <circle cx="109" cy="240" r="40" fill="#44546a" />
      <path d="M40 349c4-48 32-66 69-66s65 18 69 66z" fill="#44546a" />
      <rect {...mark} rx="10" fill="#fff6c2" />
      <g fontWeight="700" fill="#1a1a1a">
        <text x="214" y="231" fontSize="31">
          昭和59年5月12日生
        </text>
        <text x="214" y="283" fontSize="31">
          2033年5月12日まで有効
        </text>
        <text x="109" y="392" textAnchor="middle" fontSize="31" letterSpacing="6">
          4821
        </text>
      </g>
      <rect {...mark} rx="10" fill="none" stroke="var(--bad)" strokeWidth="8" className="picture-mark" />
    </svg>
  );
}
