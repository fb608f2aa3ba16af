/**
 * Game agent
 * Learns by trial and error to reach the goal of a grid game: first with a table (Q-learning), then with a network (DQN).
 *
 * Data:   none; the agent plays, and learns from the rewards it gets
 * Expect: about 5 seconds; both policies earn at least 95 % of the best possible return
 * Try:    slip = 0.3: which way does the agent go now, and why?
 */
import * as tf from '@tensorflow/tfjs-node';
import { log, showMatrix, showText } from 'genai101';

// Hyperparameters --------------------------------------------------------------------------------
const [goalReward, pitReward, stepReward] = [10, -10, -0.2];
const slip = 0; // probability that a move goes in a random direction: the floor may be slippery
const discount = 0.95; // a reward one move later counts this much: γ
const tableEpisodes = 2000; // an episode is one game, from the start to its end
const networkEpisodes = 400;
const batchSize = 64;

// Data -------------------------------------------------------------------------------------------
// The environment: # is a wall, X a pit, G the goal, S the start.
const map = ['...#.G', '.#..X.', '.#.X..', '......', 'S.#.X.'];
const cells = [...map.join('')];
const start = cells.indexOf('S');

const randomAction = () => Math.floor(4 * Math.random()); // 0 up, 1 right, 2 down, 3 left
const best = (values: number[]) => values.indexOf(Math.max(...values));

/** One move: the next cell, the reward, and whether the game is over. */
function play(cell: number, action: number) {
  const direction = Math.random() < slip ? randomAction() : action;
  const x = (cell % 6) + ([0, 1, 0, -1][direction] ?? 0);
  const y = Math.floor(cell / 6) + ([-1, 0, 1, 0][direction] ?? 0);
  const blocked = x < 0 || x > 5 || y < 0 || y > 4 || cells[6 * y + x] === '#';
  const next = blocked ? cell : 6 * y + x;
  const rewards: Record<string, number> = { G: goalReward, X: pitReward };
  const ending = rewards[cells[next] ?? ''];
  return { cell, action, next, reward: ending ?? stepReward, over: ending !== undefined };
}
type Move = ReturnType<typeof play>;

// Model ------------------------------------------------------------------------------------------
// Q(cell, action): the return to expect after an action. The policy: take the action of highest Q.
const table = cells.map(() => [0, 0, 0, 0]);

// The same as a network: it is given the agent's cell, one-hot, and answers with four values of Q.
const hidden = () => tf.layers.dense({ inputShape: [30], units: 48, activation: 'relu' });
const makeNetwork = () => tf.sequential({ layers: [hidden(), tf.layers.dense({ units: 4 })] });
const network = makeNetwork();
const target = makeNetwork(); // an older copy to learn from: otherwise the network would chase itself
const oneHot = (cells: number[]) => tf.oneHot(tf.tensor1d(cells, 'int32'), 30).cast('float32');
const ask = (cells: number[]) =>
  tf.tidy(() => (network.predictOnBatch(oneHot(cells)) as tf.Tensor2D).arraySync()); // [cells, 4]

// Training ---------------------------------------------------------------------------------------
/** One episode; its share of random actions falls from 1 to 0.2. Gives the discounted return. */
function episode(progress: number, q: (cell: number) => number[], learn: (move: Move) => void) {
  const exploration = Math.max(0.2, 1 - 1.5 * progress);
  let [cell, total] = [start, 0];
  for (let step = 0; step < 60; step++) {
    const move = play(cell, Math.random() < exploration ? randomAction() : best(q(cell)));
    learn(move);
    total += discount ** step * move.reward;
    if (move.over) break;
    cell = move.next;
  }
  return total;
}

// Q-learning: Q moves towards the reward plus the best that can follow (Watkins 1989).
for (let i = 0; i < tableEpisodes; i++) {
  const rate = 0.2 * (1 - (0.95 * i) / tableEpisodes); // α, falling: big steps first, fine ones last
  const learn = ({ cell, action, next, reward, over }: Move) => {
    const [now, later] = [table[cell] ?? [], table[next] ?? []];
    const aim = reward + (over ? 0 : discount * Math.max(...later));
    now[action] = (now[action] ?? 0) + rate * (aim - (now[action] ?? 0));
  };
  const total = episode(i / tableEpisodes, (cell) => table[cell] ?? [], learn);
  if (i % 20 === 0) await log({ 'return, table': total }, i, tableEpisodes);
}

// DQN: the same aim, for 64 moves at a time, picked at random from all that are remembered (Mnih 2015).
const memory: Move[] = [];
const optimizer = tf.train.adam(0.003);

function learnNetwork(newest: Move): void {
  memory.push(newest);
  if (memory.length % 100 === 0) target.setWeights(network.getWeights());
  if (memory.length < 200 || memory.length % 2 === 0) return; // every other move
  const pick = () => memory[Math.floor(memory.length * Math.random())] ?? newest;
  const batch = Array.from({ length: batchSize }, pick);
  const column = (value: (move: Move) => number) => batch.map(value);
  tf.tidy(() => {
    const later = (target.predictOnBatch(oneHot(column(({ next }) => next))) as tf.Tensor).max(1);
    const counted = later.mul(column(({ over }) => (over ? 0 : discount))); // [batch]
    const aim = counted.add(column(({ reward }) => reward)); // [batch]
    const seen = oneHot(column(({ cell }) => cell)); // [batch, 30]
    const taken = tf.oneHot(
      column(({ action }) => action),
      4,
    ); // [batch, 4]
    optimizer.minimize(() => {
      const q = (network.apply(seen) as tf.Tensor).mul(taken).sum(1); // [batch]
      return tf.losses.meanSquaredError(aim, q).asScalar();
    });
  });
}

for (let i = 0; i < networkEpisodes; i++) {
  Object.assign(optimizer, { learningRate: 0.003 * (1 - (0.8 * i) / networkEpisodes) });
  const total = episode(i / networkEpisodes, (cell) => ask([cell])[0] ?? [], learnNetwork);
  await log({ 'return, network': total }, i, networkEpisodes);
}

// Result -----------------------------------------------------------------------------------------
/** An arrow for the best action in each cell, and the values of all cells as a map. */
function show(name: string, q: number[][]): void {
  const isFloor = (cell: number) => '.S'.includes(cells[cell] ?? '');
  const arrow = (actions: number[]) => '↑→↓←'.charAt(best(actions));
  const policy = q.map((actions, cell) => (isFloor(cell) ? arrow(actions) : cells[cell]));
  showText(`policy, ${name}`, policy.join(' ').replace(/(.{11}) /g, '$1\n'));
  const values = q.map((actions, cell) => (isFloor(cell) ? Math.max(...actions) : 0));
  showMatrix(`values, ${name}`, tf.tensor2d(values, [5, 6]));
}
show('table', table);
show('network', ask([...cells.keys()]));
