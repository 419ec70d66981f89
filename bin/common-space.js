#!/usr/bin/env node
import { onRightNode } from './relaunch.js';

onRightNode();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
