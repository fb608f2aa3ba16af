/** The words of the verses, by the place in a line that they fit into: their stresses make four iambs a line. */

function list(text: string): readonly string[] {
  return text.split(' ').filter(Boolean);
}

export const places = {
  /** Something that acts, one syllable. */
  one: list(
    'moon wind star bird fox owl child ship cloud rose leaf mouse frog crow swan deer lark snake queen witch knight cat dog bee moth storm wave boat ghost girl boy wolf',
  ),
  /** More than one of these. */
  many: list(
    'moons winds stars birds owls ships clouds frogs crows swans larks queens cats dogs bees moths waves boats ghosts girls boys leaves wolves geese',
  ),
  /** Two syllables, the first stressed, as in all that follow with two. */
  two: list(
    'river garden sparrow robin rabbit sailor baker shepherd shadow lantern candle kitten heron otter piper spider maiden raindrop dragon miller donkey raven pilgrim beetle ribbon feather painter',
  ),
  season: list('winter summer morning evening autumn thunder moonlight starlight sunrise twilight'),
  wanders: list(
    'wanders whispers lingers hurries glimmers tumbles listens flutters dances shivers rises slumbers wakens travels murmurs',
  ),
  sleeps: list('sleeps waits sings runs hides rests flies dreams stands sails lies glides turns'),
  sing: list('sing dream dance wait laugh fly wake sleep run hide march hum rest'),
  walked: list(
    'walked ran slept danced sang sailed climbed dreamed played stood swam rode hid lay met',
  ),
  find: list('find leave cross guard seek reach watch hold hear love paint know'),
  keeps: list('keeps holds brings seeks guards paints hears sees warms loves finds hides'),
  found: list('found kept lost seen heard touched crossed passed left drawn warmed blessed'),
  /** Two syllables, the second stressed. */
  above: list('above below beside beneath behind beyond across around along'),
  near: list('near by past round'),
  golden: list(
    'golden silver little quiet gentle lonely sleepy hidden merry crimson frozen empty shining misty velvet ancient early jolly',
  ),
  old: list('old young cold warm bright dark pale small soft wild blue green grey tall slow kind'),
  few: list('two three four five six eight nine ten'),
} as const;

export type Place = keyof typeof places;

/** Words that rhyme: things, and what one can do (“will …”). */
export interface Family {
  nouns: readonly string[];
  verbs: readonly string[];
}

function family(nouns: string, verbs = ''): Family {
  return { nouns: list(nouns), verbs: list(verbs) };
}

/** No word stands in two of them. */
export const families: readonly Family[] = [
  family('night light flight height sight', 'write fight'),
  family('day bay hay clay way', 'play stay sway pray'),
  family('snow bow row', 'glow grow blow flow go'),
  family('king spring string ring wing', 'swing cling'),
  family('tree sea key knee lea', 'flee see'),
  family('shore door floor store oar', 'soar roar'),
  family('ground sound hound mound'),
  family('wall hall fall ball shawl', 'call crawl'),
  family('flame name game frame dame'),
  family('air chair stair hair bear fair', 'care share'),
  family('rain lane train grain plain chain', 'gain'),
  family('sheep deep heap keep', 'creep weep leap'),
  family('hill mill sill quill'),
  family('tide side bride guide', 'ride slide'),
  family('town crown gown clown', 'drown'),
  family('tune spoon dune'),
  family('stream beam gleam cream', 'scream'),
  family('sand land hand band', 'stand'),
  family('bell shell well spell', 'tell dwell'),
  family('stone bone throne', 'moan groan'),
  family('fire spire choir lyre', 'tire'),
  family('lake cake rake', 'shake bake'),
  family('book brook nook hook', 'cook look'),
  family('house blouse grouse'),
];
