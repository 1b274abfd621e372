/** The way to the desk: somebody there, and an arrow. */
export function DeskPicture() {
  return (
    <svg viewBox="0 0 480 400" aria-hidden="true" className="picture">
      <circle cx="240" cy="200" r="190" fill="var(--color-primitive-orange-50)" />
      <path d="M244 290c4-60 36-82 76-82s72 22 76 82z" fill="#2f7a78" />
      <path d="M302 208h36l-18 30z" fill="#fff" />
      <rect x="304" y="180" width="32" height="38" rx="13" fill="#e0a983" />
      <ellipse cx="320" cy="152" rx="40" ry="46" fill="#f2c6a2" />
      <path
        d="M278 156c-6-44 18-62 44-62 26 0 48 20 40 64-6-20-12-30-22-36-18 8-40 6-50 2-6 8-10 20-12 32z"
        fill="#37302d"
      />
      <circle cx="305" cy="156" r="4.5" fill="#37302d" />
      <circle cx="335" cy="156" r="4.5" fill="#37302d" />
      <path d="M307 174c7 8 19 8 26 0" fill="none" stroke="#a1553b" strokeWidth="5" strokeLinecap="round" />
      <rect x="226" y="284" width="196" height="22" rx="8" fill="#8a5a36" />
      <path d="M238 306h172v58H238z" fill="#b27b4e" />
      <g className="picture-go" fill="var(--care)">
        <path d="M60 214h74v-34l60 56-60 56v-34H60z" />
      </g>
    </svg>
  );
}
