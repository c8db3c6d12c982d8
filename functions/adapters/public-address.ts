import { BlockList, isIPv6 } from 'node:net';

/** The parts of the address space that are not the public internet (IANA IPv4 Special-Purpose Address Registry). */
const SPECIAL_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** What is global unicast in name only: special purposes, documentation, and ways to write an IPv4 address. */
const SPECIAL_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const GLOBAL_V6 = '2000::/3';

const blockList = (family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [network, prefix] = range.split('/') as [string, string];
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
};

const specialV4 = blockList('ipv4', SPECIAL_V4);
const specialV6 = blockList('ipv6', SPECIAL_V6);
const globalV6 = blockList('ipv6', [GLOBAL_V6]);

/** Whether an IP address is one of the public internet, so that a request to it cannot reach anything of ours. */
export const isPublicAddress = (address: string): boolean =>
  isIPv6(address)
    ? globalV6.check(address, 'ipv6') && !specialV6.check(address, 'ipv6')
    : !specialV4.check(address, 'ipv4');
