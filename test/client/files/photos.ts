/** Photos built by hand, of parts that can be told apart: what makes the picture, and what says where it was taken. */

/** Stands in every part that must be gone, and in no other. */
export const SECRET = '51.5074N 0.1278W';

export const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const big = (number: number): number[] => [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255];

/** Exif with which way up, in either byte order, and a place. */
export function exif(turned: number, little = false): number[] {
  const two = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const four = (value: number) => (little ? big(value).reverse() : big(value));
  const end = 8 + 2 + 24 + 4;
  return [
    ...(little ? [0x49, 0x49] : [0x4d, 0x4d]),
    ...two(42),
    ...four(8),
    ...two(2),
    ...[...two(0x0112), ...two(3), ...four(1), ...two(turned), 0, 0],
    ...[...two(0x8825), ...two(4), ...four(1), ...four(end)],
    ...four(0),
    ...[...two(1), ...two(2), ...two(2), ...four(SECRET.length), ...four(end + 18), ...four(0)],
    ...ascii(SECRET),
  ];
}

const part = (marker: number, content: number[]): number[] => {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...content];
};
/** Data of a picture, with a stuffed 0xff, a restart and a fill in it. */
export const SCAN = [1, 2, 0xff, 0, 3, 0xff, 0xd3, 4, 0xff, 0xff, 0, 5];
export const QUANTISED = part(0xdb, [9, 9, 9]);
export const COLOUR = part(0xe2, [...ascii('ICC_PROFILE\0'), 1, 1, 7]);

export function jpeg(turned = 6, little = false): number[] {
  return [
    ...[0xff, 0xd8],
    ...part(0xe0, ascii('JFIF\0')),
    ...part(0xe1, [...ascii('Exif\0\0'), ...exif(turned, little)]),
    ...part(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x>${SECRET}</x>`)),
    ...COLOUR,
    ...part(0xe2, ascii(`MPF\0${SECRET}`)),
    ...part(0xed, ascii(`Photoshop 3.0\0${SECRET}`)),
    ...part(0xfe, ascii(SECRET)),
    ...QUANTISED,
    ...part(0xda, [1]),
    ...SCAN,
    ...part(0xe1, ascii(`between scans ${SECRET}`)),
    ...part(0xda, [2]),
    ...SCAN,
    ...[0xff, 0xd9],
    ...ascii(`a film behind the end ${SECRET}`),
  ];
}

/** Its sums are not looked at by what cleans it, except the one it writes. */
const chunk = (type: string, content: number[]): number[] => [...big(content.length), ...ascii(type), ...content, 1, 2, 3, 4];
export const PIXELS = chunk('IDAT', [8, 8, 8, 8]);

export function png(turned = 6, little = false): number[] {
  return [
    ...[0x89, ...ascii('PNG\r\n\x1a\n')],
    ...chunk('IHDR', [0, 0, 0, 1]),
    ...chunk('eXIf', exif(turned, little)),
    ...chunk('iTXt', ascii(`XML:com.adobe.xmp\0${SECRET}`)),
    ...chunk('tEXt', ascii(`Raw profile type exif\0${SECRET}`)),
    ...chunk('prIV', ascii(SECRET)),
    ...chunk('gAMA', [0, 0, 1, 1]),
    ...PIXELS,
    ...chunk('IEND', []),
    ...ascii(SECRET),
  ];
}

const riff = (type: string, content: number[]): number[] => [
  ...ascii(type),
  ...big(content.length).reverse(),
  ...content,
  ...(content.length % 2 ? [0] : []),
];
export const LOSSY = riff('VP8 ', [7, 7, 7]);

export function webp(turned = 6, little = false): number[] {
  const content = [
    ...riff('VP8X', [0x0c, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
    ...LOSSY,
    ...riff('EXIF', exif(turned, little)),
    ...riff('XMP ', ascii(SECRET)),
    ...riff('OWN ', ascii(SECRET)),
  ];
  return [...ascii('RIFF'), ...big(content.length + 4).reverse(), ...ascii('WEBP'), ...content, ...ascii(SECRET)];
}

export const heic = (): number[] => [0, 0, 0, 24, ...ascii('ftypmif1'), 0, 0, 0, 0, ...ascii('mif1heic'), ...ascii(SECRET)];
