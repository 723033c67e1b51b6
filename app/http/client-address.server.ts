import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Where proxies of ours stand: this machine and private networks. The same as what the pages trust. */
const OURS = new BlockList();
OURS.addSubnet('127.0.0.0', 8);
OURS.addSubnet('10.0.0.0', 8);
OURS.addSubnet('172.16.0.0', 12);
OURS.addSubnet('192.168.0.0', 16);
OURS.addSubnet('169.254.0.0', 16);
OURS.addAddress('::1', 'ipv6');
OURS.addSubnet('fc00::', 7, 'ipv6');
OURS.addSubnet('fe80::', 10, 'ipv6');

function isOurs(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  const version = isIP(plain);
  return version !== 0 && OURS.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}

/** Who sends, as far as it can be believed: a proxy of ours says whose request it passes on, nobody else does. */
export function clientAddress({ socket, headers }: IncomingMessage): string {
  const peer = socket.remoteAddress ?? '';
  const passed = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const hops = [...passed.map((hop) => hop.trim()).filter((hop) => isIP(hop) !== 0), peer];
  return hops.findLast((hop) => !isOurs(hop)) ?? hops[0] ?? '';
}
