/** How much of a time is left, as a ring that empties from 12 o'clock. `share`: 0..1. */
export function ClockPicture(props: { readonly share: number; readonly children: string }) {
  const left = Math.max(0, Math.min(1, props.share));
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" className="picture">
      <circle
        cx="120"
        cy="120"
        r="100"
        fill="#fff"
        stroke="var(--color-primitive-blue-100)"
        strokeWidth="20"
      />
      <circle
        className="picture-time"
        cx="120"
        cy="120"
        r="100"
        fill="none"
        stroke="var(--act)"
        strokeWidth="20"
        strokeLinecap="round"
        pathLength="1"
        strokeDasharray={`${left} 1`}
        transform="rotate(-90 120 120)"
      />
      <text x="120" y="148" textAnchor="middle" fontSize="84" fontWeight="700" fill="var(--act)">
        {props.children}
      </text>
    </svg>
  );
}
