import { Component, type ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import { Button } from '../ui/basics/button.tsx';
import { CenteredPage } from './centered-page.tsx';

type Props = { readonly children: ReactNode };

/** What is shown when a page throws: words and a way on, never an empty window. */
export class CrashBoundary extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <CrashPage /> : this.props.children;
  }
}

export function CrashPage() {
  return (
    <CenteredPage title={m.crash_title()}>
      <p role="alert" className="text-muted">
        {m.crash_text()}
      </p>
      <Button onClick={() => location.reload()}>{m.crash_action()}</Button>
    </CenteredPage>
  );
}
