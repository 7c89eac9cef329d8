/** Waiting for something to come true. */

export const PATIENCE = 20_000;

export class Waiting {
  readonly #checks = new Set<() => void>();

  /** To be called whenever something may have come true. */
  wake(): void {
    for (const check of [...this.#checks]) check();
  }

  /** Waits until something is found. What `find` throws ends the waiting. */
  async for<T>(find: () => T | undefined, complaint: () => string): Promise<T> {
    return await new Promise<T>((resolve, reject) => {
      const over = () => {
        clearTimeout(timer);
        this.#checks.delete(check);
      };
      const check = () => {
        try {
          const found = find();
          if (found === undefined) return;
          resolve(found);
        } catch (error) {
          reject(error as Error);
        }
        over();
      };
      const timer = setTimeout(() => {
        over();
        reject(new Error(complaint()));
      }, PATIENCE);
      this.#checks.add(check);
      check();
    });
  }
}
