import '../kit/kit.css';
import './training.css';
import { mount } from '../kit/mount.ts';
import { post } from './store.ts';
import { TrainingView } from './view.tsx';

mount(<TrainingView />);
post({ type: 'ready' });
