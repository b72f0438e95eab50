import { SignInGate } from '../../shared/sign-in/sign-in-gate.tsx';
import { mount } from '../../shared/page/mount.tsx';
import { ConsoleApp } from './console-app.tsx';

mount(
  <SignInGate>
    <ConsoleApp />
  </SignInGate>,
);
