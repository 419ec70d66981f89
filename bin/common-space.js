#!/usr/bin/env node
import { keepCompiled } from './compiled.js';
import { onRightNode } from './relaunch.js';

onRightNode();
keepCompiled();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
