import { WebSocket } from 'ws';

// The engine wants a global that Node has from version 22 on.
(globalThis as { WebSocket?: unknown }).WebSocket ??= WebSocket;
