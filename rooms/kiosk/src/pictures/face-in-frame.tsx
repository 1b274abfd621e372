/** A friendly face inside the corners of a camera's frame; `light`: on a dark ground. */
export function FaceInFrame(props: { readonly light?: boolean }) {
  const line = props.light === true ? '#fff' : 'var(--act)';
  return (
    <svg viewBox="0 0 240 240" aria-hidden="true" className="picture">
      <g fill="none" stroke={line} strokeWidth="12" strokeLinecap="round" strokeLinejoin="round">
        <path d="M20 70V40a20 20 0 0 1 20-20h30M170 20h30a20 20 0 0 1 20 20v30M220 170v30a20 20 0 0 1-20 20h-30M70 220H40a20 20 0 0 1-20-20v-30" />
      </g>
      <path d="M52 206c6-34 34-50 68-50s62 16 68 50z" fill="#7fa2e8" />
      <rect x="102" y="138" width="36" height="36" rx="14" fill="#e0a983" />
      <ellipse cx="120" cy="104" rx="46" ry="54" fill="#f2c6a2" />
      <path
        d="M72 104c-8-44 20-66 50-66s56 22 46 68c-4-22-14-36-24-42-16 10-46 12-58 6-8 8-12 20-14 34z"
        fill="#37302d"
      />
      <circle cx="103" cy="108" r="5.5" fill="#37302d" />
      <circle cx="137" cy="108" r="5.5" fill="#37302d" />
      <path d="M103 130c8 9 26 9 34 0" fill="none" stroke="#a1553b" strokeWidth="5" strokeLinecap="round" />
    </svg>
  );
}
