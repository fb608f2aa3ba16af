import '../kit/kit.css';
import './gallery.css';
import { effect } from '@preact/signals';
import { mount } from '../kit/mount.ts';
import { startPlayer } from './player.ts';
import { post, saveState } from './store.ts';
import { GalleryView } from './view.tsx';

mount(<GalleryView />);
startPlayer();
effect(saveState);
post({ type: 'ready' });
