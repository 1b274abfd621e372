/** A folder with medicine and a heartbeat, shared by two hands' worth of trust: what consent is about. */
export function RecordsPicture() {
  return (
    <svg viewBox="0 0 480 320" aria-hidden="true" className="picture">
      <ellipse cx="240" cy="164" rx="226" ry="150" fill="var(--color-primitive-blue-50)" />
      <rect x="140" y="34" width="200" height="252" rx="18" fill="#7fa2e8" />
      <rect x="156" y="56" width="168" height="214" rx="10" fill="#fff" />
      <rect x="194" y="20" width="92" height="40" rx="14" fill="#2f3b4d" />
      <path
        d="M176 116h30l12-26 18 52 16-38 8 12h44"
        fill="none"
        stroke="var(--bad)"
        strokeWidth="8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <g fill="#b9c8dc">
        <rect x="176" y="170" width="128" height="12" rx="6" />
        <rect x="176" y="200" width="96" height="12" rx="6" />
        <rect x="176" y="230" width="112" height="12" rx="6" />
      </g>
      <g transform="rotate(-32 384 214)">
        <rect x="326" y="190" width="116" height="50" rx="25" fill="#fff" stroke="#c98da3" strokeWidth="5" />
        <path d="M384 190h33a25 25 0 0 1 0 50h-33z" fill="#e77f9c" />
      </g>
      <circle cx="96" cy="218" r="36" fill="#fff" stroke="#8aa3bf" strokeWidth="5" />
      <path d="M70 218h52" stroke="#8aa3bf" strokeWidth="5" />
    </svg>
  );
}
