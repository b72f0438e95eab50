import { keptSecret } from '../../shared/invitation/kept-secret.ts';
import { mount } from '../../shared/page/mount.tsx';
import { Entry } from './entry.tsx';

keptSecret.takeFromAddress();
mount(<Entry />);
