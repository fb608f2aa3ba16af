/** Why there is no VSIX, for people. */
export class PackageProblem extends Error {
  override readonly name = 'PackageProblem';
}
