import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Reads files one after the other into the same memory, which is as large as the largest of them. */
export class FileReader {
  #space = new Uint8Array();

  /** Content of a file, until the next is read. */
  read(path: string): Uint8Array {
    const file = openSync(path, "r");
    try {
      const { size } = fstatSync(file);
      if (size > this.#space.byteLength) this.#space = new Uint8Array(size);
      const bytes = this.#space.subarray(0, size);
      for (let read = 0; read < size; ) {
        const count = readSync(file, bytes, read, size - read, read);
        if (count === 0) return bytes.subarray(0, read);
        read += count;
      }
      return bytes;
    } finally {
      closeSync(file);
    }
  }
}
