import { type FaceEngine, openFaceEngine } from '@honnin/face';

/** Opens an engine in this process when somebody first wants one. */
export interface EngineOnDemand extends AsyncDisposable {
  /** Throws when the models are gone: they were there when the demo started. */
  engine(): Promise<FaceEngine>;
}

/** For what few visitors of a demo ask for, and what needs no process of its own. */
export function engineOnDemand(modelsDirectory: string): EngineOnDemand {
  let opening: Promise<FaceEngine> | null = null;
  const open = async () => {
    const opened = await openFaceEngine({ modelsDirectory });
    if (opened.status === 'failed') throw new Error(`the face engine does not open: ${opened.reason.code}`);
    return opened.value;
  };
  return {
    engine() {
      opening ??= open().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    async [Symbol.asyncDispose]() {
      await (await opening?.catch(() => null))?.[Symbol.asyncDispose]();
    },
  };
}
