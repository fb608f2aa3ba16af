/** Chapter 04: what training does not find by itself, and how to choose it. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'hyperparameter-tuning',
  number: 4,
  folder: '04-hyperparameter-tuning',
  title: 'Hyperparameter tuning',
  description: 'What you choose before training: see it at work, and tune it.',
  examples: [
    { file: 'learning-rate.ts', concept: 'hyperparameters' },
    { file: 'gradient-based-tuning.ts', concept: 'gradient-based-tuning' },
  ],
  concepts: [
    {
      id: 'hyperparameters',
      title: 'Parameters and hyperparameters',
      step: {
        text: `A network’s **parameters**, its weights, are found by training. **Hyperparameters** are chosen before: **learning rate**, **batch size** (examples per step), number of **layers** and of **units** in each, **activation** function, **regularization strength**. One tries values and compares them on validation data.

The learning rate η often matters most. Each step moves the weights against the gradient, by η times it. Too low: training crawls. Too high: each step lands higher on the other side of the valley, and the loss **diverges**.

In the panel, drag the ball’s start and slide the three rates. Then run \`learning-rate.ts\`: its three runs differ in nothing else. Afterwards find the step where one loss is no number any more.`,
        image: 'learning-rate.svg',
        alt: 'Three valleys with a ball each. Too low: many tiny steps, still far up the slope. Right: a few steps, at the bottom. Too high: steps that jump from side to side, higher each time, out of the valley.',
        button: { label: 'Drag the ball', opens: 'panel' },
      },
      examples: ['learning-rate.ts'],
      quiz: [
        {
          id: 'hyperparameters-which',
          prompt: 'Which of these is a parameter, not a hyperparameter?',
          answers: [
            {
              text: 'The number of units in a layer',
              correct: false,
              reason:
                'It is fixed before training starts. Training fills the weights of those units, but adds and removes none.',
            },
            {
              text: 'The bias of a unit',
              correct: true,
              reason: 'Biases are learned by gradient descent, as all weights are.',
            },
            {
              text: 'The strength λ of an L2 penalty',
              correct: false,
              reason:
                'Training could only lower it to zero, as that lowers the loss. It must be chosen from outside, by validation data.',
            },
          ],
        },
        {
          id: 'hyperparameters-nan',
          prompt: 'The loss grows from step to step and then shows as NaN. What do you try first?',
          answers: [
            {
              text: 'Start anew with a learning rate ten times lower',
              correct: true,
              reason:
                'Growing steps are the mark of a rate that is too high. Powers of ten find the right size fast.',
            },
            {
              text: 'Train longer, it will come down again',
              correct: false,
              reason:
                'NaN never comes back: any sum with a weight that is no number is no number either.',
            },
            {
              text: 'Use more units',
              correct: false,
              reason:
                'The network is not too small. Each of its steps is too long, and more units change that little.',
            },
          ],
        },
        {
          id: 'hyperparameters-data',
          prompt: 'On which data do you compare two values of a hyperparameter?',
          answers: [
            {
              text: 'On the training data',
              correct: false,
              reason:
                'Then the most flexible network and the weakest regularization would always win: they remember best.',
            },
            {
              text: 'On the test data',
              correct: false,
              reason:
                'What has chosen something is no longer an independent judge: the final number would come out too good.',
            },
            {
              text: 'On validation data, which are in neither of the two',
              correct: true,
              reason:
                'They judge every candidate. The test data are looked at once, at the very end.',
            },
          ],
        },
      ],
    },
    {
      id: 'gradient-based-tuning',
      title: 'Gradient-based tuning',
      step: {
        text: `A hyperparameter that is a number on a smooth scale has a slope, too: the **hypergradient**, the derivative of the loss with respect to it. **Gradient-based tuning** follows it while training goes on. For the learning rate it is simple. Does this step’s gradient point the same way as the last one? Then a longer step would have been better, and the rate grows. Do they point against each other? The step went too far, and it shrinks.

In the panel, begin with a rate far too low and watch it grow. Then run \`gradient-based-tuning.ts\`: one of four runs learns its rate. Afterwards compare the four losses. Layers and units have no such slope: those one must search.`,
        image: 'gradient-based-tuning.svg',
        alt: 'Left, two gradients in the same direction: the learning rate grows. Right, two gradients in opposite directions across a valley: the learning rate shrinks.',
        button: { label: 'Let the rate learn', opens: 'panel' },
      },
      examples: ['gradient-based-tuning.ts'],
      quiz: [
        {
          id: 'gradient-based-opposite',
          prompt:
            'The gradients of two steps in a row point in opposite directions. What does that say?',
          answers: [
            {
              text: 'The bottom has been reached',
              correct: false,
              reason:
                'At the bottom the gradient is zero, whatever its direction. Here it still pulls, only to the other side.',
            },
            {
              text: 'The step between them went past the lowest point, so it was too long',
              correct: true,
              reason:
                'Before it the way down was on one side, after it on the other. A shorter step would have ended lower.',
            },
            {
              text: 'The learning rate is too low',
              correct: false,
              reason:
                'With a rate that is too low one goes down the same slope in small steps: the gradients point the same way.',
            },
          ],
        },
        {
          id: 'gradient-based-which',
          prompt: 'Which hyperparameter can not be tuned by following its gradient?',
          answers: [
            {
              text: 'The learning rate',
              correct: false,
              reason: 'The loss after a step changes smoothly with the length of that step.',
            },
            {
              text: 'The strength of regularization',
              correct: false,
              reason:
                'The trained weights, and with them the validation loss, change smoothly with λ. It is costly, but possible.',
            },
            {
              text: 'The number of layers',
              correct: true,
              reason:
                'There is nothing between two layers and three, so there is no slope. One has to try both.',
            },
          ],
        },
        {
          id: 'gradient-based-left',
          prompt: 'A run learns its learning rate. What is still left to choose?',
          answers: [
            {
              text: 'Nothing: it tunes itself',
              correct: false,
              reason:
                'The rate has to begin somewhere, and how fast it is learned is a number chosen by you.',
            },
            {
              text: 'Where the rate begins, and how fast it is learned; but both matter less than the rate did',
              correct: true,
              reason:
                'That is the gain: a first guess that is ten times off costs some steps, and no longer the result.',
            },
            {
              text: 'The learning rate of every single layer',
              correct: false,
              reason:
                'There is one rate for all weights here, and it is learned. (One a layer could be learned in the same way.)',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'find-the-rate',
      title: 'Find the learning rate',
      concept: 'hyperparameters',
      task: 'With the learning rate of this script the loss diverges. Find one that brings the network below 0.25 in the same 300 steps.',
      hints: [
        'Does the loss grow or crawl? That tells in which direction to go.',
        'Change the rate by factors of ten first: 3, 0.3, 0.03, 0.003. Then look between the two best.',
        'const learningRate = 0.1;',
      ],
    },
    {
      id: 'grow-or-shrink',
      title: 'Grow or shrink?',
      concept: 'gradient-based-tuning',
      task: 'The learned rate shrinks where it should grow, so the run comes to rest high up. Find what is wrong with the rule.',
      hints: [
        'The gradients of the first steps point the same way. Which sign has their cosine, and what happens to the rate?',
        'Same direction means that a longer step would have been better: the rate has to be multiplied by more than 1.',
        'rate *= Math.exp(hyperRate * cosine(gradient, before)); without the minus.',
      ],
    },
  ],
});
