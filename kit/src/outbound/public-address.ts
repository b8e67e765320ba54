import ipaddr from "ipaddr.js";

/**
 * Whether an IP address belongs to the public internet: loopback, private, link-local (cloud metadata), shared,
 * multicast and reserved ranges do not (RFC 6890). A mapped IPv4 address counts as what it maps; what NAT64, 6to4 and
 * Teredo reach depends on the network, so they do not either.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === "unicast";
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
