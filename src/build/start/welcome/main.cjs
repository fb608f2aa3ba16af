const vscode = require('vscode');

/** Later windows come back as the learner left them. */
exports.activate = async (context) => {
  if (context.globalState.get('welcomed')) return;
  await vscode.commands.executeCommand('genai101.openCourse');
  await openFirstSteps();
  await context.globalState.update('welcomed', true);
};

/**
 * VS Code reads the walkthroughs of extensions only once its Welcome page was asked for, and shows
 * one of its own until then: so that page is opened, closed, and opened again.
 */
async function openFirstSteps() {
  await vscode.commands.executeCommand('genai101.openStart');
  await new Promise((resolve) => setTimeout(resolve, 500));
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  if (tab) await vscode.window.tabGroups.close(tab);
  await vscode.commands.executeCommand('genai101.openStart');
}
