/** Chapter 12: models that write, from counts of pairs to a small transformer. */
import { defineChapter } from '../../src/curriculum/chapter.ts';

export const chapter = defineChapter({
  id: 'language-models',
  number: 12,
  folder: '12-language-models',
  title: 'Language models',
  description: 'Predict the next character, know where to look, write verses.',
  examples: [
    { file: 'bigram.ts', concept: 'next-token' },
    { file: 'attention.ts', concept: 'attention' },
    { file: 'tiny-gpt.ts', concept: 'tiny-gpt' },
  ],
  concepts: [
    {
      id: 'next-token',
      title: 'Tokens and the next one',
      step: {
        text: `A **language model** cuts text into **tokens** (here characters; larger models merge frequent pairs into longer ones) and learns one thing: how probable each token is as the next. Writing is drawing a token, appending it, and asking again.

The simplest is a **bigram** model: it only looks at the last token. **Perplexity** scores a model on text it never saw: among how many equally likely tokens it wavers. Lower is better.

In the panel, draw characters from counted pairs. Then run \`bigram.ts\`: counting and gradient descent reach the same perplexity. Look at the two tables, and at the text: almost words, but no sentence.`,
        image: 'next-token.svg',
        alt: 'The text “the s” with its last character marked; from it, bars show how probable each next character is: h the tallest, then t, i and o.',
        button: { label: 'Draw the next character', opens: 'panel' },
      },
      examples: ['bigram.ts'],
      quiz: [
        {
          id: 'next-token-perplexity',
          prompt:
            'A model over 31 characters has a perplexity of 8 on unseen text. What does that mean?',
          answers: [
            {
              text: 'It predicts one character in eight correctly',
              correct: false,
              reason:
                'Perplexity is not accuracy. It looks at the probability given to what really came, whether or not it was the likeliest.',
            },
            {
              text: 'It is as unsure as if it chose evenly among 8 characters',
              correct: true,
              reason:
                'Perplexity is the exponential of the mean of −ln p. An even choice among 8 gives exactly 8; one among all 31 gives 31.',
            },
            {
              text: 'It makes 8 mistakes in a text of average length',
              correct: false,
              reason:
                'Perplexity is a mean over tokens: it counts nothing, and does not grow with the text.',
            },
          ],
        },
        {
          id: 'next-token-descent',
          prompt:
            'A network without hidden layer learns from pairs of characters by gradient descent. What will it find?',
          answers: [
            {
              text: 'The shares that counting gives',
              correct: true,
              reason:
                'Cross-entropy is smallest where the predicted probabilities equal the observed shares. Descent only approaches them in small steps.',
            },
            {
              text: 'Something better than counting, because it is trained',
              correct: false,
              reason:
                'On the training pairs nothing has a lower cross-entropy than their own shares. Seeing more than one character back would help; training alone does not.',
            },
            {
              text: 'Whole words, after enough epochs',
              correct: false,
              reason:
                'Its only input is the last character. However long it trains, it cannot know what stood before.',
            },
          ],
        },
        {
          id: 'next-token-merges',
          prompt: 'Why do large models merge frequent pairs of characters into longer tokens?',
          answers: [
            {
              text: 'Because characters cannot be written as numbers',
              correct: false,
              reason: 'They can: that is what the scripts of this chapter do.',
            },
            {
              text: 'So that every word is exactly one token',
              correct: false,
              reason:
                'Frequent words become one token; rare ones stay in several pieces, so that no word is unknown.',
            },
            {
              text: 'The same text becomes a shorter sequence, at the price of a larger vocabulary',
              correct: true,
              reason:
                'Fewer tokens mean less computing and a longer reach. Each kind of token needs its own row of weights, so the vocabulary cannot grow for ever.',
            },
          ],
        },
      ],
    },
    {
      id: 'attention',
      title: 'Attention',
      step: {
        text: `**Attention** lets each token fetch what it needs from others. Three learned matrices give every token a **query** (what it looks for), a **key** (what it can be found by) and a **value** (what it hands over). Query times key is a score; **softmax** turns the scores of one row into weights that sum to 1; the result is the values, mixed by these weights. A **causal mask** hides later tokens, since a writer cannot look ahead.

In the panel, move queries and keys and switch the mask. Then run \`attention.ts\`: the map starts as a grey haze. Afterwards, each question looks at one earlier place: its answer.`,
        image: 'attention.svg',
        alt: 'Four tokens, a7, c3, b1 and c?; from c? a thick line goes back to c3 and thin ones to the others; the 3 is handed over. A place after it is crossed out by the mask.',
        button: { label: 'Move queries and keys', opens: 'panel' },
      },
      examples: ['attention.ts'],
      quiz: [
        {
          id: 'attention-softmax',
          prompt: 'All keys are equal. How does a token, without a mask, spread its attention?',
          answers: [
            {
              text: 'Evenly over all tokens',
              correct: true,
              reason:
                'Equal keys give equal scores, and the softmax of equal scores is the same weight for each.',
            },
            {
              text: 'Only on itself',
              correct: false,
              reason: 'A token has no privilege of its own: its key counts like every other.',
            },
            {
              text: 'Not at all: the weights are 0',
              correct: false,
              reason: 'Softmax weights are above 0 and sum to 1, whatever the scores.',
            },
          ],
        },
        {
          id: 'attention-mask',
          prompt: 'You train a language model without the causal mask. What happens?',
          answers: [
            {
              text: 'It learns faster and writes better, as it sees more',
              correct: false,
              reason:
                'The loss does fall fast, but by reading the answer. When it writes there is nothing to read ahead.',
            },
            {
              text: 'Its loss falls almost to zero, and it cannot write',
              correct: true,
              reason:
                'Each place can look at the next token, which is what it is to predict. It learns to copy, nothing else.',
            },
            {
              text: 'Nothing changes: softmax ignores later tokens',
              correct: false,
              reason:
                'Softmax knows no order. Only the mask, −∞ added to a score, takes a token out.',
            },
          ],
        },
      ],
    },
    {
      id: 'tiny-gpt',
      title: 'A tiny GPT',
      step: {
        text: `A **transformer block** is attention, by several **heads** at once, and then a small network at each place. Both only add to the vector that is there (a **residual connection**), so the next block can use what the last one found. **GPT** stacks such blocks. **Position** vectors are added to the tokens, as attention alone knows no order. It predicts every next token of a text at once.

In the panel, two blocks with weights set by hand go on with a pattern: type one, then switch the positions off. Then run \`tiny-gpt.ts\`: words appear, then lines; rhyme would come last. Afterwards look at what each head of your own model looked at.`,
        image: 'tiny-gpt.svg',
        alt: 'Characters with positions enter a stack of two blocks, each attention and a small network whose results are added to an arrow that goes past them; on top, bars show how probable each next character is.',
        button: { label: 'Read with two blocks', opens: 'panel' },
      },
      examples: ['tiny-gpt.ts'],
      quiz: [
        {
          id: 'tiny-gpt-positions',
          prompt: 'Why are position vectors added to the tokens?',
          answers: [
            {
              text: 'They tell the model which tokens are important',
              correct: false,
              reason:
                'What is important is learned by queries and keys. A position says where, not how much.',
            },
            {
              text: 'Attention alone treats the earlier tokens as a heap without order',
              correct: true,
              reason:
                'Scores depend on the contents of two tokens only. With a vector for each position in them, “the one just before” can be found.',
            },
            {
              text: 'Without them the model could see later tokens',
              correct: false,
              reason: 'That is the work of the causal mask.',
            },
          ],
        },
        {
          id: 'tiny-gpt-residual',
          prompt: 'Why does a block add to the vector of a place, instead of replacing it?',
          answers: [
            {
              text: 'What earlier blocks found stays there for later ones, and gradients reach the first block unhindered',
              correct: true,
              reason:
                'In the panel, block 2 needs both: the letter of a place, and the letter before it that block 1 has added.',
            },
            {
              text: 'Adding is quicker to compute than replacing',
              correct: false,
              reason: 'It is one step more. The gain is in what can be learned, and how deep.',
            },
            {
              text: 'So that the vectors grow longer, the surer the model is',
              correct: false,
              reason:
                'They have the same number of entries throughout, and are normalized before each part.',
            },
          ],
        },
        {
          id: 'tiny-gpt-at-once',
          prompt: 'In training, how many predictions does a text of 144 characters give?',
          answers: [
            {
              text: 'One: that of the last character',
              correct: false,
              reason:
                'Each place has its own prediction. To use only the last would waste nearly all of the work.',
            },
            {
              text: 'One for each place, all computed in one pass',
              correct: true,
              reason:
                'The causal mask lets each place see only what is before it, so all of them can be asked at once.',
            },
            {
              text: '144, in 144 passes, one after the other',
              correct: false,
              reason: 'So it goes in writing, where the next character is not known yet.',
            },
          ],
        },
      ],
    },
    {
      id: 'sampling',
      title: 'Sampling: temperature and top-k',
      step: {
        text: `A language model only gives probabilities; to write, one token is drawn by them, appended, and the model is asked again. How to draw is chosen anew each time, without training. **Temperature** divides the logits (the numbers that softmax turns into probabilities): below 1 likely tokens become likelier, above 1 rarer ones do. **Top-k** drops all but the k likeliest, so that no draw hits nonsense.

In the panel, turn both dials and watch bars and draws. Then run \`tiny-gpt.ts\`; afterwards turn **temperature** and **topK** in the gallery, on your own model. From which temperature on do words fall apart, and does a low top-k save them?`,
        image: 'sampling.svg',
        alt: 'The same five characters as bars three times: at a low temperature the first takes nearly all, at 1 they fall off evenly, at a high one they are almost equal; top-k crosses out the last two.',
        button: { label: 'Turn temperature and top-k', opens: 'panel' },
      },
      examples: ['tiny-gpt.ts'],
      quiz: [
        {
          id: 'sampling-temperature',
          prompt: 'The temperature goes towards 0. What does the model write?',
          answers: [
            {
              text: 'The likeliest character each time, the same text again and again',
              correct: true,
              reason:
                'Dividing logits by a tiny number blows up their differences until the largest takes all the probability.',
            },
            {
              text: 'Every character is equally likely',
              correct: false,
              reason: 'That is the other end: a very high temperature makes all logits alike.',
            },
            {
              text: 'The best text it could write, since each step is the best',
              correct: false,
              reason:
                'The likeliest next token does not add up to the likeliest text, and often ends in repetition.',
            },
          ],
        },
        {
          id: 'sampling-topk',
          prompt: 'You set top-k to 1. Which temperature still matters?',
          answers: [
            {
              text: 'Only a high one',
              correct: false,
              reason:
                'Dividing by the temperature keeps the order of the logits, so the same single token stays.',
            },
            {
              text: 'None',
              correct: true,
              reason: 'One token is left, and its probability is 1, whatever the temperature.',
            },
            {
              text: 'Only a low one',
              correct: false,
              reason: 'With a single candidate there is nothing left to sharpen.',
            },
          ],
        },
        {
          id: 'sampling-training',
          prompt: 'You want bolder verses than before. What has to be trained again?',
          answers: [
            {
              text: 'Nothing: temperature acts on the logits that the same model gives',
              correct: true,
              reason:
                'Sampling comes after the model. Its weights and its perplexity stay as they are.',
            },
            {
              text: 'The last layer, since it makes the probabilities',
              correct: false,
              reason: 'Its logits stay; they are only divided by another number.',
            },
            {
              text: 'The whole model, on bolder verses',
              correct: false,
              reason:
                'That would change what it holds for probable. A higher temperature only makes it take rarer ones.',
            },
          ],
        },
      ],
    },
  ],
  exercises: [
    {
      id: 'causal-mask',
      title: 'No looking ahead',
      concept: 'attention',
      task: 'This attention looks at tokens that come later. Write the mask, so that each looks at itself and at earlier ones only.',
      hints: [
        'Which weights of the map must be exactly 0? On which side of the diagonal do they stand?',
        'Add something to the scores before the softmax: 0 where a token may look, a huge negative number where it may not.',
        'const past = tf.linalg.bandPart(tf.ones([length, length]), -1, 0); then tf.softmax(scores.add(past.sub(1).mul(1e9))).',
      ],
    },
    {
      id: 'top-k',
      title: 'Cooler, and only the best k',
      concept: 'sampling',
      task: 'The dials do the wrong thing: temperature is applied to probabilities, and top-k is missing. Return the right probabilities.',
      hints: [
        'What does temperature divide: probabilities or logits? What must probabilities sum to afterwards?',
        'Find the k-th largest logit with tf.topk, and replace all that are below it by −1e9 before the softmax.',
        'const least = tf.topk(logits, topK).values.min(); return tf.softmax(tf.where(logits.less(least), tf.fill(logits.shape, -1e9), logits.div(temperature)));',
      ],
    },
  ],
});
