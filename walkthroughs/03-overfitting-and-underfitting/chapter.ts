/** Chapter 03: models that learn too little or too much, how to see it, and what to do about it. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'overfitting-and-underfitting',
  number: 3,
  folder: '03-overfitting-and-underfitting',
  title: 'Overfitting and underfitting',
  description: 'Too simple or too flexible: see which it is, and cure it.',
  examples: [
    { file: 'overfitting.ts', concept: 'fit' },
    { file: 'regularization.ts', concept: 'regularization' },
    { file: 'early-stopping.ts', concept: 'early-stopping' },
  ],
  concepts: [
    {
      id: 'fit',
      title: 'Underfit, good fit, overfit',
      step: {
        text: `A model **underfits** when it is too simple to follow the data, and **overfits** when it is flexible enough to learn its **noise**, what is there by chance, by heart. Compare two losses: on the **training data** and on **validation data** it never learns from. Both high: underfit. Only the second high: overfit.

Two errors stand behind this. **Bias**: even the average of fits to many samples misses the truth. **Variance**: each sample gives another fit. More flexibility usually trades the first for the second.

In the panel, slide the degree and drag points. Then run \`overfitting.ts\`: three polynomials and three networks learn one curve. Afterwards compare the three fits in one chart: which leaves the truth between the points?`,
        image: 'fit.svg',
        alt: 'The same seven points three times: a straight line that misses them, a smooth wave that passes near them, and a wild curve that hits every one of them and swings far out between.',
        button: { label: 'Slide the degree', opens: 'panel' },
      },
      examples: ['overfitting.ts'],
      quiz: [
        {
          id: 'fit-both-high',
          prompt: 'Training loss and validation loss are both high, and nearly equal. What helps?',
          answers: [
            {
              text: 'More training data',
              correct: false,
              reason:
                'More data tames a model that is too flexible. One that is too simple misses the curve however many points show it.',
            },
            {
              text: 'A more flexible model, or longer training',
              correct: true,
              reason:
                'It does not even follow the points it learns from: it underfits. It needs more freedom, better features, or more time.',
            },
            {
              text: 'Stronger regularization',
              correct: false,
              reason: 'That holds the model back even more; both losses would rise.',
            },
          ],
        },
        {
          id: 'fit-zero-training',
          prompt: 'A model reaches a training loss of 0. How good is it?',
          answers: [
            {
              text: 'Perfect: it makes no error',
              correct: false,
              reason:
                'None on points it has seen. With noise in the data it has learned that noise too, and new points have other noise.',
            },
            {
              text: 'Bad: a loss of 0 is always overfitting',
              correct: false,
              reason:
                'Not always. On data without noise, a good model may reach 0, and be as good on new points.',
            },
            {
              text: 'That cannot be told without data it has not learned from',
              correct: true,
              reason:
                'Training loss says how well it remembers. Only validation data say how well it does on what is new.',
            },
          ],
        },
        {
          id: 'fit-variance',
          prompt:
            'You draw the training points anew many times and fit a polynomial of degree 15 each time. The fits differ wildly, but their average is close to the truth. What does that show?',
          answers: [
            {
              text: 'High bias, low variance',
              correct: false,
              reason:
                'Bias is how far the average is from the truth, and here the two are close together.',
            },
            {
              text: 'Low bias, high variance',
              correct: true,
              reason:
                'Right on average, but each single fit depends on the accident of its points. And you only ever have one.',
            },
            {
              text: 'The noise in the data is too strong for any model',
              correct: false,
              reason:
                'A polynomial of degree 5 fits the same points well. It is the freedom of this model that turns noise into swings.',
            },
          ],
        },
      ],
    },
    {
      id: 'regularization',
      title: 'Regularization: L1, L2, dropout',
      step: {
        text: `**Regularization** holds a model back, so that it learns the pattern and less of the noise. **L2** adds the sum of the squared weights, times a strength λ, to the loss: large weights, and the sharp bends they make, must pay for themselves. **L1** adds the sum of their sizes instead, which drives many weights to zero. **Dropout** switches off a random share of the units at each training step, so that no unit can count on a single other one.

In the panel, slide the strength and watch curve and weights. Then run \`regularization.ts\`: one network learns the same partly mislabelled digits five times. Afterwards compare validation losses and pictures of weights: in which are most grey, zero?`,
        image: 'regularization.svg',
        alt: 'Left, a jagged curve through every point and a wide histogram of weights; an arrow marked λ leads to a smooth curve and a histogram that is narrow around zero.',
        button: { label: 'Slide the strength', opens: 'panel' },
      },
      examples: ['regularization.ts'],
      quiz: [
        {
          id: 'regularization-training',
          prompt: 'You add an L2 penalty to a network that overfits. What do you expect?',
          answers: [
            {
              text: 'Training error and validation error both fall',
              correct: false,
              reason:
                'The penalty pulls away from what fits the training points best, so that error does not fall.',
            },
            {
              text: 'The training error rises a little, the validation error falls',
              correct: true,
              reason:
                'It gives up what it knew by heart. That costs on old points and pays on new ones, up to a strength where it starts to underfit.',
            },
            {
              text: 'Only the training becomes faster',
              correct: false,
              reason: 'A penalty does not save time. It changes which weights are the best ones.',
            },
          ],
        },
        {
          id: 'regularization-l1',
          prompt: 'What do L1 and L2 do to a weight that is of almost no use?',
          answers: [
            {
              text: 'L1 pulls it all the way to zero; L2 pulls less and less the smaller it gets',
              correct: true,
              reason:
                'The slope of |w| is the same however small w is; the slope of w² is 2w and fades with it. So L1 gives sparse weights, L2 small ones.',
            },
            {
              text: 'Both set it to exactly zero',
              correct: false,
              reason:
                'The pull of L2 vanishes near zero: such a weight becomes small, seldom exactly zero.',
            },
            {
              text: 'Nothing: they only touch weights that are too large',
              correct: false,
              reason:
                'Every weight pays, small ones too. Under L1 the small ones even feel the same pull as large ones.',
            },
          ],
        },
        {
          id: 'regularization-dropout',
          prompt: 'A network with dropout is trained. What happens when it is used?',
          answers: [
            {
              text: 'Half of its units stay switched off for good',
              correct: false,
              reason:
                'Each step switches off other ones, and in use none is. Nothing is removed from the network.',
            },
            {
              text: 'All units are on, so its answer is the same each time',
              correct: true,
              reason:
                'Dropout belongs to training. The outputs are scaled during training so that the sums fit when all units are there.',
            },
            {
              text: 'Units are switched off at random, so its answer varies',
              correct: false,
              reason:
                'TensorFlow.js does that in training only. Kept on in use, it would be another method, which measures uncertainty.',
            },
          ],
        },
      ],
    },
    {
      id: 'early-stopping',
      title: 'Early stopping',
      step: {
        text: `While a flexible network trains, its training loss goes on falling. Its validation loss falls too while it learns the curve, and rises again once it learns the noise. **Early stopping** ends training there. One bad epoch proves nothing, so it waits: **patience** is how many epochs may pass without a new lowest validation loss. Then the **best weights**, copied at that lowest point, are put back.

In the panel, scrub along the curves and change the patience. Then run \`early-stopping.ts\`: it plans 1,000 epochs and stops by itself long before. Afterwards compare \`last loss\` with \`restored loss\`: what would have been lost without the copy?`,
        image: 'early-stopping.svg',
        alt: 'Two curves over epochs: training loss falls all the way, validation loss falls and rises again. A dot marks its lowest point, best weights; a bracket named patience leads from there to a vertical line, stop.',
        button: { label: 'Scrub along the curves', opens: 'panel' },
      },
      examples: ['early-stopping.ts'],
      quiz: [
        {
          id: 'early-which-loss',
          prompt: 'Which loss decides when to stop?',
          answers: [
            {
              text: 'The training loss: stop when it no longer falls',
              correct: false,
              reason:
                'By then the noise may long have been learned. A flexible network lowers its training loss almost for ever.',
            },
            {
              text: 'The validation loss: stop when it no longer falls',
              correct: true,
              reason:
                'It stands for new data. Its lowest point is where learning more starts to hurt.',
            },
            {
              text: 'The difference of both: stop when it is smallest',
              correct: false,
              reason:
                'It is smallest at the very beginning, when the network knows nothing and is equally bad everywhere.',
            },
          ],
        },
        {
          id: 'early-patience',
          prompt:
            'Why not stop at the first epoch whose validation loss is higher than the one before?',
          answers: [
            {
              text: 'Because the loss goes up and down from epoch to epoch, and may fall further after a bump',
              correct: true,
              reason:
                'Batches are drawn at random, so the curve trembles. Patience tells a bump from a turn.',
            },
            {
              text: 'Because the weights would not have been saved yet',
              correct: false,
              reason:
                'They can be copied at any epoch. The trouble is to know that the best one has passed.',
            },
            {
              text: 'Because more epochs always make a better model',
              correct: false,
              reason: 'On the training data, perhaps. Here more epochs make new points worse.',
            },
          ],
        },
        {
          id: 'early-test',
          prompt:
            'The validation data chose the epoch. Is the restored validation loss a fair estimate for new data?',
          answers: [
            {
              text: 'Yes: the network never learned from these points',
              correct: false,
              reason:
                'Not by gradients, but they picked the luckiest of many epochs. That choice is a little learning too.',
            },
            {
              text: 'No, it is a little too good; a third set, for testing, gives a fair one',
              correct: true,
              reason:
                'The lowest of many noisy numbers tends to be low by luck. A test set that decides nothing has no such bias.',
            },
            {
              text: 'No, it is far too high, because training was cut short',
              correct: false,
              reason: 'It is the lowest validation loss of all epochs. Nothing later was better.',
            },
          ],
        },
      ],
    },
    {
      id: 'augmentation-remedy',
      title: 'More data: augmentation',
      step: {
        text: `More data is the best cure for overfitting. **Data augmentation** makes some from what there is: it changes each training example in a way that leaves its answer true, another way at each step. A digit moved by two pixels is still that digit; a point moved a little to the side has nearly the same height. Too strong a change makes the answer false, and the model underfits.

In the panel, find the strength that helps. Then run \`regularization.ts\`: its fifth network sees new noise in every pixel at each step. Afterwards compare the line \`noise\` with \`none\`. Chapter 5 rotates, shifts and flips whole pictures in \`augmentation.ts\`, and shows when that lies.`,
        image: 'augmentation.svg',
        alt: 'One point of a curve becomes five points beside it at the same height, close to the curve. A digit 3 becomes three digits, shifted, turned and with noise, all still a 3.',
        button: { label: 'Move the points', opens: 'panel' },
      },
      examples: ['regularization.ts'],
      quiz: [
        {
          id: 'augmentation-true',
          prompt: 'Which change of a picture is a safe augmentation for telling digits apart?',
          answers: [
            {
              text: 'Turning it by any angle',
              correct: false,
              reason:
                'A 6 turned by half a circle is a 9, still labelled 6. The answer must stay true.',
            },
            {
              text: 'Shifting it by a pixel or two',
              correct: true,
              reason: 'It still shows the same digit, and real digits come at such places too.',
            },
            {
              text: 'Mirroring it, as for photographs of cats',
              correct: false,
              reason:
                'A mirrored cat is a cat, but a mirrored 2 is no digit at all. What is safe depends on the task.',
            },
          ],
        },
        {
          id: 'augmentation-validation',
          prompt: 'Which data do you augment?',
          answers: [
            {
              text: 'Only the training data',
              correct: true,
              reason:
                'Validation data stand for what the model will really meet, so they are left as they are.',
            },
            {
              text: 'Training and validation data, to have more of both',
              correct: false,
              reason:
                'Then the validation loss would measure made-up examples, and no longer those that count.',
            },
            {
              text: 'First augment everything, then split into training and validation data',
              correct: false,
              reason:
                'Then near copies of one example land on both sides, and remembering looks like understanding.',
            },
          ],
        },
        {
          id: 'augmentation-worth',
          prompt:
            'You make 100 noisy copies of each of 20 examples. Are they worth 2,000 examples?',
          answers: [
            {
              text: 'Yes, a network only counts how many it sees',
              correct: false,
              reason:
                'Copies share the errors of their original: a wrong label is now wrong a hundred times.',
            },
            {
              text: 'No: they teach which changes do not matter, but nothing of cases like none of the 20',
              correct: true,
              reason:
                'Augmentation puts in what you know about the task. What the 20 examples do not show, it cannot add.',
            },
            {
              text: 'No, they are worth nothing: no new information comes in',
              correct: false,
              reason:
                'Your knowledge of what leaves the answer true is new to the network, and it can help a lot.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'choose-degree',
      title: 'Choose by the right loss',
      concept: 'fit',
      task: 'The script tries polynomials of many degrees and keeps the one that knows its training points best, so it overfits. Make it choose the one that does best on new points.',
      hints: [
        'Which of the polynomials has the lowest training loss, and what does that loss say about new points?',
        'There are points that no polynomial learns from. Look at the line that computes the score.',
        'const score = lossOf(weights, validation); the lowest of these scores wins.',
      ],
    },
    {
      id: 'keep-the-best',
      title: 'Go back to the best',
      concept: 'early-stopping',
      task: 'The loop stops by itself, but what it ends with are the last weights, after waiting in vain. Keep a copy of the best weights, and put them back.',
      hints: [
        'When patience ends, how many epochs old are the best weights? Where are they by then?',
        'model.getWeights() gives the weights themselves, and training changes them. A copy of each one does not change.',
        'Where a new lowest loss is found: best = model.getWeights().map((weight) => weight.clone()); after the loop: model.setWeights(best).',
      ],
    },
  ],
});
