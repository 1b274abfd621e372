import { type ReactNode, useEffect, useRef } from 'react';
import './screen-layout.css';

/**
 * One screen: what it says, a picture, and what there is to do. Upright they stand below each other, with the
 * work low enough for somebody who sits; lying, words and picture stand left of the work. The heading takes
 * the focus when it is new, so that a screen reader begins there.
 */
export function ScreenLayout(props: {
  readonly name: string;
  readonly heading: string;
  readonly lead?: ReactNode;
  readonly eyebrow?: ReactNode;
  readonly picture?: ReactNode;
  readonly children?: ReactNode;
  /** Belongs to the work, but stands apart from it: what is typed, or the buttons under a list. */
  readonly entry?: ReactNode;
  /**
   * How a lying screen is shared: words left of the work (`beside`), the picture left of all (`hero`), words
   * above work that needs all the width (`wide`), a list at the right with its buttons at the left (`list`).
   */
  readonly shape?: 'beside' | 'hero' | 'wide' | 'list';
  readonly tone?: 'calm' | 'good' | 'care';
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another heading is another screen to somebody who listens
  useEffect(() => heading.current?.focus({ preventScroll: true }), [props.heading]);
  const shape = props.children === undefined ? 'still' : (props.shape ?? 'beside');
  return (
    <section
      className={`screen screen-${shape} tone-${props.tone ?? 'calm'}`}
      data-screen={props.name}
      aria-labelledby="screen-heading"
    >
      <div className="screen-words">
        {props.eyebrow !== undefined && <div className="screen-eyebrow">{props.eyebrow}</div>}
        <h1 id="screen-heading" ref={heading} tabIndex={-1} data-spoken>
          {props.heading}
        </h1>
        {props.lead !== undefined && (
          <div className="screen-lead" data-spoken>
            {props.lead}
          </div>
        )}
      </div>
      {props.picture !== undefined && <div className="screen-picture">{props.picture}</div>}
      {props.entry !== undefined && props.shape !== 'list' && (
        <div className="screen-entry">{props.entry}</div>
      )}
      {props.children !== undefined && <div className="screen-work">{props.children}</div>}
      {props.entry !== undefined && props.shape === 'list' && (
        <div className="screen-entry">{props.entry}</div>
      )}
    </section>
  );
}
