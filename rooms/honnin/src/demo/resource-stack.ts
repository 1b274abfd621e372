/**
 * Collects what has to be stopped and stops it in reverse order, all of it, even when one of them throws.
 * (Node.js 20 has no AsyncDisposableStack.)
 */
export class ResourceStack implements AsyncDisposable {
  readonly #resources: (AsyncDisposable | Disposable)[] = [];

  use<T extends AsyncDisposable | Disposable>(resource: T): T {
    this.#resources.push(resource);
    return resource;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const errors: unknown[] = [];
    for (let resource = this.#resources.pop(); resource !== undefined; resource = this.#resources.pop()) {
      try {
        if (Symbol.asyncDispose in resource) await resource[Symbol.asyncDispose]();
        else resource[Symbol.dispose]();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'not everything could be stopped');
  }
}
