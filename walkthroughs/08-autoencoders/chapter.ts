/** Chapter 08: networks that copy their input through a narrow door, and what that door is good for. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'autoencoders',
  number: 8,
  folder: '08-autoencoders',
  title: 'Autoencoders',
  description: 'Squeeze images through a bottleneck, and draw new ones.',
  examples: [
    { file: 'autoencoder.ts', concept: 'bottleneck' },
    { file: 'denoising.ts', concept: 'denoising' },
    { file: 'anomaly-detection.ts', concept: 'anomaly-detection' },
    { file: 'latent-space.ts', concept: 'latent-space' },
    { file: 'variational-autoencoder.ts', concept: 'variational-autoencoder' },
  ],
  concepts: [
    {
      id: 'bottleneck',
      title: 'Encoder, bottleneck, decoder',
      step: {
        text: `An **autoencoder** is a network trained to output a copy of its own input. The copy must pass through a narrow layer, the **bottleneck**. So the first half, the **encoder**, learns to squeeze an image into a few numbers, its **code**, and the second half, the **decoder**, learns to draw the image from that code. The **reconstruction loss** measures how far the copy is from the original; no labels are needed.

In the panel, change the bottleneck while a small autoencoder trains. Then run \`autoencoder.ts\`: its loss falls fast, then levels off. Afterwards compare digits with their copies: which strokes survive, which blur?`,
        image: 'bottleneck.svg',
        alt: 'A drawn 3 narrows through an encoder to a code of four numbers and widens through a decoder to a slightly softer 3; a dashed line below compares the two images: the loss.',
        button: { label: 'Squeeze the bottleneck', opens: 'panel' },
      },
      examples: ['autoencoder.ts'],
      quiz: [
        {
          id: 'bottleneck-target',
          prompt: 'What does the reconstruction loss of an autoencoder compare?',
          answers: [
            {
              text: 'The output with the label of the image',
              correct: false,
              reason:
                'That is how a classifier is trained. An autoencoder never sees a label; this is why it counts as unsupervised.',
            },
            {
              text: 'The output with the input',
              correct: true,
              reason: 'The input is its own target. Every image brings its answer with it.',
            },
            {
              text: 'The code with the input',
              correct: false,
              reason:
                'They do not even have the same number of values. Nobody prescribes the code; it only has to be good enough to draw the image from.',
            },
          ],
        },
        {
          id: 'bottleneck-wide',
          prompt:
            'You make the bottleneck as wide as the image has pixels, and the loss drops close to zero. What has been learned?',
          answers: [
            {
              text: 'A better description of digits than before',
              correct: false,
              reason:
                'A lower loss is not a better description. With room for every pixel, passing them through unchanged is enough.',
            },
            {
              text: 'Possibly nothing but how to pass pixels through',
              correct: true,
              reason:
                'Without a squeeze (or noise, or a penalty on the code) the identity function is a perfect solution, and it knows nothing of digits.',
            },
            {
              text: 'A stronger compression of the images',
              correct: false,
              reason:
                'As many numbers leave the encoder as enter it: the ratio is 1, no compression at all.',
            },
          ],
        },
        {
          id: 'bottleneck-pca',
          prompt:
            'Take all activation functions out, so that encoder and decoder are linear. What is the best mean squared error that k numbers in the bottleneck can reach?',
          answers: [
            {
              text: 'That of principal component analysis with k components',
              correct: true,
              reason:
                'Among all linear maps through k numbers, projecting on the first k principal components has the smallest squared error. Only the nonlinear layers let an autoencoder do better.',
            },
            {
              text: 'Zero, if it trains long enough',
              correct: false,
              reason:
                'Training cannot go below what k linear directions can express, however long it lasts.',
            },
            {
              text: 'A lower one than principal component analysis, because it learns from the data',
              correct: false,
              reason:
                'Principal components come from the data too, and are the exact optimum for linear maps. Gradient descent can only approach it.',
            },
          ],
        },
      ],
    },
    {
      id: 'denoising',
      title: 'Denoising',
      step: {
        text: `A **denoising autoencoder** receives a damaged image and is trained to return the clean one. Copying no longer helps: to tell stroke from speckle, the network must learn what digits look like. New noise is drawn at every step, so none can be memorized.

**PSNR** (peak signal-to-noise ratio) scores the result in decibels, dB: higher is closer to the clean image, and 10 dB more means a tenth of the squared error.

In the panel, turn the noise dial and watch both scores. Then run \`denoising.ts\`; its samples show noisy, cleaned and clean images together. Look at the strongest noise: where does the network start to guess?`,
        image: 'denoising.svg',
        alt: 'A digit 5 covered in speckle enters the network and leaves it with the speckle gone; the loss compares the result with the clean 5, not with the noisy one.',
        button: { label: 'Turn the noise dial', opens: 'panel' },
      },
      examples: ['denoising.ts'],
      quiz: [
        {
          id: 'denoising-target',
          prompt: 'With which image is the output of a denoising autoencoder compared in training?',
          answers: [
            {
              text: 'With the noisy image that went in',
              correct: false,
              reason:
                'Then reproducing the noise would be rewarded. Only the input is noisy; the target is not.',
            },
            {
              text: 'With the clean image from before the noise was added',
              correct: true,
              reason:
                'Noise is added by us, so we know the clean image. The network is paid for removing what we added.',
            },
            {
              text: 'With the average of all training images',
              correct: false,
              reason:
                'That would teach it to answer the same blur to every input, whatever it shows.',
            },
          ],
        },
        {
          id: 'denoising-psnr',
          prompt:
            'The PSNR of an image rises from 12 dB to 22 dB. What happened to its mean squared error?',
          answers: [
            {
              text: 'It became 10 smaller',
              correct: false,
              reason:
                'Decibels are ratios on a logarithmic scale, not differences in the units of the error.',
            },
            {
              text: 'It almost halved, as 12 is about half of 22',
              correct: false,
              reason:
                'PSNR is a logarithm: what counts is the difference of 10 dB, not the ratio of the two figures.',
            },
            {
              text: 'It fell to a tenth',
              correct: true,
              reason: 'PSNR = 10·log₁₀(peak² / MSE): each 10 dB is a factor of ten in MSE.',
            },
          ],
        },
        {
          id: 'denoising-blur',
          prompt:
            'Under very strong noise, a network trained with mean squared error returns a blurry digit. Why?',
          answers: [
            {
              text: 'Many clean digits could hide below this noise, and their average has the smallest expected squared error',
              correct: true,
              reason:
                'The best single answer under squared error is the mean of all clean images that fit the input; a mean of different sharp images is blurry.',
            },
            {
              text: 'Blurring is how it removes noise: it averages neighbouring pixels',
              correct: false,
              reason:
                'A fixed blur filter works so. The network draws what it learned about strokes; at low noise its edges stay sharp.',
            },
            {
              text: 'Strong noise damages its weights',
              correct: false,
              reason:
                'Using a trained network does not change its weights, whatever image goes in.',
            },
          ],
        },
      ],
    },
    {
      id: 'anomaly-detection',
      title: 'Anomaly detection',
      step: {
        text: `Trained on **normal** images only, an autoencoder rebuilds just those well. An **anomaly**, something it never met, comes back changed: its **reconstruction error** is high. A **threshold** on this error makes a detector, and no anomaly was needed to train it.

The threshold is a trade. Lower it and you catch more of the anomalies (**recall** rises), but more normal images raise a false alarm (**precision**, the share of alarms that are right, tends to fall).

In the panel, move the threshold. Then run \`anomaly-detection.ts\`: it ranks unseen images by error. Look at the top of the ranking, and at **ROC AUC**: how often an anomaly outranks a normal image.`,
        image: 'anomaly-detection.svg',
        alt: 'Two overlapping histograms of reconstruction error, normal images left and anomalies right; a vertical threshold splits them, marking missed anomalies and false alarms.',
        button: { label: 'Move the threshold', opens: 'panel' },
      },
      examples: ['anomaly-detection.ts'],
      quiz: [
        {
          id: 'anomaly-training',
          prompt: 'What do you train the autoencoder of an anomaly detector on?',
          answers: [
            {
              text: 'As many anomalies as normal images, labelled',
              correct: false,
              reason:
                'That would be a classifier for anomalies already known. Anomalies are rare, and the next one may look like none before.',
            },
            {
              text: 'Normal images only',
              correct: true,
              reason:
                'It becomes a specialist in the normal. Whatever it cannot rebuild is suspicious, even a kind nobody thought of.',
            },
            {
              text: 'Anomalies only, so that it recognizes them',
              correct: false,
              reason:
                'It would then rebuild anomalies well and normal images badly, and know only the anomalies it has seen.',
            },
          ],
        },
        {
          id: 'anomaly-threshold',
          prompt: 'You lower the threshold. What is certain?',
          answers: [
            {
              text: 'Recall does not fall, and the number of false alarms does not fall either',
              correct: true,
              reason:
                'Everything flagged before is still flagged, and perhaps more: anomalies and normal images alike.',
            },
            {
              text: 'Precision rises, because more anomalies are found',
              correct: false,
              reason:
                'Precision is the share of alarms that are right. More alarms usually include more wrong ones.',
            },
            {
              text: 'The network becomes more sensitive, so its errors change',
              correct: false,
              reason:
                'The errors stay as they are. The threshold only decides which of them count as an alarm.',
            },
          ],
        },
        {
          id: 'anomaly-auc',
          prompt: 'A detector has a ROC AUC of 0.95. What does that say?',
          answers: [
            {
              text: '95 % of all images are judged correctly',
              correct: false,
              reason:
                'That is accuracy, and it needs one fixed threshold. AUC looks at all of them.',
            },
            {
              text: '95 % of the anomalies are found',
              correct: false,
              reason:
                'That is recall at one threshold. With a low enough threshold any detector finds all of them.',
            },
            {
              text: 'Of a random anomaly and a random normal image, the anomaly has the higher error in 95 % of the cases',
              correct: true,
              reason:
                'AUC measures the ranking, whatever the threshold: 0.5 is a coin toss, 1 a perfect order.',
            },
          ],
        },
      ],
    },
    {
      id: 'latent-space',
      title: 'Latent space and its holes',
      step: {
        text: `The codes of all images together live in the **latent space**. With two numbers per code it is a plane you can look at, and similar images tend to lie close together. Choose any point, let the decoder draw it, and you have **generated** an image.

But a plain autoencoder is trained only at the codes of its training images. Nothing asks the places in between to mean anything, so there are **holes**: points that decode to no digit at all.

In the panel, drag the point across islands and holes. Then run \`latent-space.ts\`; afterwards **Your model** opens the plane it learned. Can you walk from a 7 to a 0 without leaving the digits?`,
        image: 'latent-space.svg',
        alt: 'A plane with islands of coloured points, one colour per digit; a point inside an island decodes to a clear digit, a point in the empty space between islands decodes to a smear.',
        button: { label: 'Drag through the latent plane', opens: 'panel' },
      },
      examples: ['latent-space.ts', 'autoencoder.ts'],
      quiz: [
        {
          id: 'latent-holes',
          prompt: 'Why can a point between two islands decode to something that is no digit?',
          answers: [
            {
              text: 'The decoder was never trained there: the loss only looks at codes of training images',
              correct: true,
              reason:
                'Between them the decoder gives whatever its weights happen to interpolate. A plain autoencoder pays nothing for nonsense there.',
            },
            {
              text: 'Two numbers are too few to draw a digit',
              correct: false,
              reason:
                'The same decoder draws clear digits from two numbers inside an island. Few numbers cost detail, and more of them would leave even more empty room.',
            },
            {
              text: 'The point is outside the range of numbers the decoder accepts',
              correct: false,
              reason:
                'A decoder accepts any numbers. The trouble is that it was taught nothing about these.',
            },
          ],
        },
        {
          id: 'latent-random',
          prompt:
            'You draw a code at random from a standard normal distribution and decode it with a plain autoencoder. What do you get?',
          answers: [
            {
              text: 'A typical digit: encoders put codes around zero with a spread of one',
              correct: false,
              reason:
                'Nothing in the loss of a plain autoencoder asks for that. Codes may lie around 30, on a ring, or in far-off islands.',
            },
            {
              text: 'The average of all digits',
              correct: false,
              reason:
                'No code stands for the average by rule. Even the mean of all codes usually decodes to something else.',
            },
            {
              text: 'It depends on luck: the code may lie in an island or in a hole',
              correct: true,
              reason:
                'The codes follow a distribution nobody chose or knows. This is what a variational autoencoder puts right.',
            },
          ],
        },
        {
          id: 'latent-near',
          prompt: 'Two images have almost the same code. What follows?',
          answers: [
            {
              text: 'They carry the same label',
              correct: false,
              reason:
                'Often, but not surely: labels played no part in training. Where islands touch, a 4 lies beside a 9.',
            },
            {
              text: 'Their reconstructions are almost the same image',
              correct: true,
              reason:
                'The decoder is a continuous function: a small step in the code is a small step in the picture.',
            },
            {
              text: 'The two images are equal, pixel by pixel',
              correct: false,
              reason:
                'The code keeps only part of an image. What it leaves out may differ freely between the two.',
            },
          ],
        },
      ],
    },
    {
      id: 'variational-autoencoder',
      title: 'Variational autoencoder',
      step: {
        text: `A **variational autoencoder** (VAE) encodes an image as a small cloud: a mean μ and a spread σ. It decodes a random point of the cloud, z = μ + σ·ε, with ε standard normal. Written so (the **reparameterization** trick), gradients reach μ and σ. A second loss, the **KL divergence**, pulls every cloud towards one standard normal, the **prior**. Clouds overlap, holes close, and almost any z from the prior decodes to a digit. The weight **β** trades sharp copies against smooth space.

In the panel, roll ε and slide β. Then run \`variational-autoencoder.ts\`: both losses appear, and samples sharpen with each epoch. Afterwards drag through its latent plane.`,
        image: 'variational-autoencoder.svg',
        alt: 'An encoder turns a digit into an ellipse with centre μ and width σ; a die picks a point z inside it, which the decoder draws; a dashed circle shows the standard normal towards which the KL term pulls.',
        button: { label: 'Roll a new sample', opens: 'panel' },
      },
      examples: ['variational-autoencoder.ts'],
      quiz: [
        {
          id: 'vae-reparameterization',
          prompt:
            'Why is z computed as μ + σ·ε with a random ε, instead of being drawn from the cloud directly?',
          answers: [
            {
              text: 'Because z then has a smaller spread than the cloud',
              correct: false,
              reason:
                'The distribution is exactly the same: mean μ, standard deviation σ. Only the way to compute it differs.',
            },
            {
              text: 'Because the randomness then sits in ε, and z has a derivative with respect to μ and σ',
              correct: true,
              reason:
                'A draw has no derivative. With ε as an outside input, ∂z/∂μ = 1 and ∂z/∂σ = ε, so the encoder can learn.',
            },
            {
              text: 'Because it makes the result the same in every run',
              correct: false,
              reason:
                'ε is new at every step. Runs repeat because of the seed, with or without this form.',
            },
          ],
        },
        {
          id: 'vae-beta',
          prompt: 'You make β very large. What happens?',
          answers: [
            {
              text: 'Reconstructions become sharper, because the loss is larger',
              correct: false,
              reason:
                'The size of a loss does not improve anything. A larger weight on KL makes reconstruction matter less.',
            },
            {
              text: 'All clouds become alike, and reconstructions turn into the same blur',
              correct: true,
              reason:
                'The cheapest way to zero KL is to ignore the input: μ = 0, σ = 1 for everything. Then the code says nothing; this is called posterior collapse.',
            },
            {
              text: 'The clouds shrink to points, as in a plain autoencoder',
              correct: false,
              reason:
                'The reverse: clouds shrink when β goes to 0. KL grows without bound as σ goes to 0.',
            },
          ],
        },
        {
          id: 'vae-kl-zero',
          prompt: 'For one image the KL term is exactly 0. What do you know?',
          answers: [
            {
              text: 'It is rebuilt without any error',
              correct: false,
              reason:
                'KL compares the cloud with the prior; it never looks at the picture. The reconstruction term does that.',
            },
            {
              text: 'σ is 0: the cloud is a single point',
              correct: false,
              reason: 'Then KL would be infinite, since the prior has a spread of 1.',
            },
            {
              text: 'Its cloud is the prior itself, so its code carries no information about it',
              correct: true,
              reason:
                'KL is 0 only where μ = 0 and σ = 1 in every dimension: the same cloud as for an image that tells nothing.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'false-alarms',
      title: 'Fewer false alarms',
      concept: 'anomaly-detection',
      task: 'The detector flags about half of all good digits. Choose the threshold so that only about 5 % of them raise the alarm.',
      hints: [
        'Which share of the errors lies above their mean? And which share should lie above the threshold?',
        'Sort the errors of the digits: the threshold is the one that 5 % of them exceed. tf.topk gives the highest ones.',
        'tf.topk(errorsOf(digits), Math.round(0.05 * count)).values holds the 100 highest errors; the threshold is the lowest of these.',
      ],
    },
    {
      id: 'prior',
      title: 'A plane without holes',
      concept: 'variational-autoencoder',
      task: 'Random points of the plane draw no digits, since the KL divergence is missing. Write it.',
      hints: [
        'What would stop the encoder from putting each cloud far away from all others?',
        'The formula is in the comment. The encoder gives log σ, so σ is its exponential; sum over the two dimensions, then take the mean over the batch.',
        'const deviation = tf.exp(logDeviation); then mean², plus deviation², minus 1, halved, minus logDeviation, .sum(1).mean().',
      ],
    },
  ],
});
