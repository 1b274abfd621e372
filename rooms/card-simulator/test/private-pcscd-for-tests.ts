import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PrivatePcscd, startPrivatePcscd } from '../src/connecting/start-private-pcscd.ts';

/** Reasons of the machine, not of ours, for which a test with a real pcscd is skipped. */
const notHere = ['pcscd-missing', 'vpcd-missing', 'isolation-tools-missing', 'namespaces-refused'];

/** A pcscd in a temporary folder, or why there is none on this machine; throws when it should work. */
export async function privatePcscdForTests(): Promise<
  { readonly pcscd: PrivatePcscd; end(): Promise<void> } | { readonly skip: string }
> {
  const directory = await mkdtemp(join(tmpdir(), 'honnin-'));
  const started = await startPrivatePcscd({ directory });
  if (started.status === 'failed') {
    await rm(directory, { recursive: true, force: true });
    const { code, detail = '' } = started.reason;
    if (notHere.includes(code)) return { skip: `${code}: ${detail}` };
    throw new Error(`${code}: ${detail}`);
  }
  return {
    pcscd: started.value,
    async end() {
      await started.value[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
