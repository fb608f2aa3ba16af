/** The first walkthrough: from a fresh installation to a network that trains. */
import type { Guide } from '../src/curriculum/guide.ts';

export const start = {
  id: 'start',
  title: 'First steps with GenAI 101',
  description: 'Run a small neural network and watch it learn.',
  steps: [
    {
      id: 'welcome',
      title: 'Learn by running it',
      text: `Each **chapter** explains a few ideas behind generative AI. Each idea has a short text, a **figure** to play with, an **example** that really trains, and a few questions.

Everything runs on this computer. There is no account, no key and nothing to download.

The **Course** view in the side bar lists the chapters and what you have done.`,
      image: 'start-course.svg',
      alt: 'A list of chapters with ticks in the side bar, beside a figure and an example script.',
      button: { label: 'Open the course', command: 'openCourse' },
    },
    {
      id: 'figure',
      title: 'Play with a figure',
      text: `A figure answers at once. Drag a point, turn a dial, press a step button, and watch the picture and the numbers in the formula change.

Start with the bottleneck: how few numbers are enough to draw a digit?`,
      image: 'start-figure.svg',
      alt: 'A digit passes through a narrow middle; a slider below sets how narrow it is.',
      button: { label: 'Open a figure', command: 'explain', argument: 'autoencoders.bottleneck' },
      doneWhen: 'genai101.did.figure',
    },
    {
      id: 'example',
      title: 'Open an example',
      text: `An example is a short TypeScript file written in plain TensorFlow.js. It opens as **your own copy**: change what you like, and use **Reset Example** to get the original back.

Read it from the top: hyperparameters, data, model, training, result.`,
      image: 'start-example.svg',
      alt: 'A script in the editor with the links Run, Debug and Explain above its first line.',
      button: {
        label: 'Open autoencoder.ts',
        command: 'openExample',
        argument: 'autoencoders/autoencoder.ts',
      },
      doneWhen: 'genai101.did.openExample',
    },
    {
      id: 'run',
      title: 'Press ▶ and watch it learn',
      text: `Press **▶ Run** above the first line. The example trains in a process of its own, and **■ Stop** ends it at any time.

Then change a number under *Hyperparameters* and run it again: what happens to the **loss**, the number that says how wrong the network is?`,
      image: 'start-run.svg',
      alt: 'A play button, and a loss curve that falls steeply and then levels off.',
      button: { label: 'Run it', command: 'runExample', argument: 'autoencoders/autoencoder.ts' },
      doneWhen: 'genai101.did.run',
    },
    {
      id: 'watch',
      title: 'Look at Training and Samples',
      text: `**Training** draws each number the example logs, for training and validation data on the same axes, with the speed and the time left. Some examples have sliders there: they change a hyperparameter while it trains.

**Samples** shows the newest pictures the model makes. Click one to scrub through all steps in the **gallery**.`,
      image: 'start-watch.svg',
      alt: 'A falling loss curve above a row of digits that get sharper from left to right.',
      button: { label: 'Show Training', command: 'showTraining' },
    },
  ],
} as const satisfies Guide;
