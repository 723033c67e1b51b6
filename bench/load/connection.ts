import { connect, type Socket } from 'node:net';

/**
 * One kept-alive connection that has at most one request under way. It reads of HTTP only what it needs, so that on two
 * cores the load takes little from those that are measured.
 */
export class Connection {
  private answered: ((status: number) => void) | null = null;
  private failed: ((error: Error) => void) | null = null;
  private rest: Buffer = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('error', (error) => this.failed?.(error));
    socket.on('close', () => this.failed?.(new Error('The connection was closed')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)));
      socket.once('error', reject);
    });
  }

  /** Sends a whole request and resolves to the answer's status. */
  send(request: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.answered = resolve;
      this.failed = reject;
      this.socket.write(request);
    });
  }

  close(): void {
    this.failed = null;
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const end = this.rest.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.rest.toString('latin1', 0, end);
    const length = /^content-length: *(\d+)/im.exec(head)?.[1];
    if (length === undefined) return this.failed?.(new Error('An answer without a length'));
    if (this.rest.length < end + 4 + Number(length)) return;
    this.rest = Buffer.alloc(0);
    // "HTTP/1.1 200 OK"
    this.answered?.(Number(head.slice(9, 12)));
  }
}
