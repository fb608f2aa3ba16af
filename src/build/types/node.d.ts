/**
 * Node's own modules and globals, untyped, so that nothing is underlined where @types/node is not installed.
 * With it (`npm install @types/node`) they are typed.
 */
declare module 'node:*';
declare module 'fs';
declare module 'fs/promises';
declare module 'os';
declare module 'path';
declare module 'url';
declare module 'util';
declare module 'zlib';

declare var process: any;
declare var Buffer: any;
declare var require: any;
declare var module: any;
declare var __dirname: string;
declare var __filename: string;
