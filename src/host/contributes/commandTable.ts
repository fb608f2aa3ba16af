/**
 * Every command, once. The manifest's `commands` and `menus` are computed from it, and `registerCommands`
 * takes one handler for each: forgetting one does not compile.
 */
export interface CommandEntry {
  /** Sentence-like; the category 'GenAI 101' goes before it in the palette. */
  title: string;
  /** A shorter title for a menu where the category is plain from the place. */
  shortTitle?: string;
  /** A codicon, for inline actions and view titles. */
  icon?: string;
  /** When it can be used at all; greyed out otherwise. */
  enablement?: string;
  /** When the palette lists it; false for commands that need an item clicked on. */
  palette?: string | false;
  menus?: readonly MenuPlace[];
}

export interface MenuPlace {
  menu:
    | 'editor/title/run'
    | 'editor/title'
    | 'view/title'
    | 'view/item/context'
    | 'testing/item/context';
  when: string;
  group: string;
}

/** A script that can be run: an example of the course, or one that imports 'genai101'. */
const script = 'resourcePath in genai101.scripts';
const running = 'resourcePath in genai101.runningScripts';
const edited = 'resourcePath in genai101.editedExamples';
const courseView = 'view == genai101.course';
const runsView = 'view == genai101.runs';
/** The runs tree marks its rows 'run.live' or 'run.ended'. */
const anyRun = `${runsView} && viewItem =~ /^run\\./`;
const liveRun = `${runsView} && viewItem == run.live`;
const endedRun = `${runsView} && viewItem == run.ended`;
const exampleRow = `${courseView} && viewItem =~ /^example/`;

/** A browser alone has neither a disk of ours nor a process to load a library into. */
const canInstall = 'isWorkspaceTrusted && (!isWeb || remoteName)';

const editorTitle = (when: string, group: string): MenuPlace => ({
  menu: 'editor/title',
  when,
  group,
});
const row = (when: string, group: string): MenuPlace => ({
  menu: 'view/item/context',
  when,
  group,
});
/** An exercise in VS Code's Testing view; chapters there have no file. */
const exerciseRow = (group: string): MenuPlace => ({
  menu: 'testing/item/context',
  when: 'controllerId == genai101.exercises && testing.testItemHasUri',
  group,
});
const viewTitle = (view: string, group: string): MenuPlace => ({
  menu: 'view/title',
  when: `view == genai101.${view}`,
  group,
});

export const commandTable = {
  openCourse: { title: 'Open Course', icon: 'mortar-board' },
  openStart: {
    title: 'Open First Steps',
    menus: [viewTitle('course', '1_open@1')],
  },
  openChapter: {
    title: 'Open Chapter…',
    icon: 'book',
    menus: [viewTitle('course', '1_open@2')],
  },
  openExample: { title: 'Open Example…', icon: 'go-to-file' },
  explain: {
    title: 'Explain Concept…',
    shortTitle: 'Explain',
    icon: 'lightbulb',
    menus: [row(`${courseView} && viewItem =~ /^chapter/`, 'inline@1')],
  },
  runExample: {
    title: 'Run Example',
    icon: 'play',
    menus: [
      { menu: 'editor/title/run', when: script, group: 'navigation@1' },
      row(exampleRow, 'inline@1'),
    ],
  },
  debugExample: {
    title: 'Debug Example',
    icon: 'debug-alt',
    menus: [
      { menu: 'editor/title/run', when: script, group: 'navigation@2' },
      row(exampleRow, '1_run@2'),
    ],
  },
  stop: {
    title: 'Stop',
    icon: 'debug-stop',
    enablement: 'genai101.running',
    menus: [editorTitle(running, 'navigation@1'), row(liveRun, 'inline@1')],
  },
  stopAll: {
    title: 'Stop All',
    icon: 'stop-circle',
    enablement: 'genai101.running',
    menus: [viewTitle('runs', '1_run@1')],
  },
  resetExample: {
    title: 'Reset Example',
    icon: 'discard',
    palette: 'genai101.activeEdited',
    menus: [
      editorTitle(edited, '1_genai101@1'),
      row(`${courseView} && viewItem == example.edited`, '2_change@1'),
    ],
  },
  compareExample: {
    title: 'Compare Example with Original',
    icon: 'diff',
    palette: 'genai101.activeEdited',
    menus: [
      editorTitle(edited, '1_genai101@2'),
      row(`${courseView} && viewItem == example.edited`, '2_change@2'),
    ],
  },
  openExercise: {
    title: 'Open Exercise…',
    shortTitle: 'Open Exercise',
    icon: 'go-to-file',
    menus: [exerciseRow('inline@1')],
  },
  checkExercise: { title: 'Check Exercise', icon: 'beaker' },
  showHint: { title: 'Show Hint for Exercise', menus: [exerciseRow('1_genai101@1')] },
  compareSolution: {
    title: 'Compare Exercise with Solution',
    icon: 'diff',
    menus: [exerciseRow('1_genai101@2')],
  },
  resetExercise: {
    title: 'Reset Exercise',
    icon: 'discard',
    menus: [exerciseRow('1_genai101@3')],
  },
  showTraining: { title: 'Show Training', icon: 'graph-line' },
  showSamples: { title: 'Show Samples', icon: 'preview' },
  showCertificate: {
    title: 'Show Certificate',
    icon: 'verified',
    menus: [viewTitle('course', '1_open@4')],
  },
  openGallery: {
    title: 'Open Gallery',
    icon: 'file-media',
    enablement: 'genai101.hasRuns',
    menus: [row(anyRun, 'inline@2')],
  },
  runAgain: {
    title: 'Re-run with Same Seed',
    icon: 'debug-restart',
    enablement: 'genai101.hasRuns',
    menus: [row(endedRun, 'inline@1')],
  },
  runTrial: {
    title: 'Re-run Trial of Sweep…',
    enablement: 'genai101.hasRuns',
  },
  runWithSeed: {
    title: 'Run with Seed…',
    enablement: 'genai101.hasRuns',
    menus: [row(anyRun, '1_run@2')],
  },
  openRunScript: {
    title: 'Open Script of Run',
    enablement: 'genai101.hasRuns',
    menus: [row(anyRun, '2_open@1')],
  },
  compareRunScript: {
    title: 'Compare Script of Run',
    icon: 'diff',
    enablement: 'genai101.hasRuns',
    menus: [row(anyRun, '2_open@2')],
  },
  openRunFolder: {
    title: 'Open Run Folder',
    enablement: 'genai101.hasRuns',
    menus: [row(anyRun, '2_open@3')],
  },
  exportRun: {
    title: 'Export Run…',
    enablement: 'genai101.hasRuns',
    menus: [row(anyRun, '3_export@1')],
  },
  deleteRun: {
    title: 'Delete Run…',
    enablement: 'genai101.hasRuns',
    menus: [row(endedRun, '4_delete@1')],
  },
  showOutput: { title: 'Show Output' },
  installNativeEngine: {
    title: 'Install Native Engine',
    icon: 'cloud-download',
    enablement: canInstall,
  },
  removeNativeEngine: { title: 'Remove Native Engine', enablement: canInstall },
  resetProgress: {
    title: 'Reset Progress…',
    enablement: 'genai101.started',
    menus: [viewTitle('course', '2_manage@2')],
  },
  openCourseFolder: { title: 'Open Course Folder', menus: [viewTitle('course', '1_open@3')] },
  openSettings: {
    title: 'Open Settings',
    icon: 'gear',
    menus: [viewTitle('course', '2_manage@1'), viewTitle('training', '2_manage@1')],
  },
} as const satisfies Record<string, CommandEntry>;

export type CommandName = keyof typeof commandTable;
