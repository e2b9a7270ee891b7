/** The bundler in a thread of its own: tells the folder of the bundles once they are there. */
import { parentPort } from 'node:worker_threads';
import { bundleFunctions } from './bundle.ts';

parentPort?.postMessage(await bundleFunctions());
