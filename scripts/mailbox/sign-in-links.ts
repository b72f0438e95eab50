import { project } from '../paths.ts';
import type { Message } from './server.ts';

type Code = {
  readonly email: string;
  readonly oobCode: string;
  readonly oobLink: string;
  readonly requestType: string;
  readonly newEmail?: string;
};

const subjects: Readonly<Record<string, string>> = {
  EMAIL_SIGNIN: 'Sign in to Tenantry',
  VERIFY_EMAIL: 'Verify your e-mail address',
  PASSWORD_RESET: 'Reset your password',
  VERIFY_AND_CHANGE_EMAIL: 'Confirm your new e-mail address',
};

/**
 * The Auth emulator's out-of-band codes as mails. It tells no times: a code's is when it was first seen, so a poll every
 * second keeps that near the truth.
 */
export function signInLinks(authHost: string): { list: () => Promise<readonly Message[]>; clear: () => Promise<void> } {
  let seen = new Map<string, Message>();
  let hidden = new Set<string>();

  async function list(): Promise<readonly Message[]> {
    const codes = await fetchCodes(authHost);
    seen = merge(seen, codes, new Date());
    return [...seen.values()].filter(({ id }) => !hidden.has(id));
  }
  setInterval(() => void list().catch(() => undefined), 1000).unref();
  return {
    list,
    clear: async () => {
      hidden = new Set((await list()).map(({ id }) => id).concat(...hidden));
    },
  };
}

/** The mails known so far and one for each new code, in the order of the codes. A code that was used stays a mail. */
export function merge(seen: ReadonlyMap<string, Message>, codes: readonly Code[], now: Date): Map<string, Message> {
  const merged = new Map(seen);
  for (const code of codes) if (!merged.has(code.oobCode)) merged.set(code.oobCode, messageOf(code, now));
  return merged;
}

function messageOf({ email, newEmail, oobCode, oobLink, requestType }: Code, now: Date): Message {
  const subject = subjects[requestType] ?? requestType;
  return {
    id: oobCode,
    // Whoever wants another address has to show that it is theirs.
    to: newEmail ?? email,
    subject,
    text: `${subject}:\n\n${oobLink}\n`,
    html: `<p><a href="${escapeHtml(oobLink)}">${escapeHtml(subject)}</a></p>`,
    at: now.toISOString(),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** None while the emulator is not up. */
async function fetchCodes(authHost: string): Promise<readonly Code[]> {
  try {
    const answer = await fetch(`http://${authHost}/emulator/v1/projects/${project}/oobCodes`, {
      signal: AbortSignal.timeout(2000),
    });
    return answer.ok ? ((await answer.json()) as { oobCodes: Code[] }).oobCodes : [];
  } catch {
    return [];
  }
}
