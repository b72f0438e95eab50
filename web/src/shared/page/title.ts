import { useLayoutEffect } from 'react';
import { m } from '../../paraglide/messages.js';

/** What the browser's tab says: how many wait, the page, the business. */
type Parts = { count?: string; page?: string; business?: string };

let parts: Parts = {};

/** Puts one part into the title for as long as the component is there. */
export function useTitle(part: keyof Parts, text: string | undefined): void {
  useLayoutEffect(() => {
    parts = { ...parts, [part]: text };
    write();
    return () => {
      parts = { ...parts, [part]: undefined };
      write();
    };
  }, [part, text]);
}

function write(): void {
  const { count, page, business } = parts;
  // A page that is named after the business, such as its door, says the name once.
  const name = [...new Set([page, business])].filter(Boolean).join(' · ') || m.app_name();
  document.title = count ? `(${count}) ${name}` : name;
}
