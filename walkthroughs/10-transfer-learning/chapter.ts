/** Chapter 10: what was learned for one task serves the next, with less data and less time. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'transfer-learning',
  number: 10,
  folder: '10-transfer-learning',
  title: 'Transfer learning',
  description: 'Reuse what a network has learned: cut, freeze, fine-tune.',
  examples: [
    { file: 'transfer-learning.ts', concept: 'feature-extractor' },
    { file: 'fine-tuning.ts', concept: 'fine-tuning' },
    { file: 'learning-curve.ts', concept: 'little-data' },
    { file: 'transfer-generator.ts', concept: 'transfer-generation' },
  ],
  concepts: [
    {
      id: 'feature-extractor',
      title: 'Feature extractor: cut and freeze',
      step: {
        text: `A network trained before, on plenty of data, is **pre-trained**. Its first layers have learned **features**: strokes, corners, arcs. They serve other tasks as well. **Transfer learning** cuts off the last layers, which only know the old classes, and puts a new answer layer in their place. The kept layers are **frozen**: their weights stay as they are, and only the new layer learns. So they work as a **feature extractor**.

In the panel, lock layers and watch which weights move. Then run \`transfer-learning.ts\`: a network that knows digits learns letters from 20 images each, beside one that starts at random. Compare accuracy, and seconds.`,
        image: 'feature-extractor.svg',
        alt: 'A network for digits above: three boxes of layers and an answer from 0 to 9. Below, the same three boxes with padlocks; scissors have cut the old answer off, and a new one from A to Z stands in its place.',
        button: { label: 'Lock the layers', opens: 'panel' },
      },
      examples: ['transfer-learning.ts'],
      quiz: [
        {
          id: 'transfer-cut',
          prompt: 'Why is the last layer of the digits network cut off, and not the first?',
          answers: [
            {
              text: 'The last layer has the most weights, so cutting it saves the most time',
              correct: false,
              reason:
                'Often it is one of the smallest. Size is not the point; what it has learned is.',
            },
            {
              text: 'It answers with digits, which the new task has no use for; strokes and corners, found by the first layers, letters have too',
              correct: true,
              reason:
                'Features tend to be general in early layers and bound to the old classes in late ones.',
            },
            {
              text: 'The first layer cannot be replaced once a network has been trained',
              correct: false,
              reason:
                'Any layer can be replaced. It would only throw away the part that is worth keeping.',
            },
          ],
        },
        {
          id: 'transfer-frozen',
          prompt: 'A layer is frozen. What happens to it during training?',
          answers: [
            {
              text: 'It is skipped: images go straight to the layers that learn',
              correct: false,
              reason:
                'It still computes its output from every image. Without it, the next layer would have nothing to work on.',
            },
            {
              text: 'Its weights change, but more slowly than those of other layers',
              correct: false,
              reason: 'That is a low learning rate. Frozen means no change at all.',
            },
            {
              text: 'It computes its output as always, and its weights keep their values',
              correct: true,
              reason:
                'Therefore the output for an image never changes either, and can be computed once for all epochs.',
            },
          ],
        },
        {
          id: 'transfer-distance',
          prompt: 'For which new task would features learned on digits help least?',
          answers: [
            {
              text: 'Telling spoken words apart from their sound',
              correct: true,
              reason:
                'The further the new data is from the old, the fewer features serve both. Sound has no strokes.',
            },
            {
              text: 'Reading handwritten mathematical signs',
              correct: false,
              reason: 'Signs are made of strokes, corners and arcs, as digits are.',
            },
            {
              text: 'Reading digits of another country’s handwriting, with few images',
              correct: false,
              reason: 'Nearly the same task, and little data: where transfer helps most.',
            },
          ],
        },
      ],
    },
    {
      id: 'fine-tuning',
      title: 'Fine-tuning',
      step: {
        text: `Frozen features were made for the old task. **Fine-tuning** adapts them: once the new answer layer has learned, the other layers are **unfrozen** and all of them train on, at a **low learning rate**. Low, because large steps would wreck in a moment what was learned on plenty of data; and only after the answer layer has learned, because a random one sends wild gradients back. What is lost of the old task on the way is called **forgetting**.

In the panel, choose the rate after unfreezing. Then run \`fine-tuning.ts\`: it fine-tunes at a low rate and at a high one. Look for the moment of unfreezing: which curve climbs, which one falls?`,
        image: 'fine-tuning.svg',
        alt: 'Accuracy over time: a curve rises with closed padlocks and levels off; at a dashed line the padlocks open. With a low rate the curve climbs on a little, with a high rate it drops steeply.',
        button: { label: 'Unfreeze at a low rate', opens: 'panel' },
      },
      examples: ['fine-tuning.ts'],
      quiz: [
        {
          id: 'tuning-rate',
          prompt: 'Why a low learning rate after unfreezing?',
          answers: [
            {
              text: 'The weights are already near a good place; large steps would throw them out of it',
              correct: true,
              reason:
                'A few large steps on little data undo what many steps on plenty of data had found.',
            },
            {
              text: 'A low rate makes each step faster to compute',
              correct: false,
              reason: 'A step costs the same, whatever it is multiplied with.',
            },
            {
              text: 'More weights learn now, and the rate has to be divided by their number',
              correct: false,
              reason:
                'There is no such rule. Networks with millions of weights are trained from scratch at usual rates.',
            },
          ],
        },
        {
          id: 'tuning-order',
          prompt: 'Why is the new answer layer trained before the others are unfrozen?',
          answers: [
            {
              text: 'An unfrozen layer cannot be trained together with a new one',
              correct: false,
              reason: 'It can. The result is just worse, as a rule.',
            },
            {
              text: 'While it is random, its large errors would push the good features about for no reason',
              correct: true,
              reason:
                'The gradient that reaches the features passes through the answer layer. Through random weights it says little.',
            },
            {
              text: 'So that the frozen layers have time to forget digits',
              correct: false,
              reason: 'Frozen layers forget nothing: their weights do not change.',
            },
          ],
        },
        {
          id: 'tuning-forgetting',
          prompt:
            'After fine-tuning on letters, you put the old answer layer for digits back. What do you find?',
          answers: [
            {
              text: 'It reads digits exactly as well as before: the answer layer was kept',
              correct: false,
              reason:
                'The answer layer was, but what it is shown has changed: it expects the old features.',
            },
            {
              text: 'It reads nothing any more: learning letters erases digits',
              correct: false,
              reason:
                'At a low rate the features move only a little, and much of the old skill remains.',
            },
            {
              text: 'It reads digits, but worse than before, the more the features have moved',
              correct: true,
              reason: 'This is forgetting. The higher the rate, the more of it.',
            },
          ],
        },
      ],
    },
    {
      id: 'little-data',
      title: 'Less overfitting on little data',
      step: {
        text: `A network with thousands of weights learns a handful of images by heart: right on all of them, wrong on new ones. That is **overfitting**, and more data is the best remedy. Transfer is the second best: frozen layers cannot learn anything by heart, and their features were made from thousands of images.

A **learning curve** shows it: accuracy on new images over the number of images per class. In the panel, drag along three curves: from scratch, frozen, fine-tuned. Then run \`learning-curve.ts\`. Look at the left end, where the curves lie far apart, and at the right: when does transfer stop paying?`,
        image: 'little-data.svg',
        alt: 'Two rising curves of accuracy over images per class, with transfer and from scratch: far apart where images are few, close together where there are many.',
        button: { label: 'Drag along the learning curve', opens: 'panel' },
      },
      examples: ['learning-curve.ts'],
      quiz: [
        {
          id: 'little-why',
          prompt: 'Why does a network with frozen layers overfit less on few images?',
          answers: [
            {
              text: 'It sees fewer images, because the frozen layers filter some out',
              correct: false,
              reason: 'Every image goes through all layers. Nothing is left out.',
            },
            {
              text: 'Frozen layers work like dropout: some units are switched off',
              correct: false,
              reason: 'All units are active. Their weights just do not change.',
            },
            {
              text: 'Far fewer weights can adapt to the few images',
              correct: true,
              reason:
                'What cannot change cannot learn by heart. The features rest on the many images of the old task.',
            },
          ],
        },
        {
          id: 'little-many',
          prompt:
            'With very many images of the new task, how does training from scratch compare with frozen features?',
          answers: [
            {
              text: 'It catches up, and may do better: its features are made for the task itself',
              correct: true,
              reason:
                'Frozen features are a limit as well as a help. With enough data they are no longer needed.',
            },
            {
              text: 'It stays behind by the same distance, however many images there are',
              correct: false,
              reason:
                'The distance shrinks: the images themselves come to say all that the features knew.',
            },
            {
              text: 'It falls further behind, because more images take longer to learn',
              correct: false,
              reason: 'More images help it more than they help a network that knows much already.',
            },
          ],
        },
        {
          id: 'little-training',
          prompt:
            'From five images per class, one network has 100 % on these and 60 % on new ones; another 95 % and 80 %. Which has learned better?',
          answers: [
            {
              text: 'The first: it makes no mistake on what it has been shown',
              correct: false,
              reason:
                'That is learning by heart. The use of a network is in images that it has not been shown.',
            },
            {
              text: 'The second: it is better on new images, with the smaller gap',
              correct: true,
              reason:
                'Accuracy on new images is the aim; the gap of 15 points shows less overfitting.',
            },
            {
              text: 'They are equal: both have 160 or more points in all',
              correct: false,
              reason: 'Accuracies on learned and on new images do not add up to anything.',
            },
          ],
        },
      ],
    },
    {
      id: 'transfer-generation',
      title: 'Transfer for generation',
      step: {
        text: `A generator can be handed on, too. One that draws digits has learned what strokes look like, how they bend and end, and that paper is empty around them. Shown letters, it goes on from there and need not learn strokes again. Today’s image and language models are adapted in this way: pre-trained once at great cost, fine-tuned often and cheaply.

In the panel, compare two generators step by step. Then run \`transfer-generator.ts\`; it scores samples by **FID**, the distance between features of drawn and of real letters: lower is better. After how many steps is the one from digits as good as the other in the end?`,
        image: 'transfer-generation.svg',
        alt: 'A generator draws a 5; an arrow leads to the same generator, shown letters, which draws an A after a few steps. Below, a second one without a past draws only a smear after as many steps.',
        button: { label: 'Compare two generators', opens: 'panel' },
      },
      examples: ['transfer-generator.ts'],
      quiz: [
        {
          id: 'generation-start',
          prompt:
            'What does a generator trained on digits draw at the first step of its training on letters?',
          answers: [
            {
              text: 'Noise, because it has not seen a letter yet',
              correct: false,
              reason: 'Its weights are those from before. It draws what it drew before.',
            },
            {
              text: 'Digits, and what lies between them',
              correct: true,
              reason: 'Nothing has changed yet. From here, digits turn into letters step by step.',
            },
            {
              text: 'Letters, though blurred ones',
              correct: false,
              reason: 'It knows strokes, but it cannot know shapes that it has never been shown.',
            },
          ],
        },
        {
          id: 'generation-fid',
          prompt:
            'Two generators of letters have FID 3 and FID 12 against the same real letters. What follows?',
          answers: [
            {
              text: 'The samples of the first are, as a whole, nearer to real letters in their features',
              correct: true,
              reason:
                'FID compares the means and covariances of two clouds of features. Lower is nearer.',
            },
            {
              text: 'The first draws letters four times as sharp',
              correct: false,
              reason:
                'FID has no such unit. It weighs variety as well as quality, by way of features.',
            },
            {
              text: 'The second is better, as it scores higher',
              correct: false,
              reason: 'FID is a distance: 0 would be the same distribution.',
            },
          ],
        },
        {
          id: 'generation-cost',
          prompt: 'When does transfer save steps on the whole, pre-training included?',
          answers: [
            {
              text: 'Always: pre-training costs nothing',
              correct: false,
              reason:
                'It cost more steps than the letters did. Somebody has to pay for them, once.',
            },
            {
              text: 'Never: the steps are the same, only in another order',
              correct: false,
              reason:
                'Strokes are learned once, and not again for each new alphabet. That is a real saving.',
            },
            {
              text: 'When the pre-trained generator is used for many new tasks, or is there already',
              correct: true,
              reason: 'Pre-training is paid once; each further task only pays for what is new.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'cut-higher',
      title: 'Cut in the right place',
      concept: 'feature-extractor',
      task: 'Letters are learned from the ten probabilities of digits, and read badly. Cut the network for digits where its features are.',
      hints: [
        'What do ten numbers that add up to 1 say of a K? And the 64 numbers of the layer before?',
        'tf.model({ inputs, outputs }) ends wherever you take the output from. Which layer has 64 units?',
        "const last = digitsNetwork.getLayer('strokes');",
      ],
    },
    {
      id: 'no-forgetting',
      title: 'Letters without forgetting digits',
      concept: 'fine-tuning',
      task: 'The network for digits shares layers with the one for letters, and forgets digits while letters are learned. Keep the shared layers as they are.',
      hints: [
        'Which weights do both networks use? Training on letters must not change those.',
        'Each layer has a property trainable. It counts when a model is compiled, so set it before.',
        'for (const layer of features) layer.trainable = false; before the line compile(lettersNetwork, …).',
      ],
    },
  ],
});
