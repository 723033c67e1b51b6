/**
 * Ends this process in order when the one that started it is gone, however that went: the pipe between them closes, also
 * when nobody was left to say so. Needs `stdin` to be such a pipe.
 */
export function endWithParent(): void {
  process.stdin.once('close', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.resume();
}
