/** Chapter 07: models that say how probable things are, and draw new things by that. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'probabilistic-models',
  number: 7,
  folder: '07-probabilistic-models',
  title: 'Probabilistic models',
  description: 'How probable things are, and new things drawn by that.',
  examples: [
    { file: 'fit-and-sample.ts', concept: 'distributions' },
    { file: 'bayesian-network.ts', concept: 'bayesian-networks' },
    { file: 'markov-text.ts', concept: 'markov-chains' },
    { file: 'markov-melody.ts', concept: 'markov-chains' },
    { file: 'hidden-markov-model.ts', concept: 'hidden-markov-model' },
    { file: 'gaussian-process.ts', concept: 'gaussian-processes' },
  ],
  concepts: [
    {
      id: 'distributions',
      title: 'Distributions, likelihood, sampling',
      step: {
        text: `A **random variable** is a quantity that chance decides; its **distribution** says how probable each value is. The **likelihood** of a model is the probability (or density) that it gives to the data: fitting means raising it. **Sampling** draws new values by the distribution.

A **Gaussian mixture** adds up bell curves. **EM** fits it in two half steps: **expectation** shares each point out among the Gaussians, **maximization** moves each Gaussian to its shares.

In the panel, drag the Gaussians, then let EM take over. Run \`fit-and-sample.ts\`: the log-likelihood climbs at each step and never falls. Afterwards compare the points learned from with the new ones.`,
        image: 'distributions.svg',
        alt: 'Points on a line, above them two dashed bell curves and their sum, the density; an arrow from the points to the curve says fit, an arrow from the curve to new points below says sample.',
        button: { label: 'Drag the Gaussians', opens: 'panel' },
      },
      examples: ['fit-and-sample.ts'],
      quiz: [
        {
          id: 'distributions-density',
          prompt: 'At some place a fitted density p(x) is 3.2. What does that say?',
          answers: [
            {
              text: 'A point lies there with probability 3.2',
              correct: false,
              reason:
                'A probability is never above 1. A density is probability per unit of length or area.',
            },
            {
              text: 'There is a mistake: no density is above 1',
              correct: false,
              reason:
                'Only its integral over all places has to be 1. A narrow Gaussian is high: with σ = 0.1 its peak is about 4.',
            },
            {
              text: 'A small interval of width d around it holds a point with probability about 3.2·d',
              correct: true,
              reason: 'Probabilities are areas below the density (volumes, in two dimensions).',
            },
          ],
        },
        {
          id: 'distributions-em',
          prompt: 'What does the expectation step of EM do with a point between two Gaussians?',
          answers: [
            {
              text: 'It gives the point to the nearer Gaussian',
              correct: false,
              reason: 'That is the assignment of k-means. EM assigns softly.',
            },
            {
              text: 'It gives each Gaussian a share of the point, by how probable that Gaussian is given the point',
              correct: true,
              reason:
                'The shares come from Bayes’ rule and add up to 1. The maximization step then counts the point by them.',
            },
            {
              text: 'It moves the point towards the Gaussians',
              correct: false,
              reason:
                'The data never move. The parameters of the Gaussians do, in the other half step.',
            },
          ],
        },
        {
          id: 'distributions-many',
          prompt:
            'With more and more Gaussians the log-likelihood of the training points keeps rising. Why not take hundreds?',
          answers: [
            {
              text: 'On points not seen, the log-likelihood falls again: Gaussians shrink onto single training points',
              correct: true,
              reason:
                'That is overfitting, in a density. Held-out points tell how many Gaussians the data support.',
            },
            {
              text: 'EM would no longer raise the log-likelihood at each step',
              correct: false,
              reason:
                'It never lowers it, whatever the number of Gaussians. That alone does not make the fit a good one.',
            },
            {
              text: 'The weights could no longer add up to 1',
              correct: false,
              reason: 'They are shares of the points, so they always do.',
            },
          ],
        },
      ],
    },
    {
      id: 'bayesian-networks',
      title: 'Bayesian networks',
      step: {
        text: `A **Bayesian network** draws how variables depend on each other: an arrow leads from each **parent** to its child, and each variable has a table of its probabilities given its parents. **Evidence** is what was seen; **inference** finds the **posterior**, how probable the rest has become.

**Variable elimination** answers exactly, by summing hidden variables out one by one. **Ancestral sampling** draws each variable after its parents, and estimates.

In the panel, click **late**, then **overslept**: watch **jam** rise, then fall back, as one cause explains the other away. Then run \`bayesian-network.ts\`. Afterwards compare both estimates with the exact line: how many samples until they agree?`,
        image: 'bayesian-networks.svg',
        alt: 'Rain and strike point to jam, jam and overslept point to late; late is marked as seen, and the bars of its causes have grown.',
        button: { label: 'Click the evidence', opens: 'panel' },
      },
      examples: ['bayesian-network.ts'],
      quiz: [
        {
          id: 'bayes-explaining-away',
          prompt:
            'Late is seen, so a traffic jam has become more probable. Then it turns out that someone overslept. What happens to the jam?',
          answers: [
            {
              text: 'It becomes less probable again: being late is explained already',
              correct: true,
              reason:
                'Two causes that are independent at first become dependent once their common effect is seen. This is called explaining away.',
            },
            {
              text: 'Nothing: oversleeping causes no jam, and no jam causes oversleeping',
              correct: false,
              reason: 'They are independent only as long as their common child is not seen.',
            },
            {
              text: 'It becomes even more probable',
              correct: false,
              reason:
                'Both together are possible, but neither is needed any more once the other is known.',
            },
          ],
        },
        {
          id: 'bayes-size',
          prompt:
            'Six yes-or-no variables have 64 combinations. Why does this network need far fewer numbers than 63?',
          answers: [
            {
              text: 'It leaves improbable combinations out',
              correct: false,
              reason: 'It gives a probability to every one of the 64.',
            },
            {
              text: 'Each table only lists the combinations of a variable’s own parents',
              correct: true,
              reason:
                'The joint probability is the product of all tables: 1 + 1 + 1 + 2 + 4 + 4 = 13 numbers here.',
            },
            {
              text: 'It rounds the probabilities',
              correct: false,
              reason:
                'The answers are exact. What it assumes is which variables depend on each other directly.',
            },
          ],
        },
        {
          id: 'bayes-rejection',
          prompt:
            'Rejection sampling throws away every sample that does not fit the evidence. When does that hurt?',
          answers: [
            {
              text: 'When the evidence is improbable: hardly any sample is left',
              correct: true,
              reason:
                'Of 1,000 samples only about 1,000 · P(evidence) count. Likelihood weighting keeps all, and weighs them.',
            },
            {
              text: 'When the evidence is probable: too many samples are left',
              correct: false,
              reason: 'More samples left make the estimate better.',
            },
            {
              text: 'Always: what is thrown away falsifies the estimate',
              correct: false,
              reason:
                'The samples left follow exactly the distribution given the evidence. They are just few.',
            },
          ],
        },
      ],
    },
    {
      id: 'markov-chains',
      title: 'Markov chains: text and melody',
      step: {
        text: `A **Markov chain** goes from state to state by chance, and only the present state counts: what came before is forgotten. A chain of **order** n takes the last n letters or notes, its **context**, as its state. Training is counting: how often did each letter follow each context? Sampling step by step writes a text, or a tune.

In the panel, slide the order, step along the arrows, and listen. Then run \`markov-text.ts\` and \`markov-melody.ts\`: **perplexity**, among how many letters the chain wavers, falls on names held out and then rises, while more and more names are copies. Afterwards hear the new tunes in the gallery.`,
        image: 'markov-chains.svg',
        alt: 'From the context “an” three arrows lead to a, o and the end of the name, thicker for the more probable; below a scale of orders runs from nonsense over new names to copies.',
        button: { label: 'Walk along the arrows', opens: 'panel' },
      },
      examples: ['markov-text.ts', 'markov-melody.ts'],
      quiz: [
        {
          id: 'markov-property',
          prompt: 'A chain of order 2 has written “lena”. What decides the next letter?',
          answers: [
            {
              text: 'All four letters',
              correct: false,
              reason:
                'A chain of order 2 has forgotten the l and the e. That is the Markov property.',
            },
            {
              text: 'The context “na” alone, and chance',
              correct: true,
              reason:
                'Whatever came before “na”, the probabilities of the next letter are the same.',
            },
            {
              text: 'Nothing: the most frequent letter after “na” always follows',
              correct: false,
              reason:
                'Then the chain would write one name only. It draws each letter as often as it was counted.',
            },
          ],
        },
        {
          id: 'markov-order',
          prompt: 'Why does a high order make things worse on names held out?',
          answers: [
            {
              text: 'Most contexts were seen once or never, so the counts say little about names that are new',
              correct: true,
              reason:
                'With 27 symbols there are 27ⁿ contexts of length n, far more than letters to count. The chain learns its names by heart: overfitting.',
            },
            {
              text: 'Long contexts take too long to count',
              correct: false,
              reason: 'Counting takes one pass over the names, whatever the order.',
            },
            {
              text: 'The longer the memory, the more the chain forgets',
              correct: false,
              reason:
                'It forgets less. But what it remembers, single names, is of no use for others.',
            },
          ],
        },
        {
          id: 'markov-perplexity',
          prompt: 'A chain has a perplexity of 10 on names held out. What does that mean?',
          answers: [
            {
              text: 'It gets one letter in ten right',
              correct: false,
              reason:
                'Perplexity looks at the probability given to each letter, not at a single guess.',
            },
            {
              text: 'On average it is as unsure as if it picked among ten equally probable letters',
              correct: true,
              reason: 'It is e to the mean of −ln p. A chain that knew nothing would have 27.',
            },
            {
              text: 'It needs a context of ten letters',
              correct: false,
              reason: 'The length of the context is the order.',
            },
          ],
        },
      ],
    },
    {
      id: 'hidden-markov-model',
      title: 'Hidden Markov models',
      step: {
        text: `In a **hidden Markov model** the states are a Markov chain that nobody sees; each state gives off something that can be observed. Here: what a cat does behind a door, and the sounds it makes.

The **forward algorithm** adds up all ways into each state, and so tells how probable each state is, given the sounds so far. The **Viterbi algorithm** keeps only the best way into each state, and so finds the single most probable path.

In the panel, change a sound and go hour by hour. Then run \`hidden-markov-model.ts\`. Look at the three lines of ten hours: where does the best path overrule a sound?`,
        image: 'hidden-markov-model.svg',
        alt: 'Three hidden states in each of four hours, joined by thin lines; a thick path runs through one state an hour, and below each hour stands the sound that was heard.',
        button: { label: 'Listen at the door', opens: 'panel' },
      },
      examples: ['hidden-markov-model.ts'],
      quiz: [
        {
          id: 'hidden-what',
          prompt: 'What is hidden in a hidden Markov model?',
          answers: [
            {
              text: 'The tables of transition and emission',
              correct: false,
              reason:
                'They are known here (and can be learned elsewhere). What nobody sees is what happens.',
            },
            {
              text: 'The states; only what they give off is observed',
              correct: true,
              reason:
                'The cat is never seen, only heard. The states still follow each other as in any Markov chain.',
            },
            {
              text: 'The observations',
              correct: false,
              reason: 'They are all there is to go by.',
            },
          ],
        },
        {
          id: 'hidden-viterbi',
          prompt:
            'Take the most probable state of each hour from the forward algorithm. Is that the Viterbi path?',
          answers: [
            {
              text: 'Yes: the best path goes through the best states',
              correct: false,
              reason:
                'Not always. States that are best one by one may be joined by improbable steps, even by impossible ones.',
            },
            {
              text: 'Not always: Viterbi judges whole paths, with the steps between the states and the sounds that come later',
              correct: true,
              reason:
                'The forward algorithm looks back only, and at each hour by itself. A later sound can change the whole best path.',
            },
            {
              text: 'No: Viterbi chooses at random',
              correct: false,
              reason: 'There is no chance in it. The same sounds give the same path.',
            },
          ],
        },
        {
          id: 'hidden-cost',
          prompt:
            'Three states and 100 hours make 3¹⁰⁰ paths. How does Viterbi find the best one at once?',
          answers: [
            {
              text: 'It tries the most promising paths only, and may miss the best',
              correct: false,
              reason: 'That would be a beam search. Viterbi is exact.',
            },
            {
              text: 'For each state and hour it keeps the best way so far: of ways that meet in a state, the worse can never win later',
              correct: true,
              reason:
                'What comes after depends on the state alone, not on the way there. So 100 · 3 · 3 comparisons are enough (dynamic programming).',
            },
            {
              text: 'It goes through all of them, but on all cores',
              correct: false,
              reason: 'There are about 5·10⁴⁷ of them. No computer goes through that many.',
            },
          ],
        },
      ],
    },
    {
      id: 'gaussian-processes',
      title: 'Gaussian processes',
      step: {
        text: `A **Gaussian process** is a distribution over functions: its values at any number of places are jointly Gaussian. Its **kernel** is their covariance: how alike the function is at two places; the **length-scale** is how far that reaches. Before any point is seen it is the **prior**; points make it the **posterior**, with a mean and a band of doubt. For **classification** a function of this kind is squashed to a probability.

In the panel, click points, change the kernel, and draw functions. Then run \`gaussian-process.ts\`: it chooses the length-scale that explains the points best. Afterwards compare the functions drawn from the prior with those of the posterior: where do they agree?`,
        image: 'gaussian-processes.svg',
        alt: 'Four points, a line through them and a band around it, which is narrow at the points and wide between and beyond them; three thin curves, drawn functions, run within the band.',
        button: { label: 'Click some points', opens: 'panel' },
      },
      examples: ['gaussian-process.ts'],
      quiz: [
        {
          id: 'process-far',
          prompt:
            'With the smooth kernel, far from all points: what does the posterior of a Gaussian process say?',
          answers: [
            {
              text: 'It goes on with the slope at the last point',
              correct: false,
              reason:
                'So would a straight line. The smooth kernel forgets the points with distance.',
            },
            {
              text: 'What the prior said: its mean, with its full doubt',
              correct: true,
              reason:
                'The kernel between the place and all points is about 0 there, so nothing has been learned about it. (A periodic kernel does reach that far.)',
            },
            {
              text: 'Nothing: it only knows the places it was trained on',
              correct: false,
              reason: 'It answers everywhere, and says honestly how unsure it is.',
            },
          ],
        },
        {
          id: 'process-length',
          prompt:
            'You make the length-scale very short. How do functions drawn from the prior change?',
          answers: [
            {
              text: 'They wiggle faster, with the same height',
              correct: true,
              reason:
                'Neighbours tell less of each other. The variance at each place stays what it was.',
            },
            {
              text: 'They become flatter',
              correct: false,
              reason: 'Flat, slow functions belong to a long length-scale.',
            },
            {
              text: 'They become noisier, as with more noise on y',
              correct: false,
              reason:
                'Noise belongs to the observations. The functions are still smooth, seen closely enough.',
            },
          ],
        },
        {
          id: 'process-cholesky',
          prompt:
            'Why is L·z + mean, with L·Lᵀ the covariance and z standard normal, a function drawn from the process?',
          answers: [
            {
              text: 'Because its covariance is L·Lᵀ, just the one asked for, and its mean is the mean',
              correct: true,
              reason:
                'Cov(L·z) = L·Cov(z)·Lᵀ = L·Lᵀ. A Gaussian is settled by its mean and its covariance.',
            },
            {
              text: 'Because L smooths the noise z by averaging neighbours',
              correct: false,
              reason:
                'It may look so, but the weights are not averages: they give exactly the covariance of the kernel.',
            },
            {
              text: 'It is only an approximation, good for many places',
              correct: false,
              reason: 'At the places chosen it is exact, however few they are.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'soft-counts',
      title: 'Soft counts',
      concept: 'distributions',
      task: 'The points are three heaps, but all three Gaussians end at the same place. Mend the maximization step.',
      hints: [
        'Which points does each Gaussian take the mean of?',
        'The mean of Gaussian k counts each point by shares[k], and divides by the sum of these shares.',
        'means = shares.matMul(points).div(totals);',
      ],
    },
    {
      id: 'draw-by-chance',
      title: 'Draw by chance',
      concept: 'markov-chains',
      task: 'The chain always takes the most frequent letter, so it writes one name only. Let it draw each letter as often as it was counted.',
      hints: [
        'What does argMax give, and does chance have any part in it?',
        'tf.multinomial draws by logits; logarithms of counts are logits.',
        'const [drawn = 0] = tf.multinomial(times.log() as tf.Tensor1D, 1).dataSync();',
      ],
    },
  ],
});
