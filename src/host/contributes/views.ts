/** The activity-bar container and its views. */
export const container = 'genai101';

export const viewTable = {
  course: { name: 'Course', icon: 'mortar-board', visibility: 'visible', size: 4 },
  training: {
    name: 'Training',
    icon: 'graph-line',
    type: 'webview',
    visibility: 'visible',
    size: 6,
  },
  samples: { name: 'Samples', icon: 'preview', type: 'webview', visibility: 'visible', size: 3 },
  runs: { name: 'Runs', icon: 'history', visibility: 'collapsed', size: 2 },
} as const;

export type ViewName = keyof typeof viewTable;

export function viewId(name: ViewName): string {
  return `genai101.${name}`;
}

/** The type of a chapter's panel; one for each, so that VS Code restores the right one after a reload. */
export function panelType(chapterId: string): string {
  return `genai101.panel.${chapterId}`;
}
