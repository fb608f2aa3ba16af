/** Chapter 11: generating by taking noise out, step by step. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'diffusion',
  number: 11,
  folder: '11-diffusion',
  title: 'Diffusion',
  description: 'Drown data in noise, learn the way back, and steer it.',
  examples: [
    { file: 'diffusion-in-two-dimensions.ts', concept: 'reverse-process' },
    { file: 'diffusion.ts', concept: 'fewer-steps' },
  ],
  concepts: [
    {
      id: 'forward-process',
      title: 'Forward process and noise schedule',
      step: {
        text: `A **diffusion model** learns to generate by learning to clean. First it needs dirt: the **forward process** mixes data with Gaussian noise. At time t, a **noise schedule** says how much of the data is left (**signal** α) and how much noise is in (**noise** σ): xₜ = α·x₀ + σ·ε. With α² + σ² = 1 the mixture stays about as wide as before. Nothing is learned here, and any time is reached in one jump.

In the panel, slide the time: when does the digit drown? Then run \`diffusion-in-two-dimensions.ts\`: under **forward**, two moons dissolve into one round cloud. Look at the last time: could you still tell what it was?`,
        image: 'forward-process.svg',
        alt: 'A digit 3 five times, from clean to pure noise; below it the signal falls from one to zero while the noise rises from zero to one.',
        button: { label: 'Drown a digit in noise', opens: 'panel' },
      },
      examples: ['diffusion-in-two-dimensions.ts'],
      quiz: [
        {
          id: 'forward-learned',
          prompt: 'What does the network learn in the forward process?',
          answers: [
            {
              text: 'How much noise to add at each time',
              correct: false,
              reason:
                'That is fixed beforehand by the schedule. Here no weight is changed, and no network is needed.',
            },
            {
              text: 'Nothing: it only makes the noisy inputs, with known answers',
              correct: true,
              reason:
                'Since we put the noise in ourselves, we know it exactly. That is what makes the way back learnable.',
            },
            {
              text: 'The features of the data, as an encoder does',
              correct: false,
              reason:
                'An encoder is trained to keep what matters. The forward process destroys everything alike, by rule.',
            },
          ],
        },
        {
          id: 'forward-jump',
          prompt: 'Training needs a digit as it is at time 30. What does that take?',
          answers: [
            {
              text: 'One draw of noise, mixed in with α₃₀ and σ₃₀',
              correct: true,
              reason:
                'Sums of independent Gaussian noise are Gaussian, so thirty small helpings equal a single large one.',
            },
            {
              text: '30 steps one after another, since each depends on the one before',
              correct: false,
              reason:
                'Drawn step by step it would have the same distribution, so the steps can be skipped.',
            },
            {
              text: '30 calls of the network',
              correct: false,
              reason: 'The network is not used forward in time; it is asked on the way back.',
            },
          ],
        },
        {
          id: 'forward-width',
          prompt: 'Why is the data scaled down by α, instead of only adding more and more noise?',
          answers: [
            {
              text: 'Because otherwise the noise would not be Gaussian',
              correct: false,
              reason: 'It would be as Gaussian as before. What would change is its size.',
            },
            {
              text: 'Because the network sees less of the data then, and cannot learn it by heart',
              correct: false,
              reason:
                'Scaling alone hides nothing: a network could scale it back. The noise is what hides the data.',
            },
            {
              text: 'So that inputs keep about the same size at all times, and end as a standard normal we can draw from',
              correct: true,
              reason:
                'With data of variance 1, α² + σ² = 1 keeps the variance at 1. Adding alone also works, but then inputs must be scaled later.',
            },
          ],
        },
      ],
    },
    {
      id: 'reverse-process',
      title: 'Learned reverse process',
      step: {
        text: `Show a network a noisy point and the time, and let it guess the noise that is in it. The target is known, so this is ordinary regression. Many data points could be behind one noisy point, so the best guess is an **average** over them. Hence generating takes many small steps: guess, take a little noise out, guess again. This **reverse process** (DDPM) starts from pure noise. The field of guesses, turned round, points uphill in probability; up to a factor it is the **score**.

In the panel, play the steps and drag the point between the moons. Then run \`diffusion-in-two-dimensions.ts\`, and afterwards scrub through **reverse** and **field**: when do the moons part?`,
        image: 'reverse-process.svg',
        alt: 'Three squares: a cloud of noise with arrows pointing inwards, the cloud half gathered, and two moons.',
        button: { label: 'Lead noise back to data', opens: 'panel' },
      },
      examples: ['diffusion-in-two-dimensions.ts'],
      quiz: [
        {
          id: 'reverse-target',
          prompt: 'What is the target when the network of a diffusion model is trained?',
          answers: [
            {
              text: 'The noise that was mixed into this very input',
              correct: true,
              reason:
                'It was drawn a moment ago, so it is known. Asking for the clean data instead comes to the same by algebra: the input gives the rest.',
            },
            {
              text: 'The verdict of a second network: noise or data',
              correct: false,
              reason: 'That is a GAN. Diffusion needs no opponent, just a squared error.',
            },
            {
              text: 'The next point of the reverse process',
              correct: false,
              reason:
                'Nobody knows that way beforehand. It comes out of the guesses only once the network is trained.',
            },
          ],
        },
        {
          id: 'reverse-one-step',
          prompt:
            'From pure noise, one single step takes out all the noise that is guessed. What appears?',
          answers: [
            {
              text: 'A good sample, only less random',
              correct: false,
              reason:
                'The guess at that noise is an average over everything, and averages of digits or moons are no such things.',
            },
            {
              text: 'Something near the mean of all data',
              correct: true,
              reason:
                'Any data point may be behind pure noise; with squared error the best guess is their mean. Only less noisy inputs let the guess choose.',
            },
            {
              text: 'A copy of one training example',
              correct: false,
              reason: 'Nothing has chosen one yet: at this time all of them are about as likely.',
            },
          ],
        },
        {
          id: 'reverse-time',
          prompt: 'Why is the network told the time?',
          answers: [
            {
              text: 'So that it can count how many steps are left',
              correct: false,
              reason:
                'It does not plan. Each call answers one question: what is the noise in this input?',
            },
            {
              text: 'So that early steps are trained first and late ones afterwards',
              correct: false,
              reason: 'Each batch mixes all times at random.',
            },
            {
              text: 'Because the same place calls for another guess at another level of noise',
              correct: true,
              reason:
                'Between the moons, at high noise, the guess leads to the middle of all data; at low noise to the nearest moon.',
            },
          ],
        },
      ],
    },
    {
      id: 'fewer-steps',
      title: 'Sampling in fewer steps',
      step: {
        text: `Sampling calls the network once a step, so steps are what costs time. **DDPM** puts some new noise in at each step; with few and large steps this goes wrong. **DDIM** adds none: it goes to the guessed clean image and back with the same noise, only less of it. Its path is smooth, so it can be walked in a few long strides, and the same starting noise always gives the same image. The network is the same one; only the sampler differs.

In the panel, reduce the steps with both samplers. Then run \`diffusion.ts\`; afterwards scrub through **out of noise**, and turn the **steps** dial: how few are enough?`,
        image: 'fewer-steps.svg',
        alt: 'Left, DDPM: a path of 40 steps that jumps about before it ends on a moon. Right, DDIM: four smooth paths of 8 steps each.',
        button: { label: 'Take fewer steps', opens: 'panel' },
      },
      examples: ['diffusion.ts'],
      quiz: [
        {
          id: 'steps-training',
          prompt:
            'You want to sample in 10 steps instead of 50 with DDIM. What has to be trained again?',
          answers: [
            {
              text: 'Nothing: the network knows every time, and the sampler picks ten of them',
              correct: true,
              reason:
                'Training asks for the noise at single times; it knows of no steps. Which times are visited is decided while sampling.',
            },
            {
              text: 'The whole network, with a schedule of 10 times',
              correct: false,
              reason: 'The schedule can stay. Ten of its times are enough to walk along.',
            },
            {
              text: 'Only the last layer',
              correct: false,
              reason: 'No weight depends on how many steps will be taken.',
            },
          ],
        },
        {
          id: 'steps-deterministic',
          prompt: 'With DDIM, where do the differences between samples come from?',
          answers: [
            {
              text: 'From the noise each step adds',
              correct: false,
              reason: 'That is DDPM. DDIM adds none after the start.',
            },
            {
              text: 'From the starting noise alone',
              correct: true,
              reason:
                'Everything after it is computed. So the starting noise works like a latent code: keep it, and you can redraw the same sample.',
            },
            {
              text: 'There are none: it always draws the most likely sample',
              correct: false,
              reason:
                'Every start leads somewhere else; together the ends are spread like the data.',
            },
          ],
        },
        {
          id: 'steps-too-few',
          prompt: 'Why do samples get worse when DDIM takes very few steps?',
          answers: [
            {
              text: 'Too little noise is taken out, so the images stay noisy',
              correct: false,
              reason:
                'The last step always takes out all of the guessed noise, however few there are.',
            },
            {
              text: 'The network runs out of time to converge',
              correct: false,
              reason: 'It is trained already; sampling changes no weight.',
            },
            {
              text: 'A step is straight and trusts a guess that would change on the way; long ones leave the curved path',
              correct: true,
              reason:
                'As with any differential equation solved in steps that are too long. With one step you get the mean of the data.',
            },
          ],
        },
      ],
    },
    {
      id: 'guidance',
      title: 'Class guidance',
      step: {
        text: `To get what you ask for, tell the network the label as well. In training the label is sometimes hidden, so the one network can guess with and without it. While sampling, both guesses are made, and the difference is what the label changes. **Classifier-free guidance** goes further along it: ε = ε(∅) + w·(ε(c) − ε(∅)). At w = 0 the label is ignored, at w = 1 it is followed; above, samples become more typical of their class, and less varied.

In the panel, turn the guidance dial and watch both curves. Then run \`diffusion.ts\`; afterwards compare **without guidance** and **guided**, and explore guidance from 0 to 4: what gets better, what gets lost?`,
        image: 'guidance.svg',
        alt: 'From a noisy image three arrows: without label towards any digit, with label towards a 7, and guided, further in the direction from the first to the second, to a clear 7.',
        button: { label: 'Turn up the guidance', opens: 'panel' },
      },
      examples: ['diffusion.ts'],
      quiz: [
        {
          id: 'guidance-hidden',
          prompt: 'Why are some labels hidden during training?',
          answers: [
            {
              text: 'To keep the network from overfitting to the labels',
              correct: false,
              reason:
                'It looks like dropout, but the aim is another: a second answer from the same network.',
            },
            {
              text: 'So that the same network also learns the guess without a label, which guidance needs',
              correct: true,
              reason:
                'Guidance is the difference of two guesses. Otherwise a second network would have to be trained for the one without.',
            },
            {
              text: 'Because for some images the label is not known',
              correct: false,
              reason: 'All are labelled here. The labels are hidden on purpose, at random.',
            },
          ],
        },
        {
          id: 'guidance-high',
          prompt: 'You raise w from 1 to 6. What do you expect?',
          answers: [
            {
              text: 'More variety, since the label has more influence',
              correct: false,
              reason:
                'The pull goes to where the label is surest. All samples are pulled there, so they grow alike.',
            },
            {
              text: 'Samples typical of the class and alike, in the end overdone',
              correct: true,
              reason:
                'Guided sampling no longer follows the distribution of the data: it favours what sets the class apart.',
            },
            {
              text: 'The same samples, drawn in fewer steps',
              correct: false,
              reason: 'Guidance changes where each step goes, not how many are needed.',
            },
          ],
        },
        {
          id: 'guidance-cost',
          prompt: 'What does guidance cost while sampling?',
          answers: [
            {
              text: 'About twice the computing: the network is asked with and without the label at each step',
              correct: true,
              reason: 'Two guesses a step. At w = 0 or w = 1 one of them is not needed.',
            },
            {
              text: 'A classifier has to judge each step',
              correct: false,
              reason:
                'An older kind of guidance used the gradient of a classifier. This one is called classifier-free because it does without.',
            },
            {
              text: 'Nothing: w is one of the weights',
              correct: false,
              reason:
                'w is chosen while sampling and no weight; but both guesses have to be computed.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'as-wide-as-before',
      title: 'Noise that keeps the width',
      concept: 'forward-process',
      task: 'On its way to noise the cloud shrinks to 70 % of its width and then swells again. Mend the schedule so that it is as wide at each time.',
      hints: [
        'The data have a standard deviation of 1, and so has the noise. What is the variance of α·data + σ·noise?',
        'Variances of independent numbers add up: α² + σ². When is that 1?',
        'return Math.sqrt(1 - signal ** 2);',
      ],
    },
    {
      id: 'step-of-ddim',
      title: 'A step of DDIM',
      concept: 'fewer-steps',
      task: 'Each step jumps to the guessed clean point and stays there, so the points miss the heaps. Write the step of DDIM.',
      hints: [
        'At high noise the guess of the clean point is near the mean of all data. Should a step go all the way there?',
        'A step ends at the next time: with signalNext of the guessed clean point, and noiseNext of the guessed noise.',
        'return clean.mul(signalNext).add(epsilon.mul(noiseNext));',
      ],
    },
  ],
});
