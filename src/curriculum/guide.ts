/** A walkthrough that belongs to no chapter: the first steps. Data only. */
export interface Guide {
  id: string;
  title: string;
  /** One sentence, shown on the Welcome page. */
  description: string;
  steps: readonly GuideStep[];
}

export interface GuideStep {
  id: string;
  title: string;
  /** Markdown without links; the button is added from `button`. */
  text: string;
  /** Theme-aware SVG in media/. */
  image: string;
  alt: string;
  button: { label: string; command: string; argument?: string };
  /** The context key that ticks the step; without one, pressing the button does. */
  doneWhen?: string;
}
