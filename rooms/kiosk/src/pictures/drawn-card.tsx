/** A My Number card as this house draws it, 160 by 100, to be placed inside a larger picture. */
export function DrawnCard(props: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${props.x} ${props.y})`}>
      <rect width="160" height="100" rx="10" fill="#fdf3f6" stroke="#c98da3" strokeWidth="2.5" />
      <rect y="30" width="160" height="14" fill="#efbccb" />
      <rect x="12" y="34" width="44" height="54" rx="3" fill="#dcebfa" stroke="#8aa3bf" strokeWidth="2" />
      <circle cx="34" cy="54" r="10" fill="#44546a" />
      <path d="M16.5 87c1.5-13 8.5-18 17.5-18s16 5 17.5 18z" fill="#44546a" />
      <g fill="#b98a9b">
        <rect x="14" y="12" width="70" height="8" rx="4" />
        <rect x="68" y="54" width="74" height="7" rx="3.5" />
        <rect x="68" y="68" width="56" height="7" rx="3.5" />
        <rect x="68" y="82" width="66" height="7" rx="3.5" />
      </g>
    </g>
  );
}
