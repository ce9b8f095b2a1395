// What programs import as "fineprint/queue".
export * from './queue/index.js';
