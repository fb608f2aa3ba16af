import { Sharing } from '../../../src/engine/portable/kernels/sharing.ts';

/** Has helper threads take part whether it pays or not. */
export class AlwaysShared extends Sharing {
  override get isOn(): boolean {
    return true;
  }
}
