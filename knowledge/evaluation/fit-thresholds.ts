/** What is known of one example when thresholds are chosen. */
export interface Judged {
  /** Probability that our top topic is right. */
  readonly p: number;
  /** The question is about one of our topics. */
  readonly ours: boolean;
  /** Our top topic is the right one. */
  readonly right: boolean;
  /** The right topic is among those that would be offered. */
  readonly offered: boolean;
  /** A topic that is not ours is above all of ours: clarifying is not considered. */
  readonly foreign: boolean;
  /** How much it counts; 1 for a real question. */
  readonly weight: number;
}

/**
 * What an outcome is worth. A wrong answer costs more than an honest "I don't know": people in trouble act on it.
 * A clarify question that holds the right topic costs one tap.
 */
const WORTH = {
  right: 1,
  offered: 0.4,
  notOffered: -0.4,
  wrong: -0.7,
  unknown: -0.5,
  refused: 0.8,
  bothered: 0.1,
};

function worth({ p, ours, right, offered, foreign }: Judged, answer: number, clarify: number): number {
  if (p >= answer) return right ? WORTH.right : WORTH.wrong;
  if (p >= clarify && !foreign) {
    if (!ours) return WORTH.bothered;
    return offered ? WORTH.offered : WORTH.notOffered;
  }
  return ours ? WORTH.unknown : WORTH.refused;
}

/** The two probabilities that are worth most on these examples. */
export function fitThresholds(examples: readonly Judged[]): { answer: number; clarify: number } {
  let best = { answer: 0.5, clarify: 0.2, worth: Number.NEGATIVE_INFINITY };
  // Counted in hundredths: sums of 0.02 would miss the round numbers.
  for (let high = 20; high <= 90; high += 2)
    for (let low = 4; low <= high; low += 2) {
      const answer = high / 100;
      const clarify = low / 100;
      const total = examples.reduce(
        (sum, example) => sum + example.weight * worth(example, answer, clarify),
        0,
      );
      if (total > best.worth) best = { answer, clarify, worth: total };
    }
  return { answer: best.answer, clarify: best.clarify };
}
