import { text } from '../messages/text.ts';

/** Nobody yet today: what will appear here, and how to see that the terminals are ready. */
export function EmptyDesk(props: { readonly isConnecting: boolean }) {
  if (props.isConnecting) {
    return (
      <main className="empty-desk">
        <p role="status">{text.connecting_to_reception()}</p>
      </main>
    );
  }
  return (
    <main className="empty-desk">
      <svg viewBox="0 0 160 100" width="224" height="140" aria-hidden="true">
        <rect x="8" y="78" width="144" height="6" rx="3" fill="var(--line-soft)" />
        <rect
          x="52"
          y="14"
          width="56"
          height="64"
          rx="6"
          fill="var(--act-pale)"
          stroke="var(--act)"
          strokeWidth="2.5"
        />
        <circle cx="80" cy="38" r="10" fill="none" stroke="var(--act)" strokeWidth="2.5" />
        <path d="M63 66c2.5-11 9-15 17-15s14.5 4 17 15" fill="none" stroke="var(--act)" strokeWidth="2.5" />
        <rect
          x="116"
          y="66"
          width="28"
          height="12"
          rx="3"
          fill="var(--paper)"
          stroke="var(--line)"
          strokeWidth="2"
        />
      </svg>
      <h2>{text.nobody_yet()}</h2>
      <p>{text.nobody_yet_explained()}</p>
      <ul>
        <li>{text.empty_hint_terminal()}</li>
        <li>{text.empty_hint_help()}</li>
        <li>{text.empty_hint_file()}</li>
      </ul>
    </main>
  );
}
