import * as tf from '../../../src/engine/tf.ts';
import { assertNear, type Draw } from './draw.ts';

const EQUATIONS = [
  ...[
    'ij,jk->ik',
    'ij,kj->ki',
    'bij,bjk->bik',
    'bthd,bshd->bhts',
    'bhts,bshd->bthd',
    'abc,cd->abd',
  ],
  ...['i,j->ij', 'i,i->', 'bi,bi->b', 'ijk,jil->kl', 'ab,cd->dbca', 'ij,ij->ij', 'abcd,bd->dac'],
  // A sum over a letter of one input alone; one input alone.
  ...['ij,jk->i', 'ij->ji', 'ijk->kj', 'ij->', 'bij->bji', 'ijk->ik'],
];

/** The inputs of an equation, of random sizes by letter. */
function inputsOf(equation: string, draw: Draw): tf.Tensor[] {
  const sizes = new Map<string, number>();
  for (const letter of equation) sizes.set(letter, draw.integer(1, 6));
  const [inputs = ''] = equation.split('->');
  return inputs.split(',').map((letters) => {
    return draw.tensor([...letters].map((letter) => sizes.get(letter) ?? 1));
  });
}

describe('einsum on the portable engine', () => {
  for (const equation of EQUATIONS) {
    it(`gives what the CPU engine gives for ${equation}`, async () => {
      for (let seed = 1; seed <= 5; seed++) {
        await assertNear(seed, 2e-6, (draw) => tf.einsum(equation, ...inputsOf(equation, draw)));
      }
    });
  }
});
