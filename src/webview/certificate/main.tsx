import '../kit/kit.css';
import '../kit/figure.css';
import './certificate.css';
import { mount } from '../kit/mount.ts';
import { post, startDrawing } from './store.ts';
import { CertificateView } from './view.tsx';

mount(<CertificateView />);
startDrawing();
post({ type: 'ready' });
