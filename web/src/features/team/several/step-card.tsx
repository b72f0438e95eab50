import { type ReactNode, useEffect, useRef } from 'react';
import { Card } from '../../../shared/ui/basics/card.tsx';

type Props = { readonly title: string; readonly children: ReactNode };

/** One step of several in one place. Its title takes the focus, since the button that led here is gone. */
export function StepCard({ title, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card className="grid max-w-4xl gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-lead font-semibold">
        {title}
      </h2>
      {children}
    </Card>
  );
}
