import type * as vscode from 'vscode';

const languages = new Set(['typescript', 'javascript']);
const importsOurs =
  /\bfrom\s*['"]genai101['"]|\brequire\(\s*['"]genai101['"]\s*\)|\bimport\s*['"]genai101['"]/;

/** Whether a file that is no example can be run all the same: a script that imports 'genai101'. */
export function importsGenai101(document: vscode.TextDocument): boolean {
  return languages.has(document.languageId) && importsOurs.test(document.getText());
}
