import { mount } from '../../shared/page/mount.tsx';
import { PortalEntry } from './portal-entry.tsx';

mount(<PortalEntry />);
