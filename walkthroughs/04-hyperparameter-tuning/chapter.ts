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
    { file: 'grid-search.ts', concept: 'grid-search' },
    { file: 'random-search.ts', concept: 'random-search' },
    { file: 'bayesian-optimization.ts', concept: 'bayesian-optimization' },
    { file: 'genetic-search.ts', concept: 'genetic-search' },
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
      id: 'grid-search',
      title: 'Grid search',
      step: {
        text: `**Hyperparameters** are settings that training does not learn, such as the learning rate. To tune them, run **trials**: train with some values, then measure the **validation loss**, the loss on data kept out of training. **Grid search** lists a few values of each hyperparameter and tries every combination. It is simple and runs in parallel, but the number of trials is a product: it explodes with each further hyperparameter.

In the panel, drag the valley and watch the grid miss it. Then run \`grid-search.ts\`: 25 trials appear in the Training view, one line each. Afterwards follow the lines to the lowest loss: on which axis do they meet?`,
        image: 'grid-search.svg',
        alt: 'Nine trials on a square grid of learning rate and L2. Above it, a curve over the learning rate has one narrow peak; the nine trials fall on only three learning rates, and none reaches the peak.',
        button: { label: 'Drag the valley', opens: 'panel' },
      },
      examples: ['grid-search.ts'],
      quiz: [
        {
          id: 'grid-count',
          prompt: 'A grid has 4 values of each of 5 hyperparameters. How many trials does it need?',
          answers: [
            {
              text: '20',
              correct: false,
              reason:
                'That is 4 × 5: each hyperparameter tried alone, the others held still. A grid tries every combination.',
            },
            {
              text: '1,024',
              correct: true,
              reason:
                '4 · 4 · 4 · 4 · 4 = 4⁵. Each further hyperparameter multiplies the number of trials.',
            },
            {
              text: '625',
              correct: false,
              reason:
                'That is 5⁴, the two numbers swapped: four hyperparameters of five values each.',
            },
          ],
        },
        {
          id: 'grid-which-loss',
          prompt: 'By which number do you choose among the trials?',
          answers: [
            {
              text: 'The loss on the training data',
              correct: false,
              reason:
                'It would favour settings that let the network memorize, for example no regularization at all.',
            },
            {
              text: 'The loss on the test data, as it is the most honest',
              correct: false,
              reason:
                'Choosing by it uses it up: the best of many trials looks better there than it is. Keep the test set for one last measurement.',
            },
            {
              text: 'The loss on validation data, which no trial trained on',
              correct: true,
              reason:
                'It estimates how each trial does on new data, and the test set stays untouched for the final check.',
            },
          ],
        },
        {
          id: 'grid-parameter',
          prompt: 'Which of these is a hyperparameter?',
          answers: [
            {
              text: 'The weights of the first layer',
              correct: false,
              reason: 'Weights are parameters: gradient descent changes them during training.',
            },
            {
              text: 'The number of units in the first layer',
              correct: true,
              reason: 'It is fixed before training begins, and no gradient changes it.',
            },
            {
              text: 'The validation loss',
              correct: false,
              reason: 'That is the result of a trial, what tuning tries to make small.',
            },
          ],
        },
      ],
    },
    {
      id: 'random-search',
      title: 'Random search',
      step: {
        text: `**Random search** draws the values of every trial by chance, within the same ranges. Often only one or two hyperparameters matter much. A 3 × 3 grid then tries three values of the important one, thrice over; nine random trials try nine. Learning rates are drawn on a **logarithmic scale**, so that each order of magnitude is as likely as any other.

In the panel, draw again a few times, then make L2 matter more: when does the grid catch up? Then run \`random-search.ts\`: ten random searches against one grid of the same budget. Afterwards compare the two lines of best losses, and look where the trials lie.`,
        image: 'random-search.svg',
        alt: 'Nine trials scattered over the plane of learning rate and L2. Seen along the learning rate they are nine different values, and three of them fall under the narrow peak of the curve above.',
        button: { label: 'Draw again', opens: 'panel' },
      },
      examples: ['random-search.ts'],
      quiz: [
        {
          id: 'random-why',
          prompt: 'Why does random search often beat a grid with as many trials?',
          answers: [
            {
              text: 'Because it learns from earlier trials where good values lie',
              correct: false,
              reason:
                'It does not: every trial is drawn without looking at the others. Bayesian optimization does that.',
            },
            {
              text: 'Because every trial tries another value of each hyperparameter, also of the one that matters',
              correct: true,
              reason:
                'A grid repeats the same few values of the important one for every value of the others.',
            },
            {
              text: 'Because chance evens out errors of training',
              correct: false,
              reason:
                'Each trial still trains once with its values. What differs is where the trials lie.',
            },
          ],
        },
        {
          id: 'random-log',
          prompt: 'You draw learning rates evenly between 0.0001 and 1. How many lie below 0.01?',
          answers: [
            {
              text: 'About half',
              correct: false,
              reason:
                'Half of the orders of magnitude lie below 0.01, but an even draw does not count in those.',
            },
            {
              text: 'About one in a hundred',
              correct: true,
              reason:
                'The stretch up to 0.01 is a hundredth of the whole. Draw the exponent evenly instead: then half do.',
            },
            {
              text: 'About a quarter',
              correct: false,
              reason:
                'A quarter would lie in each order of magnitude if the exponent were drawn evenly.',
            },
          ],
        },
        {
          id: 'random-sixty',
          prompt:
            'The best 5 % of all settings would satisfy you. How likely do 60 random trials find one of them?',
          answers: [
            {
              text: 'About 5 %',
              correct: false,
              reason: 'That is the chance of a single trial.',
            },
            {
              text: 'About 95 %',
              correct: true,
              reason:
                'All 60 miss with a chance of 0.95⁶⁰ ≈ 0.05, however many hyperparameters there are.',
            },
            {
              text: 'Certain, as 60 · 5 % is more than 100 %',
              correct: false,
              reason:
                'Chances of independent trials do not add up: several may hit the same 5 %, and all may miss it.',
            },
          ],
        },
      ],
    },
    {
      id: 'bayesian-optimization',
      title: 'Bayesian optimization',
      step: {
        text: `Grid and random search forget what their trials have shown. **Bayesian optimization** learns from it. A **Gaussian process** guesses the loss at every place: a mean, and a standard deviation that grows with the distance from the trials. The **expected improvement** says by how much, on average, a place beats the best loss so far; it is high where the guess is low, or unsure. The next trial goes where it is highest.

In the panel, click where you would try next, then let the expected improvement choose. Afterwards run \`bayesian-optimization.ts\`: after how many trials does its curve fall below the end of random search’s? Look at the maps too.`,
        image: 'bayesian-optimization.svg',
        alt: 'A curve that guesses the loss runs through three trials, inside a band that is narrow at the trials and wide between them. Below it, the expected improvement is zero at the trials and highest in the wide, low part of the band; a line marks the next trial there.',
        button: { label: 'Choose the next trial', opens: 'panel' },
      },
      examples: ['bayesian-optimization.ts'],
      quiz: [
        {
          id: 'bayesian-where',
          prompt:
            'The process guesses 0.5 ± 0.01 at one place and 0.52 ± 0.2 at another. The best loss so far is 0.49. Where is the expected improvement higher?',
          answers: [
            {
              text: 'At the first: its guess is lower',
              correct: false,
              reason:
                'To beat 0.49 it must come out a whole standard deviation below its guess, and then it gains a hundredth or so.',
            },
            {
              text: 'At the second: it is unsure, so it may turn out much lower',
              correct: true,
              reason:
                'In about four of ten cases it lands below 0.49, and often by a tenth and more. What it may lose costs only one trial.',
            },
            {
              text: 'At neither: both guesses are worse than the best so far',
              correct: false,
              reason:
                'The mean is not all that may happen. A place counts by what it gains when it comes out well.',
            },
          ],
        },
        {
          id: 'bayesian-parallel',
          prompt:
            'You have a hundred processors. What does Bayesian optimization give up that random search has?',
          answers: [
            {
              text: 'All trials at once: here each one waits for the results of those before',
              correct: true,
              reason:
                'It needs fewer trials, but one after the other. (Variants choose several at a time, knowing less for each.)',
            },
            {
              text: 'Nothing: fewer trials are always faster',
              correct: false,
              reason:
                'A hundred random trials at once take as long as a single one. Twenty in a row take twenty times that.',
            },
            {
              text: 'Its accuracy: a Gaussian process works with few places only',
              correct: false,
              reason:
                'More places make its guesses better. They only make it slower, by the cube of their number.',
            },
          ],
        },
        {
          id: 'bayesian-length-scale',
          prompt:
            'The length-scale of the process is far too short for the loss at hand. How does the search go?',
          answers: [
            {
              text: 'It stays around the best trial for good',
              correct: false,
              reason:
                'A length-scale that is too long can do that: everything seems known. A short one leaves nearly all places unknown.',
            },
            {
              text: 'Almost as if at random: a trial tells nothing about places a little farther off',
              correct: true,
              reason:
                'Everywhere else the guess stays what it was before any trial. So the length-scale is itself fitted to the trials.',
            },
            {
              text: 'It finds the lowest loss at once, as it looks more closely',
              correct: false,
              reason:
                'A short length-scale does not resolve more: it believes that near places are unrelated.',
            },
          ],
        },
      ],
    },
    {
      id: 'genetic-search',
      title: 'Genetic search',
      step: {
        text: `**Genetic search** breeds good values. A **population** of trials runs; the best are **selected** as parents. A child takes each hyperparameter from one parent or the other, its **crossover**, and changes it a little by chance, its **mutation**. The children are the next **generation**. Unlike random search it uses what earlier trials found, and it needs no gradient: even the choice of an activation function can be a gene.

In the panel, step through generations, then drag the valley away: does the swarm follow? Then run \`genetic-search.ts\`: it breeds five hyperparameters at once. Afterwards compare best and median loss, and scrub through the swarm: when are all alike?`,
        image: 'genetic-search.svg',
        alt: 'Three squares: points scattered widely, then nearer to a dark spot, then crowded on it. Below, four genes of one parent and four of another are mixed into a child, and one gene of the child changes.',
        button: { label: 'Step through generations', opens: 'panel' },
      },
      examples: ['genetic-search.ts'],
      quiz: [
        {
          id: 'genetic-mutation',
          prompt: 'You set the mutation to 0. What happens over many generations?',
          answers: [
            {
              text: 'The search stops at once, as no child differs from its parents',
              correct: false,
              reason:
                'Crossover still mixes the genes of two parents into new children, as long as the parents differ.',
            },
            {
              text: 'All become alike, with values that the first generation already had',
              correct: true,
              reason:
                'Crossover only mixes what is there, and selection throws some of it away. No new value can appear.',
            },
            {
              text: 'It finds the best values faster, as nothing good is disturbed',
              correct: false,
              reason:
                'It settles faster, but only on a mixture of values that were drawn at the start.',
            },
          ],
        },
        {
          id: 'genetic-selection',
          prompt:
            'You select only the two best of 24 as parents, instead of twelve. What do you risk?',
          answers: [
            {
              text: 'That the swarm settles early around a place that is not the best',
              correct: true,
              reason:
                'Strong selection loses variety quickly. If both parents are in a poor valley, hardly anything leads out of it.',
            },
            {
              text: 'That the search takes longer to settle',
              correct: false,
              reason: 'It settles sooner: with two parents all children are soon alike.',
            },
            {
              text: 'Nothing: the better the parents, the better the children',
              correct: false,
              reason:
                'The next children perhaps. But what the discarded ones had to offer is gone for good.',
            },
          ],
        },
        {
          id: 'genetic-keep',
          prompt: 'Why does the best of each generation live on unchanged?',
          answers: [
            {
              text: 'So that it has more children than the others',
              correct: false,
              reason:
                'Parents are picked by chance among the selected. Living on gives it no more children.',
            },
            {
              text: 'So that its trial need not be run again',
              correct: false,
              reason: 'Here it is run again with the next generation, like all others.',
            },
            {
              text: 'So that the best loss never rises from one generation to the next',
              correct: true,
              reason:
                'All children may be worse than their parents. Keeping the best, called elitism, makes sure that nothing good is lost.',
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
          prompt: 'Which hyperparameter cannot be tuned by following its gradient?',
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
                'There is one rate for all weights here, and it is learned. (One for each layer could be learned in the same way.)',
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
    {
      id: 'honest-choice',
      title: 'An honest choice',
      concept: 'grid-search',
      task: 'Seven strengths of regularization are tried, and the weakest is always chosen, though it does worst on new points. Choose honestly.',
      hints: [
        'By which number are the results compared in the last section?',
        'A weaker penalty always fits the training points better. Which of the losses tells about other points?',
        'Compare each.validationLoss with best.validationLoss.',
      ],
    },
    {
      id: 'orders-of-magnitude',
      title: 'Orders of magnitude',
      concept: 'random-search',
      task: 'Nine of ten learning rates drawn are above 0.1. Draw so that each order of magnitude from 0.0001 to 1 is tried as often as any other.',
      hints: [
        'An even draw between 0.0001 and 1 spends a tenth of itself on everything below 0.1. What should be even instead?',
        'Draw the exponent evenly, then raise to that power.',
        'return lowest * (highest / lowest) ** Math.random();',
      ],
    },
  ],
});
