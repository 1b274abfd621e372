/** The mark of Honnin: a face inside the frame of a card. Decorative: the name stands beside it. */
export function BrandMark(props: { readonly size?: number }) {
  const size = props.size ?? 32;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className="brand-mark">
      <rect x="2" y="5" width="28" height="22" rx="5" fill="var(--color-primitive-blue-900)" />
      <circle cx="16" cy="14" r="4.6" fill="#fff" />
      <path d="M7.5 24.5c1.4-4.4 4.6-6.4 8.5-6.4s7.1 2 8.5 6.4z" fill="#fff" />
    </svg>
  );
}
