/** Something to know: a calm sign, no cross and no red. */
export function NoticePicture() {
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" className="picture">
      <circle cx="120" cy="120" r="112" fill="var(--color-primitive-orange-50)" />
      <circle cx="120" cy="120" r="80" fill="#fff" stroke="var(--care)" strokeWidth="12" />
      <rect x="110" y="104" width="20" height="66" rx="10" fill="var(--care)" />
      <circle cx="120" cy="78" r="13" fill="var(--care)" />
    </svg>
  );
}
