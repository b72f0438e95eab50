import { lazy, Suspense } from 'react';
import { m } from '../../paraglide/messages.js';
import { mount } from '../../shared/page/mount.tsx';
import { SignInGate } from '../../shared/sign-in/sign-in-gate.tsx';
import { Splash } from '../../shared/ui/basics/splash.tsx';

const ConsoleApp = lazy(() => import('./console-app.tsx'));

mount(
  <SignInGate title={m.console_title()}>
    <Suspense fallback={<Splash />}>
      <ConsoleApp />
    </Suspense>
  </SignInGate>,
);
