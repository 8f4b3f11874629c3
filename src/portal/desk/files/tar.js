// Files in one: a tar, as every machine can unpack it. Written in the oldest form that all of them read (ustar, plain files).

const BLOCK = 512;
const NAME_MAX = 100;
const text = new TextDecoder();

const isPlain = (kind) => kind === 0 || kind === 0x30;

/** Whether bytes are a tar. */
export const isTar = (bytes) => bytes.length >= BLOCK && text.decode(bytes.subarray(257, 262)) === 'ustar';

/** A tar of files, each its name and bytes. */
export function packed(files) {
  const parts = files.flatMap(([name, bytes]) => [header(name, bytes.length), bytes, new Uint8Array(-bytes.length & (BLOCK - 1))]);
  return new Blob([...parts, new Uint8Array(2 * BLOCK)], { type: 'application/x-tar' });
}

function header(name, length) {
  const made = new Uint8Array(BLOCK);
  const put = (at, value) => made.set(new TextEncoder().encode(value), at);
  const octal = (value, digits) => value.toString(8).padStart(digits, '0');
  if (name.length > NAME_MAX) throw new Error(name);
  put(0, name);
  put(100, `${octal(0o644, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`);
  put(124, `${octal(length, 11)}\0${octal(Math.floor(Date.now() / 1000), 11)}\0`);
  // The sum is taken as if spaces stood in its place.
  put(148, '        0');
  put(257, 'ustar\0');
  put(263, '00');
  put(148, `${octal(made.reduce((sum, byte) => sum + byte, 0), 6)}\0 `);
  return made;
}

/** The plain files of a tar, each its path and bytes; of one that is cut off, those that are whole. */
export function unpacked(bytes) {
  const files = [];
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0;) {
    const field = (from, most) => text.decode(bytes.subarray(at + from, at + from + most)).split('\0')[0];
    const length = parseInt(field(124, 12), 8);
    const end = at + BLOCK + length;
    if (!(length >= 0) || end > bytes.length) break;
    const folder = field(345, 155);
    if (isPlain(bytes[at + 156])) files.push([folder ? `${folder}/${field(0, NAME_MAX)}` : field(0, NAME_MAX), bytes.slice(at + BLOCK, end)]);
    at = end + (-length & (BLOCK - 1));
  }
  return files;
}
