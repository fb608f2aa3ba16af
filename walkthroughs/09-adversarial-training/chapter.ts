/** Chapter 09: two networks that learn by playing against each other. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'adversarial-training',
  number: 9,
  folder: '09-adversarial-training',
  title: 'Adversarial training',
  description: 'Two networks play against each other until one draws well.',
  examples: [
    { file: 'gan-in-two-dimensions.ts', concept: 'adversarial-game' },
    { file: 'gan.ts', concept: 'image-gan' },
    { file: 'conditional-gan.ts', concept: 'controlled-styles' },
    { file: 'mode-collapse.ts', concept: 'mode-collapse' },
  ],
  concepts: [
    {
      id: 'adversarial-game',
      title: 'Generator and discriminator',
      step: {
        text: `A **generative adversarial network** (GAN) is a game of two networks. The **generator** turns random noise into a sample. The **discriminator** sees real and made samples and gives each a probability of being real. They learn in turns: a step for the discriminator, to tell them apart; a step for the generator, to be taken for real. The generator never sees the data: all it gets is the slope of the discriminator’s opinion.

In the panel, step each player by hand and draw a target of your own. Then run \`gan-in-two-dimensions.ts\`: the losses hardly change, but the points do. Afterwards look whether they reach all eight heaps.`,
        image: 'adversarial-game.svg',
        alt: 'Noise enters the generator, which makes samples; these and real samples enter the discriminator, which answers real or made; a dashed arrow carries the slope of its answer back to the generator.',
        button: { label: 'Step both players', opens: 'panel' },
      },
      examples: ['gan-in-two-dimensions.ts'],
      quiz: [
        {
          id: 'game-who-sees',
          prompt: 'How does the generator learn what the data look like?',
          answers: [
            {
              text: 'It compares its samples with real ones, point by point',
              correct: false,
              reason:
                'That would be an autoencoder’s reconstruction loss. A generator’s sample has no real partner to be compared with.',
            },
            {
              text: 'Through the discriminator alone: its gradient says in which direction a sample would look more real',
              correct: true,
              reason:
                'The chain rule goes through the discriminator, whose weights stand still, to the sample and on into the generator.',
            },
            {
              text: 'It is trained on the real samples first, and plays later',
              correct: false,
              reason: 'Real samples only ever enter the discriminator.',
            },
          ],
        },
        {
          id: 'game-equilibrium',
          prompt: 'The generator has become perfect. What does the best discriminator answer?',
          answers: [
            {
              text: '0 for every made sample, since it is made',
              correct: false,
              reason:
                'Where made and real samples are equally frequent, nothing is left to tell them apart by.',
            },
            {
              text: '1 everywhere: all samples look real',
              correct: false,
              reason:
                'It would be wrong on every made sample. Half of what it sees is made, so it hedges.',
            },
            {
              text: '½ everywhere: it cannot do better than guess',
              correct: true,
              reason:
                'The best discriminator is p_data / (p_data + p_made), which is ½ where both are equal. Its loss is then 2 ln 2 ≈ 1.39.',
            },
          ],
        },
        {
          id: 'game-loss',
          prompt:
            'In a GAN, the generator’s loss has stayed at 0.7 for a thousand steps. What follows?',
          answers: [
            {
              text: 'Little: the samples may still be getting better, because the opponent gets better too',
              correct: true,
              reason:
                'Each loss is measured by an opponent that learns as well. Look at samples, or at coverage, instead.',
            },
            {
              text: 'It has stopped learning, and training should end',
              correct: false,
              reason:
                'So one reads the loss of a classifier, whose task stays the same. Here the task changes with each step of the other player.',
            },
            {
              text: 'The learning rate is too low',
              correct: false,
              reason: 'ln 2 ≈ 0.69 is just where both players are equally good, at any rate.',
            },
          ],
        },
      ],
    },
    {
      id: 'image-gan',
      title: 'A GAN that draws',
      step: {
        text: `A sample may be a picture too: the generator then makes as many numbers as there are pixels, and the discriminator judges them together. No pixel is compared with another picture’s, so nothing is averaged: drawings come out **sharp**, where an autoencoder blurs.

To follow the game, draw from a **fixed noise grid**: the same noise after each epoch. Losses tell little; the grid shows whether drawings get clearer, and whether they stay **different** from each other.

In the panel, scrub through a training over such a grid. Then run \`gan.ts\`: smears become strokes, strokes become digits. Afterwards count in **Samples** which digits appear.`,
        image: 'image-gan.svg',
        alt: 'Four grids of the same six places, one an epoch: grey smears first, then strokes, at last clear and different digits; a slider below moves along them.',
        button: { label: 'Scrub through the epochs', opens: 'panel' },
      },
      examples: ['gan.ts'],
      quiz: [
        {
          id: 'image-gan-sharp',
          prompt: 'Why are a GAN’s drawings sharper than the copies of an autoencoder?',
          answers: [
            {
              text: 'Its networks are larger',
              correct: false,
              reason: 'With layers of the same size the difference stays. It comes from the loss.',
            },
            {
              text: 'A blurred drawing is easily told from a real one, so the discriminator drives it out',
              correct: true,
              reason:
                'Under squared error or cross-entropy by pixel the average of several digits is the safe answer. For the discriminator it looks like no digit at all.',
            },
            {
              text: 'It copies digits of the training set',
              correct: false,
              reason:
                'The generator never sees them. It can come close to some, as any generative model can, but it is not what makes drawings sharp.',
            },
          ],
        },
        {
          id: 'image-gan-fixed',
          prompt: 'Why is the grid drawn from the same noise after each epoch?',
          answers: [
            {
              text: 'So that each place can be followed: what changes, the generator has changed',
              correct: true,
              reason:
                'With new noise the grid would differ anyway, and luck could pass for progress.',
            },
            {
              text: 'Because the generator is trained on this noise',
              correct: false,
              reason: 'Training takes new noise for each step. The grid is only for looking.',
            },
            {
              text: 'To make its drawings more alike',
              correct: false,
              reason:
                'The places of the grid have different noise. How alike they are is up to the generator.',
            },
          ],
        },
        {
          id: 'image-gan-normalization',
          prompt: 'In gan.ts, what does batch normalization do for the generator?',
          answers: [
            {
              text: 'It helps to keep the drawings of a batch apart: each hidden unit must vary over the batch',
              correct: true,
              reason:
                'Each hidden unit is brought to mean 0 and variance 1 over the batch (and then scaled as learned), so the noise is not easily ignored. It is a help against collapse, not a proof against it.',
            },
            {
              text: 'It makes pixels lie between 0 and 1',
              correct: false,
              reason: 'The sigmoid of the last layer does that.',
            },
            {
              text: 'It makes the discriminator weaker',
              correct: false,
              reason: 'Here only the generator has it.',
            },
          ],
        },
      ],
    },
    {
      id: 'controlled-styles',
      title: 'Drawing on request',
      step: {
        text: `So far the noise decided everything. A **conditional** GAN gives both players a **condition** too: what is asked for, such as a class or the thickness of the stroke. The generator cannot ignore it: a fine 7 where a 3 was asked for is told from a real 3 at once. What the condition leaves open, such as slant and shape, is left to the noise: the **style**.

In the panel, train a small one, then turn its dials. Run \`conditional-gan.ts\`: columns of its samples ask for the digits 0 to 9, rows for thicker strokes. Afterwards turn the dials of your own model in the gallery: which dial leaves the other alone?`,
        image: 'controlled-styles.svg',
        alt: 'Three requests of class, stroke and the same noise enter a generator: a thin 3, a thick 3 and a thick 7 come out; the discriminator, which is told class and stroke too, asks whether each is real and as asked.',
        button: { label: 'Turn the dials', opens: 'panel' },
      },
      examples: ['conditional-gan.ts'],
      quiz: [
        {
          id: 'styles-both',
          prompt: 'Why is the discriminator told the condition as well?',
          answers: [
            {
              text: 'Otherwise it could not object to a realistic digit that nobody asked for',
              correct: true,
              reason:
                'It would judge realism alone, and the generator would have no reason to heed the condition.',
            },
            {
              text: 'To make its task harder, so that the generator keeps up',
              correct: false,
              reason:
                'The condition is a help to the discriminator: it is one thing more to catch the generator by.',
            },
            {
              text: 'It need not be: the generator obeys what it is given',
              correct: false,
              reason:
                'An input is not an order. Nothing but the loss gives it a meaning, and the loss comes from the discriminator.',
            },
          ],
        },
        {
          id: 'styles-noise',
          prompt: 'Class and thickness stay the same, the noise changes. What should happen?',
          answers: [
            {
              text: 'Nothing: the condition determines the drawing',
              correct: false,
              reason:
                'Real digits of one class and thickness differ in slant and shape. A generator that ignores its noise has lost that variety.',
            },
            {
              text: 'The same digit, as thick, in another hand',
              correct: true,
              reason: 'The noise stands for all that the condition leaves open.',
            },
            {
              text: 'Another digit appears now and then',
              correct: false,
              reason: 'That is a fault: drawings should be as asked for all noise.',
            },
          ],
        },
        {
          id: 'styles-outside',
          prompt:
            'You ask for a stroke twice as thick as any in the training data. What may you rely on?',
          answers: [
            {
              text: 'A digit twice as thick: the dial is continuous',
              correct: false,
              reason:
                'The dial has a meaning only where data gave it one. Beyond, the network extrapolates.',
            },
            {
              text: 'The thickest stroke it knows',
              correct: false,
              reason: 'Nothing holds the output at the edge of the data. It may go anywhere.',
            },
            {
              text: 'Nothing: neither player has ever seen such a condition',
              correct: true,
              reason: 'No real digit of that thickness was there to compare with.',
            },
          ],
        },
      ],
    },
    {
      id: 'mode-collapse',
      title: 'When the game goes wrong',
      step: {
        text: `A heap of similar data is a **mode**. In **mode collapse** the generator makes samples of few modes and drops the others; when the discriminator distrusts these, it leaps to the next. In **oscillation** the players circle around the solution. With a **vanishing gradient** the discriminator is so sure that its opinion is flat, and the generator finds no way. Known remedies: less momentum, noise on what the discriminator sees, a loss that is steep where it is sure.

In the panel, watch each failure and apply its remedy. Then run \`mode-collapse.ts\`: two games with the same first weights. Compare the heaps they **cover**, not their losses.`,
        image: 'mode-collapse.svg',
        alt: 'Two rings of eight heaps: on the left all made points crowd into one heap and an arrow leaps to the next; on the right they cover all eight.',
        button: { label: 'Watch it fail', opens: 'panel' },
      },
      examples: ['mode-collapse.ts'],
      quiz: [
        {
          id: 'collapse-sign',
          prompt: 'What shows mode collapse most surely?',
          answers: [
            {
              text: 'The generator’s loss rises',
              correct: false,
              reason:
                'A collapsed generator may have a low loss: its few samples can fool the discriminator well.',
            },
            {
              text: 'The samples look poor',
              correct: false,
              reason:
                'Collapsed samples may look perfect, one by one. Something is missing between them.',
            },
            {
              text: 'Many samples cover few modes of the data',
              correct: true,
              reason:
                'Variety is a property of many samples: count which classes or heaps they reach, and compare with the data.',
            },
          ],
        },
        {
          id: 'collapse-vanishing',
          prompt:
            'The discriminator gives every made sample a probability of 0.0001. What does the generator get from ln(1 − D)?',
          answers: [
            {
              text: 'Almost nothing: its slope by the logit is −D, so 0.0001 in size',
              correct: true,
              reason:
                'The loss is flat just where the generator is worst. −ln D has the slope 1 − D there, nearly 1: the non-saturating loss.',
            },
            {
              text: 'A very strong signal, since it is so wrong',
              correct: false,
              reason: 'That is true for −ln D. ln(1 − D) is near 0 there, and flat.',
            },
            {
              text: 'A signal of the wrong sign',
              correct: false,
              reason:
                'The direction is right for both losses; they have the same aim. Only the size differs.',
            },
          ],
        },
        {
          id: 'collapse-noise',
          prompt: 'Why does noise on the discriminator’s input help?',
          answers: [
            {
              text: 'It shows the generator more examples, as augmentation does',
              correct: false,
              reason:
                'The generator sees no data at all. The noise changes what the discriminator can tell apart.',
            },
            {
              text: 'Real and made samples overlap then, so its opinion changes gently and has a slope everywhere',
              correct: true,
              reason:
                'Without overlap, a perfect boundary between them exists, and beside it the opinion is flat.',
            },
            {
              text: 'It makes the discriminator worse, so the generator wins',
              correct: false,
              reason:
                'Nobody should win. An untrained discriminator would be worst of all, and teach nothing.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'whose-turn',
      title: 'Whose turn is it?',
      concept: 'adversarial-game',
      task: 'The made points do not find the three heaps: in the generator’s turn the discriminator is changed too. Let each player change only itself.',
      hints: [
        'Which weights does optimizer.minimize change when it is not told?',
        'Its third argument is a list of variables. The discriminator’s turn has one; the generator’s has none.',
        'generatorOptimizer.minimize(() => crossEntropy(make(), 1), false, weightsOf(generator))',
      ],
    },
    {
      id: 'flat-loss',
      title: 'A way out of the flat',
      concept: 'mode-collapse',
      task: 'The made points stay where they are: the discriminator is sure of them, and ln(1 − D) is flat there. Give the generator the loss −ln D instead.',
      hints: [
        'Print the discriminator’s logits of the made points. What is D there, and the slope of ln(1 − D)?',
        'With logits ℓ, D is σ(ℓ). ln(1 − D) is −softplus(ℓ); and −ln D is softplus(−ℓ).',
        'return tf.softplus(logits.neg()).mean()',
      ],
    },
  ],
});
