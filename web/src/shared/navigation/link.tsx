import type { ComponentProps, MouseEvent } from 'react';
import { navigate } from './address.ts';

type Props = Omit<ComponentProps<'a'>, 'href'> & { readonly href: string };

/** A link within this surface: followed without loading the page anew, and opened elsewhere as any link. */
export function Link({ href, onClick, children, ...rest }: Props) {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (event.defaultPrevented || elsewhere) return;
    event.preventDefault();
    navigate(href);
  }
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
