/** A prescription on paper. */
export function PaperPicture() {
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" className="picture">
      <circle cx="120" cy="120" r="112" fill="var(--color-primitive-blue-50)" />
      <path d="M64 30h84l32 32v148H64z" fill="#fff" stroke="#8aa3bf" strokeWidth="6" strokeLinejoin="round" />
      <path d="M148 30v32h32" fill="none" stroke="#8aa3bf" strokeWidth="6" strokeLinejoin="round" />
      <path d="M104 62v28m-14-14h28" stroke="var(--act)" strokeWidth="10" strokeLinecap="round" />
      <g fill="#b9c8dc">
        <rect x="84" y="112" width="76" height="10" rx="5" />
        <rect x="84" y="136" width="56" height="10" rx="5" />
        <rect x="84" y="160" width="68" height="10" rx="5" />
      </g>
      <circle cx="146" cy="182" r="16" fill="none" stroke="var(--bad)" strokeWidth="5" />
    </svg>
  );
}
