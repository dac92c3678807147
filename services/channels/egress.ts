import { lookup as resolveHost } from 'node:dns/promises';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { CodedError } from '../domain/errors.ts';

/** Which machines the hub may call at addresses that partners have typed. */
export interface Egress {
  /**
   * The address to connect to. Connect to it and to nothing else: a name may mean another address a moment later.
   * @throws CodedError `channel.unreachable` when the name is not known, `channel.address-refused` when it leads into a network that the operator has not allowed
   */
  resolve(hostname: string): Promise<{ readonly address: string; readonly family: 4 | 6 }>;
  /** The same for sockets (`lookup` of net, tls and http). Node does not ask it about a bare address: call `resolve` first. */
  readonly lookup: LookupFunction;
  /** What is wrong with a bare address, or with this machine's own name, before anything is looked up; undefined where only looking it up can tell. */
  faultOf(hostname: string): string | undefined;
  /** Whether an address is inside of a network that the operator has allowed; what is said there may be plain text. */
  trusts(address: string): boolean;
  /** Whether there is such a network. */
  readonly trustsAny: boolean;
}

// Addresses that are no public machine: this host, private and shared networks, link-local with the metadata services of clouds, documentation, multicast, reserved.
const special = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const)
  special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ...([
    ['::', 96],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 32],
    ['2001:db8::', 32],
  ] as const),
  ...([
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
  ] as const),
] as const)
  special.addSubnet(net, bits, 'ipv6');

/**
 * @param allowed networks that the operator allows besides the public ones, such as `10.1.0.0/16`
 * @throws Error for one that is no network
 */
export function openEgress(allowed: readonly string[]): Egress {
  const permitted = networks(allowed);
  const isIn = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  const trusts = (address: string): boolean => isIn(permitted, address);
  const mayCall = (address: string): boolean => trusts(address) || !isIn(special, address);
  const faultOf = (hostname: string) => {
    const host = bare(hostname);
    const address = /^(.*\.)?localhost\.?$/i.test(host) ? '127.0.0.1' : host;
    return isIP(address) === 0 || mayCall(address)
      ? undefined
      : `is inside of a private or special network. ${instead}`;
  };
  const resolve: Egress['resolve'] = async (hostname) => {
    const host = bare(hostname);
    const found = await addressesOf(host);
    const good = found.find(({ address }) => mayCall(address));
    // One that leads to both is not asked by its public address either: whoever made it so means no good.
    if (good && found.every(({ address }) => mayCall(address))) return good;
    throw new CodedError('channel.address-refused', {
      detail: `${hostname} leads to ${found.map(({ address }) => address).join(', ')}, which is inside of a private or special network. ${instead}`,
    });
  };
  const lookup: LookupFunction = (hostname, { all }, done) => {
    resolve(hostname).then(
      ({ address, family }) => (all ? done(null, [{ address, family }]) : done(null, address, family)),
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
  return { resolve, lookup, faultOf, trusts, trustsAny: allowed.length > 0 };
}

const instead =
  'Use a public address, or ask the operator of the hub to allow that network (CROSSDOCK_PRIVATE_NETWORKS).';

/** An address of IPv6 as URLs write it, without its brackets. */
const bare = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1');

async function addressesOf(host: string): Promise<readonly { readonly address: string; readonly family: 4 | 6 }[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family: family as 4 | 6 }];
  try {
    const found = await resolveHost(host, { all: true, order: 'ipv4first' });
    return found.map((one) => ({ address: one.address, family: one.family as 4 | 6 }));
  } catch (cause) {
    throw new CodedError('channel.unreachable', { cause, detail: `The name ${host} is not known.` });
  }
}

/** @throws Error that names what is no network */
function networks(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [net = '', bits] = text.split('/');
    const family = isIP(net);
    const most = family === 6 ? 128 : 32;
    const length = bits === undefined ? most : Number(bits);
    if (family === 0 || !Number.isInteger(length) || length < 0 || length > most)
      throw new Error(`"${text}" is no network; write it such as 10.1.0.0/16.`);
    list.addSubnet(net, length, family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
