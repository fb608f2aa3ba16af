/** Chapter 02: what neural networks are made of, and the kinds that read pictures and texts. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'neural-networks',
  number: 2,
  folder: '02-neural-networks',
  title: 'Neural networks',
  description: 'Neurons, convolutions and memory: networks that read, and write.',
  examples: [
    { file: 'multilayer-perceptron.ts', concept: 'neurons' },
    { file: 'convolutional-network.ts', concept: 'convolution' },
    { file: 'recurrent-network.ts', concept: 'recurrence' },
  ],
  concepts: [
    {
      id: 'neurons',
      title: 'Neurons, layers, two passes',
      step: {
        text: `A **neuron** multiplies each input by a **weight**, adds them and a **bias**, and bends the sum with an **activation** function. Neurons side by side form a **layer**; layers one after another, a **multilayer perceptron**.

The **forward pass** computes an answer, and the **loss** says how wrong it is. The **backward pass** goes back, layer by layer, to a **gradient** for each weight: which way makes the loss grow, and how fast. Every weight takes a small step the other way: **gradient descent**.

In the panel, watch the border bend, and follow one point through both passes. Then run \`multilayer-perceptron.ts\`: it learns to part two spirals. Afterwards scrub through its maps of the plane: when do they come apart?`,
        image: 'neurons.svg',
        alt: 'Two inputs, a layer of three neurons and one output, joined by edges of different widths; an arrow above runs forward to the loss, an arrow below runs back from the loss to the weights.',
        button: { label: 'Train a network', opens: 'panel' },
      },
      examples: ['multilayer-perceptron.ts'],
      quiz: [
        {
          id: 'neurons-linear',
          prompt:
            'You take the activation functions out of all hidden layers, those before the last, and make the network ten layers deep. Which borders between two classes can it draw?',
          answers: [
            {
              text: 'Straight lines only',
              correct: true,
              reason:
                'Weighted sums of weighted sums are weighted sums again: without a bend in between, ten layers can do no more than one.',
            },
            {
              text: 'Any curve, since it has so many layers',
              correct: false,
              reason:
                'Depth helps only together with a nonlinear activation. Without it all layers multiply out to a single one.',
            },
            {
              text: 'None: without activations it cannot learn',
              correct: false,
              reason:
                'It learns well, by the same two passes. It just ends at the best straight border.',
            },
          ],
        },
        {
          id: 'neurons-backward',
          prompt: 'What does the backward pass compute?',
          answers: [
            {
              text: 'The input that would have led to the right answer',
              correct: false,
              reason:
                'Nothing is run in reverse: many inputs may lead to one answer. What flows back is how the loss changes.',
            },
            {
              text: 'The new weights',
              correct: false,
              reason:
                'It gives the gradients. The optimizer then changes the weights, by a step whose size the learning rate sets.',
            },
            {
              text: 'How the loss would change with each weight',
              correct: true,
              reason:
                'That is the gradient, found with the chain rule from the output back to the first layer.',
            },
          ],
        },
        {
          id: 'neurons-rate',
          prompt: 'The loss jumps up and down and does not fall. What do you try first?',
          answers: [
            {
              text: 'More layers',
              correct: false,
              reason:
                'A larger network jumps as well when its steps are too long. Size helps where a steady loss stays high.',
            },
            {
              text: 'A lower learning rate',
              correct: true,
              reason:
                'The gradient only tells the slope nearby. Steps too long for it overshoot the valley, again and again.',
            },
            {
              text: 'Larger weights to begin with',
              correct: false,
              reason:
                'Large weights make sums, and gradients, larger still. Networks begin with small random ones for this reason.',
            },
          ],
        },
      ],
    },
    {
      id: 'convolution',
      title: 'Convolutional networks',
      step: {
        text: `A **convolution** slides a small **filter** (or **kernel**) over the picture. At each place it multiplies the pixels below by its weights and adds up. The sums form a **feature map**: where does what the filter looks for appear? The same few weights serve everywhere, so a stroke is found wherever it lies. **Stride** is how far the filter moves each time, **padding** adds a border of zeros, and **pooling** keeps the largest of each small square.

In the panel, change the nine numbers of a kernel. Then run \`convolutional-network.ts\`: nobody chooses its filters, they are learned. Scrub through filters and feature maps: which find edges?`,
        image: 'convolution.svg',
        alt: 'A 3 × 3 window lies over a picture of a 7; its nine pixels times the nine weights of a kernel add up to one number of a feature map, which pooling then shrinks to half its size.',
        button: { label: 'Slide a kernel', opens: 'panel' },
      },
      examples: ['convolutional-network.ts'],
      quiz: [
        {
          id: 'convolution-weights',
          prompt:
            'A layer has 8 filters of 5 × 5 and sees grey pictures of 28 × 28. How many weights does it have, biases aside?',
          answers: [
            {
              text: '28 · 28 · 8 = 6,272',
              correct: false,
              reason:
                'With padding, that is how many numbers its eight feature maps hold. All numbers of a map are computed with the same few weights.',
            },
            {
              text: '5 · 5 · 8 = 200',
              correct: true,
              reason:
                'A filter’s weights are shared by all places, so the size of the picture does not count.',
            },
            {
              text: '28 · 28 · 5 · 5 · 8 = 156,800',
              correct: false,
              reason:
                'That many multiplications are done. But it is not a new weight at each place: the filter slides.',
            },
          ],
        },
        {
          id: 'convolution-size',
          prompt:
            'A 3 × 3 kernel slides over a picture of 14 × 14 with stride 1 and no padding. How large is the feature map?',
          answers: [
            {
              text: '12 × 12',
              correct: true,
              reason:
                'The kernel fits at 14 − 3 + 1 = 12 places in each direction. Padding of 1 would keep 14 × 14.',
            },
            {
              text: '14 × 14',
              correct: false,
              reason:
                'Only with padding. Without it, the kernel’s middle never reaches the outermost pixels.',
            },
            {
              text: '11 × 11',
              correct: false,
              reason: '14 − 3 counts the steps between places; there is one place more than steps.',
            },
          ],
        },
        {
          id: 'convolution-pooling',
          prompt: 'What does max pooling of 2 × 2 learn?',
          answers: [
            {
              text: 'Which pixel of each square matters most',
              correct: false,
              reason:
                'It always takes the largest, whatever the data say. The filters before it learn to make the right one large.',
            },
            {
              text: 'Four weights, shared by all squares',
              correct: false,
              reason: 'That would be a convolution with stride 2. Pooling has no weights.',
            },
            {
              text: 'Nothing: it has no weights',
              correct: true,
              reason:
                'It passes on the largest of four numbers. That halves the map and forgives small shifts.',
            },
          ],
        },
      ],
    },
    {
      id: 'recurrence',
      title: 'Recurrent networks',
      step: {
        text: `A **recurrent network** reads a sequence step by step and carries a **hidden state**, its memory, from each step to the next. The weights are the same at every step. A **GRU** (gated recurrent unit) has gates that learn what to keep and what to overwrite.

Asked for the next letter, it can write: draw a letter, read it, go on. **Temperature** sets how daring the draw is. **Perplexity** says among how many letters it wavers; counting pairs of letters gives a baseline.

In the panel, begin a name. Then run \`recurrent-network.ts\`: perplexity falls below the baseline. Afterwards compare early names with late ones: do they mix e, i, y with a, o, u, which the training names never do?`,
        image: 'recurrence.svg',
        alt: 'The same network drawn four times, side by side: it reads l, o, r, a in turn, passes a strip of memory on to the next copy, and each copy expects a next letter.',
        button: { label: 'Begin a name', opens: 'panel' },
      },
      examples: ['recurrent-network.ts'],
      quiz: [
        {
          id: 'recurrence-weights',
          prompt:
            'A recurrent network reads a name of three letters, then one of twelve. What differs?',
          answers: [
            {
              text: 'The longer name needs four times as many weights',
              correct: false,
              reason:
                'Unrolled in time it looks like more layers, but every step uses the very same weights.',
            },
            {
              text: 'How often the same weights are used',
              correct: true,
              reason:
                'One set of weights serves every step, so sequences may have any length. Only the state changes from step to step.',
            },
            {
              text: 'The longer name is cut to the length it was trained on',
              correct: false,
              reason:
                'Nothing needs cutting. In batches short names are padded, but the network itself knows no length.',
            },
          ],
        },
        {
          id: 'recurrence-bigram',
          prompt:
            'In the training names all vowels agree: only e, i, y, or only a, o, u. Why can counting pairs of letters not learn that?',
          answers: [
            {
              text: 'It would need more names to count',
              correct: false,
              reason:
                'However many names are counted: what came two letters ago is not among what is counted.',
            },
            {
              text: 'Because vowels are rarer than consonants',
              correct: false,
              reason: 'Rare or not, pairs are counted well enough. They are just too short.',
            },
            {
              text: 'Between two vowels stands a consonant, and a pair has forgotten what was before it',
              correct: true,
              reason:
                'The next vowel depends on one that is two or three letters back. The network’s state can carry it there.',
            },
          ],
        },
        {
          id: 'recurrence-temperature',
          prompt: 'You set the temperature close to 0. What does the network write?',
          answers: [
            {
              text: 'Nearly always the letter it thinks likeliest, so the same beginning gives the same name',
              correct: true,
              reason:
                'Its scores of the letters, the logits, are divided by the temperature: a small one makes the largest win by far, a high one makes all letters alike.',
            },
            {
              text: 'Nonsense, as its weights become small',
              correct: false,
              reason:
                'Weights stay as they are: temperature acts only when a letter is drawn. Nonsense comes from a high one.',
            },
            {
              text: 'Better names, since it learned more',
              correct: false,
              reason:
                'It learned the same. It only plays safe: correct names, but hardly any variety.',
            },
          ],
        },
      ],
    },
    {
      id: 'generation',
      title: 'Networks that generate',
      step: {
        text: `A network that reads can also **generate**: make something new.

One that expects the next letter only needs to **draw** a letter and read it as its next input, again and again.

One that names pictures can **dream**: keep its weights, and let the picture follow the gradient instead, uphill to a high probability of the digit asked for (**gradient ascent**). Left alone, faint patches are enough to convince it. **Regularization**, here a price on roughness, and noise in training make strokes readable.

In the panel, dream and spell. Then run \`convolutional-network.ts\` and \`recurrent-network.ts\`: both end in samples. Do you take the dreams for digits, too?`,
        image: 'generation.svg',
        alt: 'Above, noise turns into a readable 3 in four steps, each a step along the gradient of a classifier. Below, a name grows letter by letter, each letter drawn and fed back as the next input.',
        button: { label: 'Dream a digit', opens: 'panel' },
      },
      examples: ['convolutional-network.ts', 'recurrent-network.ts'],
      quiz: [
        {
          id: 'generation-weights',
          prompt: 'A classifier dreams a digit by gradient ascent. What changes from step to step?',
          answers: [
            {
              text: 'The weights of the network',
              correct: false,
              reason:
                'That is training. While it dreams the weights stay, and the same backward pass goes one step further: to the input.',
            },
            {
              text: 'The label',
              correct: false,
              reason: 'The digit asked for stays the same. The picture is what moves towards it.',
            },
            {
              text: 'The pixels of the picture',
              correct: true,
              reason:
                'The gradient is taken with respect to the picture: which way must each pixel change so that the digit becomes more probable?',
            },
          ],
        },
        {
          id: 'generation-sure',
          prompt:
            'Trained without noise, the network is sure that its dream is a 3, and you see faint patches. What does that show?',
          answers: [
            {
              text: 'The network was not trained long enough',
              correct: false,
              reason:
                'It reads nearly every digit right. Networks that are fully trained can be fooled this way too; training longer alone does not cure it.',
            },
            {
              text: 'High probability for a class does not mean that the picture looks like one',
              correct: true,
              reason:
                'It only ever learned to tell digits apart, never what is no digit. Far from its data it may be sure of anything.',
            },
            {
              text: 'Hidden in the patches is a training picture',
              correct: false,
              reason:
                'Nothing of a particular picture is in it. Many faint pixels just add up to a large sum.',
            },
          ],
        },
        {
          id: 'generation-loop',
          prompt:
            'How does a recurrent network write a whole name when it only expects one letter?',
          answers: [
            {
              text: 'Each letter drawn becomes its next input, until a dot is drawn',
              correct: true,
              reason:
                'This loop is called autoregressive. Language models write their texts in the same way, piece by piece.',
            },
            {
              text: 'It looks up the training name that begins alike',
              correct: false,
              reason:
                'It keeps no list of names, only weights. Most names it writes are in no list at all.',
            },
            {
              text: 'It computes all letters at once and then sorts them',
              correct: false,
              reason:
                'A letter depends on those before it, so it must be drawn before the next one can be expected.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'one-straight-line',
      title: 'More than one straight line',
      concept: 'neurons',
      task: 'Three layers, and still the border between the two circles is a straight line. Find what is missing, and reach 97 % on new points.',
      hints: [
        'What becomes of a weighted sum of weighted sums?',
        'Look at the hidden layers: after the sum, nothing happens to it.',
        "Give each hidden layer an activation: activation: 'relu'.",
      ],
    },
    {
      id: 'backward-pass',
      title: 'The backward pass by hand',
      concept: 'neurons',
      task: 'The forward pass of this neuron is written; its gradients are still zero, so it learns nothing. Write the backward pass.',
      hints: [
        'For a sigmoid and this loss, the error of the sum is simply answer − label, for each point.',
        'A weight’s gradient is the error times the input that the weight multiplies, averaged over the points.',
        'const errors = answers.sub(labels); weights: tf.matMul(points, errors, true).div(count), bias: errors.mean().',
      ],
    },
    {
      id: 'edge-kernel',
      title: 'A kernel for upright edges',
      concept: 'convolution',
      task: 'Write the nine numbers of a kernel that answers where dark turns to bright from left to right, and is silent on even areas and on level edges.',
      hints: [
        'What must the nine numbers add up to, so that an even area gives 0?',
        'An upright edge has dark pixels on the left and bright ones on the right: which signs should the columns have?',
        'Each row is [-1, 0, 1].',
      ],
    },
  ],
});
