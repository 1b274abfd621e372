/** A prescription without paper. */
export function PhonePicture() {
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" className="picture">
      <circle cx="120" cy="120" r="112" fill="var(--color-primitive-blue-50)" />
      <rect x="72" y="26" width="96" height="188" rx="18" fill="#2f3b4d" />
      <rect x="80" y="44" width="80" height="148" rx="6" fill="#fff" />
      <path d="M120 66v32m-16-16h32" stroke="var(--act)" strokeWidth="11" strokeLinecap="round" />
      <g fill="#b9c8dc">
        <rect x="92" y="120" width="56" height="10" rx="5" />
        <rect x="92" y="142" width="42" height="10" rx="5" />
        <rect x="92" y="164" width="50" height="10" rx="5" />
      </g>
    </svg>
  );
}
