/** For the keyboard: past what stands around every page, to the page itself. */
export function SkipLink({ children }: { readonly children: string }) {
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-lg bg-raised px-4 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {children}
    </a>
  );
}
