import type { ReactNode } from 'react';

/** What a small picture beside the mirror shows. */
export type AdviceKind =
  | 'mask'
  | 'dark-glasses'
  | 'hair'
  | 'hand'
  | 'calm'
  | 'light'
  | 'closer'
  | 'farther'
  | 'eyes';

const ink = '#37302d';
const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

/** Which way something goes; drawn over everything, so that the movement is what is seen first. */
function Arrow(props: { readonly path: string; readonly head: string; readonly colour?: string }) {
  const colour = props.colour ?? 'var(--act)';
  return (
    <g className="picture-nudge">
      <path d={`${props.path}${props.head}`} {...line} stroke="#fff" strokeWidth="18" />
      <path d={`${props.path}${props.head}`} {...line} stroke={colour} strokeWidth="10" />
    </g>
  );
}

/** A head as in the mirror; `size` 1 fills half of the picture. */
function Head(props: {
  readonly size?: number;
  readonly eyes?: boolean;
  readonly mouth?: string;
  readonly faint?: boolean;
  readonly children?: ReactNode;
}) {
  const { size = 1, eyes = true, mouth = 'M88 136c7 7 17 7 24 0' } = props;
  return (
    <g
      transform={`translate(100 108) scale(${size}) translate(-100 -108)`}
      opacity={props.faint === true ? 0.35 : 1}
    >
      <path d="M34 218c5-42 31-54 66-54s61 12 66 54z" fill="#7fa2e8" />
      <rect x="85" y="144" width="30" height="32" rx="12" fill="#e0a983" />
      <ellipse cx="100" cy="110" rx="40" ry="50" fill="#f2c6a2" />
      <path
        d="M58 108c-9-42 14-64 42-64s51 22 42 64c-3-18-10-28-18-34-14 8-36 10-48 4-9 7-14 16-18 30z"
        fill={ink}
      />
      {eyes && (
        <>
          <circle cx="84" cy="110" r="5.5" fill={ink} />
          <circle cx="116" cy="110" r="5.5" fill={ink} />
        </>
      )}
      <path d={mouth} {...line} stroke="#a1553b" strokeWidth="5" />
      {props.children}
    </g>
  );
}

const drawings: Readonly<Record<AdviceKind, ReactNode>> = {
  mask: (
    <>
      <Head />
      <path
        d="M66 126q34-16 68 0v22q-34 26-68 0zM66 130l-9-14M134 130l9-14"
        fill="#fff"
        stroke="#7d8b99"
        strokeWidth="5"
        strokeLinejoin="round"
      />
      <Arrow path="M150 126v44" head="M132 154l18 18 18-18" />
    </>
  ),
  'dark-glasses': (
    <>
      <Head eyes={false} />
      <path
        d="M62 101h33v11q-4 15-17 15-14 0-16-15zM105 101h33v11q-2 15-16 15-13 0-17-15zM95 105h10"
        fill={ink}
        stroke={ink}
        strokeWidth="5"
        strokeLinejoin="round"
      />
      <Arrow path="M152 122V76" head="M134 92l18-18 18 18" />
    </>
  ),
  hair: (
    <>
      <Head>
        <path d="M62 84q38-22 76 0v30l-9-12-9 14-10-16-10 16-10-16-9 14-9-14-10 12z" fill={ink} />
      </Head>
      <Arrow path="M152 118V70" head="M134 86l18-18 18 18" />
    </>
  ),
  hand: (
    <>
      <Head />
      <path
        d="M128 132q-4-24 8-24 5 0 6 9 1-13 9-12 6 1 5 13 3-10 9-8 6 2 4 14 4-7 9-3 4 4-1 18-5 20-8 32l-6 34h-30l2-36q-5-14-7-37z"
        fill="#f2c6a2"
        stroke="#a1553b"
        strokeWidth="4"
        strokeLinejoin="round"
      />
      <Arrow path="M144 84h34" head="M162 68l16 16-16 16" />
    </>
  ),
  calm: (
    <>
      <Head mouth="M88 138h24" />
      <circle cx="152" cy="158" r="27" fill="#fff" />
      <path d="M138 158l10 11 18-22" {...line} stroke="var(--good)" strokeWidth="10" />
    </>
  ),
  light: (
    <>
      <circle cx="62" cy="62" r="24" fill="#f5b83d" />
      <path
        d="M62 20v-8M62 112v-8M20 62h-8M32 32l-6-6M92 32l6-6M32 92l-6 6"
        {...line}
        stroke="#f5b83d"
        strokeWidth="8"
      />
      <Head />
      <Arrow path="M146 128h34" head="M164 112l16 16-16 16" />
    </>
  ),
  closer: (
    <>
      <Head size={0.62} faint />
      <Head size={1.12} />
      <Arrow path="M46 70L22 46" head="M22 70V46H46" />
      <Arrow path="M154 70l24-24" head="M154 46h24v24" />
    </>
  ),
  farther: (
    <>
      <Head size={1.12} faint />
      <Head size={0.66} />
      <Arrow path="M22 46l24 24" head="M46 46v24H22" />
      <Arrow path="M178 46l-24 24" head="M154 46v24h24" />
    </>
  ),
  eyes: (
    <>
      <Head eyes={false} />
      {[84, 116].map((x) => (
        <g key={x}>
          <ellipse cx={x} cy="110" rx="12" ry="10" fill="#fff" stroke={ink} strokeWidth="4" />
          <circle cx={x} cy="110" r="5.5" fill={ink} />
        </g>
      ))}
    </>
  ),
};

/** Shows without words what a sentence of guidance asks for. */
export function AdvicePicture(props: { readonly kind: AdviceKind }) {
  return (
    <svg viewBox="0 0 200 200" aria-hidden="true" className="picture advice-picture" data-advice={props.kind}>
      <clipPath id="advice-disc">
        <circle cx="100" cy="100" r="92" />
      </clipPath>
      <circle cx="100" cy="100" r="98" fill="#fff" />
      <g clipPath="url(#advice-disc)">
        <rect width="200" height="200" fill="var(--color-primitive-blue-50)" />
        {drawings[props.kind]}
      </g>
      <circle cx="100" cy="100" r="94" fill="none" stroke="var(--act)" strokeWidth="8" />
    </svg>
  );
}
