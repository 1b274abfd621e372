import { DrawnCard } from './drawn-card.tsx';

/** The card leaves the reader, upwards. */
export function TakeCard() {
  return (
    <svg viewBox="0 0 480 400" aria-hidden="true" className="picture">
      <circle cx="240" cy="200" r="190" fill="var(--color-primitive-orange-50)" />
      <path d="M96 300h288l34 56a14 14 0 0 1-12 22H74a14 14 0 0 1-12-22z" fill="#2f3b4d" />
      <path d="M110 300h260l12 20H98z" fill="#46566d" />
      <g className="picture-lift">
        <g transform="translate(120 96) scale(1.5)">
          <DrawnCard x={0} y={0} />
        </g>
      </g>
      <g className="picture-arrow-up" fill="var(--care)">
        <path d="M228 84h24V54h24l-36-40-36 40h24z" />
      </g>
    </svg>
  );
}
