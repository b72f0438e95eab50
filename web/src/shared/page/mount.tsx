import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CrashBoundary } from './crash-boundary.tsx';
import '../styles/base.css';

/** Puts an application into its page. */
export function mount(application: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element #root.');
  createRoot(root).render(
    <StrictMode>
      <CrashBoundary>{application}</CrashBoundary>
    </StrictMode>,
  );
}
