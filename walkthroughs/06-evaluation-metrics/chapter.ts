/** Chapter 06: by which numbers models are judged, and what each of them fails to see. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'evaluation-metrics',
  number: 6,
  folder: '06-evaluation-metrics',
  title: 'Evaluation metrics',
  description: 'Score classifiers, copies and made-up pictures; see who lies.',
  examples: [
    { file: 'classification-metrics.ts', concept: 'classification' },
    { file: 'image-similarity.ts', concept: 'image-similarity' },
    { file: 'generative-metrics.ts', concept: 'generative' },
  ],
  concepts: [
    {
      id: 'classification',
      title: 'Accuracy, precision, recall, F1',
      step: {
        text: `A **confusion matrix** counts who was taken for whom. **Accuracy** is the share of right answers. **Precision**: of what was named positive, the share that is. **Recall**: of what is positive, the share that was named. **F1** is their harmonic mean, low as soon as one of them is.

In **imbalanced data** one class is rare; then always saying “no” is accurate, and useless.

In the panel, drag the threshold through two heaps of scores. Then run \`classification-metrics.ts\`: one digit in twenty is a 7. Accuracy hardly moves while recall and F1 tell the models apart. Afterwards read the confusion matrix: how many 7s were missed?`,
        image: 'classification.svg',
        alt: 'Two bell curves of scores, many negatives and few positives, cut by a threshold; what lies right of it is named positive: hits and false alarms, what lies left of it misses and correct rejections.',
        button: { label: 'Drag the threshold', opens: 'panel' },
      },
      examples: ['classification-metrics.ts'],
      quiz: [
        {
          id: 'classification-accuracy',
          prompt: 'One e-mail in a hundred is fraud. A filter has an accuracy of 99 %. Is it good?',
          answers: [
            {
              text: 'Yes: only one answer in a hundred is wrong',
              correct: false,
              reason: 'That one may be the fraud, every time.',
            },
            {
              text: 'Nobody can say: a filter that lets everything through has 99 % too',
              correct: true,
              reason:
                'With a rare class, accuracy is mostly about the other one. Recall tells how much fraud was found, precision how much of what was stopped was fraud.',
            },
            {
              text: 'No: accuracy must be 100 % to be of use',
              correct: false,
              reason: 'A filter may err and still be of use. What counts is which errors it makes.',
            },
          ],
        },
        {
          id: 'classification-threshold',
          prompt: 'You lower the threshold. What is certain?',
          answers: [
            {
              text: 'Recall does not fall',
              correct: true,
              reason:
                'More is named positive, so no hit is lost. Some misses may become hits, some negatives false alarms.',
            },
            {
              text: 'Precision falls',
              correct: false,
              reason:
                'It usually does, but not always: if what is newly named is all positive, it rises.',
            },
            {
              text: 'F1 rises, as recall does',
              correct: false,
              reason: 'F1 depends on precision as well, and falls if false alarms are many.',
            },
          ],
        },
        {
          id: 'classification-f1',
          prompt: 'Precision is 1.0 and recall is 0.1. What is F1?',
          answers: [
            {
              text: 'About 0.18',
              correct: true,
              reason: '2 · 1.0 · 0.1 / (1.0 + 0.1). The harmonic mean stays near the lower one.',
            },
            {
              text: '0.55',
              correct: false,
              reason: 'That is the arithmetic mean, which would hide that nine in ten are missed.',
            },
            {
              text: '0.1',
              correct: false,
              reason: 'That is their product or the lower one. F1 lies between the two scores.',
            },
          ],
        },
      ],
    },
    {
      id: 'image-similarity',
      title: 'PSNR and SSIM',
      step: {
        text: `How near is a copy to its original? **PSNR**, the peak signal-to-noise ratio, sets the largest pixel value against the mean squared difference of pixels, on a logarithmic scale, in decibels (dB): higher is nearer. **SSIM**, structural similarity, compares means, contrasts and structure in small windows: 1 is equal.

They disagree. Making a picture brighter changes every pixel, yet no structure.

In the panel, slide blur, noise and shift. Then run \`image-similarity.ts\`: five kinds of damage, each with a PSNR near 18 dB. Afterwards compare their SSIM with your eyes: which copy would you keep, and does SSIM mind the shift too much?`,
        image: 'image-similarity.svg',
        alt: 'A striped picture and two copies, one brighter, one noisy. Both copies have the same PSNR, but the bar of SSIM is long for the brighter one and short for the noisy one.',
        button: { label: 'Slide the damage', opens: 'panel' },
      },
      examples: ['image-similarity.ts'],
      quiz: [
        {
          id: 'similarity-psnr',
          prompt: 'The mean squared error of a copy is halved. By how much does PSNR rise?',
          answers: [
            {
              text: 'It doubles',
              correct: false,
              reason: 'PSNR is a logarithm: factors of the error become sums in decibels.',
            },
            {
              text: 'By about 3 dB',
              correct: true,
              reason: '10 · log₁₀ 2 is 3.01, whatever the PSNR was before.',
            },
            {
              text: 'By 10 dB',
              correct: false,
              reason: 'That takes an error ten times smaller.',
            },
          ],
        },
        {
          id: 'similarity-shift',
          prompt: 'A picture of fine stripes is moved by two pixels. What do the metrics say?',
          answers: [
            {
              text: 'Both call it near, since nothing was lost',
              correct: false,
              reason: 'Neither knows of movement. Both compare what lies at the same place.',
            },
            {
              text: 'Only PSNR drops; SSIM looks at structure',
              correct: false,
              reason:
                'SSIM compares structure at the same place as well. Stripes that no longer lie above each other do not correlate.',
            },
            {
              text: 'Both drop, though people would hardly see a difference',
              correct: true,
              reason:
                'Both need pictures that lie exactly above each other. Distances in the features of a network forgive more.',
            },
          ],
        },
        {
          id: 'similarity-generated',
          prompt: 'Why not judge pictures that a generator invents by PSNR?',
          answers: [
            {
              text: 'There is no original that an invented picture should equal',
              correct: true,
              reason:
                'PSNR and SSIM compare a copy with its original. Invented pictures are judged as a set beside a set.',
            },
            {
              text: 'Its values would be too high',
              correct: false,
              reason:
                'Compared with any real picture they would be low, even for a perfect generator.',
            },
            {
              text: 'PSNR works on grey pictures only',
              correct: false,
              reason: 'It works on any numbers, colours as well.',
            },
          ],
        },
      ],
    },
    {
      id: 'generative',
      title: 'Inception Score, FID, KID',
      step: {
        text: `Made pictures have no originals, so sets are compared, in the **features** (inner numbers) of a classifier. **FID** takes both sets for Gaussians and measures their Fréchet distance: 0 is best. **KID** compares without that assumption, and is right on average for small sets too. The **Inception Score** asks whether each picture is named for sure and all names occur; it never sees real ones.

Published values use the Inception network. Ours is a small classifier of digits: it judges digits only, and no value compares with published ones.

Shape two Gaussians in the panel. Then run \`generative-metrics.ts\`; afterwards see which damage each score misses.`,
        image: 'generative.svg',
        alt: 'Real and made pictures pass through a classifier into a plane of features; each set is drawn as an ellipse, and an arrow between the two ellipses is the FID.',
        button: { label: 'Shape two Gaussians', opens: 'panel' },
      },
      examples: ['generative-metrics.ts'],
      quiz: [
        {
          id: 'generative-blind',
          prompt:
            'A generator draws ten perfect digits, one of each kind, and repeats just these. Which score does not notice?',
          answers: [
            {
              text: 'The Inception Score',
              correct: true,
              reason:
                'Each is named for sure and all names are equally frequent: the highest score there is. It knows nothing of variety within a kind.',
            },
            {
              text: 'FID',
              correct: false,
              reason: 'The covariance of the features shrinks to that of ten points, so FID grows.',
            },
            {
              text: 'KID',
              correct: false,
              reason: 'It compares the whole distributions of features, and these differ.',
            },
          ],
        },
        {
          id: 'generative-size',
          prompt:
            'Model A has FID 12, from 50,000 samples. Model B has FID 15, from 1,000 samples. Which is better?',
          answers: [
            {
              text: 'A: the lower value wins',
              correct: false,
              reason: 'Only between sets of one size. FID of small sets is too high.',
            },
            {
              text: 'It cannot be said: FID rises as the sets get smaller',
              correct: true,
              reason:
                'Covariances guessed from few samples are off, and on average that adds distance. KID’s mean does not depend on the size.',
            },
            {
              text: 'B: it needed fewer samples',
              correct: false,
              reason: 'The samples are there to measure, not to train.',
            },
          ],
        },
        {
          id: 'generative-network',
          prompt: 'FID here is 3, a paper reports 3 for faces. What follows?',
          answers: [
            {
              text: 'Both models are equally good',
              correct: false,
              reason:
                'A distance in other features of other pictures is in other units, so to say.',
            },
            {
              text: 'Our model is worse, as our network is smaller',
              correct: false,
              reason: 'The size of the network does not tell in which direction values differ.',
            },
            {
              text: 'Nothing: the features come from different networks',
              correct: true,
              reason:
                'Our classifier of digits stands in for Inception. Compare values of one network, one kind of data and one size of sets.',
            },
          ],
        },
      ],
    },
    {
      id: 'choosing',
      title: 'Choosing a metric',
      step: {
        text: `A **metric** is a number that stands for what you want; choose it before you see results. First ask what an error costs: a **miss** (something was overlooked) or a **false alarm**? Then ask what there is to compare with: a label, an original, or only a set of real samples. Last, ask what the metric does not see, and add a second one for that.

In the panel, take the cases one by one: choose, and see what your metric would let through. Then run \`generative-metrics.ts\`: afterwards find, in its table, two sets that one score ranks one way and another score the other way.`,
        image: 'choosing.svg',
        alt: 'Three questions in a row: is there a label, then precision and recall; is there an original, then PSNR and SSIM; only a set of real samples, then FID and KID.',
        button: { label: 'Choose for each case', opens: 'panel' },
      },
      examples: ['generative-metrics.ts', 'classification-metrics.ts'],
      quiz: [
        {
          id: 'choosing-screening',
          prompt:
            'A first test for a rare, curable disease; whoever is positive gets a second, careful test. What matters most?',
          answers: [
            {
              text: 'Recall',
              correct: true,
              reason:
                'Whoever is missed is not looked at again. False alarms cost a second test only.',
            },
            {
              text: 'Precision',
              correct: false,
              reason:
                'It would matter if being positive led straight to a dangerous treatment. Here a second test follows.',
            },
            {
              text: 'Accuracy',
              correct: false,
              reason: 'The disease is rare, so saying “healthy” to all would be accurate.',
            },
          ],
        },
        {
          id: 'choosing-denoiser',
          prompt:
            'A model cleans old photographs. You have clean ones and added the noise yourself. Which metric?',
          answers: [
            {
              text: 'FID alone',
              correct: false,
              reason:
                'It compares sets. A model that returned clean photographs of other people would score well.',
            },
            {
              text: 'PSNR and SSIM against the clean originals',
              correct: true,
              reason:
                'Every picture has its original, at the same place. Two metrics, as PSNR alone is kind to blur.',
            },
            {
              text: 'The Inception Score',
              correct: false,
              reason: 'It does not look at the originals at all.',
            },
          ],
        },
        {
          id: 'choosing-generator',
          prompt:
            'FID of a generator of digits improved, but people say it now copies training pictures. Why did FID not warn?',
          answers: [
            {
              text: 'Too few samples were drawn',
              correct: false,
              reason: 'More samples make FID steadier; copies still look like real data.',
            },
            {
              text: 'Copies of the training data have the distribution of the training data: FID rewards them',
              correct: true,
              reason:
                'A second look is needed: the distance of each sample to its nearest training picture.',
            },
            {
              text: 'FID only looks at means',
              correct: false,
              reason: 'It looks at covariances as well. Even so, copies match both.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'swapped-scores',
      title: 'Swapped scores',
      concept: 'classification',
      task: 'Precision and recall have changed places, and F1 is the wrong mean. Put all three right.',
      hints: [
        'By what does precision divide: by all that was named a 7, or by all that is a 7?',
        'What was named is hits and false alarms; what is there is hits and misses. The harmonic mean is 2·p·r / (p + r).',
        'precision = hits / (hits + falseAlarms); recall = hits / (hits + misses); F1 = (2 * precision * recall) / (precision + recall).',
      ],
    },
    {
      id: 'missed-collapse',
      title: 'The missed collapse',
      concept: 'generative',
      task: 'This Inception Score is as high for a set of nothing but 4s as for all digits. Mend it.',
      hints: [
        'With what is each p(y|x) compared, and does that depend on the set?',
        'p(y) is the mean of p(y|x) over all pictures of the set.',
        'const marginal = probabilities.mean(0, true);',
      ],
    },
  ],
});
