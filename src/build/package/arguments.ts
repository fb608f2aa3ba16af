/** What `npm run package` may be told. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  isPlatformName,
  nativePlatforms,
  type PlatformName,
} from '../../host/engines/install/platforms.ts';
import { PackageProblem } from './packageProblem.ts';

export interface PackageArguments {
  /** Takes dist as it is. */
  noBuild: boolean;
  out: string | undefined;
  /** Carries the native engine of this platform. */
  target: PlatformName | undefined;
  /** Where to take the native engine from; fetched otherwise. */
  nativeDir: string | undefined;
}

/** @throws PackageProblem */
export function readArguments(): PackageArguments {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
      target: { type: 'string' },
      'native-dir': { type: 'string' },
    },
  });
  const { target, 'native-dir': nativeDir } = values;
  if (target !== undefined && !isPlatformName(target)) {
    const names = Object.keys(nativePlatforms).join(', ');
    throw new PackageProblem(`There is no target “${target}”. The targets are: ${names}.`);
  }
  if (nativeDir !== undefined && target === undefined) {
    throw new PackageProblem(
      '--native-dir needs --target: the VSIX for every platform carries no engine.',
    );
  }
  if (nativeDir !== undefined && !existsSync(nativeDir)) {
    throw new PackageProblem(`There is no folder ${path.resolve(nativeDir)}.`);
  }
  return { noBuild: values['no-build'], out: values.out, target, nativeDir };
}
