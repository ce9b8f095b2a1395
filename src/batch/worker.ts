import { parentPort, workerData } from 'node:worker_threads';
import { createJudge, type JudgeSetup } from './judge.js';
import type { Task } from './task.js';

const judge = await createJudge(workerData as JudgeSetup);

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await judge.judge(task));
});
parentPort?.postMessage('ready');
