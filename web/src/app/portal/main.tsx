import { SignInGate } from '../../shared/sign-in/sign-in-gate.tsx';
import { mount } from '../../shared/page/mount.tsx';
import { PortalApp } from './portal-app.tsx';

mount(
  <SignInGate>
    <PortalApp />
  </SignInGate>,
);
