import { ImportFileError } from './import-file-error.ts';
import { fileLimits } from './limits.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 0xffff;

/** Where the list of entries begins and how many it has, by the record at the end of the archive. */
function directory(view: DataView): { start: number; count: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) !== END) continue;
    return { start: view.getUint32(at + 16, true), count: view.getUint16(at + 10, true) };
  }
  throw new ImportFileError('file_damaged');
}

/** The packed bytes of every entry, found by the directory. */
function* entries(
  bytes: Uint8Array<ArrayBuffer>,
): Generator<{ packed: Uint8Array<ArrayBuffer>; deflated: boolean }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, count } = directory(view);
  for (let at = start, left = count; left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw new ImportFileError('file_damaged');
    const header = view.getUint32(at + 42, true);
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const packed = bytes.subarray(from, from + view.getUint32(at + 20, true));
    yield { packed, deflated: view.getUint16(at + 10, true) === 8 };
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** Unpacks into nothing, a chunk at a time, and stops as soon as it is more than what is left. */
async function unpackedSize(packed: Uint8Array<ArrayBuffer>, left: number): Promise<number> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size <= left) continue;
    await reader.cancel().catch(() => undefined);
    throw new ImportFileError('file_archive_too_large');
  }
  return size;
}

/**
 * Refuses an archive whose content is larger than a list can be. It unpacks and counts: the sizes that an archive
 * states are claims.
 */
export async function weighArchive(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  let left: number = fileLimits.unpackedBytes;
  try {
    for (const { packed, deflated } of entries(bytes)) {
      left -= deflated ? await unpackedSize(packed, left) : packed.byteLength;
      if (left < 0) throw new ImportFileError('file_archive_too_large');
    }
  } catch (cause) {
    throw cause instanceof ImportFileError ? cause : new ImportFileError('file_damaged', { cause });
  }
}
