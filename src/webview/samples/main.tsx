import '../kit/kit.css';
import './samples.css';
import { mount } from '../kit/mount.ts';
import { post } from './store.ts';
import { SamplesView } from './view.tsx';

mount(<SamplesView />);
post({ type: 'ready' });
