import { parentPort, workerData } from 'node:worker_threads';
import { createJudge, type JudgeSetup } from './judge.js';
import type { Task } from './task.js';

const judge = await createJudge(workerData as JudgeSetup);

// One after the other: answers are told apart by their order.
let last = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  last = last.then(async () => parentPort?.postMessage(await judge.judge(task)));
});
parentPort?.postMessage('ready');
