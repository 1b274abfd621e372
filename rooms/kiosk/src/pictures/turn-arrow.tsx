/** Which way to turn, seen in a mirror: the person's own left is on the left. */
export function TurnArrow(props: { readonly to: 'left' | 'right' }) {
  return (
    <svg viewBox="0 0 120 160" aria-hidden="true" className={`turn-arrow turn-arrow-${props.to}`}>
      <g
        fill="none"
        stroke="#fff"
        strokeWidth="34"
        strokeLinecap="round"
        strokeLinejoin="round"
        transform={props.to === 'left' ? undefined : 'translate(120 0) scale(-1 1)'}
      >
        <path d="M82 22L26 80l56 58" />
        <path d="M82 22L26 80l56 58" stroke="var(--act)" strokeWidth="22" />
      </g>
    </svg>
  );
}
