import type { ModelManifest } from '@honnin/face';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { ChildrenPolicy } from '@honnin/terminal';
import type { ChildrenSettings } from '../configuration/children-settings.ts';
import type { ChosenThreshold } from './choose-threshold.ts';

/**
 * What the terminal does with young holders. `stricter` is the lowest measured threshold above the usual one, in
 * the operator's group where one was chosen; its rate is of that table's people, not of children. Fails with
 * `face-rate-not-measured` where the tables have none.
 */
export function chooseChildrenPath(
  { thresholds }: Pick<ModelManifest, 'thresholds'>,
  { underAge, path }: ChildrenSettings,
  usual: ChosenThreshold,
  group: string | undefined,
): Attempt<ChildrenPolicy> {
  if (path !== 'stricter') return done({ underAge, path: { kind: path } });
  const [next] = thresholds
    .filter((table) => group === undefined || table.group === group)
    .flatMap(({ entries }) => entries)
    .filter(({ threshold }) => threshold > usual.threshold)
    .sort((a, b) => a.threshold - b.threshold);
  if (next === undefined) {
    return failed(reason('face-rate-not-measured', `no threshold above ${usual.threshold} was measured`));
  }
  const { threshold, falseMatchRate } = next;
  return done({ underAge, path: { kind: 'stricter', threshold, falseMatchRate } });
}
