import { findSignIns } from './listed-sign-ins.ts';

/** What Authentication takes, and the name of a document can hold. */
const uidPattern = /^(?!\.{1,2}$|__.*__$)[^/]{1,128}$/;

/** Throws a sentence, for whoever typed it, when this is no uid or nobody signs in with it. */
export async function requireSignIn(uid: string): Promise<void> {
  if (!uidPattern.test(uid)) throw new Error(`"${uid}" is no uid: those are up to 128 characters, and no slash.`);
  const [found] = await findSignIns([uid]);
  if (found) return;
  throw new Error(
    `Nobody signs in as ${uid}: copy the uid from what the doctor says, or from Authentication’s list of users.`,
  );
}
