import { loadManifest, type ModelManifest, shippedManifest } from '@honnin/face';
import { type Attempt, done } from '@honnin/outcome';
import type { ChildrenPolicy } from '@honnin/terminal';
import type { TerminalConfiguration } from '../configuration/terminal-configuration.ts';
import { chooseChildrenPath } from './choose-children-path.ts';
import { type ChosenThreshold, chooseThreshold } from './choose-threshold.ts';
import { settingFile } from './read-setting-file.ts';
import { failedAt, type SettingPlace, within } from './setting-place.ts';

/** Which models decide, from which similarity on, and about whom they do not. */
export interface PreparedFace {
  readonly manifest: ModelManifest;
  readonly threshold: ChosenThreshold;
  readonly children: ChildrenPolicy;
}

/** Fails with the place of the first face setting that cannot be used. */
export async function prepareFace(
  place: SettingPlace,
  settings: TerminalConfiguration['face'],
): Promise<Attempt<PreparedFace>> {
  const { group, falseMatchRate } = settings;
  const manifest =
    settings.manifest === undefined
      ? done(shippedManifest)
      : await loadManifest(settingFile(place, settings.manifest));
  if (manifest.status === 'failed') {
    const { code, detail = '' } = manifest.reason;
    return failedAt(within(place, 'manifest'), code, detail);
  }
  if ((group === undefined) !== (falseMatchRate === undefined)) {
    return failedAt(place, 'setting-unusable', 'group and falseMatchRate go together');
  }
  const wish = group === undefined || falseMatchRate === undefined ? undefined : { group, falseMatchRate };
  const threshold = chooseThreshold(manifest.value, wish);
  if (threshold.status === 'failed') {
    return failedAt(place, threshold.reason.code, threshold.reason.detail ?? '');
  }
  const children = chooseChildrenPath(manifest.value, settings.children, threshold.value, group);
  if (children.status === 'failed') {
    return failedAt(within(place, 'children/path'), children.reason.code, children.reason.detail ?? '');
  }
  return done({ manifest: manifest.value, threshold: threshold.value, children: children.value });
}
