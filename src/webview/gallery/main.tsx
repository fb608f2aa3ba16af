import '../kit/kit.css';
import { mount } from '../kit/mount.ts';

mount(<p>…</p>);
