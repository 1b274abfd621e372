import {
  createTestResidenceCardIssuer,
  restoreTestResidenceCardIssuer,
  type TestResidenceCardIssuer,
} from '@honnin/pki';
import type { Town } from './open-town.ts';

/** The town's issuer of residence cards; made, and kept with the town, when it has none yet. */
export async function residenceCardIssuerOf(town: Town, now: Date): Promise<TestResidenceCardIssuer> {
  const kept = restoreTestResidenceCardIssuer(town.record.residenceCardIssuer);
  if (kept.status === 'done') return kept.value;
  const issuer = await createTestResidenceCardIssuer({ now });
  town.record.residenceCardIssuer = issuer.toJson();
  await town.save();
  return issuer;
}
