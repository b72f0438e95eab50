/** What Firebase calls an error, such as `auth/user-disabled`; empty for one that has no code. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
