const name = 'honnin_staff';

/** The session token out of a Cookie header; the first one, and only if it looks like ours. */
export function readSessionCookie(header: string | undefined): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined;
  }
  return undefined;
}

/** Set-Cookie: not readable by scripts, never sent along from another site. */
export function writeSessionCookie(token: string, options: { maxAgeMs: number; secure: boolean }): string {
  return [
    `${name}=${token}`,
    'Path=/',
    `Max-Age=${Math.floor(options.maxAgeMs / 1000)}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(options.secure ? ['Secure'] : []),
  ].join('; ');
}
