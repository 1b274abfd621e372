/** Done: a green disc with its mark, drawn once. */
export function CheckMark() {
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" className="picture">
      <circle cx="120" cy="120" r="112" fill="var(--color-primitive-green-100)" />
      <circle cx="120" cy="120" r="88" fill="var(--good)" />
      <path
        className="picture-draw"
        pathLength="1"
        d="M78 122l30 32 56-64"
        fill="none"
        stroke="#fff"
        strokeWidth="18"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
