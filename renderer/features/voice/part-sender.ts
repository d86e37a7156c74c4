import { sendRecordingPart } from '../../api/client.ts';

/** Which answer a recording is of. */
export interface SpokenAnswer {
  readonly sessionId: number;
  readonly questionId: string;
}

interface Part {
  readonly body: Blob;
  /** Length of the recording with this part. */
  readonly durationMs: number;
}

/** Hands the parts of one recording to the program, in order; what could not be sent stays and is sent again. */
export class PartSender {
  readonly #of: SpokenAnswer;
  readonly #mimeType: string;
  #waiting: Part[] = [];
  #sending: Promise<void> | null = null;
  #id: number | null = null;
  #at = 0;

  constructor(of: SpokenAnswer, mimeType: string) {
    this.#of = of;
    this.#mimeType = mimeType;
  }

  /** A part to be sent when those before it are. A failure shows in {@link flush}. */
  add(body: Blob, durationMs: number): void {
    this.#waiting.push({ body, durationMs });
    this.flush().catch(() => undefined);
  }

  /** Sends what waits. @throws Error with words; what waits is kept then. */
  async flush(): Promise<void> {
    // Another flush may be on its way with a part that came before: when it is done, so is what waited then.
    while (this.#sending !== null) await this.#sending;
    this.#sending = this.#sendAll();
    try {
      await this.#sending;
    } finally {
      this.#sending = null;
    }
  }

  async #sendAll(): Promise<void> {
    for (let part = this.#waiting[0]; part !== undefined; part = this.#waiting[0]) {
      const { result } = await sendRecordingPart({ ...this.#of, ...part, mimeType: this.#mimeType, id: this.#id, at: this.#at });
      this.#id = result.id;
      this.#at += part.body.size;
      this.#waiting.shift();
    }
  }
}
