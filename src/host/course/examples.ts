import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { type Course, type ExamplePlace, examples, findExample } from '../../curriculum/course.ts';
import { Problem } from '../problem.ts';
import { setting } from '../settings.ts';
import { CourseFolder } from './courseFolder.ts';
import { isLessonNode } from './nodes.ts';
import { replaceText } from './replaceText.ts';
import { sameText } from './sameText.ts';

/** The examples as the learner has them: copies in the course folder, opened, compared and reset. */
export class Examples {
  readonly #course: Course;
  readonly #context: vscode.ExtensionContext;
  readonly #shipped = new Map<string, string>();

  constructor(course: Course, context: vscode.ExtensionContext) {
    this.#course = course;
    this.#context = context;
  }

  get folder(): vscode.Uri {
    return vscode.Uri.file(this.#folder.root);
  }

  /** The example that a file is the learner's copy of. */
  exampleAt(uri: vscode.Uri): ExamplePlace | undefined {
    if (uri.scheme !== 'file') return undefined;
    const [folder, file, ...deeper] = path.relative(this.#folder.root, uri.fsPath).split(path.sep);
    if (deeper.length > 0) return undefined;
    return examples(this.#course).find(
      (place) => place.chapter.folder === folder && place.example.file === file,
    );
  }

  isExample(uri: vscode.Uri): boolean {
    return this.exampleAt(uri) !== undefined;
  }

  shippedText({ chapter, example }: ExamplePlace): Promise<string | undefined> {
    return this.shippedFile(chapter.folder, example.file);
  }

  /** Any script of a chapter as it came with the extension; undefined when there is none of that name. */
  async shippedFile(chapterFolder: string, file: string): Promise<string | undefined> {
    const name = `${chapterFolder}/${file}`;
    const known = this.#shipped.get(name);
    if (known !== undefined) return known;
    const text = await this.#folder.shippedText(chapterFolder, file);
    if (text !== undefined) this.#shipped.set(name, text);
    return text;
  }

  /** Whether the text in the editor, saved or not, is another one than the shipped. */
  async differsFromShipped(document: vscode.TextDocument): Promise<boolean> {
    const place = this.exampleAt(document.uri);
    return place !== undefined && isEdited(document, await this.shippedText(place));
  }

  /** Whether the copy on disk was edited; an example not opened yet has none. */
  async isEdited(place: ExamplePlace): Promise<boolean> {
    const mine = await this.#folder.copiedText(place.chapter.folder, place.example.file);
    const shipped = await this.shippedText(place);
    return mine !== undefined && shipped !== undefined && sameText(mine) !== sameText(shipped);
  }

  /** The learner's copy; made when it is not there. */
  async copyOf(place: ExamplePlace): Promise<vscode.Uri> {
    const { chapter, example } = place;
    if ((await this.shippedText(place)) === undefined) {
      throw new Problem(
        `“${example.file}” is missing from this installation. Reinstall GenAI 101.`,
      );
    }
    return this.copyFile(chapter.folder, example.file);
  }

  /** The learner's copy of any file of a chapter; made when it is not there. */
  async copyFile(chapterFolder: string, file: string): Promise<vscode.Uri> {
    return vscode.Uri.file(await this.#folder.copy(chapterFolder, file));
  }

  async open(place: ExamplePlace): Promise<vscode.TextEditor> {
    const uri = await this.copyOf(place);
    return vscode.window.showTextDocument(uri, { preview: false });
  }

  /** Undo brings the learner's text back. */
  async reset(document: vscode.TextDocument): Promise<void> {
    const place = this.exampleAt(document.uri);
    const shipped = place && (await this.shippedText(place));
    if (shipped === undefined) return;
    if (document.isDirty) await document.save();
    await replaceText(document, shipped);
  }

  /** The shipped text beside the learner's. */
  async compare(uri: vscode.Uri): Promise<void> {
    const place = this.exampleAt(uri);
    if (!place) return;
    const { chapter, example } = place;
    const shipped = vscode.Uri.joinPath(
      this.#context.extensionUri,
      'dist/course',
      chapter.folder,
      example.file,
    );
    const title = `${example.file}: original ↔ yours`;
    await vscode.commands.executeCommand('vscode.diff', shipped, uri, title);
  }

  /** New types and new versions of unedited examples, once after an update. */
  refresh(): Promise<void> {
    return this.#folder.refresh();
  }

  /**
   * The script that a command is about: given as a file (lens, editor title), a row of the tree or a name
   * (link), and else the one in the active editor.
   */
  async scriptFor(target: unknown): Promise<vscode.Uri | undefined> {
    if (target instanceof vscode.Uri) return target;
    const place = this.placeFor(target);
    if (place) return this.copyOf(place);
    return vscode.window.activeTextEditor?.document.uri;
  }

  /** The example that a command was given, as a row of the tree, a name or a file. */
  placeFor(target: unknown): ExamplePlace | undefined {
    if (target instanceof vscode.Uri) return this.exampleAt(target);
    if (typeof target === 'string') return findExample(this.#course, target);
    return isLessonNode(target) && target.kind === 'example' ? target : undefined;
  }

  /** Read anew each time: the setting may have changed. */
  get #folder(): CourseFolder {
    const { extensionUri, globalStorageUri, extension } = this.#context;
    const inside = (name: string) => vscode.Uri.joinPath(extensionUri, 'dist', name).fsPath;
    return new CourseFolder({
      shipped: inside('course'),
      types: inside('types'),
      folder: chosenFolder() ?? vscode.Uri.joinPath(globalStorageUri, 'course').fsPath,
      version: String(extension.packageJSON.version),
    });
  }
}

/** Whether an editor holds another text than the shipped one, where there is one. */
export function isEdited(document: vscode.TextDocument, shipped: string | undefined): boolean {
  return shipped !== undefined && sameText(document.getText()) !== sameText(shipped);
}

function chosenFolder(): string | undefined {
  const chosen = setting('courseFolder').trim();
  if (!chosen) return undefined;
  const absolute = chosen.replace(/^~(?=$|[\\/])/, homedir());
  if (path.isAbsolute(absolute)) return absolute;
  throw new Problem(
    `The setting genai101.courseFolder must be an absolute path or start with “~”; it is “${chosen}”.`,
  );
}
