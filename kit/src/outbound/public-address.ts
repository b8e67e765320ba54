import ipaddr from "ipaddr.js";

/** Ranges that count as unicast, and lead to the inside: IPv4-compatible IPv6, and Azure's own host. */
const UNREACHED = [ipaddr.parseCIDR("::/96"), ipaddr.parseCIDR("168.63.129.16/32")];

type Address = ReturnType<typeof ipaddr.process>;

function isWithin(address: Address, [network, bits]: (typeof UNREACHED)[number]): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

/**
 * Whether an IP address belongs to the public internet: loopback, private, link-local (cloud metadata), shared,
 * multicast and reserved ranges do not (RFC 6890). A mapped IPv4 address counts as what it maps; what NAT64, 6to4 and
 * Teredo reach depends on the network, so they do not either, nor do IPv4-compatible addresses (RFC 4291, 2.5.5.1).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast" && !UNREACHED.some((range) => isWithin(parsed, range));
}

/** Whether an IP address is this machine's own (RFC 1122, RFC 4291). */
export function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}

/** The IP address that a URL names instead of a host; null for a name. The URL parser has resolved 0x7f.1 and the like. */
export function literalAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  return ipaddr.isValid(bare) ? bare : null;
}
