/** Four hidden digits above the keys of a pad. */
export function PinPadPicture() {
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" className="picture">
      <rect
        x="46"
        y="10"
        width="148"
        height="220"
        rx="22"
        fill="var(--color-primitive-blue-50)"
        stroke="var(--act)"
        strokeWidth="8"
      />
      <rect x="64" y="30" width="112" height="40" rx="10" fill="#fff" stroke="var(--act)" strokeWidth="4" />
      <g fill="var(--act)">
        {[84, 108, 132, 156].map((x) => (
          <circle key={x} cx={x} cy="50" r="8" />
        ))}
        {[92, 132, 172].flatMap((y) =>
          [66, 104, 142].map((x) => <rect key={`${x} ${y}`} x={x} y={y} width="32" height="28" rx="7" />),
        )}
      </g>
    </svg>
  );
}
