/** As in package.json; a test keeps them equal, since the core reads no files. */
export const VERSION = '0.1.0';
