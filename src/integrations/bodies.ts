const kept = new WeakMap<Response, Uint8Array<ArrayBuffer>>();

/**
 * Has responses of this process keep the bytes that they are made of. Node copies them twice to make a stream of them,
 * which for the pages of a large site is a thirtieth of its build; here a stream is made if it is read. Who has made a
 * response of bytes has given them away.
 */
export function keepBodies(): void {
  globalThis.Response = new Proxy(Response, {
    construct(standard, [body, init]: [BodyInit | null | undefined, ResponseInit | undefined]) {
      // Those that share memory with others cannot be given away.
      if (!(body instanceof Uint8Array) || body.length < body.buffer.byteLength) return new standard(body, init);
      const response = new standard(streamOf(body), init);
      kept.set(response, body as Uint8Array<ArrayBuffer>);
      return response;
    },
  });
}

/** What a response holds, which is not to be read again. `arrayBuffer` would copy it twice. */
export async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = kept.get(response);
  if (bytes) return bytes;
  const chunks = await Array.fromAsync(response.body ?? []);
  return chunks.length === 1 ? chunks[0]! : new Uint8Array(Buffer.concat(chunks));
}

function streamOf(bytes: Uint8Array): ReadableStream {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
