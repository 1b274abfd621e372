/** A member of staff behind the desk, with a name badge. */
export function StaffPicture() {
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" className="picture">
      <circle cx="120" cy="120" r="112" fill="var(--color-primitive-blue-50)" />
      <path d="M48 196c4-46 34-62 72-62s68 16 72 62z" fill="#2f7a78" />
      <path d="M100 134h40l-20 30z" fill="#fff" />
      <rect x="142" y="158" width="28" height="18" rx="4" fill="#fff" />
      <rect x="104" y="112" width="32" height="32" rx="12" fill="#e0a983" />
      <ellipse cx="120" cy="86" rx="38" ry="44" fill="#f2c6a2" />
      <path
        d="M80 90c-8-40 18-58 42-58 26 0 48 20 40 60-2 14-4 24-10 32 2-22-2-40-10-50-18 6-38 4-50-4-8 6-10 14-12 20z"
        fill="#5a4338"
      />
      <circle cx="106" cy="90" r="4.5" fill="#37302d" />
      <circle cx="134" cy="90" r="4.5" fill="#37302d" />
      <path d="M107 107c7 8 19 8 26 0" fill="none" stroke="#a1553b" strokeWidth="4.5" strokeLinecap="round" />
      <rect x="20" y="194" width="200" height="18" rx="9" fill="#44546a" />
    </svg>
  );
}
