import '../kit/kit.css';
import './gallery.css';
import { mount } from '../kit/mount.ts';
import { startPlayer } from './player.ts';
import { post, startSaving } from './store.ts';
import { GalleryView } from './view.tsx';

mount(<GalleryView />);
startPlayer();
startSaving();
post({ type: 'ready' });
