import { mount } from '../../shared/page/mount.tsx';
import { Entry } from './entry.tsx';

mount(<Entry />);
