/** The ways people write the ten digits. */
import { type Writing, writing } from './glyph.ts';

const zero = [
  // One round, begun at the top right.
  writing(3, '62,5 36,2 12,28 8,64 28,96 58,95 82,66 82,30 58,3'),
  // Narrow.
  writing(1, '52,2 32,20 26,60 40,97 60,94 72,55 66,16 48,2'),
  // Wide, ends crossing in a small tail.
  writing(1.5, '70,10 40,0 6,30 6,70 36,98 76,86 94,48 80,12 52,6 40,16'),
  // Left a little open at the top.
  writing(1, '40,6 14,28 10,68 36,98 70,86 84,50 76,16 56,2'),
];

const one = [
  writing(4, '50,0 50,50 50,100'),
  writing(2, '52,0 48,50 50,100'),
  // With a flag.
  writing(1.2, '28,24 42,13 54,0! 54,50 53,100'),
  // With a flag and a foot.
  writing(1, '26,22 40,13 52,0! 52,50 52,98 | 22,98 52,97 82,98'),
];

const two = [
  // Sharp turn at the foot.
  writing(2, '12,24 30,4 58,2 76,24 62,54 36,78 10,97! 48,95 86,97'),
  // Loop at the foot.
  writing(2, '14,22 36,2 66,8 72,36 50,70 22,94 7,90 14,76 36,80 62,93 94,90'),
  // Flat top, wavy foot.
  writing(1.2, '10,14 36,2 68,6 76,28 52,58 14,94! 34,86 60,95 90,88'),
  // Like a swan: hooked start.
  writing(1, '20,36 14,16 38,0 66,12 66,42 40,76 8,98! 50,98 90,98'),
];

const three = [
  writing(3, '14,14 40,0 70,10 68,34 36,46! 70,56 78,80 50,100 10,90'),
  // A small loop in the middle.
  writing(1, '16,10 46,0 72,14 62,38 38,50 34,42 56,46 80,66 66,94 32,100 8,88'),
  // Flat top.
  writing(0.7, '14,4 44,3 76,3! 56,24 38,40! 66,46 80,72 56,98 10,92'),
  // Two full rounds, waist without a corner.
  writing(1.5, '10,18 32,1 64,6 66,32 44,47 48,50 76,66 68,94 34,99 6,82'),
];

const four = [
  // Open, two strokes.
  writing(2.5, '18,6 14,32 14,52! 48,54 86,50 | 72,2 70,50 66,100'),
  // Open and round.
  writing(1.5, '16,2 10,34 30,54 58,48 78,36 | 82,2 76,50 70,100'),
  // Closed, the bar crossing the stem.
  writing(1, '64,2! 34,36 6,66! 46,66 94,64 | 64,2 64,50 62,100'),
  // One stroke that comes back up, then the stem.
  writing(1.2, '24,8 10,46! 42,52 74,40! 80,4! 72,50 62,100'),
  // Nearly closed at the top.
  writing(1.2, '52,4 30,24 10,50! 44,56 84,52 | 68,8 66,50 60,100'),
];

const five = [
  // Back and belly, then the hat.
  writing(2, '24,6 21,26 18,44! 48,38 76,56 74,84 46,100 8,90 | 24,6 50,5 84,2'),
  // One stroke.
  writing(2, '86,3 56,5 28,4! 24,24 20,44! 50,42 74,62 66,90 38,100 6,90'),
  // Soft like an S.
  writing(1.2, '84,4 54,3 30,14 28,38 56,50 72,70 56,95 26,99 6,86'),
  // Long hat, small belly.
  writing(1.2, '34,10 28,32 22,48! 46,46 64,62 56,90 30,99 8,92 | 34,10 62,8 98,2'),
];

const six = [
  writing(3, '66,2 36,20 16,54 18,86 44,100 72,86 70,62 44,54 18,74'),
  // Straight back, small loop.
  writing(1.5, '52,0 30,34 20,70 32,97 58,94 66,74 48,64 26,78'),
  // Wide bow, large loop.
  writing(1.2, '80,6 50,4 20,28 8,66 30,98 68,94 82,68 56,46 24,58 12,76'),
  // The loop runs on past the back.
  writing(1, '58,2 26,30 14,68 30,98 62,94 74,72 52,58 28,68 10,86'),
];

const seven = [
  writing(3, '10,8 46,7 84,5! 62,48 44,100'),
  // Round shoulder.
  writing(1.5, '10,12 44,3 76,8 72,34 54,66 42,100'),
  // With a bar.
  writing(1, '12,6 48,7 86,4! 60,46 42,100 | 30,52 54,50 82,48'),
  // With a serif.
  writing(1.2, '12,26 12,16 15,6! 50,10 86,4! 68,40 56,100'),
  // Straight down.
  writing(0.8, '16,8 46,5 78,6! 76,50 72,100'),
];

const eight = [
  // One stroke from the top right.
  writing(3, '72,14 48,1 24,14 30,36 58,56 72,80 50,99 22,86 30,62 58,40 74,18 62,4'),
  // Begun in the middle.
  writing(1.2, '50,48 26,30 34,6 62,3 74,24 52,48 26,72 36,97 64,95 74,74 50,48'),
  // Two rounds.
  writing(
    0.8,
    '50,2 26,14 28,36 50,46 72,34 72,12 48,2 | 50,46 20,60 20,86 50,99 80,86 80,60 50,46',
  ),
  // Left open at the top.
  writing(1.2, '82,8 52,8 26,20 40,42 66,62 66,90 36,98 20,80 42,52 70,28 86,6'),
];

const nine = [
  // Round head, straight stem.
  writing(3, '74,16 50,1 22,14 20,38 46,48 70,32 76,10! 72,50 66,100'),
  // Stem curving on from the head.
  writing(1.5, '72,22 54,3 26,10 18,34 42,46 66,34 73,20 72,52 60,82 44,100'),
  // Hooked tail.
  writing(1.2, '72,18 50,2 22,14 22,38 48,46 70,28 74,14! 74,56 68,86 44,100 16,90'),
  // Head not quite closed.
  writing(1.2, '66,6 34,6 14,28 32,46 62,36 78,12! 66,56 56,100'),
];

/** Index = digit. */
export const digitWritings: readonly (readonly Writing[])[] = [
  zero,
  one,
  two,
  three,
  four,
  five,
  six,
  seven,
  eight,
  nine,
];
