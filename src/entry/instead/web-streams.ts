// Stands in the bundle for a polyfill of the streams that every Node since version 18 has.

export {};
