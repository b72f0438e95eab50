/**
 * React keeps the element of the last event until the next one comes, and with it what its page held. For pages that
 * nobody touches any more this is the next one; nobody listens to it.
 */
export function forgetLastEvent(): void {
  setTimeout(() => document.getElementById('root')?.dispatchEvent(new Event('keyup')));
}
