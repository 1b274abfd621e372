import type { LinkState } from '../connection/arrival-feed.ts';
import { timeInJapan } from '../dates/time-in-japan.ts';
import { text } from '../messages/text.ts';

/** Says plainly that what stands below may be old, and what to do meanwhile. */
export function LinkBanner(props: { readonly link: LinkState; readonly updatedAt: Date | null }) {
  const { link, updatedAt } = props;
  if (link === 'away') {
    return (
      <p className="link-banner" role="alert">
        <strong>{text.line_is_down()}</strong>{' '}
        {updatedAt !== null && text.list_is_of({ time: timeInJapan(updatedAt) })}
        {text.reconnecting()}
      </p>
    );
  }
  if (link === 'unreadable') {
    return (
      <p className="link-banner" role="alert">
        <strong>{text.page_is_old()}</strong> {text.reload_the_page()}
      </p>
    );
  }
  return null;
}
