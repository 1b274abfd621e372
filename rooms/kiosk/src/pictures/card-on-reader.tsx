import { DrawnCard } from './drawn-card.tsx';

/** A card on its way down to the reader; `laid`: it lies there and is being read. */
export function CardOnReader(props: { readonly laid?: boolean }) {
  const laid = props.laid ?? false;
  return (
    <svg viewBox="0 0 480 400" aria-hidden="true" className="picture">
      <circle cx="240" cy="200" r="190" fill="var(--color-primitive-blue-50)" />
      <g>
        <path d="M96 300h288l34 56a14 14 0 0 1-12 22H74a14 14 0 0 1-12-22z" fill="#2f3b4d" />
        <path d="M110 300h260l12 20H98z" fill="#46566d" />
        <rect x="206" y="340" width="68" height="10" rx="5" fill={laid ? '#5ee0a0' : '#8fb4ff'} />
      </g>
      {laid ? (
        <>
          <g transform="translate(0 0)">
            <g transform="translate(148 246) skewX(-14) scale(1.25 .58)">
              <DrawnCard x={10} y={0} />
            </g>
          </g>
          <g className="picture-waves" fill="none" stroke="var(--act)" strokeWidth="12" strokeLinecap="round">
            <path d="M206 214a50 50 0 0 1 68 0" />
            <path d="M180 180a88 88 0 0 1 120 0" />
            <path d="M154 146a126 126 0 0 1 172 0" />
          </g>
        </>
      ) : (
        <>
          <g className="picture-lay">
            <g transform="translate(120 50) scale(1.5)">
              <DrawnCard x={0} y={0} />
            </g>
          </g>
          <g className="picture-arrow" fill="var(--act)">
            <path d="M228 218h24v30h24l-36 40-36-40h24z" />
          </g>
        </>
      )}
    </svg>
  );
}
