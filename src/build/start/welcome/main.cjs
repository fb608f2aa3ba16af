const vscode = require('vscode');

/** Later windows come back as the learner left them. */
exports.activate = async (context) => {
  if (context.globalState.get('welcomed')) return;
  await vscode.commands.executeCommand('genai101.openStart');
  await vscode.commands.executeCommand('genai101.openCourse');
  await context.globalState.update('welcomed', true);
};
