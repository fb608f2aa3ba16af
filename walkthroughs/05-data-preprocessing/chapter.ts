/** Chapter 05: what happens to data before a network sees it. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'preprocessing',
  number: 5,
  folder: '05-data-preprocessing',
  title: 'Data preprocessing',
  description: 'Scale, clean, fill in, compress and multiply data.',
  examples: [
    { file: 'scaling.ts', concept: 'scaling' },
    { file: 'missing-values.ts', concept: 'missing-values' },
    { file: 'cleaning.ts', concept: 'cleaning' },
    { file: 'principal-components.ts', concept: 'principal-components' },
    { file: 'augmentation.ts', concept: 'augmentation' },
    { file: 'augmentation-for-generation.ts', concept: 'augmentation-for-generation' },
  ],
  concepts: [
    {
      id: 'scaling',
      title: 'Scaling and normalization',
      step: {
        text: `A table may hold areas around 100 and distances around 5,000. To gradient descent the larger numbers look more important: the loss becomes a **ravine**, steep along one weight and flat along the other. **Scaling** gives all columns a similar range. **Min-max** scaling maps each column to 0 … 1. **Standardizing** subtracts the column’s mean and divides by its standard deviation, so the result has mean 0 and standard deviation 1.

In the panel, change the spread of one column and watch the ellipses become circles. Then run \`scaling.ts\`: the same model learns from raw and scaled numbers, each with the learning rate that suits it best. Afterwards compare the curves: how many steps does each need?`,
        image: 'scaling.svg',
        alt: 'Left, raw: narrow ellipses of equal loss, down which a path zigzags for many steps. Right, scaled: circles, and a path that walks straight to the centre.',
        button: { label: 'Turn the ravine into a bowl', opens: 'panel' },
      },
      examples: ['scaling.ts'],
      quiz: [
        {
          id: 'scaling-why',
          prompt: 'Why does gradient descent need so many steps on unscaled columns?',
          answers: [
            {
              text: 'Large numbers take longer to multiply',
              correct: false,
              reason:
                'A product takes the same time whatever its factors. It is the number of steps that grows.',
            },
            {
              text: 'One learning rate must suit all weights: what is safe on the steep side hardly moves on the flat one',
              correct: true,
              reason:
                'Where the loss curves most, a rate that is too high diverges. Where it curves κ times less, that rate covers only about a κth of the way in each step (κ is the condition number).',
            },
            {
              text: 'A linear model cannot express weights of very different size',
              correct: false,
              reason:
                'It can: the best weights exist, and are even exact. Gradient descent is merely slow to get there.',
            },
          ],
        },
        {
          id: 'scaling-test',
          prompt:
            'You standardize the training data. Which mean and deviation do you use for the test data?',
          answers: [
            {
              text: 'Those of the test data, so that it has mean 0 and deviation 1 as well',
              correct: false,
              reason:
                'Then the same house would get other numbers than in training, depending on its company. With a single new house it would not even be possible.',
            },
            {
              text: 'Those of training and test data together',
              correct: false,
              reason:
                'This leaks knowledge of the test data into training, and the test looks better than reality.',
            },
            {
              text: 'Those of the training data',
              correct: true,
              reason:
                'The scaling belongs to the model. Whatever comes later passes through the very same formula.',
            },
          ],
        },
        {
          id: 'scaling-outlier',
          prompt:
            'One house in the table has an area of 100,000 m², a typing error. What does min-max scaling do to the others?',
          answers: [
            {
              text: 'It squeezes them all into a tiny part of the range near 0',
              correct: true,
              reason:
                'The range is set by the two outermost values alone, so one of them decides about all. Clean first, then scale.',
            },
            {
              text: 'Nothing: each number is scaled on its own',
              correct: false,
              reason:
                'Each number is divided by the range of its column, and the outlier stretches that.',
            },
            {
              text: 'It removes the outlier, since nothing above 1 is allowed',
              correct: false,
              reason: 'The outlier becomes exactly 1 and stays. Scaling removes nothing.',
            },
          ],
        },
      ],
    },
    {
      id: 'missing-values',
      title: 'Missing values',
      step: {
        text: `Real tables have gaps, and a network cannot multiply by “unknown”. You can **drop** every row with a gap and lose what else it says. Or you can **impute**: write a guess into the gap. The **mean** or the **median** of the column is simple, but gives the same guess for a cottage and a villa. **K-nearest** imputation looks for the k rows that are most alike in the other columns, and takes their mean.

In the panel, hide cells and compare the errors. Then run \`missing-values.ts\`: it hides areas it knows, fills them in each way, and learns prices from each table. Afterwards read the table: which method comes closest to the truth?`,
        image: 'missing-values.svg',
        alt: 'A column of areas with a gap. The mean of the whole column, 146, misses the true 238; the mean of the two rows with a similar number of rooms, 233, comes close.',
        button: { label: 'Hide cells and fill them', opens: 'panel' },
      },
      examples: ['missing-values.ts'],
      quiz: [
        {
          id: 'missing-mean',
          prompt:
            'A fifth of a column is missing, and you fill the gaps with its mean. What happens to its standard deviation?',
          answers: [
            {
              text: 'It shrinks',
              correct: true,
              reason:
                'The filled cells do not deviate at all, so the average deviation falls: with a fifth filled, to √0.8 ≈ 89 %. Links to other columns weaken as well.',
            },
            {
              text: 'It stays as it was, because the mean stays',
              correct: false,
              reason:
                'The mean stays, but the deviation measures how far values lie from it, and the filled ones lie at 0.',
            },
            {
              text: 'It grows, because guesses add errors',
              correct: false,
              reason: 'Guesses with a spread of their own could do that. A constant has no spread.',
            },
          ],
        },
        {
          id: 'missing-why',
          prompt:
            'In a survey, rich people leave their income blank more often. You drop the rows with gaps. What do you get?',
          answers: [
            {
              text: 'A smaller sample, but a fair one',
              correct: false,
              reason:
                'That holds when the gaps come by pure chance. Here the reason for a gap is the missing value itself.',
            },
            {
              text: 'A sample that is too poor on average',
              correct: true,
              reason:
                'What is missing depends on its own value, so what is left is biased. Imputing from the other incomes has the same flaw; ask why data is missing before choosing a method.',
            },
            {
              text: 'The same as with mean imputation, since the mean of the known is used',
              correct: false,
              reason:
                'The averages agree, but imputing keeps the rows and all their other columns. Both averages are too low.',
            },
          ],
        },
        {
          id: 'missing-scale',
          prompt:
            'You look for the nearest rows by area in m², rooms, and distance in m, without scaling. What decides who is near?',
          answers: [
            {
              text: 'All three alike, as each is one column',
              correct: false,
              reason:
                'Each is one column, but squared differences of thousands of metres drown those of two rooms.',
            },
            {
              text: 'The rooms, because they have the fewest values',
              correct: false,
              reason: 'Their differences are the smallest numbers, so they count least.',
            },
            {
              text: 'Nearly the distance alone',
              correct: true,
              reason:
                'Its numbers are the largest. Scale first: then neighbours are alike in everything.',
            },
          ],
        },
      ],
    },
    {
      id: 'cleaning',
      title: 'Cleaning',
      step: {
        text: `A model believes whatever it is fed. **Cleaning** finds rows it should not believe: **duplicates**, which count twice; **wrong types**, such as a word where a number belongs; and **outliers**, values so far from all others that they are probably mistakes. Two rules: unusual is not yet wrong, and nothing is dropped silently. A row that goes is listed with its line and the reason.

In the panel, click the bad cells of a small table; some only look bad. Then run \`cleaning.ts\`: it cleans a table of 500 rows and learns prices before and after. Afterwards read the list of what was dropped: would you have dropped the same?`,
        image: 'cleaning.svg',
        alt: 'A table with a word among numbers, a copied row and a value a hundred times too large; beside it the cleaned table, and a list that names each dropped line with its reason.',
        button: { label: 'Click the bad cells', opens: 'panel' },
      },
      examples: ['cleaning.ts'],
      quiz: [
        {
          id: 'cleaning-robust',
          prompt:
            'Why do the median and the median deviation find outliers that mean and standard deviation miss?',
          answers: [
            {
              text: 'They are computed faster',
              correct: false,
              reason:
                'They are slower, since values must be sorted. What counts is how outliers act on them.',
            },
            {
              text: 'A large outlier pulls the mean and blows up the standard deviation, until it looks normal itself',
              correct: true,
              reason:
                'Among n values no z-score exceeds √(n − 1): with 11 values, 3.2. Up to half of the values may be wrong before the median follows them.',
            },
            {
              text: 'They look at several columns at once',
              correct: false,
              reason: 'Both look at one column alone.',
            },
          ],
        },
        {
          id: 'cleaning-villa',
          prompt:
            'A villa of 310 m² with 11 rooms costs three times as much as the average house. What do you do?',
          answers: [
            {
              text: 'Drop it: it lies far from all others',
              correct: false,
              reason:
                'Then the model never learns of villas. Distance alone is a reason to look, not to drop.',
            },
            {
              text: 'Replace its area by the mean',
              correct: false,
              reason:
                'This makes a wrong row out of a right one: 11 rooms and that price with an average area.',
            },
            {
              text: 'Keep it: its columns fit each other',
              correct: true,
              reason:
                'Area, rooms and price tell the same story. An outlier is a mistake only if something contradicts it.',
            },
          ],
        },
        {
          id: 'cleaning-duplicates',
          prompt:
            'You split a table into training and test rows and leave the duplicates in. What is the danger?',
          answers: [
            {
              text: 'Copies of training rows land in the test, which then looks better than it is',
              correct: true,
              reason: 'The model has seen the answers. Remove duplicates before splitting.',
            },
            {
              text: 'Training fails, because two rows contradict each other',
              correct: false,
              reason: 'Copies agree perfectly. Training runs, and merely weighs those rows double.',
            },
            {
              text: 'None, as long as both parts have copies',
              correct: false,
              reason: 'It is just these pairs, one on either side, that give the answers away.',
            },
          ],
        },
      ],
    },
    {
      id: 'principal-components',
      title: 'Feature extraction, PCA',
      step: {
        text: `A digit of 784 pixels does not need 784 numbers: neighbouring pixels rise and fall together. **Feature extraction** describes it by fewer. **Principal component analysis** (PCA) looks for the direction in which the data spreads most, then for the next one at a right angle to it, and so on. Each picture becomes its position along the first k **components**; the mean plus so much of each component draws it again. The share of all variance that they keep is the **explained variance**.

In the panel, turn a line through a cloud, then rebuild digits. Then run \`principal-components.ts\`: which digits stay apart with two numbers only? Afterwards compare what 2 and 20 numbers give back.`,
        image: 'principal-components.svg',
        alt: 'A slanted cloud of points with two arrows at a right angle: a long one along the cloud, the first component, and a short one across it, the second.',
        button: { label: 'Turn the line through the cloud', opens: 'panel' },
      },
      examples: ['principal-components.ts'],
      quiz: [
        {
          id: 'components-first',
          prompt: 'What is special about the first principal component?',
          answers: [
            {
              text: 'It separates the classes best',
              correct: false,
              reason:
                'PCA never sees a label. The direction of most variance may well be one that all classes share, such as slant.',
            },
            {
              text: 'Of all directions it keeps most variance, and so loses least of the pictures',
              correct: true,
              reason:
                'Variance kept and squared error lost add up to the whole variance: the most of one is the least of the other.',
            },
            {
              text: 'It is the pixel that varies most',
              correct: false,
              reason:
                'A single pixel is one special direction. A component may mix all pixels, and usually does.',
            },
          ],
        },
        {
          id: 'components-units',
          prompt:
            'You run PCA on a table with area in m² and distance in m, unscaled. What will the first component be?',
          answers: [
            {
              text: 'Nearly the distance alone',
              correct: true,
              reason:
                'Its variance is the largest number only because of its unit. Standardize first when columns have different units.',
            },
            {
              text: 'An even mixture of both',
              correct: false,
              reason: 'That would be so after standardizing, if the two were correlated.',
            },
            {
              text: 'The one that predicts the price best',
              correct: false,
              reason: 'The price plays no part: PCA looks at the features only.',
            },
          ],
        },
        {
          id: 'components-autoencoder',
          prompt:
            'An autoencoder is a network that squeezes a picture into k numbers and draws it again. With linear layers and squared error, how does it compare with PCA?',
          answers: [
            {
              text: 'It is always better, because it is trained',
              correct: false,
              reason:
                'PCA is the optimum among linear maps; training can only approach it. Nonlinear layers can beat it.',
            },
            {
              text: 'They have nothing to do with each other',
              correct: false,
              reason:
                'Both squeeze through k numbers and minimize the same error over the same maps.',
            },
            {
              text: 'At its best it spans the same k directions, with the same error',
              correct: true,
              reason:
                'Linear in, linear out: the best subspace is that of the first k components (Baldi & Hornik 1989).',
            },
          ],
        },
      ],
    },
    {
      id: 'augmentation',
      title: 'Augmentation',
      step: {
        text: `Pictures are costly, changes are free. **Augmentation** makes new training pictures from those you have: **rotated** a little, **flipped**, **cropped** elsewhere, with **noise**. The label stays, so the change must not touch what the label says. A cat in a mirror is a cat. A 6 turned upside down is a 9: then augmentation lies.

In the panel, turn the knobs until the 6 is no longer one. Then run \`augmentation.ts\`: three networks learn from the same 200 digits, one as they are, one with small moves, one with moves that lie. Afterwards compare their test accuracy, and find the 6 in the confusion matrices.`,
        image: 'augmentation.svg',
        alt: 'A drawn 6 in the middle. To its right it is tilted, moved and noisy, and still a 6. To its left it is turned upside down and has become a 9.',
        button: { label: 'Turn a 6 until it lies', opens: 'panel' },
      },
      examples: ['augmentation.ts'],
      quiz: [
        {
          id: 'augmentation-test',
          prompt: 'Which pictures do you augment?',
          answers: [
            {
              text: 'Those of training and test alike, so that they come from one distribution',
              correct: false,
              reason:
                'The test stands for what really comes. Augmented test pictures measure something nobody will meet.',
            },
            {
              text: 'Only the training pictures, anew in every epoch',
              correct: true,
              reason:
                'The network then rarely sees the same picture twice, and the test stays honest.',
            },
            {
              text: 'All of them once, before splitting into training and test',
              correct: false,
              reason:
                'Then copies of the same original stand on both sides, and the test gives the answers away.',
            },
          ],
        },
        {
          id: 'augmentation-flip',
          prompt: 'Where may you mirror pictures left to right?',
          answers: [
            {
              text: 'Photographs of cats and dogs',
              correct: true,
              reason:
                'An animal that looks left is as likely as one that looks right; the label does not change.',
            },
            {
              text: 'Handwritten letters',
              correct: false,
              reason: 'A mirrored b is a d, and a mirrored S is no letter at all.',
            },
            {
              text: 'X-ray pictures, to find on which side the heart lies',
              correct: false,
              reason: 'The side is the very answer; mirroring turns it into the wrong one.',
            },
          ],
        },
        {
          id: 'augmentation-why',
          prompt:
            'Why does augmentation raise the test accuracy although it adds no new handwriting?',
          answers: [
            {
              text: 'The network is trained for more steps',
              correct: false,
              reason:
                'In the example all three take the same number of steps. More steps on the same 200 only fit them more closely.',
            },
            {
              text: 'It removes noise from the pictures',
              correct: false,
              reason: 'It rather adds some, and turns and moves besides.',
            },
            {
              text: 'It tells the network which changes do not matter, so that it cannot rely on chance details',
              correct: true,
              reason:
                'That knowledge comes from you: a tilt does not make another digit. It acts like a regularizer.',
            },
          ],
        },
      ],
    },
    {
      id: 'augmentation-for-generation',
      title: 'Effect on generated samples',
      step: {
        text: `A classifier may shrug at a tilted digit. A **generator** learns to draw what it is shown, tilts included. From very few pictures, augmentation keeps it from drawing only those; too much of it, and the samples tilt and blur. Two scores tell: **diversity**, how far samples lie from each other, and the **Fréchet distance** (FID), how far all samples together lie from new real pictures, in the features of a classifier. Lower is closer.

In the panel, train two equal autoencoders (networks that learn to draw from a few numbers) on ten digits, and turn up the moves of one. Then run \`augmentation-for-generation.ts\`: twenty originals, with and without. Afterwards compare the two grids and their scores.`,
        image: 'augmentation-for-generation.svg',
        alt: 'A few digits feed two equal generators, the upper one as they are, the lower one tilted and moved. The clouds of their samples are compared with the cloud of real digits: the lower one covers more of it.',
        button: { label: 'Train with and without', opens: 'panel' },
      },
      examples: ['augmentation-for-generation.ts'],
      quiz: [
        {
          id: 'generation-leak',
          prompt:
            'You train a generator on digits rotated by up to 60°. What do its samples look like?',
          answers: [
            {
              text: 'Upright, since the originals were',
              correct: false,
              reason:
                'It never sees the originals as such. What it is shown most of the time is tilted.',
            },
            {
              text: 'Tilted by up to 60° as well',
              correct: true,
              reason:
                'A generator learns the distribution it is shown: augmentation leaks into the samples. Keep to moves that real pictures have, too.',
            },
            {
              text: 'Always tilted by 30°, the average',
              correct: false,
              reason:
                'Rotations to the left and right average to 0°, and it learns the spread of the tilts, not only their mean.',
            },
          ],
        },
        {
          id: 'generation-fid',
          prompt:
            'A generator copies its ten training pictures perfectly, again and again. What do the scores say?',
          answers: [
            {
              text: 'FID is 0, since every sample is a real picture',
              correct: false,
              reason:
                'FID compares whole distributions. Ten pictures have another mean and covariance than thousands of new ones.',
            },
            {
              text: 'Diversity is 0, since nothing is new',
              correct: false,
              reason:
                'Ten different pictures lie apart from each other. Diversity does not ask where a sample comes from.',
            },
            {
              text: 'FID stays above 0, and neither score says that they are copies',
              correct: true,
              reason:
                'To see copying, compare each sample with its nearest training picture as well.',
            },
          ],
        },
        {
          id: 'generation-features',
          prompt: 'Can you compare the FID of this script with one from a paper?',
          answers: [
            {
              text: 'No: another feature network makes another scale',
              correct: true,
              reason:
                'Papers use Inception features of photographs, and tens of thousands of samples. Compare only scores of the same features and the same number of samples.',
            },
            {
              text: 'Yes, FID is a distance and has one scale',
              correct: false,
              reason:
                'It is a distance between features, and these depend on the network that computes them.',
            },
            {
              text: 'Yes, if the pictures have the same size',
              correct: false,
              reason: 'Size is not the point; the features are.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'same-scale',
      title: 'The same scale for old and new',
      concept: 'scaling',
      task: 'The model learns prices in town, but is far off on country houses, because they are scaled on their own. Scale them as the model learned.',
      hints: [
        'What area does the number 0 stand for in the training input? And in the test input?',
        'Mean and deviation belong to the model. They must come from the training data, whatever is scaled.',
        'Compute tf.moments(town.features, 0) once, outside of standardize, and use that mean and variance for both tables.',
      ],
    },
    {
      id: 'nearest',
      title: 'Who is alike?',
      concept: 'missing-values',
      task: 'The neighbours are chosen by metres alone. Mend the distance, so that rooms and age count as well.',
      hints: [
        'A difference of two rooms, of 20 years, of 2,000 m: which of them decides the sum?',
        'Measure each difference in standard deviations of its column.',
        'sum += (difference / (deviations[column] ?? 1)) ** 2;',
      ],
    },
  ],
});
