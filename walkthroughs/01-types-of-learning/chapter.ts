/** Chapter 01: learning from labels, without labels, and from rewards; each of them to understand, and to make. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'types-of-learning',
  number: 1,
  folder: '01-types-of-learning',
  title: 'Types of learning',
  description: 'Learn from labels, without labels, and from rewards.',
  examples: [
    { file: 'image-classification.ts', concept: 'supervised' },
    { file: 'generate-by-label.ts', concept: 'generate-by-label' },
    { file: 'customer-segmentation.ts', concept: 'clusters' },
    { file: 'novel-art.ts', concept: 'novel-art' },
    { file: 'game-agent.ts', concept: 'reinforcement' },
    { file: 'level-generator.ts', concept: 'level-generator' },
  ],
  concepts: [
    {
      id: 'supervised',
      title: 'Supervised learning',
      step: {
        text: `In **supervised learning** every example brings its answer: **features**, here pixels, and a **label**, here the digit that they show. A **model** is a formula with numbers to adjust; ours is a neural network (chapter 2). **Training** adjusts them until each example’s own label gets a high probability. **Accuracy** is the share named right in the **test set**: images kept back, which it never saw.

In the panel, draw a digit and watch ten probabilities move. Then run \`image-classification.ts\`: accuracy rises within one **epoch**, one pass over all examples. Afterwards look at the wrong guesses, and at the **confusion matrix**, which counts guesses by true label: would you have known?`,
        image: 'supervised.svg',
        alt: 'Images of a 3, a 7 and a 0, each with its label, teach a model; given a new image of a 5, it answers with a probability for each digit, the highest for 5.',
        button: { label: 'Draw a digit', opens: 'panel' },
      },
      examples: ['image-classification.ts'],
      quiz: [
        {
          id: 'supervised-test',
          prompt: 'A classifier names 100 % of its training images correctly. How good is it?',
          answers: [
            {
              text: 'Perfect: it makes no mistakes',
              correct: false,
              reason:
                'It makes none on images whose answers it was given. A model that memorizes them all gets 100 % too, and may know nothing else.',
            },
            {
              text: 'Unknown, until it is asked about images that it did not learn from',
              correct: true,
              reason:
                'The aim is to be right about new data. Only examples kept out of training can measure that.',
            },
            {
              text: 'Bad: 100 % means that it has learned too much',
              correct: false,
              reason:
                'Full marks in training are neither good nor bad by themselves. A test set tells whether it also works elsewhere.',
            },
          ],
        },
        {
          id: 'supervised-label',
          prompt:
            'You want to predict the price of a house from its size, age and street. What is the label?',
          answers: [
            {
              text: 'The street, because it is a name and not a number',
              correct: false,
              reason:
                'A label is not recognized by its type. The street is known beforehand and goes into the model: a feature.',
            },
            {
              text: 'Size, age and street together',
              correct: false,
              reason: 'These are the features: what the model is given to predict from.',
            },
            {
              text: 'The price',
              correct: true,
              reason:
                'The label is what shall be predicted. Here it is a number, so this is regression; with a class as the label it would be classification.',
            },
          ],
        },
        {
          id: 'supervised-scribble',
          prompt:
            'You draw a star, and the network says: an 8, with 97 %. Why does it not say that this is no digit?',
          answers: [
            {
              text: 'Its ten probabilities always add up to 1, and no label ever said “none of these”',
              correct: true,
              reason:
                'It can only share out its answer among the classes it was taught. A high probability means “rather 8 than any other digit”.',
            },
            {
              text: 'It really has seen stars that look like an 8',
              correct: false,
              reason:
                'It has seen digits only. Whatever it is given, it must answer with one of those.',
            },
            {
              text: 'It has not been trained for long enough',
              correct: false,
              reason:
                'More training on digits would often make it even surer of itself. What is missing is a class, not time.',
            },
          ],
        },
      ],
    },
    {
      id: 'generate-by-label',
      title: 'Supervised: make what is asked for',
      step: {
        text: `Labels can also be the question. A **generator** turns a label into an example of it: asked for a 7, it draws one. Many images share a label, so with the label alone it could only draw their blurry average. It is given a **code** too, a few numbers for all that the label leaves open, such as slant and thickness. While it learns, a second network reads the code off each image; afterwards codes drawn at random will do.

In the panel, choose a label and see its samples, then write all ten digits in one hand. Run \`generate-by-label.ts\`: ten rows of digits sharpen step by step. Afterwards compare a column: what do its digits share?`,
        image: 'generate-by-label.svg',
        alt: 'A label, 7, and a code of four random numbers enter a generator, which draws a 7; four different 7s stand for four different codes.',
        button: { label: 'Choose a label', opens: 'panel' },
      },
      examples: ['generate-by-label.ts'],
      quiz: [
        {
          id: 'generate-by-label-code',
          prompt:
            'A generator is given the label only, no code, and learns with squared error. What does it draw for “7”?',
          answers: [
            {
              text: 'A different 7 each time, as there are many in the data',
              correct: false,
              reason:
                'A network without chance gives the same output to the same input. There is nothing in it from which the difference could come.',
            },
            {
              text: 'The average of all 7s, blurry, and always the same',
              correct: true,
              reason:
                'One answer for many targets: the mean has the smallest squared error. The code makes room for their differences.',
            },
            {
              text: 'The 7 that occurs most often',
              correct: false,
              reason: 'Squared error favours the mean of all targets, not the most frequent one.',
            },
          ],
        },
        {
          id: 'generate-by-label-roles',
          prompt: 'Compare it with the classifier. What are input and output now?',
          answers: [
            {
              text: 'Label (and code) in, image out: the reverse of the classifier',
              correct: true,
              reason:
                'Both learn from the same labelled images. A classifier estimates the label for an image, the generator an image for a label.',
            },
            {
              text: 'Image in, image out: the label is only for checking',
              correct: false,
              reason:
                'The generator sees the label, and no image at all once it has learned. Without it, one could not ask for a 7.',
            },
            {
              text: 'Image in, label out: it keeps the image of the most probable label',
              correct: false,
              reason:
                'That is a classifier. The generator keeps no images; it draws new ones pixel by pixel.',
            },
          ],
        },
        {
          id: 'generate-by-label-same-code',
          prompt:
            'You draw all ten digits with the same code. Why do they look as if one hand wrote them?',
          answers: [
            {
              text: 'Because each person in the data wrote all ten digits, and the code names the person',
              correct: false,
              reason: 'The data tells nothing of persons; each image is on its own.',
            },
            {
              text: 'Because the code is the pixels that all of them have in common',
              correct: false,
              reason: 'A code of a few numbers holds no pixels. The generator draws them.',
            },
            {
              text: 'Because the label already says which digit, the code is left with what digits can share: slant, thickness, width',
              correct: true,
              reason:
                'The code is held to few and noisy numbers, so repeating the label in it would waste them. It describes the rest, and one description serves all ten digits.',
            },
          ],
        },
      ],
    },
    {
      id: 'clusters',
      title: 'Unsupervised learning: clusters',
      step: {
        text: `**Unsupervised learning** has no labels: it looks for structure in the features alone. A **cluster** is a group of examples that are closer to each other than to the rest. **k-means** finds k of them by two half steps in turns: **assign** each point to the nearest **centroid**, then **update** each centroid to the mean of its points. Neither ever raises the **inertia**, the sum of squared distances between points and their centroids.

In the panel, drag points, take half steps, and try other k. Then run \`customer-segmentation.ts\`: points change colour until they settle. Afterwards find the elbow: the k beyond which inertia falls only slowly. Which segment does the new customer join?`,
        image: 'clusters.svg',
        alt: 'Left, grey points without labels; right, the same points in three clusters of different colours and shapes, with a cross at the mean of each.',
        button: { label: 'Move the centroids', opens: 'panel' },
      },
      examples: ['customer-segmentation.ts'],
      quiz: [
        {
          id: 'clusters-more',
          prompt:
            'You raise k, and the best inertia that can be reached gets smaller. Is the clustering better?',
          answers: [
            {
              text: 'Yes: inertia measures how good a clustering is',
              correct: false,
              reason:
                'Only among clusterings with the same k. With more centroids to be near to, the best inertia never rises.',
            },
            {
              text: 'Not necessarily: with as many clusters as points it would be 0 and say nothing',
              correct: true,
              reason:
                'More centroids always fit at least as well. The elbow plot asks where the gain stops being worth another cluster.',
            },
            {
              text: 'No: a higher k always makes it worse',
              correct: false,
              reason:
                'Up to the number of groups that are really there, another cluster shows more of the structure.',
            },
          ],
        },
        {
          id: 'clusters-start',
          prompt: 'k-means has settled: nothing changes any more. What do you know?',
          answers: [
            {
              text: 'These are the best k clusters there are',
              correct: false,
              reason:
                'It stops in a state that no half step improves. From another start it may end in one with lower inertia.',
            },
            {
              text: 'Each cluster has the same number of points',
              correct: false,
              reason: 'Nothing in either half step asks for clusters of equal size.',
            },
            {
              text: 'No assign and no update lowers the inertia further, but another start might end lower',
              correct: true,
              reason:
                'It is a local optimum. That is why one runs it from several starts and keeps the best end.',
            },
          ],
        },
        {
          id: 'clusters-names',
          prompt: 'k-means finds four clusters among customers. What does cluster 2 mean?',
          answers: [
            {
              text: 'What we find by looking at its customers: the algorithm only says who belongs together',
              correct: true,
              reason:
                'Without labels there are no names, and the numbers of the clusters are arbitrary. The meaning is ours to read from the centroid.',
            },
            {
              text: 'The second most valuable customers',
              correct: false,
              reason:
                'The numbers are in no order: another start gives the same clusters other numbers.',
            },
            {
              text: 'The label that most of its customers carry',
              correct: false,
              reason: 'They carry none. If they did, supervised learning could use them.',
            },
          ],
        },
      ],
    },
    {
      id: 'novel-art',
      title: 'Unsupervised: make something new',
      step: {
        text: `Without any label a network can learn what examples have in common, and then make more of them: pictures, or music in the same way. It describes each example by a **code**, a few numbers, and learns to draw it again from those. Codes near a known one, moved by a little **noise**, draw variations; far from all known codes it has never been asked to make sense. How **novel** a drawing is can be measured: its distance to the nearest known example, where a copy has 0.

In the panel, turn the noise dial and compare with the nearest known ornament. Run \`novel-art.ts\`: smears become ornaments. Afterwards look at the pairs: did it copy, vary, or invent?`,
        image: 'novel-art.svg',
        alt: 'Six known ornaments without labels pass an encoder; noise is added to the code, and a decoder draws three new ornaments that resemble none of them exactly.',
        button: { label: 'Turn the noise dial', opens: 'panel' },
      },
      examples: ['novel-art.ts'],
      quiz: [
        {
          id: 'novel-art-distance',
          prompt:
            'Each new drawing is far from every known example. Does that show that it is good?',
          answers: [
            {
              text: 'Yes: the farther from all known ones, the more creative',
              correct: false,
              reason:
                'Pure noise is farther from all known examples than any drawing. Distance measures novelty, not quality.',
            },
            {
              text: 'No: it shows that nothing was copied, and nothing else',
              correct: true,
              reason:
                'A good generator is both: new, and like the examples in kind. The second must be looked at, or measured in another way.',
            },
            {
              text: 'No: good drawings have a distance of 0',
              correct: false,
              reason: 'Distance 0 is a copy, pixel by pixel, of something that is already there.',
            },
          ],
        },
        {
          id: 'novel-art-dial',
          prompt: 'You turn the noise dial to 0. What does the network draw?',
          answers: [
            {
              text: 'Its copy of the known ornament: close to it, and a little softer',
              correct: true,
              reason:
                'The code is that of the known ornament. What the few numbers of the code could not keep is missing, so the distance is small but not 0.',
            },
            {
              text: 'Nothing: without noise it has nothing to draw from',
              correct: false,
              reason: 'It draws from the code, and the code is there. Noise only moves it.',
            },
            {
              text: 'Exactly the known ornament, as networks store their examples',
              correct: false,
              reason:
                'Only what passes the code can be drawn again. The examples themselves are kept nowhere in the network.',
            },
          ],
        },
        {
          id: 'novel-art-unsupervised',
          prompt:
            'Why is this unsupervised, though the network is told its error for every picture?',
          answers: [
            {
              text: 'It is not: an error needs a right answer, so it is supervised',
              correct: false,
              reason:
                'The right answer is the picture itself. No one had to name, rate or sort anything.',
            },
            {
              text: 'Because the noise is random and nobody checks it',
              correct: false,
              reason:
                'Chance is used in supervised learning too. The question is where the targets come from.',
            },
            {
              text: 'Because the error compares its copy with the picture it was given: no labels are needed',
              correct: true,
              reason: 'The data is its own target. This is also called self-supervised learning.',
            },
          ],
        },
      ],
    },
    {
      id: 'reinforcement',
      title: 'Reinforcement learning',
      step: {
        text: `In **reinforcement learning** nobody shows the right answers. An **agent** acts in an **environment** and gets **rewards**: positive ones, or punishments below zero. From its **state** it chooses an action by its **policy**; it looks for the policy with the highest expected **return**, the sum of all rewards, later ones counting less (**discounted**). **Q-learning** keeps a value Q for each state and action; every move pulls it towards the reward plus the best Q that can follow, discounted. Now and then it acts at random, to **explore**.

In the panel, watch the agent, then change the rewards. Run \`game-agent.ts\`: returns rise, first with a table of Q, then with a network. Afterwards compare both policies.`,
        image: 'reinforcement.svg',
        alt: 'A circle of arrows: the agent sends an action to the environment, a small grid with a pit and a goal, which sends back the next state and a reward.',
        button: { label: 'Watch the agent', opens: 'panel' },
      },
      examples: ['game-agent.ts'],
      quiz: [
        {
          id: 'reinforcement-label',
          prompt: 'How does a reward differ from a label?',
          answers: [
            {
              text: 'It does not: a high reward is the label “right”',
              correct: false,
              reason:
                'A label names the right answer, whatever was answered. A reward only rates what was done, and the best action stays unknown until it is tried.',
            },
            {
              text: 'It rates what the agent did, often late, and never says what would have been best',
              correct: true,
              reason:
                'So the agent must try things out, and find out which of many earlier actions a reward is owed to.',
            },
            {
              text: 'Rewards are numbers, labels are names',
              correct: false,
              reason:
                'Labels can be numbers too, as in regression. What differs is what they tell.',
            },
          ],
        },
        {
          id: 'reinforcement-greedy',
          prompt:
            'An agent always takes the action of highest Q, from its very first game on. What can happen?',
          answers: [
            {
              text: 'It learns fastest, as it wastes no move',
              correct: false,
              reason:
                'At the beginning Q knows nothing. What looks best then is only what happened to be tried.',
            },
            {
              text: 'It stops learning, since its rewards are always the same',
              correct: false,
              reason:
                'Its Q values go on being updated. They are just those of the few actions it takes.',
            },
            {
              text: 'It may settle for a way that works and never find a better one',
              correct: true,
              reason:
                'What it never tries it never learns about. This is why a share ε of its actions is random: exploration against exploitation.',
            },
          ],
        },
        {
          id: 'reinforcement-step',
          prompt:
            'You raise the reward for every step from −0.2 to +1, and the discounted return of walking on forever exceeds that of the goal. What does the agent learn?',
          answers: [
            {
              text: 'To stay away from the goal and keep walking',
              correct: true,
              reason:
                'It maximizes the return we wrote down, not the one we had in mind. If each later move counts 0.95 times as much (γ = 0.95), a reward of 1 for ever is worth 1 / (1 − 0.95) = 20, more than a goal of 10.',
            },
            {
              text: 'To reach the goal faster, as it gets more reward on the way',
              correct: false,
              reason: 'Reaching the goal ends the game, and with it the reward for steps.',
            },
            {
              text: 'The same policy: the goal is still the goal',
              correct: false,
              reason:
                'The agent does not know what a goal is. The rewards are all that it is told.',
            },
          ],
        },
      ],
    },
    {
      id: 'level-generator',
      title: 'Reinforcement: levels to order',
      step: {
        text: `An agent can also make things: its actions build, and its reward says how good the result is. Here it digs a maze, room by room, for a **target difficulty**: the steps of the shortest way out. Only at the end is there a reward, minus the steps by which the maze misses its target. What was each move worth? The **value** of a move is the mean reward of the levels in which it was made (**Monte Carlo** learning); the agent takes moves of high value.

In the panel, choose a difficulty, watch the levels follow it, and play one. Then run \`level-generator.ts\`. Afterwards look along a row of its levels: how does it lose steps on purpose?`,
        image: 'level-generator.svg',
        alt: 'A target of 24 steps goes to an agent, which digs a winding way through a grid of rooms; the level has 22 steps, so the reward that goes back to the agent is minus 2.',
        button: { label: 'Order a level', opens: 'panel' },
      },
      examples: ['level-generator.ts'],
      quiz: [
        {
          id: 'level-credit',
          prompt:
            'The reward comes only when the level is done. How does the agent learn about its first move?',
          answers: [
            {
              text: 'It cannot: only the last move is ever rewarded',
              correct: false,
              reason:
                'The reward of the end is the return of every move before it. Each of them is judged by it.',
            },
            {
              text: 'Over many levels: by the mean of the rewards that followed such a move',
              correct: true,
              reason:
                'One level says little about one move. In the mean over many, what the other moves did evens out.',
            },
            {
              text: 'Someone says for each move whether it was right',
              correct: false,
              reason: 'That would be supervised learning: labels. Here there are only rewards.',
            },
          ],
        },
        {
          id: 'level-stuck',
          prompt: 'Suppose a level without a way out got the reward 0. What would the agent build?',
          answers: [
            {
              text: 'The same levels as before: nobody wants one that cannot be solved',
              correct: false,
              reason: 'The agent wants nothing but reward, and 0 is the most that there is.',
            },
            {
              text: 'Levels without a way out, on purpose',
              correct: true,
              reason:
                'A solvable level gets 0 at best, and less when it misses its target; getting stuck would always get 0. A reward must say all that matters.',
            },
            {
              text: 'Only the easiest level',
              correct: false,
              reason: 'That misses every harder target, and costs reward each time.',
            },
          ],
        },
        {
          id: 'level-same',
          prompt:
            'The agent always takes the very best move. You ask for 24 steps a hundred times. What do you get?',
          answers: [
            {
              text: 'A hundred times the same way: nothing in it is left to chance',
              correct: true,
              reason:
                'The best generator is dull if it makes one thing. So ours chooses by chance among all moves that are nearly as good.',
            },
            {
              text: 'A hundred different ways, since it learned from many',
              correct: false,
              reason:
                'What it learned are values of moves. With the same values, the best move is the same one every time.',
            },
            {
              text: 'Ever better ways, since it goes on learning from each',
              correct: false,
              reason: 'Using what was learned changes nothing in it. That takes training.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'honest-accuracy',
      title: 'An honest accuracy',
      concept: 'supervised',
      task: 'The script reports an accuracy of almost 1, though the network fails on many new digits. Measure it honestly.',
      hints: [
        'Which images does the network answer for when its accuracy is measured? Has it seen them before?',
        'Draw digits of another seed, and measure on those: data.digits({ count: 1000, seed: 2 }).',
        'accuracyOn(data.digits({ count: 1000, seed: 2 })) instead of accuracyOn(train).',
      ],
    },
    {
      id: 'moving-centroids',
      title: 'Moving centroids',
      concept: 'clusters',
      task: 'The centroids never move, so one group is cut in two. Write the update: each centroid becomes the mean of its points.',
      hints: [
        'Add up the points of each cluster, and divide by how many there are.',
        'members has a 1 where a point belongs to a cluster: its product with the points, members transposed, gives the sums.',
        'tf.matMul(members, points, true).div(members.sum(0).maximum(1).expandDims(1))',
      ],
    },
  ],
});
