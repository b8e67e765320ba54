import ipaddr from "ipaddr.js";

/** Of an IPv6 address, the bytes that its network gives to one site: a /56 (RFC 6177). */
const SITE_BYTES = 7;

/**
 * The part of an IP address that whoever holds it cannot change at will, to count requests by: all of an IPv4 address,
 * also of a mapped one, and the network of an IPv6 address. What is no address counts as it is.
 */
export function addressBlock(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return Buffer.from(parsed.toByteArray().slice(0, SITE_BYTES)).toString("hex");
}
