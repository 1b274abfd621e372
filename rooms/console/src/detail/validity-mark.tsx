import { useLocale } from '@honnin/appearance';
import { codeLists, type Validity } from '@honnin/insurance';
import { validityLook } from './validity-look.ts';

/** A validity as a word with its shape. */
export function ValidityMark(props: { readonly validity: Validity; readonly isLarge?: boolean }) {
  const { locale } = useLocale();
  const { tone, shape } = validityLook(props.validity);
  return (
    <span className={`mark mark-${tone}${props.isLarge === true ? ' mark-large' : ''}`}>
      <svg viewBox="0 0 24 24" aria-hidden="true" className="mark-shape">
        <path
          d={shape}
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {codeLists.validity[props.validity][locale]}
    </span>
  );
}
