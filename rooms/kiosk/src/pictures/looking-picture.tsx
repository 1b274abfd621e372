/** A sheet of paper, and a lens that moves over it. */
export function LookingPicture() {
  return (
    <svg viewBox="0 0 480 400" aria-hidden="true" className="picture">
      <circle cx="240" cy="200" r="190" fill="var(--color-primitive-blue-50)" />
      <rect x="146" y="72" width="188" height="256" rx="18" fill="#fff" stroke="#8aa3bf" strokeWidth="5" />
      <path d="M176 118h16m-8-8v16" stroke="var(--bad)" strokeWidth="9" strokeLinecap="round" />
      <g fill="#b9c8dc">
        <rect x="210" y="110" width="96" height="14" rx="7" />
        {[156, 190, 224, 258, 288].map((y, at) => (
          <rect key={y} x="172" y={y} width={at % 2 === 0 ? 136 : 100} height="12" rx="6" />
        ))}
      </g>
      <g className="picture-search">
        <circle
          cx="276"
          cy="216"
          r="58"
          fill="#d9e6ff"
          fillOpacity=".75"
          stroke="var(--act)"
          strokeWidth="14"
        />
        <path d="M318 260l52 56" stroke="var(--act)" strokeWidth="22" strokeLinecap="round" />
      </g>
    </svg>
  );
}
